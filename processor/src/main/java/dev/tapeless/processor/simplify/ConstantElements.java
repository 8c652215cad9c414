package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds the elements of a new array of adjoints in variables as long as they are addressed by
 * constants only; the array is made where it is needed as a whole.
 *
 * <p>Law: the array has one name; an element with the largest index is accessed in any case, so
 * that giving the array its elements later does not fail.
 */
public final class ConstantElements {

  /** More variables than this would be held in memory anyway. */
  private static final int MOST = 16;

  private final Vars vars;
  private final Set<Var> assigned;

  private ConstantElements(Sweep sweep) {
    this.vars = Vars.after(sweep.asFunction());
    this.assigned = Variables.assignedIn(sweep.body());
  }

  /** {@code sweep}, which accesses arrays less often. */
  public static Sweep in(Sweep sweep) {
    return sweep.withBody(new ConstantElements(sweep).block(sweep.body()));
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    statements.forEach(s -> out.add(Children.map(s, e -> e, this::block)));
    for (int i = 0; i < out.size(); i++) {
      if (out.get(i) instanceof Stmt.Declare d && isNew(d)) {
        hold(d, i, out);
      }
    }
    return out;
  }

  private boolean isNew(Stmt.Declare d) {
    boolean isArray =
        d.value()
            .filter(e -> e instanceof Expr.NewArray || e instanceof Expr.ZerosLike)
            .filter(e -> e.type().isRealArray() && e.type().rank() == 1)
            .isPresent();
    return isArray
        && d.origin() == Origin.NONE
        && !assigned.contains(d.variable())
        && Collections.disjoint(Variables.readBy(d.value().get()), assigned)
        && !Exprs.readsElement(d.value().get());
  }

  private void hold(Stmt.Declare d, int from, List<Stmt> block) {
    Uses uses = new Uses(d.variable());
    int end = from + 1;
    while (end < block.size() && uses.add(block.get(end))) {
      end++;
    }
    if (!uses.pays()) {
      return;
    }
    List<Stmt> held = new ArrayList<>();
    Map<Integer, Expr> variables = new TreeMap<>();
    for (Map.Entry<Integer, Type> element : uses.elements.entrySet()) {
      Var v = vars.make(d.variable().name() + element.getKey(), element.getValue());
      variables.put(element.getKey(), v.read());
      Expr zero = Exprs.real(0, v.type());
      held.add(new Stmt.Declare(v, Optional.of(zero), Origin.NONE));
    }
    held.addAll(
        Children.rewrite(
            block.subList(from + 1, end), e -> uses.isOwn(e) ? variables.get(index(e)) : e));
    held.add(d);
    variables.forEach(
        (index, v) -> {
          Expr.Element element = Exprs.element(d.variable().read(), Exprs.num(index));
          held.add(new Stmt.Assign(element, v, Origin.NONE));
        });
    block.subList(from, end).clear();
    block.addAll(from, held);
  }

  private static int index(Expr element) {
    return (Integer) ((Expr.Literal) ((Expr.Element) element).index()).value();
  }

  /** The elements of one array that statements access. */
  private static final class Uses {
    private final Var array;
    private final Map<Integer, Type> elements = new TreeMap<>();
    private int largestInAnyCase = -1;
    private int count;

    Uses(Var array) {
      this.array = array;
    }

    /** Whether {@code s} accesses elements with constant indices at most; then they are added. */
    boolean add(Stmt s) {
      boolean[] isPlain = {true};
      Variables.forEachStatement(
          List.of(s), x -> Children.expressions(x).forEach(e -> isPlain[0] &= isPlain(e)));
      if (!isPlain[0]) {
        return false;
      }
      Variables.forEachStatement(
          List.of(s), x -> Children.expressions(x).forEach(e -> add(e, x == s)));
      return true;
    }

    private boolean isPlain(Expr e) {
      return isOwn(e) || !e.equals(array.read()) && Children.of(e).stream().allMatch(this::isPlain);
    }

    private void add(Expr e, boolean isInAnyCase) {
      if (isOwn(e)) {
        count++;
        elements.put(index(e), e.type());
        largestInAnyCase = isInAnyCase ? Math.max(largestInAnyCase, index(e)) : largestInAnyCase;
      }
      boolean isChoice = e instanceof Expr.Conditional || e.type() == Type.Primitive.BOOLEAN;
      Children.of(e).forEach(x -> add(x, isInAnyCase && !isChoice));
    }

    boolean isOwn(Expr e) {
      return e instanceof Expr.Element element
          && element.array().equals(array.read())
          && element.index() instanceof Expr.Literal;
    }

    /** An increment is a read and a write; more than that are saved. */
    boolean pays() {
      return !elements.isEmpty()
          && elements.size() <= MOST
          && count > 2 * elements.size()
          && elements.keySet().stream().allMatch(i -> i <= largestInAnyCase);
    }
  }
}
