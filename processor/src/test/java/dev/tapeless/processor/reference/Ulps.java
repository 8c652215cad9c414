package dev.tapeless.processor.reference;

import java.math.BigDecimal;

/** Distances in units of the last place. */
final class Ulps {

  private Ulps() {}

  /**
   * How far {@code actual} is from what is expected, in the distance of neighbouring numbers there;
   * the sign of zero does not count.
   */
  static double between(double actual, Number expected, boolean inFloat) {
    double nearest = inFloat ? expected.floatValue() : expected.doubleValue();
    if (Double.isNaN(nearest) && Double.isNaN(actual) || nearest == actual) {
      return expected instanceof BigDecimal exact && Double.isFinite(actual)
          ? distance(actual, exact, inFloat)
          : 0;
    }
    return expected instanceof BigDecimal exact
            && Double.isFinite(actual)
            && Double.isFinite(nearest)
        ? distance(actual, exact, inFloat)
        : Double.POSITIVE_INFINITY;
  }

  private static double distance(double actual, BigDecimal exact, boolean inFloat) {
    double unit = inFloat ? Math.ulp(exact.floatValue()) : Math.ulp(exact.doubleValue());
    return new BigDecimal(actual)
        .subtract(exact)
        .abs()
        .divide(new BigDecimal(unit), java.math.MathContext.DECIMAL64)
        .doubleValue();
  }
}
