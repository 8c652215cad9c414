package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Expr.Binary;
import dev.tapeless.processor.ir.Expr.Literal;
import dev.tapeless.processor.ir.Expr.Unary;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.UnaryOp;
import java.util.Optional;

/** How strongly operators bind, and how a sum with a negative term is written. */
final class Operators {

  private Operators() {}

  /** The precedence of {@code op}; a higher one binds more strongly. */
  static int precedence(BinaryOp op) {
    return switch (op) {
      case COND_OR -> 2;
      case COND_AND -> 3;
      case OR -> 4;
      case XOR -> 5;
      case AND -> 6;
      case EQ, NE -> 7;
      case LT, LE, GT, GE -> 8;
      case SHL, SHR, USHR -> 9;
      case ADD, SUB -> 10;
      case MUL, DIV, REM -> 11;
    };
  }

  /**
   * Whether readers, and Error Prone, want parentheses around {@code inner} although Java does not.
   */
  static boolean isConfusing(BinaryOp outer, BinaryOp inner) {
    boolean mixesConditions = outer == BinaryOp.COND_OR && inner == BinaryOp.COND_AND;
    boolean mixesShifts = outer.isShift() && precedence(inner) >= precedence(BinaryOp.ADD);
    return mixesConditions || mixesShifts;
  }

  /**
   * {@code a + -b} as {@code a - b} and {@code a - -b} as {@code a + b}, which are the same in
   * every bit.
   */
  static Binary withoutNegativeTerm(Binary e) {
    if (e.op() != BinaryOp.ADD && e.op() != BinaryOp.SUB) {
      return e;
    }
    BinaryOp opposite = e.op() == BinaryOp.ADD ? BinaryOp.SUB : BinaryOp.ADD;
    return negativeOf(e.right())
        .map(positive -> new Binary(opposite, e.left(), positive, e.type()))
        .orElse(e);
  }

  /** What {@code expr} is the negative of, when it begins with a minus sign. */
  private static Optional<Expr> negativeOf(Expr expr) {
    if (expr instanceof Unary u && u.op() == UnaryOp.NEGATE) {
      return Optional.of(u.operand());
    }
    if (expr instanceof Literal literal) {
      return negativeOf(literal);
    }
    if (expr instanceof Binary b
        && b.type().isReal()
        && (b.op() == BinaryOp.MUL || b.op() == BinaryOp.DIV)) {
      return negativeOf(b.left()).map(left -> new Binary(b.op(), left, b.right(), b.type()));
    }
    return Optional.empty();
  }

  private static Optional<Expr> negativeOf(Literal literal) {
    Object value = literal.value();
    if (value instanceof Double d && d < 0) {
      return Optional.of(new Literal(Primitive.DOUBLE, -d, literal.text()));
    }
    if (value instanceof Float f && f < 0) {
      return Optional.of(new Literal(Primitive.FLOAT, -f, literal.text()));
    }
    if (value instanceof Integer i
        && i < 0
        && i != Integer.MIN_VALUE
        && literal.type() == Primitive.INT) {
      return Optional.of(new Literal(Primitive.INT, -i, literal.text()));
    }
    return value instanceof Long l && l < 0 && l != Long.MIN_VALUE
        ? Optional.of(new Literal(Primitive.LONG, -l, literal.text()))
        : Optional.empty();
  }
}
