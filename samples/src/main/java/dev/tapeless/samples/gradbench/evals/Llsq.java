package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.Differentiable;

/** A polynomial that is fitted to a step. */
final class Llsq {

  private Llsq() {}

  /**
   * Half the sum of the squared errors at equidistant points from -1 to 1.
   *
   * @param x the coefficients of the polynomial
   * @param n the number of points
   */
  @Differentiable
  static double error(double[] x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double t = -1 + 2.0 * i / (n - 1);
      double difference = Math.signum(t) - polynomial(x, t);
      sum += difference * difference;
    }
    return 0.5 * sum;
  }

  private static double polynomial(double[] x, double t) {
    double value = 0;
    double power = 1;
    for (int j = 0; j < x.length; j++) {
      value += x[j] * power;
      power *= t;
    }
    return value;
  }
}
