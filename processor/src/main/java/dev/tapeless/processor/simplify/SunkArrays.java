package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a work array anew in each trip of the loop that uses it, where each trip begins with
 * filling it ("privatization"): nothing passes from one trip to the next through it, and what is
 * kept for the reverse sweep is the array, not its elements.
 *
 * <p>Law: the array has one name, only elements of it are used, all within one counted loop, whose
 * body fills it before it reads it; and its size cannot be negative, so that making it cannot fail.
 */
public final class SunkArrays {

  private final Set<Var> assigned;
  private final Map<Var, Expr> definitions = new HashMap<>();

  private SunkArrays(Function function) {
    this.assigned = Variables.assignedIn(function.body());
    Variables.forEachStatement(
        function.body(),
        s -> {
          if (s instanceof Stmt.Declare d && !assigned.contains(d.variable())) {
            d.value().ifPresent(e -> definitions.put(d.variable(), e));
          }
        });
  }

  /** {@code function}, with lengths as {@link KnownLengths} writes them. */
  public static Function in(Function function) {
    Set<Var> whole = new HashSet<>();
    function.result().ifPresent(e -> Variables.forEachNode(e, x -> addArray(x, whole)));
    SunkArrays pass = new SunkArrays(function);
    return function.withBody(pass.block(function.body(), whole));
  }

  private static void addArray(Expr e, Set<Var> found) {
    if (e instanceof Expr.Read read && read.type() instanceof Type.Array) {
      found.add(read.variable());
    }
  }

  private List<Stmt> block(List<Stmt> statements, Set<Var> excluded) {
    List<Stmt> out = new ArrayList<>(statements);
    for (int i = out.size() - 1; i >= 0; i--) {
      if (out.get(i) instanceof Stmt.Declare d
          && isMovable(d)
          && !excluded.contains(d.variable())) {
        sink(d, i, out);
      }
    }
    return out.stream().map(s -> Children.map(s, e -> e, b -> block(b, excluded))).toList();
  }

  /** A new array of numbers that has no other name, and whose size is not negative. */
  private boolean isMovable(Stmt.Declare d) {
    return !assigned.contains(d.variable())
        && d.value().isPresent()
        && d.value().get() instanceof Expr.NewArray made
        && made.type().element() instanceof Type.Primitive
        && isSize(made.dimensions().get(0));
  }

  private boolean isSize(Expr e) {
    if (e instanceof Expr.Literal literal) {
      return literal.value() instanceof Integer n && n >= 0;
    }
    return e instanceof Expr.Length length && length.array() instanceof Expr.Read
        || e instanceof Expr.Read read
            && definitions.containsKey(read.variable())
            && isLength(definitions.get(read.variable()));
  }

  private static boolean isLength(Expr e) {
    return e instanceof Expr.Length;
  }

  /** Moves {@code d} to the beginning of the loop that alone uses the array. */
  private void sink(Stmt.Declare d, int index, List<Stmt> block) {
    Var array = d.variable();
    int user = -1;
    for (int i = index + 1; i < block.size(); i++) {
      if (mentions(block.get(i), array)) {
        if (user >= 0) {
          return;
        }
        user = i;
      }
    }
    Expr size = ((Expr.NewArray) d.value().orElseThrow()).dimensions().get(0);
    boolean fits =
        user >= 0
            && block.get(user) instanceof Stmt.CountedFor loop
            && !heads(loop).contains(array)
            && isOnlyIndexed(loop.body(), array)
            && isFilledFirst(loop.body(), array, size);
    if (fits) {
      Stmt.CountedFor loop = (Stmt.CountedFor) block.get(user);
      List<Stmt> body = new ArrayList<>();
      body.add(d);
      body.addAll(loop.body());
      block.set(user, Children.map(loop, e -> e, b -> body));
      block.remove(index);
    }
  }

  private static Set<Var> heads(Stmt.CountedFor loop) {
    Set<Var> read = new HashSet<>(Variables.readBy(loop.from()));
    read.addAll(Variables.readBy(loop.bound()));
    return read;
  }

  private static boolean mentions(Stmt s, Var array) {
    return Variables.readBy(List.of(s)).contains(array)
        || Variables.assignedIn(List.of(s)).contains(array);
  }

  /** Whether {@code array} stands only where an element of it is read or written. */
  private static boolean isOnlyIndexed(List<Stmt> statements, Var array) {
    boolean[] only = {true};
    Variables.forEachStatement(
        statements, s -> Children.expressions(s).forEach(e -> only[0] &= isOnlyIndexed(e, array)));
    return only[0];
  }

  private static boolean isOnlyIndexed(Expr e, Var array) {
    if (e instanceof Expr.Element element && element.array().equals(array.read())) {
      return isOnlyIndexed(element.index(), array);
    }
    return !e.equals(array.read())
        && Children.of(e).stream().allMatch(x -> isOnlyIndexed(x, array));
  }

  /**
   * Whether the first statement that mentions {@code array} gives all elements a value, or is the
   * only one, a loop of which each trip begins so.
   */
  private static boolean isFilledFirst(List<Stmt> statements, Var array, Expr size) {
    List<Stmt> users = statements.stream().filter(s -> mentions(s, array)).toList();
    return !users.isEmpty()
        && users.get(0) instanceof Stmt.CountedFor loop
        && (fills(loop, array, size)
            || users.size() == 1
                && !heads(loop).contains(array)
                && isFilledFirst(loop.body(), array, size));
  }

  /** Whether no other element of {@code array} stands in {@code statements}. */
  private static boolean isOnly(Expr element, List<Stmt> statements, Var array) {
    boolean[] only = {true};
    Variables.forEachStatement(
        statements,
        s ->
            Children.expressions(s)
                .forEach(
                    e ->
                        Variables.forEachNode(
                            e,
                            x ->
                                only[0] &=
                                    !(x instanceof Expr.Element other
                                            && other.array().equals(array.read()))
                                        || x.equals(element))));
    return only[0];
  }

  private static boolean fills(Stmt.CountedFor loop, Var array, Expr size) {
    boolean isAll =
        Exprs.isNumber(loop.from(), 0)
            && loop.compare() == BinaryOp.LT
            && loop.step() == 1
            && loop.bound().equals(size);
    Expr element = Exprs.element(array.read(), loop.counter().read());
    if (!isAll || heads(loop).contains(array) || !isOnly(element, loop.body(), array)) {
      return false;
    }
    for (Stmt s : loop.body()) {
      if (mentions(s, array)) {
        return s instanceof Stmt.Assign a
            && a.target().equals(element)
            && !Variables.readBy(a.value()).contains(array);
      }
    }
    return false;
  }
}
