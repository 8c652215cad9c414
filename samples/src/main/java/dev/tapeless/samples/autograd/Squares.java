package dev.tapeless.samples.autograd;

import dev.tapeless.Differentiable;

/** Y = X², component by component: the simplest function from vectors to vectors. */
final class Squares {

  private Squares() {}

  /** {@code y[i] = x[i]²}. */
  @Differentiable
  static double[] y(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * x[i];
    }
    return y;
  }

  /** The number {@code y[0] + y[1] + ...}, whose gradient is what {@code yVjp(x)} returns. */
  @Differentiable
  static double sum(double[] x) {
    double sum = 0;
    for (double component : y(x)) {
      sum += component;
    }
    return sum;
  }
}
