package dev.tapeless.samples.workloads;

/** The gradient of {@link Rosenbrock}, written by hand. */
final class RosenbrockByHand {
  private RosenbrockByHand() {}

  /** The value; its gradient goes into {@code g}. */
  static double gradient(double[] x, double[] g) {
    int n = x.length;
    double sum = 0;
    double carry = 0;
    for (int i = 0; i < n - 1; i++) {
      double xi = x[i];
      double a = x[i + 1] - xi * xi;
      double b = 1 - xi;
      sum += 100 * a * a + b * b;
      g[i] = carry - 400 * a * xi - 2 * b;
      carry = 200 * a;
    }
    g[n - 1] = carry;
    return sum;
  }
}
