package dev.tapeless.samples.numeric;

import java.util.function.ToDoubleFunction;

/** Derivatives by differences, to compare the generated ones with. */
public final class FiniteDifferences {

  /** Balances the error of the formula, which is of fourth order, against rounding. */
  private static final double RELATIVE_STEP = 1e-3;

  private FiniteDifferences() {}

  /**
   * The gradient of {@code f} at {@code x} by central differences over four points.
   *
   * @param f a smooth function
   * @param x where; not modified
   * @return a new array, good to about ten digits
   */
  public static double[] gradient(ToDoubleFunction<double[]> f, double[] x) {
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      gradient[i] = partial(f, x, i);
    }
    return gradient;
  }

  /**
   * The largest difference between {@code gradient} and the differences of {@code f} at {@code x}.
   *
   * @param gradient what is to be checked
   * @param f a smooth function
   * @param x where; not modified
   * @return the largest absolute difference of two components
   */
  public static double largestDeviation(
      double[] gradient, ToDoubleFunction<double[]> f, double[] x) {
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, Math.abs(gradient[i] - partial(f, x, i)));
    }
    return largest;
  }

  private static double partial(ToDoubleFunction<double[]> f, double[] x, int i) {
    double h = RELATIVE_STEP * Math.max(1, Math.abs(x[i]));
    double near = at(f, x, i, h) - at(f, x, i, -h);
    double far = at(f, x, i, 2 * h) - at(f, x, i, -2 * h);
    return (8 * near - far) / (12 * h);
  }

  private static double at(ToDoubleFunction<double[]> f, double[] x, int i, double shift) {
    double[] shifted = x.clone();
    shifted[i] += shift;
    return f.applyAsDouble(shifted);
  }
}
