package dev.tapeless.samples.optimization;

import dev.tapeless.Differentiable;

/** The banana valley, a test function for optimisers in any number of dimensions. */
final class Rosenbrock {

  private Rosenbrock() {}

  /** Zero at {@code (1, ..., 1)}, positive everywhere else. */
  @Differentiable(order = 2)
  static double rosenbrock(double[] x) {
    double s = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - x[i] * x[i];
      s += a * a + 100 * b * b;
    }
    return s;
  }
}
