package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Exprs.choose;
import static dev.tapeless.processor.ir.Exprs.minus;
import static dev.tapeless.processor.ir.Exprs.over;
import static dev.tapeless.processor.ir.Exprs.times;
import static dev.tapeless.processor.rules.Formulas.along;
import static dev.tapeless.processor.rules.Formulas.both;
import static dev.tapeless.processor.rules.Formulas.constant;
import static dev.tapeless.processor.rules.Formulas.equal;
import static dev.tapeless.processor.rules.Formulas.greater;
import static dev.tapeless.processor.rules.Formulas.less;
import static dev.tapeless.processor.rules.Formulas.nothing;
import static dev.tapeless.processor.rules.Formulas.share;
import static dev.tapeless.processor.rules.Formulas.strongZero;
import static dev.tapeless.processor.rules.Formulas.unsigned;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * The derivatives of {@code pow}. Constant exponents have formulas of their own, which are shorter
 * and, as {@code 2 * x} can be differentiated again at 0, right in second order too.
 */
record PowRule(Library math) {

  /** By the base {@code x}. */
  Expr byBase(Expr x, Expr y, Expr r, Expr g) {
    OptionalDouble exponent = constantValue(y);
    if (exponent.isPresent()) {
      return byBase(x, exponent.getAsDouble(), y.type(), r, g);
    }
    return unlessFlat(x, y, g, isWhole(y) ? direct(x, y) : partial(x, y, r));
  }

  /** The same, of a function whose result {@code r} has few digits. */
  Expr byBaseAlone(Expr x, Expr y, Expr g) {
    return constantValue(y).isPresent()
        ? byBase(x, y, math.call("pow", x, y), g)
        : unlessFlat(x, y, g, direct(x, y));
  }

  // 0 * pow(0, -1) would be NaN, but pow(x, 0) is 1 for every x.
  private Expr unlessFlat(Expr x, Expr y, Expr g, Expr partial) {
    Expr p = Exprs.cast(x.type(), y);
    // The derivative by y of this derivative is 1 / x there, and not 0.
    Expr flat = along(times(g, direct(x, y)), nothing(g));
    return strongZero(g, choose(equal(p, constant(0, p)), flat, times(g, partial)));
  }

  private Expr direct(Expr x, Expr y) {
    // An integer exponent minus 1 could overflow.
    Expr p = Exprs.cast(x.type(), y);
    return times(p, math.call("pow", x, minus(p, constant(1, p))));
  }

  /**
   * Below 1/2 the difference {@code p - 1} is rounded, and the logarithm of {@code x} makes the
   * error large; there {@code r} does not overflow before the derivative does.
   */
  private Expr partial(Expr x, Expr p, Expr r) {
    Expr isRounded = less(p, constant(0.5, p));
    return choose(both(isRounded, hasQuotient(x, r)), over(times(p, r), x), direct(x, p));
  }

  /** Whether {@code x} is positive, and {@code r / x} is neither 0 / 0 nor infinity / infinity. */
  private static Expr hasQuotient(Expr x, Expr r) {
    return both(greater(x, constant(0, x)), Exprs.binary(BinaryOp.NE, x, r));
  }

  private Expr byBase(Expr x, double p, Type type, Expr r, Expr g) {
    if (p == 0) {
      return nothing(g);
    }
    if (p == 1) {
      return g;
    }
    if (p == 2) {
      return times(share(2, x), g);
    }
    if (p == 0.5) {
      return strongZero(g, over(share(0.5, g), r));
    }
    Expr less = type == Type.Primitive.INT ? Exprs.num((int) p - 1) : constant(p - 1, x);
    Expr direct = times(constant(p, x), math.call("pow", x, less));
    if (isRounded(p)) {
      Expr quotient = over(times(constant(p, x), r), x);
      return strongZero(g, times(choose(hasQuotient(x, r), quotient, direct), g));
    }
    // From 1 upwards there is no pole: the factor is infinite only where the primal is.
    return p > 1 ? times(direct, g) : strongZero(g, times(direct, g));
  }

  /** Whether {@code p - 1} is not exact; it is from 1/2 upwards. */
  private static boolean isRounded(double p) {
    return p < 0.5
        && new BigDecimal(p).subtract(BigDecimal.ONE).compareTo(new BigDecimal(p - 1)) != 0;
  }

  private static boolean isWhole(Expr y) {
    return !y.type().isReal() || y instanceof Expr.Cast cast && !cast.operand().type().isReal();
  }

  /** By the exponent {@code y}. */
  Expr byExponent(Expr x, Expr y, Expr r, Expr g) {
    Expr zero = constant(0, x);
    Expr isFlat = both(equal(x, zero), Exprs.binary(BinaryOp.GE, y, zero));
    // The sign of r differs from that of the limit where x is -0.0 and y odd; a negative x has no
    // logarithm anyway.
    Expr partial = times(unsigned(math, r), math.call("log", x));
    return strongZero(g, choose(isFlat, nothing(g), times(g, partial)));
  }

  private static OptionalDouble constantValue(Expr e) {
    if (e instanceof Expr.Literal literal && literal.value() instanceof Number number) {
      return OptionalDouble.of(number.doubleValue());
    }
    if (e instanceof Expr.Unary unary && unary.op() == UnaryOp.NEGATE) {
      OptionalDouble operand = constantValue(unary.operand());
      return operand.isPresent() ? OptionalDouble.of(-operand.getAsDouble()) : operand;
    }
    return e instanceof Expr.Cast cast
            && cast.type().isReal()
            && cast.operand().type() != cast.type()
        ? constantValue(cast.operand())
        : OptionalDouble.empty();
  }
}
