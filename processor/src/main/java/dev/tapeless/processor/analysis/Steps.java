package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Assignments in one block, by which arrays go from variable to variable, and new ones come in:
 * {@code older = old; old = next;}. Each variable passes on its array to one other at most, and
 * gets another one afterwards.
 */
final class Steps {

  private final List<Stmt.Assign> assignments;
  private final Map<Var, Stmt.Declare> made;

  private Steps(List<Stmt.Assign> assignments, Map<Var, Stmt.Declare> made) {
    this.assignments = assignments;
    this.made = made;
  }

  /**
   * The assignments to variables of {@code same} that stand in {@code block} itself; empty if there
   * are none, or others than these.
   */
  static Optional<Steps> in(List<Stmt> block, Set<Var> same) {
    List<Stmt.Assign> assignments = new ArrayList<>();
    Map<Var, Stmt.Declare> made = new LinkedHashMap<>();
    Set<Var> declared = Variables.declaredIn(block);
    Set<Var> assigned = Variables.assignedIn(block);
    for (Stmt s : block) {
      if (s instanceof Stmt.Declare d && d.value().filter(Exprs::isNewArray).isPresent()) {
        made.put(d.variable(), d);
      }
      if (s instanceof Stmt.Assign a
          && a.target() instanceof Expr.Read x
          && same.contains(x.variable())) {
        boolean isStep =
            a.value() instanceof Expr.Read y
                && !declared.contains(x.variable())
                && (isMade(y.variable(), made.keySet(), assigned)
                    || !declared.contains(y.variable()))
                && isOnly(a, block);
        if (!isStep) {
          return Optional.empty();
        }
        assignments.add(a);
      }
    }
    Steps steps = new Steps(assignments, made);
    return assignments.isEmpty() || !assignments.stream().allMatch(steps::passesOn)
        ? Optional.empty()
        : Optional.of(steps);
  }

  /** Whether the variable still has the array that was made for it. */
  private static boolean isMade(Var v, Set<Var> made, Set<Var> assigned) {
    return made.contains(v) && !assigned.contains(v);
  }

  /** Whether nothing else in {@code block} assigns to the target of {@code a}. */
  private static boolean isOnly(Stmt.Assign a, List<Stmt> block) {
    return block.stream()
        .allMatch(s -> s == a || !Variables.assignedIn(List.of(s)).contains(target(a)));
  }

  /** Whether the variable that {@code a} takes its array from ends without it. */
  private boolean passesOn(Stmt.Assign a) {
    boolean isOnlyOne = assignments.stream().filter(x -> x.value().equals(a.value())).count() == 1;
    return isOnlyOne && (made.containsKey(source(a)) || next(a).isPresent());
  }

  /**
   * The assignment after {@code a} that gives another array to the variable that {@code a} reads.
   */
  private Optional<Stmt.Assign> next(Stmt.Assign a) {
    return assignments.subList(assignments.indexOf(a) + 1, assignments.size()).stream()
        .filter(x -> target(x).equals(source(a)))
        .findFirst();
  }

  /** The assignments, in their order. */
  List<Stmt.Assign> assignments() {
    return assignments;
  }

  /** The variable that has the array that {@code a} takes away from another one. */
  Optional<Var> keeper(Stmt.Assign a) {
    return assignments.stream()
        .filter(x -> x.value().equals(a.target()))
        .map(Steps::target)
        .findFirst();
  }

  /** What makes the new array for which {@code a} has made room. */
  Stmt.Declare origin(Stmt.Assign a) {
    Stmt.Declare declaration = made.get(source(a));
    return declaration != null ? declaration : origin(next(a).orElseThrow());
  }

  /** The variable that gets an array. */
  static Var target(Stmt.Assign a) {
    return ((Expr.Read) a.target()).variable();
  }

  private static Var source(Stmt.Assign a) {
    return ((Expr.Read) a.value()).variable();
  }
}
