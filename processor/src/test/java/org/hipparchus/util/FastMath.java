package org.hipparchus.util;

/**
 * Stands in for the class of that name, which tests cannot depend on: the same methods with other
 * algorithms.
 */
public final class FastMath {

  private FastMath() {}

  public static double sqrt(double x) {
    return Math.sqrt(x);
  }

  public static double cbrt(double x) {
    return Math.cbrt(x);
  }

  public static double exp(double x) {
    return Math.exp(x);
  }

  public static double expm1(double x) {
    return Math.expm1(x);
  }

  public static double log(double x) {
    return Math.log(x);
  }

  public static double log10(double x) {
    return Math.log10(x);
  }

  public static double log1p(double x) {
    return Math.log1p(x);
  }

  public static double sinh(double x) {
    return Math.sinh(x);
  }

  public static double cosh(double x) {
    return Math.cosh(x);
  }

  public static double tanh(double x) {
    return Math.tanh(x);
  }

  public static double sin(double x) {
    return Math.sin(x);
  }

  public static double cos(double x) {
    return Math.cos(x);
  }

  public static double tan(double x) {
    return Math.tan(x);
  }

  public static double asin(double x) {
    return Math.asin(x);
  }

  public static double acos(double x) {
    return Math.acos(x);
  }

  public static double atan(double x) {
    return Math.atan(x);
  }

  public static double toRadians(double x) {
    return Math.toRadians(x);
  }

  public static double toDegrees(double x) {
    return Math.toDegrees(x);
  }

  public static double abs(double x) {
    return Math.abs(x);
  }

  public static double signum(double x) {
    return Math.signum(x);
  }

  public static double floor(double x) {
    return Math.floor(x);
  }

  public static double ceil(double x) {
    return Math.ceil(x);
  }

  public static double rint(double x) {
    return Math.rint(x);
  }

  public static double ulp(double x) {
    return Math.ulp(x);
  }

  public static double nextUp(double x) {
    return Math.nextUp(x);
  }

  public static double nextDown(double x) {
    return Math.nextDown(x);
  }

  public static double hypot(double x, double y) {
    return Math.hypot(x, y);
  }

  public static double atan2(double x, double y) {
    return Math.atan2(x, y);
  }

  public static double max(double x, double y) {
    return Math.max(x, y);
  }

  public static double min(double x, double y) {
    return Math.min(x, y);
  }

  public static double copySign(double x, double y) {
    return Math.copySign(x, y);
  }

  public static double IEEEremainder(double x, double y) {
    return Math.IEEEremainder(x, y);
  }

  public static double nextAfter(double x, double y) {
    return Math.nextAfter(x, y);
  }

  public static float abs(float x) {
    return Math.abs(x);
  }

  public static float signum(float x) {
    return Math.signum(x);
  }

  public static float max(float x, float y) {
    return Math.max(x, y);
  }

  public static float min(float x, float y) {
    return Math.min(x, y);
  }

  public static float copySign(float x, float y) {
    return Math.copySign(x, y);
  }

  public static int abs(int x) {
    return Math.abs(x);
  }

  public static int max(int x, int y) {
    return Math.max(x, y);
  }

  public static long round(double x) {
    return Math.round(x);
  }

  public static double scalb(double x, int n) {
    return Math.scalb(x, n);
  }

  public static double fma(double x, double y, double z) {
    return Math.fma(x, y, z);
  }

  public static double clamp(double x, double low, double high) {
    return Math.max(low, Math.min(x, high));
  }

  public static double pow(double x, double y) {
    return Math.pow(x, y);
  }

  public static double pow(double x, int n) {
    return Math.pow(x, n);
  }

  public static double pow(double x, long n) {
    return Math.pow(x, n);
  }

  public static double log(double base, double x) {
    return Math.log(x) / Math.log(base);
  }

  public static double asinh(double x) {
    return Math.copySign(Math.log(Math.abs(x) + Math.hypot(1, x)), x);
  }

  public static double acosh(double x) {
    return Math.log(x + Math.sqrt(x - 1) * Math.sqrt(x + 1));
  }

  public static double atanh(double x) {
    return 0.5 * (Math.log1p(x) - Math.log1p(-x));
  }

  /** A method that packs what it computes into an object. */
  public static SinCos sinCos(double x) {
    return new SinCos(Math.sin(x), Math.cos(x));
  }

  /** A method without a rule. */
  public static double norm(double x) {
    return Math.abs(x);
  }
}
