package dev.tapeless.processor.testing;

import java.util.stream.IntStream;

/** Arithmetic on vectors, and what counts as equal. */
public final class Numbers {

  private Numbers() {}

  public static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  /** The sum of the sizes of all terms, to which rounding errors are in proportion. */
  public static double absoluteDot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] * b[i])).sum();
  }

  public static double largest(double[] a) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i])).max().orElse(0);
  }

  /**
   * Whether two numbers differ by at most {@code tolerance}; NaN equals NaN, an infinity itself.
   */
  public static boolean isWithin(double a, double b, double tolerance) {
    return Double.compare(a, b) == 0 || a == b || Math.abs(a - b) <= tolerance;
  }

  /** Whether all numbers agree to a tolerance relative to the largest finite one. */
  public static boolean areClose(double[] a, double[] b, double relative) {
    double scale = 0;
    for (double[] numbers : new double[][] {a, b}) {
      for (double x : numbers) {
        scale = Double.isInfinite(x) || Double.isNaN(x) ? scale : Math.max(scale, Math.abs(x));
      }
    }
    double tolerance = relative * scale;
    return a.length == b.length
        && IntStream.range(0, a.length).allMatch(i -> isWithin(a[i], b[i], tolerance));
  }
}
