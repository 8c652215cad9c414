package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Exprs.minus;
import static dev.tapeless.processor.ir.Exprs.negated;
import static dev.tapeless.processor.ir.Exprs.over;
import static dev.tapeless.processor.ir.Exprs.times;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.UnaryOp;
import java.util.List;
import java.util.Optional;

/**
 * The partial derivatives of the operators on {@code double} and {@code float}, in the shape of
 * those of the library methods.
 */
public final class Operators {

  private static final Library MATH = new Library("java.lang.Math");

  private Operators() {}

  /** The rule of an operator with two operands; none for those that have no real result. */
  public static Optional<Rule> rule(BinaryOp op) {
    return switch (op) {
      case ADD -> Optional.of((i, a, r, g) -> g);
      case SUB -> Optional.of((i, a, r, g) -> i == 0 ? g : negated(g));
      case MUL -> Optional.of((i, a, r, g) -> times(a.get(1 - i), g));
      // The formula a / (b * b) would overflow where the derivative does not.
      case DIV ->
          Optional.of(
              (i, a, r, g) ->
                  i == 0 ? over(g, a.get(1)) : negated(times(ofDivisor(a.get(0), a.get(1), r), g)));
      case REM -> Optional.of((i, a, r, g) -> i == 0 ? g : negated(times(quotient(a, r), g)));
      default -> Optional.empty();
    };
  }

  /** {@code r / b} for {@code r = a / b}: a reciprocal is multiplied by itself. */
  private static Expr ofDivisor(Expr a, Expr b, Expr r) {
    return Exprs.isNumber(a, 1) ? times(r, r) : over(r, b);
  }

  /** The rule of an operator with one operand; none for those that have no real result. */
  public static Optional<Rule> rule(UnaryOp op) {
    return op == UnaryOp.NEGATE ? Optional.of((i, a, r, g) -> negated(g)) : Optional.empty();
  }

  // trunc(a / b): a - r is a multiple of b, so rounding only removes the error of the division.
  private static Expr quotient(List<Expr> a, Expr r) {
    return MATH.viaDouble("rint", over(minus(a.get(0), r), a.get(1)));
  }
}
