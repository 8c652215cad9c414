package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Type.Primitive;
import java.util.Set;

/** What is known of an {@code int} from the expression that it is the value of. */
final class IntBounds {

  private static final Set<Primitive> SHORTER =
      Set.of(Primitive.BYTE, Primitive.SHORT, Primitive.CHAR);

  private IntBounds() {}

  /** Whether {@code expr} is never {@link Integer#MAX_VALUE}. No array is that long. */
  static boolean isBelowGreatest(Expr expr) {
    return expr instanceof Expr.Literal literal
        ? !literal.value().equals(Integer.MAX_VALUE)
        : isInside(expr);
  }

  private static boolean isInside(Expr expr) {
    if (expr instanceof Expr.Cast cast) {
      return cast.operand().type() instanceof Primitive from && SHORTER.contains(from);
    }
    if (expr instanceof Expr.Binary binary && binary.right() instanceof Expr.Literal literal) {
      int right = literal.value() instanceof Integer value ? value : 0;
      boolean isSmaller = binary.op() == BinaryOp.DIV || binary.op() == BinaryOp.REM;
      return isSmaller && right > 1
          || binary.op() == BinaryOp.SUB && right > 0 && binary.left() instanceof Expr.Length;
    }
    return expr instanceof Expr.Length;
  }
}
