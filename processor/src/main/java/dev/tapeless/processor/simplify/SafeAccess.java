package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Throwing;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which array accesses cannot fail: {@code a[i]} in {@code for (int i = 0; i < a.length; i++)},
 * where {@code a} is not assigned, or was made with the loop's bound as its size.
 */
final class SafeAccess {

  private final Map<Var, Stmt.CountedFor> loops;
  private final Set<Var> assigned;
  private final Map<Var, Expr> sizes;

  private SafeAccess(Map<Var, Stmt.CountedFor> loops, Set<Var> assigned, Map<Var, Expr> sizes) {
    this.loops = loops;
    this.sizes = sizes;
    this.assigned = assigned;
  }

  /** What is safe within {@code statements}. */
  static SafeAccess in(List<Stmt> statements) {
    Map<Var, Stmt.CountedFor> loops = new HashMap<>();
    Map<Var, Expr> sizes = new HashMap<>();
    Variables.forEachStatement(
        statements,
        s -> {
          if (s instanceof Stmt.CountedFor f) {
            loops.put(f.counter(), f);
          } else if (s instanceof Stmt.Declare d
              && d.value().orElse(null) instanceof Expr.NewArray made) {
            sizes.put(d.variable(), made.dimensions().get(0));
          }
        });
    return new SafeAccess(loops, Variables.assignedIn(statements), sizes);
  }

  /** Whether the evaluation of {@code e} may throw. */
  boolean mayThrow(Expr e) {
    if (e instanceof Expr.Element element && isSafe(element)) {
      return false;
    }
    boolean itself = Throwing.throwsItself(e);
    return itself || Children.of(e).stream().anyMatch(this::mayThrow);
  }

  private boolean isSafe(Expr.Element e) {
    if (!(e.array() instanceof Expr.Read array) || !(e.index() instanceof Expr.Read index)) {
      return false;
    }
    Stmt.CountedFor loop = loops.get(index.variable());
    return loop != null
        && !assigned.contains(array.variable())
        && loop.from() instanceof Expr.Literal from
        && (Integer) from.value() >= 0
        && loop.step() > 0
        && loop.compare() == BinaryOp.LT
        && isSize(loop.bound(), array);
  }

  private boolean isSize(Expr bound, Expr.Read array) {
    boolean stable =
        Variables.readBy(bound).stream().noneMatch(assigned::contains)
            && !Exprs.readsElement(bound);
    return stable
        && (bound.equals(new Expr.Length(array)) || bound.equals(sizes.get(array.variable())));
  }
}
