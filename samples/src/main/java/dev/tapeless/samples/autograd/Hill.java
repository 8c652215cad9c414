package dev.tapeless.samples.autograd;

import dev.tapeless.Differentiable;

/** A landscape over the plane, to walk on in some direction. */
final class Hill {

  private Hill() {}

  /** The height above the point {@code p}. */
  @Differentiable
  static double height(double[] p) {
    return 10 - p[0] * p[0] - 2 * p[1] * p[1] + Math.sin(p[0] * p[1]);
  }
}
