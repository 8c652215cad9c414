package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Exprs.choose;
import static dev.tapeless.processor.ir.Exprs.minus;
import static dev.tapeless.processor.ir.Exprs.negated;
import static dev.tapeless.processor.ir.Exprs.over;
import static dev.tapeless.processor.ir.Exprs.plus;
import static dev.tapeless.processor.ir.Exprs.times;
import static dev.tapeless.processor.rules.Formulas.along;
import static dev.tapeless.processor.rules.Formulas.both;
import static dev.tapeless.processor.rules.Formulas.constant;
import static dev.tapeless.processor.rules.Formulas.equal;
import static dev.tapeless.processor.rules.Formulas.from;
import static dev.tapeless.processor.rules.Formulas.is;
import static dev.tapeless.processor.rules.Formulas.not;
import static dev.tapeless.processor.rules.Formulas.nothing;
import static dev.tapeless.processor.rules.Formulas.share;
import static dev.tapeless.processor.rules.Formulas.strongZero;
import static dev.tapeless.processor.rules.Formulas.unsigned;

import dev.tapeless.processor.ir.Expr;
import java.util.List;

/**
 * Derivatives of the methods of {@link Math} and {@link StrictMath}: in each formula {@code x},
 * {@code y} and {@code z} are the arguments, {@code r} is the result and {@code g} the factor.
 */
final class MathRules {

  private static final double LOG10_E = 0.4342944819032518;

  /**
   * Up to this value of tanh its rounding error costs no more than three units of the derivative.
   */
  private static final double TANH_MIDDLE = 0.75;

  private MathRules() {}

  /** The rules for the class of that name, whose own methods the derivatives call. */
  static RuleSet of(String owner) {
    return builder(owner).build();
  }

  /** The rules for a class with these methods, and perhaps others. */
  static RuleSet.Builder builder(String owner) {
    Library math = new Library(owner);
    RuleSet.Builder rules = RuleSet.forClass(owner);
    addPowers(rules, math);
    addExponentials(rules, math);
    addTrigonometry(rules, math);
    addKinks(rules, math);
    addArithmetic(rules, math);
    return rules.steps("signum", "floor", "ceil", "rint", "ulp", "round", "getExponent");
  }

  // unsigned(r) in sqrt: sqrt(-0.0) is -0.0, and the derivative there is +Infinity all the same.
  private static void addPowers(RuleSet.Builder rules, Library math) {
    PowRule pow = new PowRule(math);
    rules
        .rule("sqrt", (x, r, g) -> strongZero(g, over(share(0.5, g), unsigned(math, r))))
        .where("+Infinity at 0; NaN for x < 0")
        .rule("cbrt", (x, r, g) -> strongZero(g, over(g, times(share(3, r), r))))
        .where("+Infinity at 0")
        .rule("pow", pow::byBase, pow::byExponent)
        .where(
            "by x: 0 for y == 0 and, at x == 0, for y > 1; by y at x == 0: 0 for y >= 0, -Infinity"
                + " for y < 0; NaN for x < 0")
        .rule(
            "hypot",
            (x, y, r, g) -> hypot(math, x, List.of(y), r, g),
            (x, y, r, g) -> hypot(math, y, List.of(x), r, g))
        .where("0 at (0, 0)");
  }

  private static void addExponentials(RuleSet.Builder rules, Library math) {
    rules
        .rule("exp", (x, r, g) -> times(g, r))
        .rule("expm1", (x, r, g) -> times(g, math.call("exp", x)))
        .rule("log", (x, r, g) -> strongZero(g, from(0, x, over(g, unsigned(math, x)))))
        .where("+Infinity at 0; NaN for x < 0")
        .rule(
            "log10",
            (x, r, g) -> strongZero(g, from(0, x, over(share(LOG10_E, g), unsigned(math, x)))))
        .where("+Infinity at 0; NaN for x < 0")
        .rule("log1p", (x, r, g) -> strongZero(g, from(-1, x, over(g, plus(constant(1, x), x)))))
        .where("+Infinity at -1; NaN for x < -1")
        .rule("sinh", (x, r, g) -> times(g, math.call("cosh", x)))
        .rule("cosh", (x, r, g) -> times(g, math.call("sinh", x)))
        .rule("tanh", (x, r, g) -> times(g, ofTanh(math, x, r)));
  }

  /**
   * 1 - r * r is cheap, but loses all digits in the tails, where the square of cosh(x) would
   * overflow. With e = exp(-2 |x|) the value is 4 e / (1 + e)^2, and 2 / (1 + e) is 1 + |r|, which
   * is exact there.
   */
  private static Expr ofTanh(Library math, Expr x, Expr r) {
    Expr one = constant(1, x);
    Expr size = plus(one, math.call("abs", r));
    Expr small = math.call("exp", times(constant(-2, x), math.call("abs", x)));
    Expr inTheTails = times(times(size, size), small);
    Expr isInTheMiddle = Formulas.less(math.call("abs", r), constant(TANH_MIDDLE, x));
    Expr inTheMiddle = times(minus(one, r), plus(one, r));
    Expr value = choose(isInTheMiddle, inTheMiddle, inTheTails);
    return along(minus(one, times(r, r)), value);
  }

