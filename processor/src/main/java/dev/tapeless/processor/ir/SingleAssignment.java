package dev.tapeless.processor.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables are assigned at most once on every path through their scope, their declaration
 * included.
 */
public final class SingleAssignment {

  private SingleAssignment() {}

  /** The variables declared in {@code statements}, at any depth, that get one value at most. */
  public static Set<Var> in(List<Stmt> statements) {
    Set<Var> found = new HashSet<>();
    block(statements, found);
    return found;
  }

  /** How often each variable of the blocks around is assigned at most, on one path. */
  private static Map<Var, Integer> block(List<Stmt> statements, Set<Var> found) {
    Map<Var, Integer> counts = new HashMap<>();
    for (Stmt s : statements) {
      inside(s, found).forEach((v, n) -> counts.merge(v, n, Integer::sum));
      if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Read read) {
        counts.merge(read.variable(), 1, Integer::sum);
      } else if (s instanceof Stmt.Opaque o) {
        // It may assign a variable again and again.
        o.code().assigned().forEach(v -> counts.merge(v, 2, Integer::sum));
      }
      boolean given = !(s instanceof Stmt.Declare d) || d.value().isPresent();
      Variables.declared(s).forEach(v -> counts.merge(v, given ? 1 : 0, Integer::sum));
    }
    for (Stmt s : statements) {
      for (Var v : Variables.declared(s)) {
        if (counts.remove(v) <= 1) {
          found.add(v);
        }
      }
    }
    return counts;
  }

  private static Map<Var, Integer> inside(Stmt s, Set<Var> found) {
    Map<Var, Integer> counts = new HashMap<>();
    boolean either = s instanceof Stmt.If;
    boolean loop = !either && !(s instanceof Stmt.Block);
    for (List<Stmt> block : Children.blocks(s)) {
      block(block, found)
          .forEach((v, n) -> counts.merge(v, loop ? 2 * n : n, either ? Math::max : Integer::sum));
    }
    return counts;
  }

  /**
   * Whether {@code v} gets a value in {@code statements} before anything reads it, on every path.
   */
  public static boolean isCertain(Var v, List<Stmt> statements) {
    for (Stmt s : statements) {
      if (s instanceof Stmt.Assign a && a.target().equals(v.read())) {
        return !Variables.readBy(a.value()).contains(v);
      }
      if (s instanceof Stmt.If branch && mentions(s, v)) {
        return !Variables.readBy(branch.condition()).contains(v)
            && isCertain(v, branch.then())
            && isCertain(v, branch.otherwise());
      }
      if (mentions(s, v)) {
        return false;
      }
    }
    return false;
  }

  private static boolean mentions(Stmt s, Var v) {
    return Variables.readBy(List.of(s)).contains(v) || Variables.assignedIn(List.of(s)).contains(v);
  }
}
