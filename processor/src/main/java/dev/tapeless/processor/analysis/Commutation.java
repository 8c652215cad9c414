package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Variables;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the trips of a loop may run in any order: all that they do to what lives longer than a
 * trip is to add to it, and none reads what another one adds to.
 */
public final class Commutation {

  private Commutation() {}

  /**
   * Whether {@code body} can run for the counter's values in any order, up to the rounding of sums.
   */
  public static boolean isFree(List<Stmt> body, Effects effects) {
    Set<Location> local = new HashSet<>();
    Variables.declaredIn(body).forEach(v -> local.add(new Location.Variable(v)));
    Set<Location> added = new LinkedHashSet<>();
    Set<Location> read = new HashSet<>();
    boolean[] onlyAdds = {true};
    Variables.forEachStatement(
        body,
        s -> {
          Optional<Increment> sum = s instanceof Stmt.Assign a ? Increment.of(a) : Optional.empty();
          Set<Location> written = new LinkedHashSet<>(effects.writtenBy(s));
          written.removeAll(local);
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
