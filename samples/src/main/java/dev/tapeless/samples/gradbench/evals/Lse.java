package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/** The logarithm of a sum of exponentials. */
final class Lse {

  private Lse() {}

  /** The logarithm of the sum, without overflow. */
  static double logSumExp(double[] x) {
    return logSumExp(x, max(x));
  }

  /**
   * The logarithm of the sum, which is the same for each shift. So its derivative by the shift is
   * zero, and what is left of that in floating point is better left out.
   */
  @Differentiable
  static double logSumExp(double[] x, @Constant double shift) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.exp(x[i] - shift);
    }
    return shift + Math.log(sum);
  }

  /** The largest element. */
  static double max(double[] x) {
    double max = x[0];
    for (int i = 1; i < x.length; i++) {
      max = Math.max(max, x[i]);
    }
    return max;
  }
}
