package dev.tapeless.processor.reference;

import static dev.tapeless.processor.reference.Precise.ONE;
import static dev.tapeless.processor.reference.Precise.TWO;
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

/** What Hipparchus and Jafama have and {@code Math} has not. */
final class OtherLibraries {

  private static final String HIPPARCHUS = "org.hipparchus.util.FastMath";
  private static final String JAFAMA = "net.jafama.FastMath";

  private OtherLibraries() {}

  static List<Function> all() {
    return Stream.of(ofHipparchus(), ofJafama()).flatMap(List::stream).toList();
  }

  private static List<Function> ofHipparchus() {
    return List.of(
        Function.of("asinh", x -> inverse(sqrt(plus(ONE, square(x)))))
            .in(HIPPARCHUS)
            .where(POSITIVE_INFINITY, 0)
            .where(NaN, NaN)
            .within(Range.scaled(1e-300, 1e300).signed())
            .within(Range.even(-5, 5)),
        Function.of("acosh", x -> inverse(sqrt(minus(square(x), ONE))))
            .in(HIPPARCHUS)
            .where(1, POSITIVE_INFINITY)
            .where(0.5, NaN)
            .within(Range.scaled(1, 1e300))
            .within(Range.even(1, 10))
            .within(Range.scaled(1e-15, 1).from(1)),
        Function.of("atanh", x -> inverse(minus(ONE, square(x))))
            .in(HIPPARCHUS)
            .where(1, POSITIVE_INFINITY)
            .where(-1, POSITIVE_INFINITY)
            .where(1.5, NaN)
            .where(NaN, NaN)
            .within(Range.scaled(1e-300, 1).signed())
            .within(Range.even(-1, 1))
            .within(Range.scaled(1e-14, 1).from(-1)),
        Function.of(
                "logToBase",
                (b, x) -> over(log(x), times(b, square(log(b)))).negate(),
                (b, x) -> inverse(times(x, log(b))))
            .as("$.log(x, y)")
            .in(HIPPARCHUS)
            .within(Range.even(1.1, 20), Range.scaled(1e-300, 1e300))
            .within(Range.scaled(1e-5, 0.9), Range.even(0, 3))
            .within(Range.scaled(1e-5, 1e5), Range.scaled(1e-12, 1).from(1)));
  }

  private static List<Function> ofJafama() {
    return List.of(
        Function.of("pow2", x -> times(TWO, x)).in(JAFAMA).within(Range.even(-10, 10)),
        Function.of("pow3", x -> times(of(3), square(x))).in(JAFAMA).within(Range.even(-10, 10)),
        Function.of("powFast", x -> times(of(7), pow(x, of(6))))
            .as("$.powFast(x, 7)")
            .in(JAFAMA)
            .within(Range.scaled(1e-30, 1e30).signed())
            .within(Range.even(-10, 10)),
        Function.of("coshm1", x -> sinh(x)).in(JAFAMA).within(Range.even(-700, 700)),
        Function.of("acosh1p", x -> inverse(sqrt(plus(square(x), times(TWO, x)))))
            .in(JAFAMA)
            .where(0, POSITIVE_INFINITY)
            .where(-1, NaN)
            .within(Range.scaled(1e-300, 1e300)),
        Function.of("invSqrtQuick", x -> over(of(-0.5), times(x, sqrt(x))))
            .in(JAFAMA)
            .where(0, NEGATIVE_INFINITY)
            .where(-1, NaN)
            .within(Range.scaled(1e-200, 1e200)),
        inRange("asinInRange", ONE, POSITIVE_INFINITY),
        inRange("acosInRange", ONE.negate(), NEGATIVE_INFINITY),
        Function.of("length", partial(0), partial(1), partial(2))
            .as("$.hypot(x, y, z)")
            .in(JAFAMA)
            .where(0, 0, 0, 0, 0, 0)
            .where(3, POSITIVE_INFINITY, 2, 0, 1, 0)
            .within(Range.even(-3, 3), Range.even(-3, 3), Range.even(-3, 3)),
        PiecewiseFunctions.rounded("remainder").in(JAFAMA));
  }

  private static Function inRange(String name, BigDecimal sign, double atTheEnds) {
    return Function.of(name, x -> over(sign, sqrt(minus(ONE, square(x)))))
        .in(JAFAMA)
        .where(1, atTheEnds)
        .where(-1, atTheEnds)
        .where(1.5, 0)
        .within(Range.even(-1, 1));
  }

  private static Function.OfThree partial(int argument) {
    return (x, y, z) ->
        over(List.of(x, y, z).get(argument), sqrt(plus(plus(square(x), square(y)), square(z))));
  }
}
