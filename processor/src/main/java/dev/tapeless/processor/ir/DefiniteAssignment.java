package dev.tapeless.processor.ir;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which variables Java does not see to have a value where they are read (JLS 16), although they
 * have one.
 */
public final class DefiniteAssignment {

  private final Set<Var> declared = new HashSet<>();
  private final Set<Var> missing = new LinkedHashSet<>();

  private DefiniteAssignment() {}

  /**
   * The variables that {@code statements} or {@code result} read, without a value on some path that
   * Java cannot rule out.
   */
  public static Set<Var> missing(List<Stmt> statements, Optional<Expr> result) {
    DefiniteAssignment analysis = new DefiniteAssignment();
    Set<Var> assigned = analysis.block(statements, new HashSet<>());
    result.ifPresent(e -> analysis.read(e, assigned));
    return analysis.missing;
  }

  private void read(Expr e, Set<Var> assigned) {
    for (Var v : Variables.readBy(e)) {
      if (declared.contains(v) && !assigned.contains(v)) {
        missing.add(v);
      }
    }
  }

  /** The variables that have a value after {@code statements}; all, when these never end. */
  private Set<Var> block(List<Stmt> statements, Set<Var> before) {
    Set<Var> assigned = before;
    for (Stmt s : statements) {
      assigned = statement(s, assigned);
    }
    return assigned;
  }

  private Set<Var> statement(Stmt s, Set<Var> before) {
    if (s instanceof Stmt.If branch) {
      read(branch.condition(), before);
      Set<Var> then = block(branch.then(), new HashSet<>(before));
      then.retainAll(block(branch.otherwise(), new HashSet<>(before)));
      return then;
    }
    if (s instanceof Stmt.Loop loop) {
      Set<Var> head = block(loop.head(), new HashSet<>(before));
      read(loop.condition(), head);
      block(loop.tail(), new HashSet<>(head));
      return head;
    }
    if (s instanceof Stmt.CountedFor f) {
      read(f.from(), before);
      read(f.bound(), before);
      block(f.body(), new HashSet<>(before));
      return before;
    }
    if (s instanceof Stmt.Block b) {
      return block(b.statements(), before);
    }
    Variables.evaluated(s).forEach(e -> read(e, before));
    return simple(s, before);
  }

  private Set<Var> simple(Stmt s, Set<Var> before) {
    Set<Var> after = new HashSet<>(before);
    if (s instanceof Stmt.Declare d && d.value().isEmpty()) {
      declared.add(d.variable());
    } else if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Read target) {
      after.add(target.variable());
    } else if (s instanceof Stmt.Throw) {
      // Whatever comes here has a value.
      after.addAll(declared);
    }
    return after;
  }
}
