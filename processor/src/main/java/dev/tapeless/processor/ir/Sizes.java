package dev.tapeless.processor.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which integers are sizes of arrays, or near to one: so far from the ends of {@code int} that one
 * can be added or taken away. Lengths are, variables that hold one, the sizes of arrays that a
 * function makes before its first loop or branch, and the counters of loops between such numbers.
 */
public final class Sizes {

  private final Set<Var> assigned;
  private final Set<Var> found = new HashSet<>();

  private Sizes(List<Stmt> body) {
    this.assigned = Variables.assignedIn(body);
  }

  /** Those in {@code body}, the statements of a function. */
  public static Sizes in(List<Stmt> body) {
    Sizes sizes = new Sizes(body);
    for (Stmt s : body) {
      if (!Children.blocks(s).isEmpty()) {
        break;
      }
      Variables.evaluated(s).forEach(sizes::made);
    }
    Variables.forEachStatement(body, sizes::follow);
    return sizes;
  }

  /** Whether {@code e} is one wherever it can be evaluated. */
  public boolean contains(Expr e) {
    if (e instanceof Expr.Literal literal) {
      return literal.value() instanceof Integer n && Math.abs((long) n) <= Integer.MAX_VALUE / 2;
    }
    if (e instanceof Expr.Binary b) {
      boolean isNear = b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUB;
      return isNear
          && b.right() instanceof Expr.Literal
          && contains(b.left())
          && contains(b.right());
    }
    return e instanceof Expr.Length || e instanceof Expr.Read r && found.contains(r.variable());
  }

  private void made(Expr e) {
    Variables.forEachNode(
        e,
        x -> {
          if (x instanceof Expr.NewArray made) {
            made.dimensions().forEach(this::add);
          }
        });
  }

  private void add(Expr size) {
    if (size instanceof Expr.Read r && !assigned.contains(r.variable())) {
      found.add(r.variable());
    }
  }

  private void follow(Stmt s) {
    if (s instanceof Stmt.Declare d && d.value().filter(this::contains).isPresent()) {
      add(d.variable().read());
    } else if (s instanceof Stmt.CountedFor loop
        && contains(loop.from())
        && contains(loop.bound())) {
      found.add(loop.counter());
    }
  }
}
