package dev.tapeless.processor.testing;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Central differences of 8th order, at many step sizes of which the best one counts. */
final class FiniteDifferences {

  private static final double[] WEIGHTS = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

  private final UnaryOperator<double[]> function;
  private final double[] direction;

  private FiniteDifferences(UnaryOperator<double[]> function, double[] direction) {
    this.function = function;
    this.direction = direction;
  }

  /** The best estimate, and how far it is from what was claimed. */
  record Answer(double[] estimate, double error, double tolerance) {

    boolean agrees() {
      return error <= tolerance;
    }

    @Override
    public String toString() {
      return Arrays.toString(estimate)
          + ", off by "
          + error
          + " where "
          + tolerance
          + " is allowed";
    }
  }

  /**
   * Compares {@code claimed} with the derivative of {@code function} along {@code direction}.
   *
   * @param function of the displacement from the point
   * @param isFloat whether the function computes with {@code float}
   */
  static Answer along(
      UnaryOperator<double[]> function, double[] direction, double[] claimed, boolean isFloat) {
    FiniteDifferences differences = new FiniteDifferences(function, direction);
    double value = Numbers.largest(function.apply(new double[direction.length]));
    double size = Numbers.largest(claimed);
    double tolerance = isFloat ? 2e-3 * size + 2e-4 * value : 1e-8 * size + 1e-10 * value;
    Answer best = new Answer(claimed, Double.POSITIVE_INFINITY, tolerance);
    for (int exponent = 1; exponent <= (isFloat ? 10 : 26); exponent++) {
      double[] estimate = differences.estimate(Math.scalb(1.0, -exponent));
      double error = distance(estimate, claimed);
      if (error < best.error()) {
        best = new Answer(estimate, error, tolerance);
      }
    }
    return best;
  }

  /** The estimate with one step size; NaN where the function cannot be evaluated. */
  private double[] estimate(double step) {
    double[] sum = null;
    for (int k = 1; k <= WEIGHTS.length; k++) {
      double[] up = at(k * step);
      double[] down = at(-k * step);
      sum = sum == null ? new double[up.length] : sum;
      if (up.length != sum.length || down.length != sum.length) {
        return new double[] {Double.NaN};
      }
      for (int i = 0; i < sum.length; i++) {
        sum[i] += WEIGHTS[k - 1] * (up[i] - down[i]) / step;
      }
    }
    return sum;
  }

  private double[] at(double step) {
    try {
      return function.apply(Arrays.stream(direction).map(d -> step * d).toArray());
    } catch (RuntimeException outsideOfTheDomain) {
      return new double[] {Double.NaN};
    }
  }

  private static double distance(double[] estimate, double[] claimed) {
    if (estimate.length != claimed.length) {
      return Double.POSITIVE_INFINITY;
    }
    double distance = 0;
    for (int i = 0; i < claimed.length; i++) {
      double d = Math.abs(estimate[i] - claimed[i]);
      distance = Double.isNaN(d) ? Double.POSITIVE_INFINITY : Math.max(distance, d);
    }
    return distance;
  }
}
