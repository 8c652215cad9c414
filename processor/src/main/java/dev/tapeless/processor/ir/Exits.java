package dev.tapeless.processor.ir;

import java.util.List;

/** Which statements never let the next one run, as Java sees it (JLS 14.22). */
public final class Exits {

  private Exits() {}

  /** How many of {@code statements}, from the first one, can be reached. */
  public static int reached(List<Stmt> statements) {
    for (int i = 0; i < statements.size(); i++) {
      if (leaves(statements.get(i))) {
        return i + 1;
      }
    }
    return statements.size();
  }

  /** Whether what follows {@code s} never runs. */
  public static boolean leaves(Stmt s) {
    if (s instanceof Stmt.If branch) {
      return leaves(branch.then()) && leaves(branch.otherwise());
    }
    if (s instanceof Stmt.Loop loop) {
      boolean forever =
          loop.condition() instanceof Expr.Literal literal && literal.value().equals(true);
      return forever || leaves(loop.head());
    }
    return s instanceof Stmt.Throw || s instanceof Stmt.Block block && leaves(block.statements());
  }

  private static boolean leaves(List<Stmt> statements) {
    return statements.stream().anyMatch(Exits::leaves);
  }
}
