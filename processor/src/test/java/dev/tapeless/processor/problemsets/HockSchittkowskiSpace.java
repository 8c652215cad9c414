package dev.tapeless.processor.problemsets;

import dev.tapeless.Differentiable;

/**
 * Problems of Hock and Schittkowski with three variables and more.
 *
 * <p>W. Hock, K. Schittkowski: Test Examples for Nonlinear Programming Codes, Lecture Notes in
 * Economics and Mathematical Systems 187, Springer (1981). Bounds of variables are left out.
 */
public final class HockSchittkowskiSpace {

  private HockSchittkowskiSpace() {}

  /** Problem 25. */
  @Differentiable
  public static double hs25(double[] x) {
    double sum = 0;
    for (int i = 1; i < 100; i++) {
      double u = 25 + Math.pow(-50 * Math.log(0.01 * i), 2 / 3.0);
      double f = Math.exp(-Math.pow(u - x[1], x[2]) / x[0]) - 0.01 * i;
      sum += f * f;
    }
    return sum;
  }

  /** Problem 26. */
  @Differentiable
  public static double hs26(double[] x) {
    return Math.pow(x[0] - x[1], 2) + Math.pow(x[1] - x[2], 4);
  }

  @Differentiable
  public static double[] hs26Constraints(double[] x) {
    return new double[] {
      (1 + x[1] * x[1]) * x[0] + Math.pow(x[2], 4) - 3,
    };
  }

  /** Problem 27. */
  @Differentiable
  public static double hs27(double[] x) {
    double d = x[1] - x[0] * x[0];
    return 0.01 * (x[0] - 1) * (x[0] - 1) + d * d;
  }

  @Differentiable
  public static double[] hs27Constraints(double[] x) {
    return new double[] {
      x[0] + x[2] * x[2] + 1,
    };
  }

  /** Problem 28. */
  @Differentiable
  public static double hs28(double[] x) {
    return Math.pow(x[0] + x[1], 2) + Math.pow(x[1] + x[2], 2);
  }

  @Differentiable
  public static double[] hs28Constraints(double[] x) {
    return new double[] {
      x[0] + 2 * x[1] + 3 * x[2] - 1,
    };
  }

  /** Problem 29. */
  @Differentiable
  public static double hs29(double[] x) {
    return -x[0] * x[1] * x[2];
  }

  @Differentiable
  public static double[] hs29Constraints(double[] x) {
    return new double[] {
      48 - x[0] * x[0] - 2 * x[1] * x[1] - 4 * x[2] * x[2],
    };
  }

  /** Problem 32. */
  @Differentiable
  public static double hs32(double[] x) {
    double a = x[0] + 3 * x[1] + x[2];
    return a * a + 4 * Math.pow(x[0] - x[1], 2);
  }

  @Differentiable
  public static double[] hs32Constraints(double[] x) {
    return new double[] {
      6 * x[1] + 4 * x[2] - Math.pow(x[0], 3) - 3, 1 - x[0] - x[1] - x[2],
    };
  }

  /** Problem 33. */
  @Differentiable
  public static double hs33(double[] x) {
    return (x[0] - 1) * (x[0] - 2) * (x[0] - 3) + x[2];
  }

  @Differentiable
  public static double[] hs33Constraints(double[] x) {
    return new double[] {
      x[2] * x[2] - x[1] * x[1] - x[0] * x[0], x[0] * x[0] + x[1] * x[1] + x[2] * x[2] - 4,
    };
  }

  /** Problem 34. */
  @Differentiable
  public static double hs34(double[] x) {
    return -x[0];
  }

  @Differentiable
  public static double[] hs34Constraints(double[] x) {
    return new double[] {
      x[1] - Math.exp(x[0]), x[2] - Math.exp(x[1]),
    };
  }

  /** Problem 35. */
  @Differentiable
  public static double hs35(double[] x) {
    double linear = 9 - 8 * x[0] - 6 * x[1] - 4 * x[2];
    double squares = 2 * x[0] * x[0] + 2 * x[1] * x[1] + x[2] * x[2];
    return linear + squares + 2 * x[0] * x[1] + 2 * x[0] * x[2];
  }

  @Differentiable
  public static double[] hs35Constraints(double[] x) {
    return new double[] {
      3 - x[0] - x[1] - 2 * x[2],
    };
  }

