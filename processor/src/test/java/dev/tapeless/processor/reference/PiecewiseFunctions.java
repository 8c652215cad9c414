package dev.tapeless.processor.reference;

import static dev.tapeless.processor.reference.Precise.ONE;
import static dev.tapeless.processor.reference.Precise.inverse;
import static dev.tapeless.processor.reference.Precise.of;
import static dev.tapeless.processor.reference.Precise.over;
import static dev.tapeless.processor.reference.Precise.quotient;
import static dev.tapeless.processor.reference.Precise.square;
import static java.lang.Double.NaN;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What is linear or rational between kinks and jumps, operators among them. */
final class PiecewiseFunctions {

  private static final Range NEAR = Range.even(-10, 10);
  private static final Range FAR = Range.scaled(1e-30, 1e30).signed();

  private PiecewiseFunctions() {}

  static List<Function> all() {
    return Stream.of(kinks(), boxes(), linear(), quotients()).flatMap(List::stream).toList();
  }

  private static List<Function> kinks() {
    return List.of(
        Function.of("abs", x -> sign(x))
            .alsoOfFloats()
            .where(0, 0)
            .where(-0.0, 0)
            .where(NaN, NaN)
            .within(NEAR)
            .within(FAR),
        choice(Function.of("max", (x, y) -> greater(x, y), (x, y) -> greater(y, x))),
        choice(Function.of("min", (x, y) -> greater(y, x), (x, y) -> greater(x, y))),
        Function.of("copySign", (x, y) -> of(x.signum() * y.signum()), (x, y) -> ZERO)
            .alsoOfFloats()
            .where(0, -3, 0, 0)
            .where(2, -0.0, -1, 0)
            .within(NEAR, FAR)
            .within(FAR, NEAR));
  }

  /** The methods that boxes have in common with {@code Math}. */
  private static List<Function> boxes() {
    return List.of(
        choice(Function.of("maxOfBox", (x, y) -> greater(x, y), (x, y) -> greater(y, x)))
            .as("$.max(x, y)")
            .in("Double"),
        choice(Function.of("minOfBox", (x, y) -> greater(y, x), (x, y) -> greater(x, y)))
            .as("$.min(x, y)")
            .in("Double"),
        Function.of("sum", (x, y) -> ONE, (x, y) -> ONE).in("Double").within(NEAR, FAR));
  }

  private static Function choice(Function function) {
    return function
        .alsoOfFloats()
        .where(2, 2, 0.5, 0.5)
        .where(0, -0.0, 0.5, 0.5)
        .where(NaN, 1, NaN, NaN)
        .where(1, NaN, NaN, NaN)
        .within(NEAR, NEAR)
        .within(FAR, FAR);
  }

  private static BigDecimal sign(BigDecimal x) {
    return of(x.signum());
  }

  private static BigDecimal greater(BigDecimal x, BigDecimal y) {
    return x.compareTo(y) > 0 ? ONE : ZERO;
  }

  private static List<Function> linear() {
    return List.of(
        Function.of("fma", (x, y, z) -> y, (x, y, z) -> x, (x, y, z) -> ONE)
            .alsoOfFloats()
            .within(NEAR, FAR, NEAR)
            .within(FAR, NEAR, FAR),
        Function.of("scalb", x -> of(0x1p-7)).as("$.scalb(x, -7)").alsoOfFloats().within(NEAR),
        Function.of("nextUp", x -> ONE).alsoOfFloats().within(NEAR).within(FAR),
        Function.of("nextDown", x -> ONE).alsoOfFloats().within(NEAR).within(FAR),
        Function.of("nextAfter", (x, y) -> ONE, (x, y) -> ZERO).alsoOfFloats().within(NEAR, NEAR));
  }

  private static List<Function> quotients() {
    // Where a derivative is infinite, an adjoint or tangent of zero makes it NaN: no strong zero.
    Range wide = Range.scaled(1e-12, 1e12).signed();
    return List.of(
        Function.of("quotient", (x, y) -> inverse(y), (x, y) -> over(x.negate(), square(y)))
            .as("x / y")
            .in("")
            .alsoOfFloats()
            .at(3e300, 2e200)
            .at(3e-300, -2e-200)
            .at(0, 5)
            .within(NEAR, NEAR)
            .at(1e-150, 3e100)
            .at(1e100, 3e-50)
            .within(wide, wide),
        Function.of("rest", (x, y) -> ONE, (x, y) -> Precise.whole(quotient(x, y)).negate())
            .as("x % y")
            .in("")
            .alsoOfFloats()
            .at(7, 2)
            .at(-7, 2)
            .at(7, -2)
            .within(NEAR, NEAR)
            .within(Range.scaled(1, 1e15).signed(), NEAR)
            .within(wide, wide),
        rounded("IEEEremainder"));
  }

  static Function rounded(String name) {
    return Function.of(name, (x, y) -> ONE, (x, y) -> Precise.nearest(quotient(x, y)).negate())
        .at(7, 2)
        .at(5, 2)
        .at(-7, 2)
        .at(Double.MAX_VALUE, 0.6 * Double.MAX_VALUE)
        .within(NEAR, NEAR)
        .within(Range.scaled(1, 1e15).signed(), NEAR)
        .within(FAR, FAR);
  }
}
