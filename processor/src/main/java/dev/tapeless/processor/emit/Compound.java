package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import java.util.Optional;

/**
 * An assignment {@code target = (T) (target op operand)} seen as {@code target op= operand}.
 *
 * @param computed the type in which Java computes
 */
record Compound(BinaryOp op, Expr operand, Type computed) {

  /** The compound form of {@code s}, when there is one that means the same. */
  static Optional<Compound> of(Stmt.Assign s) {
    Type target = s.target().type();
    Expr value = s.value();
    if (value instanceof Expr.Cast cast
        && cast.type().equals(target)
        && cast.operand() instanceof Expr.Binary) {
      value = cast.operand();
    }
    if (!(value instanceof Expr.Binary original)
        || original.op().isComparison()
        || isConditional(original.op())) {
      return Optional.empty();
    }
    Expr.Binary sum = Operators.withoutNegativeTerm(original);
    boolean onTarget =
        Conversions.withoutExactCasts(sum.left()).equals(s.target())
            || sum.left() instanceof Expr.Cast cast
                && isWidening(cast)
                && cast.operand().equals(s.target());
    return onTarget
        ? Optional.of(new Compound(sum.op(), sum.right(), sum.left().type()))
        : Optional.empty();
  }

  /**
   * Whether Java computes in the type wanted, and lint sees no loss, when the right side has the
   * type {@code natural}.
   */
  boolean allows(Type target, Type natural) {
    if (!Conversions.isNumeric(target)) {
      return true;
    }
    if (op.isShift()) {
      return Conversions.promoted(target).equals(computed);
    }
    boolean losesNothing = Conversions.widens(natural, target) || isSmallConstant(target);
    return Conversions.promoted(target, natural).equals(computed) && losesNothing;
  }

  /** Whether this adds or subtracts 1. */
  boolean isStep() {
    return (op == BinaryOp.ADD || op == BinaryOp.SUB) && Exprs.isNumber(operand, 1);
  }

  private boolean isSmallConstant(Type target) {
    if (!(operand instanceof Expr.Literal literal) || !(literal.value() instanceof Integer value)) {
      return false;
    }
    return target == Primitive.BYTE && value == value.byteValue()
        || target == Primitive.SHORT && value == value.shortValue()
        || target == Primitive.CHAR && value == (char) value.intValue();
  }

  private static boolean isWidening(Expr.Cast cast) {
    return Conversions.widens(cast.operand().type(), cast.type());
  }

  private static boolean isConditional(BinaryOp op) {
    return op == BinaryOp.COND_AND || op == BinaryOp.COND_OR;
  }
}