  /** Problem 38. */
  @Differentiable
  public static double hs38(double[] x) {
    double sum = banana(x[0], x[1]) + 0.9 * banana(x[2], x[3]) + 0.1 * Math.pow(1 - x[2], 2);
    double a = x[1] - 1;
    double b = x[3] - 1;
    return sum + 10.1 * (a * a + b * b) + 19.8 * a * b;
  }

  /** Problem 39. */
  @Differentiable
  public static double hs39(double[] x) {
    return -x[0];
  }

  @Differentiable
  public static double[] hs39Constraints(double[] x) {
    return new double[] {
      x[1] - x[0] * x[0] * x[0] - x[2] * x[2], x[0] * x[0] - x[1] - x[3] * x[3],
    };
  }

  /** Problem 40. */
  @Differentiable
  public static double hs40(double[] x) {
    return -x[0] * x[1] * x[2] * x[3];
  }

  @Differentiable
  public static double[] hs40Constraints(double[] x) {
    return new double[] {
      x[0] * x[0] * x[0] + x[1] * x[1] - 1, x[0] * x[0] * x[3] - x[2], x[3] * x[3] - x[1],
    };
  }

  /** Problem 42. */
  @Differentiable
  public static double hs42(double[] x) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += Math.pow(x[i] - (i + 1), 2);
    }
    return sum;
  }

  @Differentiable
  public static double[] hs42Constraints(double[] x) {
    return new double[] {
      x[0] - 2, x[2] * x[2] + x[3] * x[3] - 2,
    };
  }

  /** Problem 43. */
  @Differentiable
  public static double hs43(double[] x) {
    double squares = x[0] * x[0] + x[1] * x[1] + 2 * x[2] * x[2] + x[3] * x[3];
    return squares - 5 * x[0] - 5 * x[1] - 21 * x[2] + 7 * x[3];
  }

  @Differentiable
  public static double[] hs43Constraints(double[] x) {
    return new double[] {
      8 - x[0] * x[0] - x[1] * x[1] - x[2] * x[2] - x[3] * x[3] - x[0] + x[1] - x[2] + x[3],
      10 - x[0] * x[0] - 2 * x[1] * x[1] - x[2] * x[2] - 2 * x[3] * x[3] + x[0] + x[3],
      5 - 2 * x[0] * x[0] - x[1] * x[1] - x[2] * x[2] - 2 * x[0] + x[1] + x[3],
    };
  }

  /** Problem 71. */
  @Differentiable
  public static double hs71(double[] x) {
    return x[0] * x[3] * (x[0] + x[1] + x[2]) + x[2];
  }

  @Differentiable
  public static double[] hs71Constraints(double[] x) {
    return new double[] {
      x[0] * x[1] * x[2] * x[3] - 25, x[0] * x[0] + x[1] * x[1] + x[2] * x[2] + x[3] * x[3] - 40,
    };
  }

  /** Problem 76. */
  @Differentiable
  public static double hs76(double[] x) {
    double squares = x[0] * x[0] + 0.5 * x[1] * x[1] + x[2] * x[2] + 0.5 * x[3] * x[3];
    return squares - x[0] * x[2] + x[2] * x[3] - x[0] - 3 * x[1] + x[2] - x[3];
  }

  @Differentiable
  public static double[] hs76Constraints(double[] x) {
    return new double[] {
      5 - x[0] - 2 * x[1] - x[2] - x[3],
      4 - 3 * x[0] - x[1] - 2 * x[2] + x[3],
      x[1] + 4 * x[2] - 1.5,
    };
  }

  /** Problem 100. */
  @Differentiable
  public static double hs100(double[] x) {
    double first = Math.pow(x[0] - 10, 2) + 5 * Math.pow(x[1] - 12, 2) + Math.pow(x[2], 4);
    double second = 3 * Math.pow(x[3] - 11, 2) + 10 * Math.pow(x[4], 6) + 7 * x[5] * x[5];
    double third = Math.pow(x[6], 4) - 4 * x[5] * x[6] - 10 * x[5] - 8 * x[6];
    return first + second + third;
  }

  @Differentiable
  public static double[] hs100Constraints(double[] x) {
    return new double[] {
      127 - 2 * x[0] * x[0] - 3 * Math.pow(x[1], 4) - x[2] - 4 * x[3] * x[3] - 5 * x[4],
      282 - 7 * x[0] - 3 * x[1] - 10 * x[2] * x[2] - x[3] + x[4],
    };
  }

  private static double banana(double x, double y) {
    return 100 * Math.pow(y - x * x, 2) + Math.pow(1 - x, 2);
  }
}
