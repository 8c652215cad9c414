package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Arrays that have another name when an assignment takes one from them: in {@code kept = u; u = v;
 * v = kept;} the array of {@code u} is that of {@code kept}, and the one of {@code v} that of
 * {@code u}.
 *
 * <p>Law: when the assignment has run, the other variable has what the first one had before.
 */
final class OtherNames {

  private final Map<Stmt, Var> found = new IdentityHashMap<>();

  private OtherNames() {}

  /** Those in {@code body}. */
  static OtherNames in(List<Stmt> body) {
    OtherNames pass = new OtherNames();
    pass.block(body);
    return pass;
  }

  /** The variable that still has the array that {@code assign} takes from its target. */
  Optional<Var> of(Stmt.Assign assign) {
    return Optional.ofNullable(found.get(assign));
  }

  private void block(List<Stmt> statements) {
    // For each variable those that have the same array, at this place.
    Map<Var, Set<Var>> same = new HashMap<>();
    for (Stmt s : statements) {
      if (s instanceof Stmt.Assign a
          && a.target() instanceof Expr.Read x
          && x.type() instanceof Type.Array) {
        others(x.variable(), same).ifPresent(other -> found.put(a, other));
        leave(x.variable(), same);
        join(x.variable(), a.value(), same);
      } else if (s instanceof Stmt.Declare d && d.variable().type() instanceof Type.Array) {
        leave(d.variable(), same);
        d.value().ifPresent(value -> join(d.variable(), value, same));
      } else {
        changed(s).forEach(v -> leave(v, same));
        Children.blocks(s).forEach(this::block);
      }
    }
  }

  private static Set<Var> changed(Stmt s) {
    Set<Var> changed = new HashSet<>(Variables.assignedIn(List.of(s)));
    changed.addAll(Variables.declaredIn(List.of(s)));
    return changed;
  }

  private static Optional<Var> others(Var v, Map<Var, Set<Var>> same) {
    return same.getOrDefault(v, Set.of()).stream().filter(x -> !x.equals(v)).findFirst();
  }

  private static void leave(Var v, Map<Var, Set<Var>> same) {
    Set<Var> group = same.remove(v);
    if (group != null) {
      group.remove(v);
    }
  }

  private static void join(Var v, Expr value, Map<Var, Set<Var>> same) {
    if (value instanceof Expr.Read read && !read.variable().equals(v)) {
      Set<Var> group = same.computeIfAbsent(read.variable(), x -> new LinkedHashSet<>(Set.of(x)));
      group.add(v);
      same.put(v, group);
    }
  }
}
