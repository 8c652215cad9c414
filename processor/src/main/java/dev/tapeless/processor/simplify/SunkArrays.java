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
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a work array anew in each trip of the loop that uses it, where each trip begins with
 * filling it ("privatization"): nothing passes from one trip to the next through it, and what is
 * kept for the reverse sweep is the array, not its elements. The same goes for an array that a
 * block fills again.
 *
 * <p>Law: the array has one name, only elements of it are used, all within one counted loop, whose
 * body fills it before it reads it; and its size cannot be negative, so that making it cannot fail.
 */
public final class SunkArrays {

  private final Set<Var> assigned;
  private final Map<Var, Expr> definitions = new HashMap<>();
  private final Vars vars;

  private SunkArrays(Function function) {
    this.vars = Vars.after(function);
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
    for (int i = out.size() - 1; i >= 0; i--) {
      if (out.get(i) instanceof Stmt.Declare d
          && isMovable(d)
          && !excluded.contains(d.variable())) {
        split(d, i, out);
      }
    }
    return out.stream().map(s -> within(s, excluded)).toList();
  }

  private Stmt within(Stmt s, Set<Var> excluded) {
    return Children.map(
        s,
        e -> e,
        b -> {
          Set<Var> inside = new HashSet<>(excluded);
          inside.addAll(Variables.usedAfter(b, s));
          return block(b, inside);
        });
  }

  /** The same array for another variable: a new expression, since another array is made there. */
  private static Stmt.Declare again(Var next, Stmt.Declare d) {
    Expr.NewArray made = (Expr.NewArray) d.value().orElseThrow();
    Expr value = new Expr.NewArray(made.type(), made.dimensions());
    return new Stmt.Declare(next, Optional.of(value), d.origin());
  }

  /** Has a new array wherever the one of {@code d} is filled again. */
  private void split(Stmt.Declare d, int index, List<Stmt> block) {
    Var array = d.variable();
    Expr size = ((Expr.NewArray) d.value().orElseThrow()).dimensions().get(0);
    if (!isOnlyIndexed(block.subList(index + 1, block.size()), array)) {
      return;
    }
    boolean isFirst = true;
    for (int i = index + 1; i < block.size(); i++) {
      if (!mentions(block.get(i), array)) {
        continue;
      }
      List<Stmt> users =
          block.subList(i, block.size()).stream().filter(s -> mentions(s, array)).toList();
      if (!isFirst && isFilled(users, array, size)) {
        Var next = vars.make(array.name(), array.type());
        List<Stmt> rest = new ArrayList<>();
        Stmt.Declare again = again(next, d);
        rest.add(again);
        rest.addAll(Substitution.apply(Map.of(array, next.read()), block.subList(i, block.size())));
        block.subList(i, block.size()).clear();
        block.addAll(rest);
        split(again, i, block);
        return;
      }
      isFirst = false;
    }
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
    return isFixedLength(e)
        || e instanceof Expr.Read read && definitions.get(read.variable()) instanceof Expr.Length;
  }

  /** Whether {@code e} is the length of an array variable that stays the same. */
  private boolean isFixedLength(Expr e) {
    return e instanceof Expr.Length length
        && length.array() instanceof Expr.Read array
        && !assigned.contains(array.variable());
  }

  /** A length in the place of the variable that holds it. */
  private Expr normal(Expr size) {
    Expr value = size instanceof Expr.Read read ? definitions.get(read.variable()) : null;
    return isFixedLength(value) ? value : size;
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
   * Whether the first statements that mention {@code array} give all elements a value, or the only
   * one is a loop of which each trip begins so.
   */
  private boolean isFilledFirst(List<Stmt> statements, Var array, Expr size) {
    List<Stmt> users = statements.stream().filter(s -> mentions(s, array)).toList();
    if (isFilled(users, array, size)) {
      return true;
    }
    return users.size() == 1
        && users.get(0) instanceof Stmt.CountedFor loop
        && !heads(loop).contains(array)
        && isFilledFirst(loop.body(), array, size);
  }

  /** Whether {@code users} begin with giving all elements a value, the first ones one by one. */
  private boolean isFilled(List<Stmt> users, Var array, Expr size) {
    int next = 0;
    while (next < users.size() && gives(users.get(next), array, next)) {
      next++;
    }
    return next < users.size()
        && users.get(next) instanceof Stmt.CountedFor loop
        && fills(loop, array, next, size);
  }

  /** {@code array[index] = e}. */
  private static boolean gives(Stmt s, Var array, int index) {
    return s instanceof Stmt.Assign a
        && a.target().equals(Exprs.element(array.read(), Exprs.num(index)))
        && !Variables.readBy(a.value()).contains(array);
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

  /** Whether {@code loop} gives all elements from {@code first} on a value. */
  private boolean fills(Stmt.CountedFor loop, Var array, int first, Expr size) {
    boolean isAll =
        Exprs.isNumber(loop.from(), first)
            && loop.compare() == BinaryOp.LT
            && loop.step() == 1
            && normal(loop.bound()).equals(normal(size));
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
