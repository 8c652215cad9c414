package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/** A point that is the best against the worst: a minimum of maxima. */
final class Saddle {

  private Saddle() {}

  /** A saddle. */
  @Differentiable(order = 2)
  static double height(double[] x, double[] y) {
    return x[0] * x[0] + x[1] * x[1] - (y[0] * y[0] + y[1] * y[1]);
  }

  /** The largest height over all {@code y}, found by gradients in reverse mode. */
  @Differentiable
  static double worstByReverse(double[] x, @Constant double[] start) {
    return height(x, answerByReverse(x, start));
  }

  /** The largest height over all {@code y}, found by derivatives in forward mode. */
  @Differentiable
  static double worstByForward(double[] x, @Constant double[] start) {
    return height(x, answerByForward(x, start));
  }

  /** Where the height over all {@code y} is largest. */
  static double[] answerByReverse(double[] x, double[] start) {
    return Descent.minimum(
        start, y -> -height(x, y), y -> minus(SaddleAdjoint.heightGradient(x, y).y()));
  }

  /** Where the height over all {@code y} is largest. */
  static double[] answerByForward(double[] x, double[] start) {
    return Descent.minimum(start, y -> -height(x, y), y -> minus(byForward(x, y)));
  }

  private static double[] byForward(double[] x, double[] y) {
    double[] zero = {0, 0};
    return new double[] {
      SaddleAdjoint.heightJvp(x, y, zero, new double[] {1, 0}),
      SaddleAdjoint.heightJvp(x, y, zero, new double[] {0, 1})
    };
  }

  private static double[] minus(double[] x) {
    return new double[] {-x[0], -x[1]};
  }
}
