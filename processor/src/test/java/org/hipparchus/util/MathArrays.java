package org.hipparchus.util;

/** Stands for the class of that name. */
public final class MathArrays {

  private MathArrays() {}

  public static double linearCombination(double a1, double b1, double a2, double b2) {
    return a1 * b1 + a2 * b2;
  }

  public static double linearCombination(
      double a1, double b1, double a2, double b2, double a3, double b3) {
    return a1 * b1 + a2 * b2 + a3 * b3;
  }

  public static double linearCombination(
      double a1, double b1, double a2, double b2, double a3, double b3, double a4, double b4) {
    return a1 * b1 + a2 * b2 + a3 * b3 + a4 * b4;
  }

  public static void checkEqualLength(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " != " + b.length);
    }
  }

  public static boolean verifyValues(double[] values, int begin, int length) {
    if (begin < 0 || begin + length > values.length) {
      throw new IllegalArgumentException("range");
    }
    return length > 0;
  }
}
