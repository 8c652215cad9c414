package dev.tapeless.processor.reference;

import static dev.tapeless.processor.reference.Precise.ONE;
import static dev.tapeless.processor.reference.Precise.cos;
import static dev.tapeless.processor.reference.Precise.inverse;
import static dev.tapeless.processor.reference.Precise.minus;
import static dev.tapeless.processor.reference.Precise.of;
import static dev.tapeless.processor.reference.Precise.over;
import static dev.tapeless.processor.reference.Precise.pi;
import static dev.tapeless.processor.reference.Precise.plus;
import static dev.tapeless.processor.reference.Precise.sin;
import static dev.tapeless.processor.reference.Precise.sqrt;
import static dev.tapeless.processor.reference.Precise.square;
import static dev.tapeless.processor.reference.Precise.times;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Circular functions, their inverses, and lengths. */
final class CircularFunctions {

  private static final Range FAR = Range.scaled(1e-150, 1e150);
  private static final Range FLOATS = Range.scaled(1e-18, 1e18);

  private CircularFunctions() {}

  static List<Function> all() {
    return Stream.of(functions(), inverses(), planes(), angles()).flatMap(List::stream).toList();
  }

  private static List<Function> functions() {
    return List.of(
        periodic(Function.of("sin", x -> cos(x))),
        periodic(Function.of("cos", x -> sin(x).negate())),
        periodic(Function.of("tan", x -> inverse(square(cos(x))))));
  }

  private static Function periodic(Function function) {
    return function
        .where(NaN, NaN)
        .where(POSITIVE_INFINITY, NaN)
        .at(1e22)
        .at(-1e300)
        .at(Double.MAX_VALUE)
        .at(0x1.921fb54442d18p0)
        .at(1.570796251296997)
        .within(Range.scaled(1e-300, 1).signed())
        .within(Range.even(-1.6, 1.6))
        .within(Range.even(-100, 100))
        .within(Range.whole(-1000, 1000).times(Math.PI / 2))
        .within(Range.scaled(1, 1e16).signed());
  }

  private static List<Function> inverses() {
    return List.of(
        arc(Function.of("asin", x -> arc(x)), POSITIVE_INFINITY),
        arc(Function.of("acos", x -> arc(x).negate()), NEGATIVE_INFINITY),
        Function.of("atan", x -> inverse(plus(ONE, square(x))))
            .where(NaN, NaN)
            .where(POSITIVE_INFINITY, 0)
            .where(NEGATIVE_INFINITY, 0)
            .at(Double.MAX_VALUE)
            .at(2e154)
            .within(Range.scaled(1e-300, 1e153).signed())
            .within(FLOATS.signed())
            .within(Range.even(-5, 5)));
  }

  private static BigDecimal arc(BigDecimal x) {
    return inverse(sqrt(minus(ONE, square(x))));
  }

  private static Function arc(Function function, double atTheEnds) {
    return function
        .where(1, atTheEnds)
        .where(-1, atTheEnds)
        .where(1.5, NaN)
        .where(NEGATIVE_INFINITY, NaN)
        .where(NaN, NaN)
        .at(Math.nextDown(1.0))
        .at(Math.nextUp(-1.0))
        .at(1 - 0x1p-24)
        .within(Range.even(-1, 1))
        .within(Range.scaled(1e-300, 1).signed())
        .within(Range.scaled(1e-14, 1).times(-1).from(1))
        .within(Range.scaled(1e-14, 1).from(-1));
  }

  private static List<Function> planes() {
    return List.of(
        plane(
            Function.of("hypot", (x, y) -> over(x, length(x, y)), (x, y) -> over(y, length(x, y)))
                .where(0, 0, 0, 0)
                .where(POSITIVE_INFINITY, 3, 1, 0)
                .where(NEGATIVE_INFINITY, 3, -1, 0)
                .where(POSITIVE_INFINITY, NaN, NaN, NaN)),
        plane(
            Function.of(
                    "atan2",
                    (y, x) -> over(x, plus(square(x), square(y))),
                    (y, x) -> over(y.negate(), plus(square(x), square(y))))
                .where(0, 0, NaN, NaN)));
  }

  private static Function plane(Function function) {
    return function
        .where(NaN, 1, NaN, NaN)
        .where(1, NaN, NaN, NaN)
        .at(0, 2)
        .at(0, -2)
        .at(-3, 0)
        .at(3e200, 4e200)
        .at(3e-200, -4e-200)
        .at(1e300, 1e-300)
        .within(Range.even(-10, 10), Range.even(-10, 10))
        .within(FAR.signed(), FAR.signed())
        .within(FLOATS.signed(), FLOATS.signed())
        .within(Range.even(0.1, 1).times(1e-120), Range.even(-1, 1).times(1e-120))
        .within(Range.even(0.1, 1).times(-1e120), Range.even(-1, 1).times(1e120));
  }

  private static BigDecimal length(BigDecimal x, BigDecimal y) {
    return sqrt(plus(square(x), square(y)));
  }

  private static List<Function> angles() {
    return List.of(
        Function.of("toRadians", x -> over(pi(), of(180))).within(Range.even(-400, 400)),
        Function.of("toDegrees", x -> times(inverse(pi()), of(180))).within(Range.even(-7, 7)));
  }
}
