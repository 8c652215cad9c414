package dev.tapeless.processor.reference;

import static dev.tapeless.processor.reference.Precise.ONE;
import static dev.tapeless.processor.reference.Precise.TWO;
import static dev.tapeless.processor.reference.Precise.cosh;
import static dev.tapeless.processor.reference.Precise.exp;
import static dev.tapeless.processor.reference.Precise.inverse;
import static dev.tapeless.processor.reference.Precise.log;
import static dev.tapeless.processor.reference.Precise.minus;
import static dev.tapeless.processor.reference.Precise.of;
import static dev.tapeless.processor.reference.Precise.over;
import static dev.tapeless.processor.reference.Precise.plus;
import static dev.tapeless.processor.reference.Precise.pow;
import static dev.tapeless.processor.reference.Precise.sinh;
import static dev.tapeless.processor.reference.Precise.sqrt;
import static dev.tapeless.processor.reference.Precise.square;
import static dev.tapeless.processor.reference.Precise.times;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Powers, roots, exponentials, logarithms and hyperbolic functions. */
final class PowerFunctions {

  private static final Range FAR = Range.scaled(1e-300, 1e300);

  private PowerFunctions() {}

  static List<Function> all() {
    return Stream.of(roots(), exponentials(), logarithms(), hyperbolics(), powers())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Function> roots() {
    return List.of(
        Function.of("sqrt", x -> inverse(times(TWO, sqrt(x))))
            .where(0, POSITIVE_INFINITY)
            .where(-0.0, POSITIVE_INFINITY)
            .where(-1, NaN)
            .where(POSITIVE_INFINITY, 0)
            .where(NaN, NaN)
            .at(Double.MIN_VALUE)
            .at(Double.MAX_VALUE)
            .within(Range.positive())
            .within(Range.even(0, 10))
            .within(Range.floats()),
        Function.of("cbrt", x -> inverse(times(of(3), pow(square(x), over(ONE, of(3))))))
            .where(0, POSITIVE_INFINITY)
            .where(-0.0, POSITIVE_INFINITY)
            .where(NEGATIVE_INFINITY, 0)
            .where(NaN, NaN)
            .at(Double.MIN_VALUE)
            .at(-Double.MAX_VALUE)
            .within(Range.positive().signed())
            .within(Range.even(-10, 10))
            .within(Range.floats().signed()));
  }

  private static List<Function> exponentials() {
    return Stream.of("exp", "expm1")
        .map(
            name ->
                Function.of(name, x -> exp(x))
                    .where(NEGATIVE_INFINITY, 0)
                    .where(POSITIVE_INFINITY, POSITIVE_INFINITY)
                    .where(NaN, NaN)
                    .where(0, 1)
                    .at(-745)
                    .at(709.75)
                    .at(800)
                    .at(-800)
                    .within(Range.even(-740, 709))
                    .within(Range.even(-100, 88))
                    .within(Range.even(-2, 2))
                    .within(FAR.signed().times(1e-300)))
        .toList();
  }

  private static List<Function> logarithms() {
    return List.of(
        logarithm("log", x -> inverse(x)),
        logarithm("log10", x -> inverse(times(x, Precise.ln10()))),
        Function.of("log1p", x -> inverse(plus(ONE, x)))
            .where(-1, POSITIVE_INFINITY)
            .where(-1.5, NaN)
            .where(POSITIVE_INFINITY, 0)
            .where(NaN, NaN)
            .where(0, 1)
            .within(Range.positive())
            .within(Range.scaled(1e-300, 1).signed())
            .within(Range.even(-1, 3))
            .within(Range.scaled(1e-16, 1).from(-1)));
  }

  private static Function logarithm(String name, Function.OfOne derivative) {
    return Function.of(name, derivative)
        .where(0, POSITIVE_INFINITY)
        .where(-0.0, POSITIVE_INFINITY)
        .where(-1, NaN)
        .where(POSITIVE_INFINITY, 0)
        .where(NaN, NaN)
        .at(1)
        .at(Double.MIN_NORMAL)
        .at(Double.MAX_VALUE)
        .within(Range.positive())
        .within(Range.even(0, 3))
        .within(Range.floats());
  }

  private static List<Function> hyperbolics() {
    return List.of(
        hyperbolic(Function.of("sinh", x -> cosh(x)))
            .where(NEGATIVE_INFINITY, POSITIVE_INFINITY)
            .within(Range.even(-710, 710)),
        hyperbolic(Function.of("cosh", x -> sinh(x)))
            .where(NEGATIVE_INFINITY, NEGATIVE_INFINITY)
            .within(Range.even(-710, 710)),
        hyperbolic(Function.of("tanh", x -> inverse(square(cosh(x)))))
            .where(NEGATIVE_INFINITY, 0)
            .where(POSITIVE_INFINITY, 0)
            .at(372)
            .at(-800)
            .within(Range.even(-372, 372)));
  }

  private static Function hyperbolic(Function function) {
    return function
        .where(NaN, NaN)
        .within(Range.scaled(1e-300, 1).signed())
        .within(Range.even(-2, 2))
        .within(Range.even(-25, 25))
        .within(Range.even(-80, 80));
  }

  private static List<Function> powers() {
    List<Function> constant =
        Stream.of("-3.2", "-1", "-0.5", "0.3", "0.5", "1e-3", "1", "1.4", "2", "3", "7")
            .map(PowerFunctions::power)
            .toList();
    return Stream.concat(Stream.of(power(), wholePower()), constant.stream()).toList();
  }

  /** With a constant exponent. */
  private static Function power(String exponent) {
    BigDecimal p = of(Double.parseDouble(exponent));
    String name = "pow" + exponent.replace("-", "Minus").replace(".", "Point");
    Range base = Range.scaled(1e-40, 1e40);
    boolean isWhole = !exponent.matches(".*[.e].*");
    return Function.of(name, x -> times(p, pow(x, minus(p, ONE))))
        .as("$.pow(x, " + exponent + ")")
        .at(1)
        .within(isWhole ? base.signed() : base)
        .within(Range.even(0, 10))
        .within(Range.scaled(1e-10, 1e10));
  }

  private static Function wholePower() {
    return byBase("powOfWhole")
        .as("$.pow(x, (int) y)")
        .within(Range.scaled(1e-20, 1e20).signed(), Range.whole(-15, 15))
        .within(Range.even(0.5, 2), Range.whole(-600, 600));
  }

  /** The exponent carries no derivative. */
  private static Function byBase(String name) {
    return Function.of(name, PowerFunctions::byBase, (x, y) -> BigDecimal.ZERO);
  }

  private static BigDecimal byBase(BigDecimal x, BigDecimal y) {
    return y.signum() == 0 ? BigDecimal.ZERO : times(y, pow(x, minus(y, ONE)));
  }

  private static Function power() {
    return Function.of("pow", PowerFunctions::byBase, (x, y) -> times(pow(x, y), log(x)))
        .where(0, 2, 0, 0)
        .where(0, 1, 1, 0)
        .where(0, 0.25, POSITIVE_INFINITY, 0)
        .where(0, -0.25, NEGATIVE_INFINITY, NEGATIVE_INFINITY)
        .where(-0.0, -0.3, NEGATIVE_INFINITY, NEGATIVE_INFINITY)
        .where(-0.0, -3, NEGATIVE_INFINITY, NEGATIVE_INFINITY)
        .where(0, -3, NEGATIVE_INFINITY, NEGATIVE_INFINITY)
        .where(0, 0, 0, 0)
        .where(-2, 3, 12, NaN)
        .where(-2, -2, 0.25, NaN)
        .where(-2, 0.25, NaN, NaN)
        .where(-2, 2.5, NaN, NaN)
        .where(-1, -1, -1, NaN)
        .where(NaN, 2, NaN, NaN)
        .where(2, NaN, NaN, NaN)
        .where(POSITIVE_INFINITY, 0.25, 0, POSITIVE_INFINITY)
        .where(POSITIVE_INFINITY, 2, POSITIVE_INFINITY, POSITIVE_INFINITY)
        .at(1, 5)
        .at(1, -5.3)
        .at(3, 0)
        .within(Range.even(0.4, 2.7), Range.even(-690, 690))
        .within(Range.scaled(1e-30, 1e30), Range.even(-10, 10))
        .within(Range.scaled(1e-300, 1e300), Range.even(-0.99, 0.99))
        .within(Range.scaled(1e-300, 1e300), Range.scaled(1e-20, 0.9).signed())
        .within(Range.scaled(1e-12, 1e-6).signed().from(1), Range.scaled(1, 1e8).signed())
        .within(Range.even(0.1, 10), Range.even(-3, 3));
  }
}
