package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import java.util.Set;

/**
 * What the evaluation of an expression costs, in units of an addition. The weights follow
 * measurements on HotSpot.
 */
public final class Cost {

  /** Up to this a value is computed again rather than kept in a variable. */
  private static final int CHEAP = 8;

  /** The same for one that would be stored in an array and loaded, such as 1 / (1 + e). */
  private static final int CHEAP_BESIDE_MEMORY = 11;

  private static final int DIVISION = 10;
  private static final int CALL = 50;
  private static final Set<String> SIMPLE_CALLS = Set.of("abs", "max", "min", "signum", "copySign");

  private Cost() {}

  /** Whether it is better to compute {@code e} again than to keep its value. */
  public static boolean isCheap(Expr e) {
    return of(e) <= CHEAP;
  }

  /** Whether it is better to compute {@code e} again than to store its value in an array. */
  public static boolean isCheapBesideMemory(Expr e) {
    return of(e) <= CHEAP_BESIDE_MEMORY;
  }

  private static int of(Expr e) {
    int cost = own(e);
    for (Expr operand : Children.of(e)) {
      cost += e instanceof Expr.Element && isOffset(operand) ? 0 : of(operand);
    }
    return cost;
  }

  /** {@code i + 1} as an index is part of the address. */
  private static boolean isOffset(Expr index) {
    return index instanceof Expr.Binary b
        && (b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUB)
        && b.left() instanceof Expr.Read
        && b.right() instanceof Expr.Literal;
  }

  private static int own(Expr e) {
    if (e instanceof Expr.Binary b) {
      boolean divides = b.op() == BinaryOp.DIV || b.op() == BinaryOp.REM;
      // A division of integers by a constant is a multiplication and shifts.
      return divides && !(b.right() instanceof Expr.Literal && !b.type().isReal()) ? DIVISION : 1;
    }
    if (e instanceof Expr.LibraryCall call) {
      return SIMPLE_CALLS.contains(call.method()) ? 1 : CALL;
    }
    boolean free = e instanceof Expr.Read || e instanceof Expr.Literal || e instanceof Expr.Field;
    return free ? 0 : 1;
  }
}
