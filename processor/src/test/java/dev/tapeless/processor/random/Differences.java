package dev.tapeless.processor.random;

import java.util.function.DoubleUnaryOperator;

/**
 * The derivative at 0 by central differences, extrapolated to step zero (Ridders), with an estimate
 * of its error.
 */
record Differences(double derivative, double error) {

  private static final int STEPS = 7;
  private static final double RATIO = 1.7;

  /**
   * Of a function of the displacement.
   *
   * @param step the largest step
   */
  static Differences of(DoubleUnaryOperator function, double step) {
    double[][] table = new double[STEPS][STEPS];
    Differences best = new Differences(Double.NaN, Double.POSITIVE_INFINITY);
    double h = step;
    for (int i = 0; i < STEPS; i++, h /= RATIO) {
      table[0][i] = (function.applyAsDouble(h) - function.applyAsDouble(-h)) / (2 * h);
      double factor = RATIO * RATIO;
      for (int j = 1; j <= i; j++, factor *= RATIO * RATIO) {
        table[j][i] = (table[j - 1][i] * factor - table[j - 1][i - 1]) / (factor - 1);
        double error =
            Math.max(
                Math.abs(table[j][i] - table[j - 1][i]),
                Math.abs(table[j][i] - table[j - 1][i - 1]));
        best = error < best.error() ? new Differences(table[j][i], error) : best;
      }
    }
    return best;
  }
}
