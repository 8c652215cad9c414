package dev.tapeless.processor.problemsets;

import dev.tapeless.Differentiable;

/**
 * Problems of Hock and Schittkowski with two variables.
 *
 * <p>W. Hock, K. Schittkowski: Test Examples for Nonlinear Programming Codes, Lecture Notes in
 * Economics and Mathematical Systems 187, Springer (1981). Bounds of variables are left out.
 */
public final class HockSchittkowskiPlane {

  private HockSchittkowskiPlane() {}

  /** Problem 1. */
  @Differentiable
  public static double hs1(double[] x) {
    return banana(x[0], x[1]);
  }

  /** Problem 5. */
  @Differentiable
  public static double hs5(double[] x) {
    double d = x[0] - x[1];
    return Math.sin(x[0] + x[1]) + d * d - 1.5 * x[0] + 2.5 * x[1] + 1;
  }

  /** Problem 6. */
  @Differentiable
  public static double hs6(double[] x) {
    return (1 - x[0]) * (1 - x[0]);
  }

  @Differentiable
  public static double[] hs6Constraints(double[] x) {
    return new double[] {
      10 * (x[1] - x[0] * x[0]),
    };
  }

  /** Problem 7. */
  @Differentiable
  public static double hs7(double[] x) {
    return Math.log(1 + x[0] * x[0]) - x[1];
  }

  @Differentiable
  public static double[] hs7Constraints(double[] x) {
    return new double[] {
      Math.pow(1 + x[0] * x[0], 2) + x[1] * x[1] - 4,
    };
  }

  /** Problem 9. */
  @Differentiable
  public static double hs9(double[] x) {
    return Math.sin(Math.PI * x[0] / 12) * Math.cos(Math.PI * x[1] / 16);
  }

  @Differentiable
  public static double[] hs9Constraints(double[] x) {
    return new double[] {
      4 * x[0] - 3 * x[1],
    };
  }

  /** Problem 10. */
  @Differentiable
  public static double hs10(double[] x) {
    return x[0] - x[1];
  }

  @Differentiable
  public static double[] hs10Constraints(double[] x) {
    return new double[] {
      -3 * x[0] * x[0] + 2 * x[0] * x[1] - x[1] * x[1] + 1,
    };
  }

  /** Problem 11. */
  @Differentiable
  public static double hs11(double[] x) {
    return Math.pow(x[0] - 5, 2) + x[1] * x[1] - 25;
  }

  @Differentiable
  public static double[] hs11Constraints(double[] x) {
    return new double[] {
      -x[0] * x[0] + x[1],
    };
  }

  /** Problem 12. */
  @Differentiable
  public static double hs12(double[] x) {
    return 0.5 * x[0] * x[0] + x[1] * x[1] - x[0] * x[1] - 7 * x[0] - 7 * x[1];
  }

  @Differentiable
  public static double[] hs12Constraints(double[] x) {
    return new double[] {
      25 - 4 * x[0] * x[0] - x[1] * x[1],
    };
  }

  /** Problem 14. */
  @Differentiable
  public static double hs14(double[] x) {
    return Math.pow(x[0] - 2, 2) + Math.pow(x[1] - 1, 2);
  }

  @Differentiable
  public static double[] hs14Constraints(double[] x) {
    return new double[] {
      -0.25 * x[0] * x[0] - x[1] * x[1] + 1, x[0] - 2 * x[1] + 1,
    };
  }

  /** Problem 15. */
  @Differentiable
  public static double hs15(double[] x) {
    return banana(x[0], x[1]);
  }

  @Differentiable
  public static double[] hs15Constraints(double[] x) {
    return new double[] {
      x[0] * x[1] - 1, x[0] + x[1] * x[1],
    };
  }

  /** Problem 18. */
  @Differentiable
  public static double hs18(double[] x) {
    return 0.01 * x[0] * x[0] + x[1] * x[1];
  }

  @Differentiable
  public static double[] hs18Constraints(double[] x) {
    return new double[] {
      x[0] * x[1] - 25, x[0] * x[0] + x[1] * x[1] - 25,
    };
  }

  /** Problem 19. */
  @Differentiable
  public static double hs19(double[] x) {
    return Math.pow(x[0] - 10, 3) + Math.pow(x[1] - 20, 3);
  }

  @Differentiable
  public static double[] hs19Constraints(double[] x) {
    return new double[] {
      Math.pow(x[0] - 5, 2) + Math.pow(x[1] - 5, 2) - 100,
      82.81 - Math.pow(x[0] - 6, 2) - Math.pow(x[1] - 5, 2),
    };
  }

  /** Problem 22. */
  @Differentiable
  public static double hs22(double[] x) {
    return Math.pow(x[0] - 2, 2) + Math.pow(x[1] - 1, 2);
  }

  @Differentiable
  public static double[] hs22Constraints(double[] x) {
    return new double[] {
      -x[0] - x[1] + 2, -x[0] * x[0] + x[1],
    };
  }

  /** Problem 23. */
  @Differentiable
  public static double hs23(double[] x) {
    return x[0] * x[0] + x[1] * x[1];
  }

  @Differentiable
  public static double[] hs23Constraints(double[] x) {
    return new double[] {
      x[0] + x[1] - 1,
      x[0] * x[0] + x[1] * x[1] - 1,
      9 * x[0] * x[0] + x[1] * x[1] - 9,
      x[0] * x[0] - x[1],
      x[1] * x[1] - x[0],
    };
  }

  /** Problem 24. */
  @Differentiable
  public static double hs24(double[] x) {
    return ((x[0] - 3) * (x[0] - 3) - 9) * x[1] * x[1] * x[1] / (27 * Math.sqrt(3));
  }

  @Differentiable
  public static double[] hs24Constraints(double[] x) {
    return new double[] {
      x[0] / Math.sqrt(3) - x[1], x[0] + Math.sqrt(3) * x[1], 6 - x[0] - Math.sqrt(3) * x[1],
    };
  }

  private static double banana(double x, double y) {
    return 100 * Math.pow(y - x * x, 2) + Math.pow(1 - x, 2);
  }
}
