package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Increment;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is added first to an element of a new array is its value: {@code a[i] = e} in the place of
 * {@code a[i] += e}, in a loop over elements or one after another. An array that has got values
 * everywhere need not end with zeros.
 *
 * <p>Law: {@code 0 + e = e} but for the sign of a zero, which an adjoint does not promise (but the
 * values of the method do), where no statement before mentions the element, and each trip of a loop
 * has one of its own; and what is stored in an element that nothing reads afterwards may be
 * anything, where nothing but elements of the array is used in the scope in which it is made.
 */
public final class FirstAccumulations {

  private final ElementsOfNewArrays elements;

  /** Variables that are read outside of the block that declares them. */
  private final Set<Var> readLater = new HashSet<>();

  private FirstAccumulations(Sweep sweep) {
    this.elements = new ElementsOfNewArrays(sweep.body());
    sweep.derivatives().forEach(e -> readLater.addAll(Variables.readBy(e)));
    sweep.value().ifPresent(e -> readLater.addAll(Variables.readBy(e)));
  }

  /** {@code sweep}, which adds less. */
  public static Sweep in(Sweep sweep) {
    return sweep.withBody(new FirstAccumulations(sweep).block(sweep.body()));
  }

  private Stmt within(Stmt s) {
    return Children.map(
        s,
        e -> e,
        b -> {
          // What the head of a loop declares is read by its tail.
          readLater.addAll(Variables.usedAfter(b, s));
          return block(b);
        });
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    statements.forEach(s -> out.add(within(s)));
    for (int i = 0; i < out.size(); i++) {
      if (out.get(i) instanceof Stmt.Declare d && d.origin().equals(Origin.NONE)) {
        List<Stmt> rest = out.subList(i + 1, out.size());
        elements.sizeOfZeros(d).ifPresent(size -> array(d.variable(), size, rest));
      }
    }
    return out;
  }

  /** Changes {@code rest}, the statements of the scope of {@code array}, which is new. */
  private void array(Var array, Expr size, List<Stmt> rest) {
    numbered(array, rest);
    int first = 0;
    while (first < rest.size() && !ElementsOfNewArrays.mentions(rest.get(first), array)) {
      first++;
    }
    if (first == rest.size() || !(rest.get(first) instanceof Stmt.CountedFor loop)) {
      return;
    }
    Optional<Stmt> stores = withStore(loop, array);
    if (stores.isEmpty()) {
      return;
    }
    rest.set(first, stores.get());
    if (!readLater.contains(array)
        && Variables.isOnlyIndexed(rest, array)
        && elements.isFilledFirst(rest, array, size)) {
      withoutResets(array, rest);
    }
  }

  /** Changes those of the first statements that add to elements with a constant index. */
  private static void numbered(Var array, List<Stmt> rest) {
    Set<Expr> touched = new HashSet<>();
    for (int i = 0; i < rest.size(); i++) {
      Stmt s = rest.get(i);
      if (!ElementsOfNewArrays.mentions(s, array)) {
        continue;
      }
      List<Expr.Element> found = ElementsOfNewArrays.elements(List.of(s), array);
      if (!(s instanceof Stmt.Assign || s instanceof Stmt.Declare)
          || !Variables.isOnlyIndexed(List.of(s), array)
          || !found.stream().allMatch(e -> e.index() instanceof Expr.Literal)) {
        return;
      }
      // The target, and the element that is added to.
      if (s instanceof Stmt.Assign a
          && !touched.contains(a.target())
          && found.stream().filter(a.target()::equals).count() == 2) {
        rest.set(i, withStore(a, a.target()));
      }
      touched.addAll(found);
    }
  }

