package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Exprs.choose;
import static dev.tapeless.processor.ir.Exprs.minus;
import static dev.tapeless.processor.ir.Exprs.over;
import static dev.tapeless.processor.ir.Exprs.times;
import static dev.tapeless.processor.rules.Formulas.both;
import static dev.tapeless.processor.rules.Formulas.constant;
import static dev.tapeless.processor.rules.Formulas.equal;
import static dev.tapeless.processor.rules.Formulas.nothing;
import static dev.tapeless.processor.rules.Formulas.share;
import static dev.tapeless.processor.rules.Formulas.strongZero;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;
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
    // An integer exponent minus 1 could overflow.
    Expr p = Exprs.cast(x.type(), y);
    // 0 * pow(0, -1) would be NaN, but pow(x, 0) is 1 for every x.
    Expr partial = times(p, math.call("pow", x, minus(p, constant(1, p))));
    return strongZero(g, choose(equal(p, constant(0, p)), nothing(g), times(g, partial)));
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
    Expr value = times(times(constant(p, x), math.call("pow", x, less)), g);
    // From 1 upwards there is no pole: the factor is infinite only where the primal is.
    return p > 1 ? value : strongZero(g, value);
  }

  /** By the exponent {@code y}. */
  Expr byExponent(Expr x, Expr y, Expr r, Expr g) {
    Expr zero = constant(0, x);
    Expr isFlat = both(equal(x, zero), Exprs.binary(BinaryOp.GE, y, zero));
    // The sign of r differs from that of the limit where x is -0.0 and y odd; a negative x has no
    // logarithm anyway.
    Expr partial = times(math.call("abs", r), math.call("log", x));
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
