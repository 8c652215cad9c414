package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a variable for each element in the place of small arrays ("scalar replacement"): of {@code n
 * = {a, b}} are left {@code n0 = a} and {@code n1 = b}, and {@code n[1]} is {@code n1}.
 *
 * <p>Law: {@link SmallArrayUses} has found that only elements with constant indexes are used, and
 * that no two names refer to one array at the same time.
 */
public final class SmallArrays {

  private final Vars vars;
  private final Map<Var, Integer> sizes;
  private final Map<Var, List<Var>> elements = new HashMap<>();

  private SmallArrays(Vars vars, Map<Var, Integer> sizes) {
    this.vars = vars;
    this.sizes = sizes;
  }

  /** {@code function} without the small arrays that it can do without. */
  public static Function of(Function function) {
    Map<Var, Integer> sizes = SmallArrayUses.sizes(function);
    if (sizes.isEmpty()) {
      return function;
    }
    SmallArrays pass = new SmallArrays(Vars.after(function), sizes);
    List<Stmt> body = pass.block(function.body());
    return function.withBody(body).withResult(function.result().map(pass::inside));
  }

  private List<Var> elements(Var array) {
    return elements.computeIfAbsent(
        array,
        a -> {
          List<Var> made = new ArrayList<>();
          for (int i = 0; i < sizes.get(a); i++) {
            made.add(vars.make(a.name() + i, ((Type.Array) a.type()).element()));
          }
          return made;
        });
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      if (s instanceof Stmt.Declare d && sizes.containsKey(d.variable())) {
        declare(d, out);
      } else if (s instanceof Stmt.Assign a
          && a.target() instanceof Expr.Read read
          && sizes.containsKey(read.variable())) {
        assign(read.variable(), a, out);
      } else {
        out.add(Children.map(s, this::inside, this::block));
      }
    }
    return out;
  }

  private void declare(Stmt.Declare d, List<Stmt> out) {
    List<Var> targets = elements(d.variable());
    Optional<List<Expr>> values = d.value().map(e -> values(e, targets));
    for (int i = 0; i < targets.size(); i++) {
      int index = i;
      out.add(new Stmt.Declare(targets.get(i), values.map(v -> v.get(index)), d.origin()));
    }
  }

  /** All values are there before the first one is assigned. */
  private void assign(Var array, Stmt.Assign a, List<Stmt> out) {
    List<Var> targets = elements(array);
    List<Expr> values = values(a.value(), targets);
    boolean isSimple =
        values.stream().allMatch(v -> v instanceof Expr.Literal || isOther(v, array));
    List<Stmt> stores = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Expr value = values.get(i);
      if (!isSimple) {
        Var next = vars.make(targets.get(i).name() + "Next", value.type());
        out.add(new Stmt.Declare(next, Optional.of(value), a.origin()));
        value = next.read();
      }
      stores.add(
          new Stmt.Assign(targets.get(i).read(), value, isSimple ? a.origin() : Origin.NONE));
    }
    out.addAll(stores);
  }

  private boolean isOther(Expr value, Var array) {
    return value instanceof Expr.Read read && !elements(array).contains(read.variable());
  }

  private List<Expr> values(Expr array, List<Var> like) {
    if (array instanceof Expr.ArrayLiteral literal) {
      return literal.elements().stream().map(this::inside).toList();
    }
    if (array instanceof Expr.CloneArray clone) {
      return values(clone.array(), like);
    }
    if (array instanceof Expr.Read read) {
      return elements(read.variable()).stream().<Expr>map(Var::read).toList();
    }
    return like.stream().map(v -> Exprs.initial(v.type())).toList();
  }

  private Expr inside(Expr e) {
    if (e instanceof Expr.Element element
        && element.array() instanceof Expr.Read read
        && sizes.containsKey(read.variable())) {
      int index = SmallArrayUses.index(element).orElseThrow();
      return elements(read.variable()).get(index).read();
    }
    if (e instanceof Expr.Length length
        && length.array() instanceof Expr.Read read
        && sizes.containsKey(read.variable())) {
      return Exprs.num(sizes.get(read.variable()));
    }
    return Children.map(e, this::inside);
  }
}
