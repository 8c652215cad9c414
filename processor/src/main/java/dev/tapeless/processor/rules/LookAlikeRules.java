package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Exprs.choose;
import static dev.tapeless.processor.ir.Exprs.minus;
import static dev.tapeless.processor.ir.Exprs.negated;
import static dev.tapeless.processor.ir.Exprs.over;
import static dev.tapeless.processor.ir.Exprs.plus;
import static dev.tapeless.processor.ir.Exprs.times;
import static dev.tapeless.processor.rules.Formulas.both;
import static dev.tapeless.processor.rules.Formulas.constant;
import static dev.tapeless.processor.rules.Formulas.either;
import static dev.tapeless.processor.rules.Formulas.from;
import static dev.tapeless.processor.rules.Formulas.greater;
import static dev.tapeless.processor.rules.Formulas.less;
import static dev.tapeless.processor.rules.Formulas.nothing;
import static dev.tapeless.processor.rules.Formulas.share;
import static dev.tapeless.processor.rules.Formulas.strongZero;
import static dev.tapeless.processor.rules.Formulas.undefined;
import static dev.tapeless.processor.rules.Formulas.unsigned;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.LookAlikes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Derivatives of the classes that libraries have in the place of {@link Math}: the rules of {@code
 * Math}, whose formulas call the methods of the same class, and what these classes have besides.
 */
final class LookAlikeRules {

  private LookAlikeRules() {}

  /** The tables of all classes. */
  static List<RuleSet> all() {
    return Stream.concat(
            LookAlikes.SUMS.stream().map(LookAlikeRules::sums),
            LookAlikes.CLASSES.stream().map(LookAlikeRules::of))
        .toList();
  }

  /** A sum of products {@code sum(x1, y1, x2, y2, ...)}. */
  private static RuleSet sums(String owner) {
    RuleSet.Builder rules = RuleSet.forClass(owner);
    for (int products = 2; products <= 4; products++) {
      rules.rule(LookAlikes.SUM, 2 * products, (i, all, r, g) -> times(all.get(i ^ 1), g));
    }
    return rules.build();
  }

  private static RuleSet of(String owner) {
    Library math = new Library(owner);
    RuleSet.Builder rules = MathRules.builder(owner);
    addInverseHyperbolics(rules, math);
    addLogarithmToBase(rules, math);
    addOthers(rules, math);
    addFastOnes(rules, math);
    addRanges(rules, math);
    return rules
        .steps("roundEven", "floorToInt", "ceilToInt", "roundToInt", "roundEvenToInt")
        .steps("signFromBit")
        .build();
  }

  private static void addInverseHyperbolics(RuleSet.Builder rules, Library math) {
    rules
        .rule("asinh", (x, r, g) -> over(g, math.call("hypot", constant(1, x), x)))
        // The product of the roots does not overflow.
        .rule("acosh", (x, r, g) -> strongZero(g, over(g, roots(math, minus(x, one(x)), x, 1))))
        .where("+Infinity at 1; NaN for x < 1")
        .rule("acosh1p", (x, r, g) -> strongZero(g, over(g, roots(math, x, x, 2))))
        .where("+Infinity at 0; NaN for x < 0")
        .rule("atanh", (x, r, g) -> strongZero(g, beyondOne(x, undefined(g), atanh(x, g))))
        .where("+Infinity at -1 and 1; NaN beyond")
        .rule("coshm1", (x, r, g) -> times(g, math.call("sinh", x)));
  }

  private static Expr one(Expr like) {
    return constant(1, like);
  }

  private static Expr roots(Library math, Expr first, Expr x, double shift) {
    return times(math.call("sqrt", first), math.call("sqrt", plus(x, constant(shift, x))));
  }

  private static Expr atanh(Expr x, Expr g) {
    return over(g, Formulas.oneMinusSquare(x));
  }

  private static Expr beyondOne(Expr x, Expr beyond, Expr within) {
    return choose(either(less(x, constant(-1, x)), greater(x, one(x))), beyond, within);
  }

