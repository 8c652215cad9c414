package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Increment;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the trips of a loop may run in any order: all that they do to what lives longer than a
 * trip is to add to it, and none reads what another one adds to; or it is in arrays of which each
 * trip has one element for itself, that with its number.
 */
public final class Commutation {

  private Commutation() {}

  /**
   * Whether {@code body} can run for the counter's values in any order, up to the rounding of sums.
   */
  public static boolean isFree(Var counter, List<Stmt> body, Effects effects) {
    Set<Location> free = new HashSet<>();
    Variables.declaredIn(body).forEach(v -> free.add(new Location.Variable(v)));
    free.addAll(own(counter, body, effects));
    Set<Location> added = new LinkedHashSet<>();
    Set<Location> read = new HashSet<>();
    boolean[] onlyAdds = {true};
    Variables.forEachStatement(
        body,
        s -> {
          Optional<Increment> sum = s instanceof Stmt.Assign a ? Increment.of(a) : Optional.empty();
          Set<Location> written = new LinkedHashSet<>(effects.writtenBy(s));
          written.removeAll(free);
          if (written.isEmpty()) {
            Variables.evaluated(s).forEach(e -> read.addAll(effects.readBy(e)));
          } else if (sum.isPresent()) {
            added.addAll(written);
            read.addAll(readBy(sum.get(), effects));
          } else {
            onlyAdds[0] = false;
          }
          boolean isOrdered =
              s instanceof Stmt.Call
                  || s instanceof Stmt.Opaque
                  || s instanceof Stmt.Throw
                  || s instanceof Stmt.Push
                  || pops(s);
          onlyAdds[0] &= !isOrdered;
        });
    return onlyAdds[0] && added.stream().noneMatch(read::contains);
  }

  /** The arrays of which only elements with the index {@code counter} are used. */
  private static Set<Location> own(Var counter, List<Stmt> body, Effects effects) {
    Set<Location> own = new HashSet<>();
    Set<Location> others = new HashSet<>();
    Variables.forEachStatement(
        body,
        s -> {
          Children.expressions(s)
              .forEach(e -> Variables.forEachNode(e, x -> sort(x, counter, effects, own, others)));
          if (s instanceof Stmt.Clear clear) {
            others.addAll(effects.contents(clear.array()));
          }
        });
    own.removeAll(others);
    return own;
  }

  private static void sort(
      Expr e, Var counter, Effects effects, Set<Location> own, Set<Location> others) {
    if (e instanceof Expr.Element element) {
      boolean isOwn =
          element.type() instanceof Type.Primitive && element.index().equals(counter.read());
      (isOwn ? own : others).add(effects.location(element));
    } else if (e instanceof Expr.CloneArray || e instanceof Expr.DeepCopy) {
      Children.of(e).forEach(array -> others.addAll(effects.contents(array)));
    }
  }

  private static Set<Location> readBy(Increment sum, Effects effects) {
    Set<Location> read = new HashSet<>(effects.readBy(sum.amount()));
    if (sum.target() instanceof Expr.Element e) {
      read.addAll(effects.readBy(e.array()));
      read.addAll(effects.readBy(e.index()));
    }
    return read;
  }

  private static boolean pops(Stmt s) {
    boolean[] found = {false};
    Variables.evaluated(s)
        .forEach(e -> Variables.forEachNode(e, x -> found[0] |= x instanceof Expr.Pop));
    return found[0];
  }
}
