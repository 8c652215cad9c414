package dev.tapeless.samples.autograd;

import dev.tapeless.Differentiable;

/**
 * Functions to be composed: {@code f} maps (x, y) to (u, v) by u = 3x + 2y and v = 2x + 3y; {@code
 * sum} and {@code product} map (u, v) to a number.
 */
final class Chain {

  private Chain() {}

  /** The vector (u, v) = (3x + 2y, 2x + 3y). */
  @Differentiable
  static double[] f(double[] xy) {
    double x = xy[0];
    double y = xy[1];
    return new double[] {3 * x + 2 * y, 2 * x + 3 * y};
  }

  /** The number z = u + v. */
  @Differentiable
  static double sum(double[] uv) {
    return uv[0] + uv[1];
  }

  /** The number u v, a function whose gradient is not the same everywhere. */
  @Differentiable
  static double product(double[] uv) {
    return uv[0] * uv[1];
  }

  /** The number z as a function of x and y: the composition of {@link #f} and {@link #sum}. */
  @Differentiable
  static double sumOfF(double[] xy) {
    return sum(f(xy));
  }

  /** The number u v as a function of x and y: the composition of {@link #f} and product. */
  @Differentiable
  static double productOfF(double[] xy) {
    return product(f(xy));
  }
}
