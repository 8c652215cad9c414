package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is done with the elements of arrays that are made in one function: whether all of them get a
 * value before one is read, and whether all of them are zero in the end.
 */
final class ElementsOfNewArrays {

  private final Set<Var> assigned;
  private final Map<Var, Expr> definitions = new HashMap<>();

  /** The arrays that are made within {@code body}. */
  ElementsOfNewArrays(List<Stmt> body) {
    this.assigned = Variables.assignedIn(body);
    Variables.forEachStatement(
        body,
        s -> {
          if (s instanceof Stmt.Declare d && !assigned.contains(d.variable())) {
            d.value().ifPresent(e -> definitions.put(d.variable(), e));
          }
        });
  }

  /** Whether a variable gets another value than the one that it is declared with. */
  boolean isAssigned(Var v) {
    return assigned.contains(v);
  }

  /** Whether {@code d} makes an array of numbers that has no other name, and cannot fail. */
  boolean isNew(Stmt.Declare d) {
    return !assigned.contains(d.variable())
        && d.value().isPresent()
        && d.value().get() instanceof Expr.NewArray made
        && made.type().element() instanceof Type.Primitive
        && isSize(made.dimensions().get(0));
  }

  /** The size of the array that {@code d} makes, where it has no other name; adjoints included. */
  Optional<Expr> sizeOfZeros(Stmt.Declare d) {
    if (isNew(d)) {
      return Optional.of(((Expr.NewArray) d.value().orElseThrow()).dimensions().get(0));
    }
    return !assigned.contains(d.variable())
            && d.variable().type().rank() == 1
            && d.value().isPresent()
            && d.value().get() instanceof Expr.ZerosLike zeros
            && isFixedLength(Exprs.length(zeros.array()))
        ? Optional.of(Exprs.length(zeros.array()))
        : Optional.empty();
  }

  /** Whether {@code e} is a size of an array that cannot be negative. */
  boolean isSize(Expr e) {
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

  /** What the head of {@code loop} reads. */
  static Set<Var> heads(Stmt.CountedFor loop) {
    Set<Var> read = new HashSet<>(Variables.readBy(loop.from()));
    read.addAll(Variables.readBy(loop.bound()));
    return read;
  }

  /** Whether {@code array} is used in {@code s}. */
  static boolean mentions(Stmt s, Var array) {
    return Variables.readBy(List.of(s)).contains(array)
        || Variables.assignedIn(List.of(s)).contains(array);
  }

  /**
   * Whether the first statements that mention {@code array} give all elements a value, or the only
   * one is a loop of which each trip begins so.
   */
  boolean isFilledFirst(List<Stmt> statements, Var array, Expr size) {
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
  boolean isFilled(List<Stmt> users, Var array, Expr size) {
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
    return elements(statements, array).stream().allMatch(element::equals);
  }

  /** All elements of {@code array} that stand in {@code statements}. */
  static List<Expr.Element> elements(List<Stmt> statements, Var array) {
    List<Expr.Element> found = new ArrayList<>();
    Variables.forEachStatement(
        statements,
        s ->
            Children.expressions(s)
                .forEach(
                    e ->
                        Variables.forEachNode(
                            e,
                            x -> {
                              if (x instanceof Expr.Element element
                                  && element.array().equals(array.read())) {
                                found.add(element);
                              }
                            })));
    return found;
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

  /**
   * Whether the last statements that mention {@code array} leave zeros behind everywhere: a loop,
   * and for the elements before its first one statements of their own.
   */
  boolean isClearedLast(List<Stmt> statements, Var array, Expr size) {
    List<Stmt> users = statements.stream().filter(s -> mentions(s, array)).toList();
    Set<Integer> cleared = new HashSet<>();
    for (int i = users.size() - 1; i >= 0; i--) {
      if (users.get(i) instanceof Stmt.CountedFor loop) {
        int first = 0;
        while (cleared.contains(first)) {
          first++;
        }
        return isOverAll(loop, first, size) && !heads(loop).contains(array) && clears(loop, array);
      }
      Optional<Integer> index = cleared(users.get(i), array);
      index.ifPresent(cleared::add);
      if (index.isEmpty() && writes(users.get(i), array)) {
        return false;
      }
    }
    return false;
  }

  /** The index of the element that {@code s} makes zero. */
  private static Optional<Integer> cleared(Stmt s, Var array) {
    return s instanceof Stmt.Assign a
            && a.target() instanceof Expr.Element e
            && e.array().equals(array.read())
            && e.index() instanceof Expr.Literal literal
            && literal.value() instanceof Integer index
            && Exprs.isNumber(a.value(), 0)
        ? Optional.of(index)
        : Optional.empty();
  }

  /** Whether {@code loop} runs over all indices from {@code first}, upwards or downwards. */
  private boolean isOverAll(Stmt.CountedFor loop, int first, Expr size) {
    Expr last = Exprs.minus(size, Exprs.num(1));
    return loop.step() == 1
            && loop.compare() == BinaryOp.LT
            && isUpTo(loop.from(), first)
            && normal(loop.bound()).equals(normal(size))
        || loop.step() == -1
            && loop.compare() == BinaryOp.GE
            && isUpTo(loop.bound(), first)
            && loop.from().equals(last);
  }

  private static boolean isUpTo(Expr e, int most) {
    return e instanceof Expr.Literal literal
        && literal.value() instanceof Integer n
        && 0 <= n
        && n <= most;
  }

  /** Whether each trip ends with zero in its own element, and writes no other. */
  private static boolean clears(Stmt.CountedFor loop, Var array) {
    Expr element = Exprs.element(array.read(), loop.counter().read());
    boolean isCleared = false;
    for (Stmt s : loop.body()) {
      if (s instanceof Stmt.Assign a && a.target().equals(element)) {
        isCleared = Exprs.isNumber(a.value(), 0);
      } else if (writes(s, array)) {
        return false;
      }
    }
    return isCleared;
  }

  private static boolean writes(Stmt s, Var array) {
    boolean[] found = {false};
    Variables.forEachStatement(
        List.of(s),
        x ->
            found[0] |=
                x instanceof Stmt.Assign a
                    && a.target() instanceof Expr.Element e
                    && e.array().equals(array.read()));
    return found[0];
  }
}
