package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.NonNull;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
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
 * body fills it before it reads it; and its size is one that an array can have, so that making it
 * cannot fail.
 */
public final class SunkArrays {

  private final ElementsOfNewArrays elements;
  private final Vars vars;
  private final NonNull nonNull;

  private SunkArrays(Function function) {
    this.vars = Vars.after(function);
    this.elements = new ElementsOfNewArrays(function.body());
    this.nonNull = NonNull.in(function.withBody(withoutSizes(function.body())));
  }

  /** What the arrays tell that are to be moved does not count. */
  private static List<Stmt> withoutSizes(List<Stmt> statements) {
    return statements.stream()
        .map(
            s ->
                s instanceof Stmt.Declare d
                        && d.value().filter(Expr.NewArray.class::isInstance).isPresent()
                    ? new Stmt.Declare(d.variable(), Optional.empty(), d.origin())
                    : s)
        .toList();
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
          && elements.isNew(d)
          && !excluded.contains(d.variable())) {
        sink(d, i, out);
      }
    }
    for (int i = out.size() - 1; i >= 0; i--) {
      if (out.get(i) instanceof Stmt.Declare d
          && elements.isNew(d)
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
    if (!Variables.isOnlyIndexed(block.subList(index + 1, block.size()), array)) {
      return;
    }
    boolean isFirst = true;
    for (int i = index + 1; i < block.size(); i++) {
      if (!ElementsOfNewArrays.mentions(block.get(i), array)) {
        continue;
      }
      List<Stmt> users =
          block.subList(i, block.size()).stream()
              .filter(s -> ElementsOfNewArrays.mentions(s, array))
              .toList();
      if (!isFirst && elements.isFilled(users, array, size)) {
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

  /** Where the loop has no trip, the length of an array that is null would not be asked for. */
  private boolean canMove(Expr size) {
    return !(size instanceof Expr.Length length) || nonNull.isSure(length.array());
  }

  /** Moves {@code d} to the beginning of the loop that alone uses the array. */
  private void sink(Stmt.Declare d, int index, List<Stmt> block) {
    Var array = d.variable();
    int user = -1;
    for (int i = index + 1; i < block.size(); i++) {
      if (ElementsOfNewArrays.mentions(block.get(i), array)) {
        if (user >= 0) {
          return;
        }
        user = i;
      }
    }
    Expr size = ((Expr.NewArray) d.value().orElseThrow()).dimensions().get(0);
    boolean fits =
        user >= 0
            && canMove(size)
            && block.get(user) instanceof Stmt.CountedFor loop
            && !ElementsOfNewArrays.heads(loop).contains(array)
            && Variables.isOnlyIndexed(loop.body(), array)
            && elements.isFilledFirst(loop.body(), array, size);
    if (fits) {
      Stmt.CountedFor loop = (Stmt.CountedFor) block.get(user);
      List<Stmt> body = new ArrayList<>();
      body.add(d);
      body.addAll(loop.body());
      block.set(user, Children.map(loop, e -> e, b -> body));
      block.remove(index);
    }
  }
}
