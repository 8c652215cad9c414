package dev.tapeless.samples.workloads;

import dev.tapeless.Differentiable;

/** The valley of Rosenbrock in many dimensions. */
final class Rosenbrock {
  private Rosenbrock() {}

  /** The sum over neighbours. */
  @Differentiable
  static double value(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
    }
    return sum;
  }
}
