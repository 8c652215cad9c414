package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.Differentiable;

/** A system of differential equations, each driven by the one before. */
final class Ode {

  private static final double END = 2;

  private Ode() {}

  /**
   * The solution at time 2, by the classical method of Runge and Kutta from zero.
   *
   * @param x the coefficients of the equations
   * @param s the number of steps
   */
  @Differentiable
  static double[] solve(double[] x, int s) {
    int n = x.length;
    double h = END / s;
    double[] y = new double[n];
    double[] k1 = new double[n];
    double[] k2 = new double[n];
    double[] k3 = new double[n];
    double[] k4 = new double[n];
    double[] at = new double[n];
    for (int step = 0; step < s; step++) {
      slope(x, y, k1);
      move(y, h / 2, k1, at);
      slope(x, at, k2);
      move(y, h / 2, k2, at);
      slope(x, at, k3);
      move(y, h, k3, at);
      slope(x, at, k4);
      for (int i = 0; i < n; i++) {
        y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    return y;
  }

  private static void slope(double[] x, double[] y, double[] slope) {
    slope[0] = x[0];
    for (int i = 1; i < x.length; i++) {
      slope[i] = x[i] * y[i - 1];
    }
  }

  private static void move(double[] y, double h, double[] slope, double[] moved) {
    for (int i = 0; i < y.length; i++) {
      moved[i] = y[i] + h * slope[i];
    }
  }
}
