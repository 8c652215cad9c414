package dev.tapeless.processor.problemsets;

import dev.tapeless.Differentiable;

/**
 * Problems 1 to 14 of Moré, Garbow and Hillstrom: up to four variables.
 *
 * <p>J. J. Moré, B. S. Garbow, K. E. Hillstrom: Testing Unconstrained Optimization Software, ACM
 * Transactions on Mathematical Software 7 (1981), pp. 17-41. The numbers in comments are theirs.
 */
public final class MghFewVariables {

  static final double[] BARD = {
    0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.1, 4.39
  };
  static final double[] GAUSSIAN = {
    0.0009, 0.0044, 0.0175, 0.054, 0.1295, 0.242, 0.3521, 0.3989, 0.3521, 0.242, 0.1295, 0.054,
    0.0175, 0.0044, 0.0009
  };
  static final double[] MEYER = {
    34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307,
    2872
  };

  private MghFewVariables() {}

  /** 1. */
  @Differentiable
  public static double[] rosenbrock(double[] x) {
    return new double[] {10 * (x[1] - x[0] * x[0]), 1 - x[0]};
  }

  @Differentiable
  public static double rosenbrockSum(double[] x) {
    return squares(rosenbrock(x));
  }

  /** 2. */
  @Differentiable
  public static double[] freudensteinRoth(double[] x) {
    double u = x[0];
    double v = x[1];
    return new double[] {
      -13 + u + ((5 - v) * v - 2) * v, -29 + u + ((v + 1) * v - 14) * v,
    };
  }

  @Differentiable
  public static double freudensteinRothSum(double[] x) {
    return squares(freudensteinRoth(x));
  }

  /** 3. */
  @Differentiable
  public static double[] powellBadlyScaled(double[] x) {
    return new double[] {1e4 * x[0] * x[1] - 1, Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001};
  }

  @Differentiable
  public static double powellBadlyScaledSum(double[] x) {
    return squares(powellBadlyScaled(x));
  }

  /** 4. */
  @Differentiable
  public static double[] brownBadlyScaled(double[] x) {
    return new double[] {x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2};
  }

  @Differentiable
  public static double brownBadlyScaledSum(double[] x) {
    return squares(brownBadlyScaled(x));
  }

  /** 5. */
  @Differentiable
  public static double[] beale(double[] x) {
    double[] y = {1.5, 2.25, 2.625};
    double[] f = new double[3];
    double power = 1;
    for (int i = 0; i < 3; i++) {
      power *= x[1];
      f[i] = y[i] - x[0] * (1 - power);
    }
    return f;
  }

  @Differentiable
  public static double bealeSum(double[] x) {
    return squares(beale(x));
  }

  /** 6. */
  @Differentiable
  public static double[] jennrichSampson(double[] x) {
    double[] f = new double[10];
    for (int i = 1; i <= 10; i++) {
      f[i - 1] = 2 + 2 * i - (Math.exp(i * x[0]) + Math.exp(i * x[1]));
    }
    return f;
  }

  @Differentiable
  public static double jennrichSampsonSum(double[] x) {
    return squares(jennrichSampson(x));
  }

  /** 7. */
  @Differentiable
  public static double[] helicalValley(double[] x) {
    double turn = Math.atan(x[1] / x[0]) / (2 * Math.PI);
    if (x[0] < 0) {
      turn += 0.5;
    }
    double radius = Math.sqrt(x[0] * x[0] + x[1] * x[1]);
    return new double[] {10 * (x[2] - 10 * turn), 10 * (radius - 1), x[2]};
  }

  @Differentiable
  public static double helicalValleySum(double[] x) {
    return squares(helicalValley(x));
  }

  /** 8. */
  @Differentiable
  public static double[] bard(double[] x) {
    double[] f = new double[BARD.length];
    for (int i = 1; i <= f.length; i++) {
      double v = 16 - i;
      double w = Math.min(i, v);
      f[i - 1] = BARD[i - 1] - (x[0] + i / (v * x[1] + w * x[2]));
    }
    return f;
  }

  @Differentiable
  public static double bardSum(double[] x) {
    return squares(bard(x));
  }

  /** 9. */
  @Differentiable
  public static double[] gaussian(double[] x) {
    double[] f = new double[GAUSSIAN.length];
    for (int i = 1; i <= f.length; i++) {
      double d = (8 - i) / 2.0 - x[2];
      f[i - 1] = x[0] * Math.exp(-x[1] * d * d / 2) - GAUSSIAN[i - 1];
    }
    return f;
  }

  @Differentiable
  public static double gaussianSum(double[] x) {
    return squares(gaussian(x));
  }

  /** 10. */
  @Differentiable
  public static double[] meyer(double[] x) {
    double[] f = new double[MEYER.length];
    for (int i = 1; i <= f.length; i++) {
      f[i - 1] = x[0] * Math.exp(x[1] / (45 + 5 * i + x[2])) - MEYER[i - 1];
    }
    return f;
  }

  @Differentiable
  public static double meyerSum(double[] x) {
    return squares(meyer(x));
  }

  /** 11. */
  @Differentiable
  public static double[] gulf(double[] x) {
    double[] f = new double[20];
    for (int i = 1; i <= f.length; i++) {
      double t = i / 100.0;
      double y = 25 + Math.pow(-50 * Math.log(t), 2 / 3.0);
      f[i - 1] = Math.exp(-Math.pow(Math.abs(y - x[1]), x[2]) / x[0]) - t;
    }
    return f;
  }

  @Differentiable
  public static double gulfSum(double[] x) {
    return squares(gulf(x));
  }

  /** 12. */
  @Differentiable
  public static double[] box(double[] x) {
    double[] f = new double[10];
    for (int i = 1; i <= f.length; i++) {
      double t = 0.1 * i;
      f[i - 1] =
          Math.exp(-t * x[0]) - Math.exp(-t * x[1]) - x[2] * (Math.exp(-t) - Math.exp(-10 * t));
    }
    return f;
  }

  @Differentiable
  public static double boxSum(double[] x) {
    return squares(box(x));
  }

  /** 13. */
  @Differentiable
  public static double[] powellSingular(double[] x) {
    double b = x[1] - 2 * x[2];
    double d = x[0] - x[3];
    return new double[] {
      x[0] + 10 * x[1], Math.sqrt(5) * (x[2] - x[3]), b * b, Math.sqrt(10) * d * d,
    };
  }

  @Differentiable
  public static double powellSingularSum(double[] x) {
    return squares(powellSingular(x));
  }

  /** 14. */
  @Differentiable
  public static double[] wood(double[] x) {
    return new double[] {
      10 * (x[1] - x[0] * x[0]),
      1 - x[0],
      Math.sqrt(90) * (x[3] - x[2] * x[2]),
      1 - x[2],
      Math.sqrt(10) * (x[1] + x[3] - 2),
      (x[1] - x[3]) / Math.sqrt(10),
    };
  }

  @Differentiable
  public static double woodSum(double[] x) {
    return squares(wood(x));
  }

  private static double squares(double[] residuals) {
    double sum = 0;
    for (double r : residuals) {
      sum += r * r;
    }
    return sum;
  }
}