  private static void addTrigonometry(RuleSet.Builder rules, Library math) {
    rules
        .rule("sin", (x, r, g) -> times(g, math.call("cos", x)))
        .rule("cos", (x, r, g) -> negated(times(g, math.call("sin", x))))
        .rule("tan", (x, r, g) -> times(g, plus(constant(1, r), times(r, r))))
        .rule("asin", (x, r, g) -> strongZero(g, over(g, sine(math, x))))
        .where("+Infinity at -1 and 1; NaN beyond")
        .rule("acos", (x, r, g) -> strongZero(g, negated(over(g, sine(math, x)))))
        .where("-Infinity at -1 and 1; NaN beyond")
        .rule("atan", (x, r, g) -> over(g, plus(constant(1, x), times(x, x))))
        .rule(
            "atan2",
            (x, y, r, g) -> strongZero(g, angle(math, x, y, y, x, g)),
            (x, y, r, g) -> strongZero(g, negated(angle(math, x, y, x, y, g))))
        .where("NaN at (0, 0)")
        .rule("toRadians", (x, r, g) -> math.call("toRadians", g))
        .rule("toDegrees", (x, r, g) -> math.call("toDegrees", g));
  }

  private static void addKinks(RuleSet.Builder rules, Library math) {
    rules
        .rule("abs", (x, r, g) -> times(g, math.call("signum", x)))
        .where("0 at 0")
        .rule(
            "max",
            (x, y, r, g) -> KinkRules.ofMax(x, y, g),
            (x, y, r, g) -> KinkRules.ofMax(y, x, g))
        .where("1/2 each at x == y")
        .rule(
            "min",
            (x, y, r, g) -> KinkRules.ofMin(x, y, g),
            (x, y, r, g) -> KinkRules.ofMin(y, x, g))
        .where("1/2 each at x == y")
        .rule(
            "clamp",
            (x, y, z, r, g) -> KinkRules.ofClampByValue(x, y, z, g),
            (x, y, z, r, g) -> KinkRules.ofClampByLow(x, y, z, g),
            (x, y, z, r, g) -> KinkRules.ofClampByHigh(x, y, z, g))
        .where("at a bound 1/2 each, as max(y, min(x, z))")
        // The signs multiplied; that of y is the one that r shows.
        .rule(
            "copySign",
            (x, y, r, g) -> times(g, times(math.call("signum", x), math.call("signum", r))),
            (x, y, r, g) -> nothing(g))
        .where("0 at x == 0; 0 by y");
  }

  private static void addArithmetic(RuleSet.Builder rules, Library math) {
    rules
        .rule(
            "fma",
            (x, y, z, r, g) -> times(y, g),
            (x, y, z, r, g) -> times(x, g),
            (x, y, z, r, g) -> g)
        .rule(
            "IEEEremainder",
            (x, y, r, g) -> g,
            (x, y, r, g) -> negated(times(roundedQuotient(math, x, y, r), g)))
        .where("at the jumps that of the quotient taken")
        .rule("scalb", (x, n, r, g) -> math.call("scalb", g, n), (x, n, r, g) -> nothing(g))
        .rule("nextUp", (x, r, g) -> g)
        .rule("nextDown", (x, r, g) -> g)
        .rule("nextAfter", (x, y, r, g) -> g, (x, y, r, g) -> nothing(g))
        .where("0 by y");
  }

  // x - r can overflow, since r may have the other sign.
  static Expr roundedQuotient(Library math, Expr x, Expr y, Expr r) {
    return math.call("rint", minus(over(x, y), over(r, y)));
  }

  /** The sine of the angle whose cosine is {@code x}. */
  static Expr sine(Library math, Expr x) {
    return math.call("sqrt", Formulas.oneMinusSquare(x));
  }

  private static Expr angle(Library math, Expr y, Expr x, Expr side, Expr other, Expr g) {
    Expr h = math.call("hypot", x, y);
    return times(g, PreludeRules.inverted(h, side, other));
  }

  /** The derivative of the length {@code r} by one of its sides. */
  static Expr hypot(Library math, Expr side, List<Expr> others, Expr r, Expr g) {
    Expr isFar = is("isInfinite", side);
    for (Expr other : others) {
      isFar = both(isFar, not(is("isNaN", other)));
    }
    Expr partial = choose(isFar, math.call("signum", side), PreludeRules.share(r, side, others));
    return strongZero(g, choose(equal(r, constant(0, r)), nothing(g), times(g, partial)));
  }
}
