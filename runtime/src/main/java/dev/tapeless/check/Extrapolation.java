package dev.tapeless.check;

import java.util.function.DoubleUnaryOperator;

/**
 * Central differences extrapolated to the step zero, with an estimate of the error (Ridders,
 * Accurate computation of F'(x) and F'(x) F''(x), Advances in Engineering Software 4, 1982).
 *
 * @param value the derivative; NaN where the function has no finite values around the point
 * @param error an estimate of its error
 * @param size the greatest value of the function that was seen
 */
record Extrapolation(double value, double error, double size) {

  private static final int STEPS = 12;
  private static final double SHRINKS = 1.5;

  private static final Extrapolation NOTHING =
      new Extrapolation(Double.NaN, Double.POSITIVE_INFINITY, 0);

  /** The derivative of {@code f} at 0: of those made with these greatest steps the surest. */
  static Extrapolation at0(DoubleUnaryOperator f, double... steps) {
    Extrapolation best = NOTHING;
    for (double step : steps) {
      Extrapolation other = extrapolated(f, step);
      if (other.error() < best.error()) {
        best = other;
      }
    }
    return best;
  }

  /** A difference, and what rounding alone makes of it. */
  private record Difference(double slope, double noise, double size) {

    static Difference of(DoubleUnaryOperator f, double h) {
      double right = f.applyAsDouble(h);
      double left = f.applyAsDouble(-h);
      double noise = Math.max(Math.ulp(right), Math.ulp(left)) / h;
      double size = Math.max(Math.abs(right), Math.abs(left));
      return new Difference((right - left) / (2 * h), noise, size);
    }
  }

  private static Extrapolation extrapolated(DoubleUnaryOperator f, double step) {
    double[] before = new double[STEPS];
    Extrapolation best = NOTHING;
    double h = step;
    double size = 0;
    for (int i = 0; i < STEPS; i++, h /= SHRINKS) {
      Difference difference = Difference.of(f, h);
      if (Double.isFinite(difference.size())) {
        size = Math.max(size, difference.size());
      }
      double[] row = new double[STEPS];
      row[0] = difference.slope();
      double power = SHRINKS * SHRINKS;
      for (int j = 1; j <= i; j++, power *= SHRINKS * SHRINKS) {
        row[j] = (row[j - 1] * power - before[j - 1]) / (power - 1);
        double change = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - before[j - 1]));
        double error = Math.max(change, difference.noise());
        // A comparison with NaN is false.
        if (error < best.error()) {
          best = new Extrapolation(row[j], error, size);
        }
      }
      before = row;
    }
    return best;
  }
}
