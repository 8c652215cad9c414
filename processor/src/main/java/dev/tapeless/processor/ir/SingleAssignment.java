package dev.tapeless.processor.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which variables are assigned at most once on every path through their scope, their declaration included. */
public final class SingleAssignment {

  private SingleAssignment() {}

  /** The variables declared in {@code statements}, at any depth, that get one value at most. */
  public static Set<Var> in(List<Stmt> statements) {
    Set<Var> found = new HashSet<>();
    block(statements, found);
    return found;
  }

  private static void block(List<Stmt> statements, Set<Var> found) {
    for (int i = 0; i < statements.size(); i++) {
      Stmt s = statements.get(i);
      Children.blocks(s).forEach(block -> block(block, found));
      List<Stmt> rest = statements.subList(i + 1, statements.size());
      for (Var v : Variables.declared(s)) {
        boolean given = !(s instanceof Stmt.Declare d) || d.value().isPresent();
        if ((given ? 1 : 0) + count(rest, v) <= 1) {
          found.add(v);
        }
      }
    }
  }

  /** How often {@code v} is assigned at most, on one path; in a loop more than once. */
  private static int count(List<Stmt> statements, Var v) {
    int count = 0;
    for (Stmt s : statements) {
      if (s instanceof Stmt.Assign a && a.target().equals(v.read())) {
        count++;
      } else if (s instanceof Stmt.If branch) {
        count += Math.max(count(branch.then(), v), count(branch.otherwise(), v));
      } else {
        boolean loop = !(s instanceof Stmt.Block);
        for (List<Stmt> block : Children.blocks(s)) {
          count += (loop ? 2 : 1) * count(block, v);
        }
      }
    }
    return count;
  }

  /** Whether {@code v} gets a value in {@code statements} before anything reads it, on every path. */
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
    return Variables.readBy(List.of(s)).contains(v)
        || Variables.assignedIn(List.of(s)).contains(v);
  }
}