  /** {@code loop} with {@code array[i] = e} for the only statement that adds to the array. */
  private static Optional<Stmt> withStore(Stmt.CountedFor loop, Var array) {
    if (Variables.readBy(loop.from()).contains(array)
        || Variables.readBy(loop.bound()).contains(array)
            && !loop.bound().equals(Exprs.length(array.read()))) {
      return Optional.empty();
    }
    List<Expr.Element> mentioned = ElementsOfNewArrays.elements(loop.body(), array);
    if (mentioned.size() != 2
        || !mentioned.get(0).equals(mentioned.get(1))
        || !isOffset(mentioned.get(0).index(), loop.counter())
        || !Variables.isOnlyIndexed(loop.body(), array)) {
      return Optional.empty();
    }
    List<Stmt> body = withStore(loop.body(), mentioned.get(0));
    return body.equals(loop.body())
        ? Optional.empty()
        : Optional.of(Children.map(loop, e -> e, b -> body));
  }

  /** Not within a loop, which would add to the element more than once. */
  private static List<Stmt> withStore(List<Stmt> statements, Place element) {
    return statements.stream()
        .map(
            s ->
                s instanceof Stmt.If
                    ? Children.map(s, e -> e, b -> withStore(b, element))
                    : s instanceof Stmt.Assign a ? withStore(a, element) : s)
        .toList();
  }

  private static Stmt withStore(Stmt.Assign a, Place element) {
    return Increment.of(a)
        .filter(sum -> sum.target().equals(element) && a.origin().equals(Origin.NONE))
        .map(sum -> new Stmt.Assign(element, sum.added(), a.origin()))
        .orElse(a);
  }

  /** {@code i}, {@code i + 1} or {@code i - 1}, with any number. */
  private static boolean isOffset(Expr index, Var counter) {
    return index.equals(counter.read())
        || index instanceof Expr.Binary b
            && (b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUB)
            && b.left().equals(counter.read())
            && b.right() instanceof Expr.Literal;
  }

  /** Leaves out the zeros that nothing reads, from the last statement to the first. */
  private static void withoutResets(Var array, List<Stmt> rest) {
    for (int i = rest.size() - 1; i >= 0; i--) {
      List<Expr.Element> later =
          ElementsOfNewArrays.elements(rest.subList(i + 1, rest.size()), array);
      if (rest.get(i) instanceof Stmt.Assign a
          && isZero(a)
          && a.target() instanceof Expr.Element e
          && e.array().equals(array.read())
          && e.index() instanceof Expr.Literal
          && later.stream().allMatch(x -> isOther(x.index(), e.index()))) {
        rest.remove(i);
      } else if (rest.get(i) instanceof Stmt.CountedFor loop) {
        rest.set(i, withoutReset(loop, array, later));
      }
    }
  }

  private static boolean isZero(Stmt.Assign a) {
    return Exprs.isNumber(a.value(), 0);
  }

  private static boolean isOther(Expr index, Expr other) {
    return index instanceof Expr.Literal && !index.equals(other);
  }

  private static Stmt withoutReset(Stmt.CountedFor loop, Var array, List<Expr.Element> later) {
    Expr element = Exprs.element(array.read(), loop.counter().read());
    boolean isOwn =
        ElementsOfNewArrays.elements(loop.body(), array).stream().allMatch(element::equals)
            && later.stream().allMatch(x -> isBefore(x.index(), loop));
    List<Stmt> body = new ArrayList<>(loop.body());
    int last = body.size() - 1;
    while (last >= 0 && !ElementsOfNewArrays.mentions(body.get(last), array)) {
      last--;
    }
    if (isOwn
        && last >= 0
        && body.get(last) instanceof Stmt.Assign a
        && a.target().equals(element)
        && isZero(a)) {
      body.remove(last);
      return Children.map(loop, e -> e, b -> body);
    }
    return loop;
  }

  /** Whether {@code index} is a number below all those that {@code loop} runs over. */
  private static boolean isBefore(Expr index, Stmt.CountedFor loop) {
    Expr lowest = loop.step() > 0 ? loop.from() : loop.bound();
    return index instanceof Expr.Literal i
        && lowest instanceof Expr.Literal low
        && i.value() instanceof Integer at
        && low.value() instanceof Integer least
        && (loop.step() > 0 || loop.compare() == BinaryOp.GE)
        && at < least;
  }
}
