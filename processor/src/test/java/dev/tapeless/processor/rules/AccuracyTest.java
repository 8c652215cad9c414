package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Type.Primitive.DOUBLE;
import static dev.tapeless.processor.rules.Exact.inverse;
import static dev.tapeless.processor.rules.Exact.minus;
import static dev.tapeless.processor.rules.Exact.of;
import static dev.tapeless.processor.rules.Exact.over;
import static dev.tapeless.processor.rules.Exact.plus;
import static dev.tapeless.processor.rules.Exact.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Partials are right to four units in the last place, tails included. */
class AccuracyTest {

  private static final BigDecimal ONE = BigDecimal.ONE;

  static Stream<Arguments> ofOne() {
    return Stream.of(
        one("sqrt", 1e-300, 1e300, x -> inverse(times(of(2), Exact.sqrt(x)))),
        one(
            "cbrt",
            1e-200,
            1e200,
            x -> inverse(times(of(3), Exact.exp(times(over(of(2), of(3)), Exact.log(x)))))),
        one("exp", 1e-10, 600, Exact::exp),
        one("exp", -600, -1e-10, Exact::exp),
        one("expm1", 1e-10, 600, Exact::exp),
        one("expm1", -600, -1e-10, Exact::exp),
        one("log", 1e-300, 1e300, Exact::inverse),
        one("log10", 1e-300, 1e300, x -> inverse(times(x, Exact.log(of(10))))),
        one("log1p", 1e-20, 1e20, x -> inverse(plus(ONE, x))),
        one("log1p", -0.9999999, -1e-20, x -> inverse(plus(ONE, x))),
        one("sinh", 1e-10, 600, Exact::cosh),
        one("cosh", 1e-3, 600, Exact::sinh),
        one("cosh", -1e-3, -1e-10, Exact::sinh),
        one("tanh", 1e-10, 340, x -> inverse(times(Exact.cosh(x), Exact.cosh(x)))),
        one("tanh", -340, -1e-10, x -> inverse(times(Exact.cosh(x), Exact.cosh(x)))),
        one("sin", 1e-10, 30, Exact::cos),
        one("cos", 1e-10, 30, x -> Exact.sin(x).negate()),
        one("tan", 1e-10, 30, x -> inverse(times(Exact.cos(x), Exact.cos(x)))),
        one("asin", 1e-10, 1 - 1e-15, AccuracyTest::arc),
        one("asin", -1 + 1e-15, -0.9, AccuracyTest::arc),
        one("acos", 1e-10, 1 - 1e-15, x -> arc(x).negate()),
        one("atan", 1e-100, 1e100, x -> inverse(plus(ONE, times(x, x)))));
  }

  static Stream<Arguments> ofLookAlikes() {
    return Stream.of(
        one("asinh", 1e-100, 1e100, x -> inverse(Exact.sqrt(plus(ONE, times(x, x))))),
        one("acosh", 1 + 1e-10, 1e100, x -> inverse(Exact.sqrt(minus(times(x, x), ONE)))),
        one("atanh", 1e-100, 1 - 1e-15, x -> inverse(minus(ONE, times(x, x)))),
        one("atanh", -1 + 1e-15, -0.5, x -> inverse(minus(ONE, times(x, x)))));
  }

  private static BigDecimal arc(BigDecimal x) {
    return inverse(Exact.sqrt(minus(ONE, times(x, x))));
  }

  static Stream<Arguments> ofTwo() {
    return Stream.of(
        two("hypot", 0, 1e100, (x, y) -> over(x, length(x, y))),
        two("hypot", 1, 1e100, (x, y) -> over(y, length(x, y))),
        two("atan2", 0, 1e100, (y, x) -> over(x, plus(times(x, x), times(y, y)))),
        two("atan2", 1, 1e100, (y, x) -> over(y.negate(), plus(times(x, x), times(y, y)))),
        two("pow", 0, 9, (x, y) -> times(y, Exact.pow(x, minus(y, ONE)))),
        two("pow", 1, 9, (x, y) -> times(Exact.pow(x, y), Exact.log(x))));
  }

  private static BigDecimal length(BigDecimal x, BigDecimal y) {
    return Exact.sqrt(plus(times(x, x), times(y, y)));
  }

  private static Arguments one(
      String method, double from, double to, UnaryOperator<BigDecimal> derivative) {
    return arguments(method, from, to, derivative);
  }

  private static Arguments two(
      String method, int argument, double size, BinaryOperator<BigDecimal> derivative) {
    return arguments(method, argument, size, derivative);
  }

  /**
   * A number between the two, of the sign of both, spread evenly over orders of magnitude and then
   * over the range.
   */
  private static double between(double from, double to, int i, Random random) {
    double share = random.nextDouble();
    if (i % 2 == 0) {
      return from + share * (to - from);
    }
    return Math.signum(from)
        * Math.exp(Math.log(Math.abs(from)) * (1 - share) + Math.log(Math.abs(to)) * share);
  }

  @ParameterizedTest(name = "{0} from {1} to {2}")
  @MethodSource("ofOne")
  void aPartialOfOneArgument(
      String method, double from, double to, UnaryOperator<BigDecimal> derivative) {
    Random random = new Random(1);
    for (String owner : List.of("java.lang.Math", "java.lang.StrictMath")) {
      Probe probe = new Probe(owner, method, DOUBLE, List.of(DOUBLE));
      for (int i = 0; i < 100; i++) {
        double x = between(from, to, i, random);
        assertClose(
            probe.partial(0, 1, x), derivative.apply(of(x)), owner + "." + method + " at " + x);
      }
    }
  }

  @ParameterizedTest(name = "{0} from {1} to {2}")
  @MethodSource("ofLookAlikes")
  void aPartialOfWhatMathHasNot(
      String method, double from, double to, UnaryOperator<BigDecimal> derivative) {
    Random random = new Random(1);
    Probe probe = new Probe("org.hipparchus.util.FastMath", method, DOUBLE, List.of(DOUBLE));
    for (int i = 0; i < 100; i++) {
      double x = between(from, to, i, random);
      assertClose(probe.partial(0, 1, x), derivative.apply(of(x)), method + " at " + x);
    }
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("ofTwo")
  void aPartialOfTwoArguments(
      String method, int argument, double size, BinaryOperator<BigDecimal> derivative) {
    Random random = new Random(2);
    for (int i = 0; i < 100; i++) {
      double x = between(1 / size, size, i, random);
      double y = between(1 / size, size, i / 2, random);
      if (method.equals("pow")) {
        y = exponent(y, i);
      }
      double partial = Probe.math(method, DOUBLE, 2).partial(argument, 1, x, y);
      assertClose(partial, derivative.apply(of(x), of(y)), method + " at " + x + ", " + y);
    }
  }

  /**
   * Of either sign, and such that {@code y - 1} is exact: otherwise its rounding error e appears in
   * {@code pow(x, y - 1)} as a relative error of {@code e * log(x)}, which for y = -3.2 and x = 6
   * is 4 ulp alone.
   */
  private static double exponent(double y, int i) {
    return Math.rint(y * 1024) / 1024 * (i % 4 < 2 ? -1 : 1);
  }

  private static void assertClose(double actual, BigDecimal expected, String what) {
    BigDecimal ulp = of(Math.ulp(expected.doubleValue()));
    double ulps = over(minus(of(actual), expected).abs(), ulp).doubleValue();
    assertThat(ulps)
        .as("%s: %s instead of %s, off by so many ulp", what, actual, expected.doubleValue())
        .isLessThan(4);
  }
}
