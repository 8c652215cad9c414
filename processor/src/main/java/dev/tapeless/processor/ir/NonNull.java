package dev.tapeless.processor.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The array variables of a function that cannot be null: they are made in it, or the function uses
 * their elements or length on every path, so that it would not tolerate null anyway.
 */
public final class NonNull {

  private final Set<Var> sure = new HashSet<>();
  private final Set<Var> assigned;

  private NonNull(Function function) {
    assigned = Variables.assignedIn(function.body());
    List<Stmt> always = new ArrayList<>();
    collect(function.body(), always);
    always.forEach(s -> Variables.evaluated(s).forEach(this::use));
    always.stream()
        .filter(Stmt.Assign.class::isInstance)
        .forEach(s -> use(((Stmt.Assign) s).target()));
    function.result().ifPresent(this::use);
    for (int before = -1; before != sure.size(); ) {
      before = sure.size();
      Variables.forEachStatement(function.body(), this::follow);
      always.forEach(this::followBack);
    }
  }

  /** The variables of {@code function} that cannot be null. */
  public static NonNull in(Function function) {
    return new NonNull(function);
  }

  /** Whether {@code expr} cannot be null. */
  public boolean isSure(Expr expr) {
    if (expr instanceof Expr.ZerosLike zeros) {
      return isSure(zeros.array());
    }
    if (expr instanceof Expr.DeepCopy copy) {
      return isSure(copy.array());
    }
    return expr instanceof Expr.NewArray
        || expr instanceof Expr.ArrayLiteral
        || expr instanceof Expr.CloneArray
        || expr instanceof Expr.Read read && sure.contains(read.variable());
  }

  /** The statements that run whenever the function runs to its end. */
  private static void collect(List<Stmt> statements, List<Stmt> always) {
    for (Stmt statement : statements) {
      always.add(statement);
      if (statement instanceof Stmt.Block block) {
        collect(block.statements(), always);
      } else if (statement instanceof Stmt.Loop loop) {
        collect(loop.head(), always);
      }
    }
  }

  private void use(Expr expr) {
    if (expr instanceof Expr.Element e) {
      add(e.array());
    } else if (expr instanceof Expr.Length e) {
      add(e.array());
    } else if (expr instanceof Expr.CloneArray e) {
      add(e.array());
    }
    List<Expr> children = Children.of(expr);
    boolean mayStopEarly =
        expr instanceof Expr.Conditional
            || expr instanceof Expr.ZeroGuard
            || expr instanceof Expr.Binary b
                && (b.op() == BinaryOp.COND_AND || b.op() == BinaryOp.COND_OR);
    children.subList(0, mayStopEarly ? 1 : children.size()).forEach(this::use);
  }

  private void add(Expr array) {
    if (array instanceof Expr.Read read && !assigned.contains(read.variable())) {
      sure.add(read.variable());
    }
  }

  /**
   * What is declared with a value that is not null is not null, and what has the shape of such an
   * array.
   */
  private void follow(Stmt statement) {
    if (statement instanceof Stmt.Declare d && d.value().isPresent() && isSure(d.value().get())) {
      add(d.variable().read());
    }
    if (statement instanceof Stmt.Require r
        && r.requirement() instanceof Requirement.SameShape shape
        && isSure(shape.expected())) {
      add(shape.actual());
    }
  }

  /** What a variable that is not null copies is not null. */
  private void followBack(Stmt statement) {
    if (statement instanceof Stmt.Declare d
        && d.value().isPresent()
        && sure.contains(d.variable())) {
      if (d.value().get() instanceof Expr.ZerosLike zeros) {
        add(zeros.array());
      } else if (d.value().get() instanceof Expr.DeepCopy copy) {
        add(copy.array());
      }
    }
  }
}
