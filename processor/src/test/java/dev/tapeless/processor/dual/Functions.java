package dev.tapeless.processor.dual;

import static dev.tapeless.processor.dual.Wide.ONE;

/** The methods of {@code Math} that random programs call: their values and their derivatives. */
final class Functions {

  private static final Wide TWO = Wide.of(2);

  private Functions() {}

  /** The value that Java computes, with the derivatives at these arguments. */
  static Real call(String name, Real... arguments) {
    return switch (arguments.length) {
      case 1 -> ofOne(name, arguments[0]);
      case 2 -> ofTwo(name, arguments[0], arguments[1]);
      default -> fused(name, arguments);
    };
  }

  private static Real ofOne(String name, Real argument) {
    double x = argument.value();
    Wide w = Wide.of(x);
    Wide square = w.times(w);
    return switch (name) {
      case "sin" -> of(Math.sin(x), argument, w.cos());
      case "cos" -> of(Math.cos(x), argument, w.sin().negative());
      case "tan" -> of(Math.tan(x), argument, ONE.over(w.cos().times(w.cos())));
      case "exp" -> of(Math.exp(x), argument, w.exp());
      case "expm1" -> of(Math.expm1(x), argument, w.exp());
      case "log" -> of(Math.log(x), argument, ONE.over(w));
      case "log10" -> of(Math.log10(x), argument, ONE.over(w.times(Wide.LN10)));
      case "log1p" -> of(Math.log1p(x), argument, ONE.over(ONE.plus(w)));
      case "sqrt" -> of(Math.sqrt(x), argument, ONE.over(w.sqrt().times(2)));
      case "cbrt" -> of(Math.cbrt(x), argument, ONE.over(w.cbrt().times(w.cbrt()).times(3)));
      case "sinh" -> of(Math.sinh(x), argument, cosh(w));
      case "cosh" -> of(Math.cosh(x), argument, w.exp().minus(w.negative().exp()).over(TWO));
      case "tanh" -> of(Math.tanh(x), argument, ONE.over(cosh(w).times(cosh(w))));
      case "asin" -> of(Math.asin(x), argument, ONE.over(ONE.minus(square).sqrt()));
      case "acos" -> of(Math.acos(x), argument, ONE.over(ONE.minus(square).sqrt()).negative());
      case "atan" -> of(Math.atan(x), argument, ONE.over(ONE.plus(square)));
      case "abs" ->
          Real.of(Math.abs(x), argument.isFloat(), new Real[] {argument}, Wide.of(Math.signum(x)));
      case "floor" -> step(Math.floor(x), argument);
      case "ceil" -> step(Math.ceil(x), argument);
      case "rint" -> step(Math.rint(x), argument);
      case "signum" ->
          Real.of(Math.signum(x), argument.isFloat(), new Real[] {argument}, Wide.ZERO);
      case "toRadians" -> of(Math.toRadians(x), argument, Wide.of(Math.toRadians(1)));
      default -> throw new UnsupportedOperationException("no derivative of " + name);
    };
  }

  private static Real step(double value, Real argument) {
    return of(value, argument, Wide.ZERO);
  }

  private static Wide cosh(Wide w) {
    return w.exp().plus(w.negative().exp()).over(TWO);
  }

  private static Real of(double value, Real argument, Wide partial) {
    return Real.of(value, false, new Real[] {argument}, partial);
  }

  private static Real ofTwo(String name, Real first, Real second) {
    double a = first.value();
    double b = second.value();
    Wide v = Wide.of(a);
    Wide w = Wide.of(b);
    Wide squares = v.times(v).plus(w.times(w));
    Real[] both = {first, second};
    return switch (name) {
      case "max" -> chosen(Math.max(a, b), both, Double.compare(a, b));
      case "min" -> chosen(Math.min(a, b), both, Double.compare(b, a));
      case "hypot" ->
          Real.of(Math.hypot(a, b), false, both, toHypot(v, squares), toHypot(w, squares));
      case "atan2" ->
          Real.of(Math.atan2(a, b), false, both, w.over(squares), v.negative().over(squares));
      case "copySign" ->
          Real.of(
              Math.copySign(a, b),
              first.isFloat() && second.isFloat(),
              both,
              Wide.of(Math.signum(a) * Math.signum(Math.copySign(a, b))),
              Wide.ZERO);
      case "scalb" ->
          Real.of(
              Math.scalb(a, (int) b),
              first.isFloat(),
              new Real[] {first},
              Wide.of(Math.scalb(1.0, (int) b)));
      case "pow" -> Real.of(Math.pow(a, b), false, both, byBase(a, b), byExponent(a, b));
      default -> throw new UnsupportedOperationException("no derivative of " + name);
    };
  }

  /** At a tie, half of each. */
  private static Real chosen(double value, Real[] both, int order) {
    boolean isTie = both[0].value() == both[1].value();
    Wide first = isTie ? Wide.of(0.5) : Wide.of(order > 0 ? 1 : 0);
    return Real.of(value, both[0].isFloat() && both[1].isFloat(), both, first, ONE.minus(first));
  }

  private static Wide toHypot(Wide argument, Wide squares) {
    return squares.high() == 0 ? Wide.ZERO : argument.over(squares.sqrt());
  }

  private static Wide byBase(double base, double exponent) {
    return exponent == 0
        ? Wide.ZERO
        : power(base, exponent - 1, Wide.of(exponent - 1)).times(exponent);
  }

  private static Wide byExponent(double base, double exponent) {
    return base == 0 && exponent >= 0
        ? Wide.ZERO
        : power(base, exponent, Wide.of(exponent)).times(Wide.of(base).log());
  }

  private static Wide power(double base, double rounded, Wide exponent) {
    double value = Math.pow(base, rounded);
    if (base == 0 || !Double.isFinite(value)) {
      return Wide.of(value);
    }
    Wide size = exponent.times(Wide.of(Math.abs(base)).log()).exp();
    return value < 0 ? size.negative() : size;
  }

  private static Real fused(String name, Real... x) {
    if (!name.equals("fma")) {
      throw new UnsupportedOperationException("no derivative of " + name);
    }
    double value = Math.fma(x[0].value(), x[1].value(), x[2].value());
    return Real.of(value, false, x, Wide.of(x[1].value()), Wide.of(x[0].value()), ONE);
  }
}
