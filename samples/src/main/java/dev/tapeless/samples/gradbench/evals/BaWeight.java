package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.Differentiable;

/** What bundle adjustment has beside the reprojection errors. */
final class BaWeight {

  private BaWeight() {}

  /** What the square of a weight lacks to one. */
  @Differentiable
  static double error(double w) {
    return 1 - w * w;
  }
}
