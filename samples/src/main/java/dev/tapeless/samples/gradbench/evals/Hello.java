package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.Differentiable;

/** The smallest problem. */
final class Hello {

  private Hello() {}

  /** The square. */
  @Differentiable
  static double square(double x) {
    return x * x;
  }
}