  /** {@code log(x, y)} is the logarithm of y to the base x. */
  private static void addLogarithmToBase(RuleSet.Builder rules, Library math) {
    rules.rule(
        "log",
        (x, y, r, g) -> strongZero(g, negated(times(g, over(r, times(x, math.call("log", x)))))),
        (x, y, r, g) ->
            strongZero(g, from(0, y, over(g, times(unsigned(math, y), math.call("log", x))))));
  }

  private static void addOthers(RuleSet.Builder rules, Library math) {
    rules
        .rule(
            "hypot",
            (x, y, z, r, g) -> MathRules.hypot(math, x, List.of(y, z), r, g),
            (x, y, z, r, g) -> MathRules.hypot(math, y, List.of(x, z), r, g),
            (x, y, z, r, g) -> MathRules.hypot(math, z, List.of(x, y), r, g))
        .rule("pow2", (x, r, g) -> times(share(2, x), g))
        .rule("pow3", (x, r, g) -> times(times(share(3, x), x), g))
        .rule("asinInRange", (x, r, g) -> arc(x, g, over(g, MathRules.sine(math, x))))
        .where("+Infinity at -1 and 1; 0 beyond")
        .rule("acosInRange", (x, r, g) -> arc(x, g, negated(over(g, MathRules.sine(math, x)))))
        .where("-Infinity at -1 and 1; 0 beyond");
  }

  private static Expr arc(Expr x, Expr g, Expr within) {
    return strongZero(g, beyondOne(x, nothing(g), within));
  }

  /** What is computed with few digits has the derivative of the function that it stands for. */
  private static void addFastOnes(RuleSet.Builder rules, Library math) {
    PowRule pow = new PowRule(math);
    rules
        .rule("sinQuick", (x, r, g) -> times(g, math.call("cos", x)))
        .rule("cosQuick", (x, r, g) -> negated(times(g, math.call("sin", x))))
        .rule("expQuick", (x, r, g) -> times(g, math.call("exp", x)))
        .rule("logQuick", (x, r, g) -> strongZero(g, from(0, x, over(g, unsigned(math, x)))))
        .where("+Infinity at 0; NaN for x < 0")
        .rule("sqrtQuick", (x, r, g) -> strongZero(g, over(share(0.5, g), math.call("sqrt", x))))
        .where("+Infinity at 0; NaN for x < 0")
        .rule(
            "invSqrtQuick",
            (x, r, g) -> strongZero(g, over(share(-0.5, g), times(x, math.call("sqrt", x)))))
        .where("-Infinity at 0; NaN for x < 0")
        .rule(
            "powQuick",
            (x, y, r, g) -> pow.byBaseAlone(x, y, g),
            (x, y, r, g) -> pow.byExponent(x, y, math.call("pow", x, y), g))
        .rule("powFast", pow::byBase, pow::byExponent);
  }

  /** Above both bounds {@code toRange(low, high, x)} is {@code high}, also if they are crossed. */
  private static Expr uncrossed(Expr low, Expr high, Expr x, Expr crossed, Expr usual) {
    return choose(both(greater(low, high), greater(x, low)), crossed, usual);
  }

  private static void addRanges(RuleSet.Builder rules, Library math) {
    rules
        .rule(
            "toRange",
            (x, y, z, r, g) -> uncrossed(x, y, z, nothing(g), KinkRules.ofClampByLow(z, x, y, g)),
            (x, y, z, r, g) -> uncrossed(x, y, z, g, KinkRules.ofClampByHigh(z, x, y, g)),
            (x, y, z, r, g) -> uncrossed(x, y, z, nothing(g), KinkRules.ofClampByValue(z, x, y, g)))
        .where("at a bound 1/2 each, as max(x, min(z, y))")
        .rule(
            "remainder",
            (x, y, r, g) -> g,
            (x, y, r, g) -> negated(times(MathRules.roundedQuotient(math, x, y, r), g)))
        .where("at the jumps that of the quotient taken");
    for (String range : List.of("MinusHalfPiHalfPi", "MinusPiPi", "ZeroTwoPi")) {
      rules
          .rule("normalize" + range, (x, r, g) -> g)
          .rule("normalize" + range + "Fast", (x, r, g) -> g);
    }
  }
}
