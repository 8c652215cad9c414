package net.jafama;

/**
 * Stands in for the class of that name, which tests cannot depend on: the methods that others do
 * not have, and those that their derivatives call.
 */
public final class FastMath {

  private FastMath() {}

  public static double sqrt(double x) {
    return Math.sqrt(x);
  }

  public static double exp(double x) {
    return Math.exp(x);
  }

  public static double log(double x) {
    return Math.log(x);
  }

  public static double sinh(double x) {
    return Math.sinh(x);
  }

  public static double cosh(double x) {
    return Math.cosh(x);
  }

  public static double sin(double x) {
    return Math.sin(x);
  }

  public static double cos(double x) {
    return Math.cos(x);
  }

  public static double abs(double x) {
    return Math.abs(x);
  }

  public static double signum(double x) {
    return Math.signum(x);
  }

  public static double rint(double x) {
    return Math.rint(x);
  }

  public static double pow(double x, double y) {
    return Math.pow(x, y);
  }

  public static double hypot(double x, double y) {
    return Math.hypot(x, y);
  }

  public static double hypot(double x, double y, double z) {
    return Math.hypot(Math.hypot(x, y), z);
  }

  public static double pow2(double x) {
    return x * x;
  }

  public static double pow3(double x) {
    return x * x * x;
  }

  public static double powFast(double x, int n) {
    return Math.pow(x, n);
  }

  public static double coshm1(double x) {
    return Math.cosh(x) - 1;
  }

  public static double acosh1p(double x) {
    return Math.log1p(x + Math.sqrt(x) * Math.sqrt(x + 2));
  }

  public static double sinQuick(double x) {
    return Math.sin(x);
  }

  public static double cosQuick(double x) {
    return Math.cos(x);
  }

  public static double expQuick(double x) {
    return Math.exp(x);
  }

  public static double logQuick(double x) {
    return Math.log(x);
  }

  public static double sqrtQuick(double x) {
    return Math.sqrt(x);
  }

  public static double invSqrtQuick(double x) {
    return 1 / Math.sqrt(x);
  }

  public static double powQuick(double x, double y) {
    return Math.pow(x, y);
  }

  public static double asinInRange(double x) {
    return Math.asin(Math.max(-1, Math.min(x, 1)));
  }

  public static double acosInRange(double x) {
    return Math.acos(Math.max(-1, Math.min(x, 1)));
  }

  public static double toRange(double low, double high, double x) {
    return x <= low ? low : x >= high ? high : x;
  }

  public static double remainder(double x, double y) {
    return Math.IEEEremainder(x, y);
  }

  public static double normalizeMinusPiPi(double x) {
    return Math.IEEEremainder(x, 2 * Math.PI);
  }

  public static long roundEven(double x) {
    return (long) Math.rint(x);
  }
}
