package dev.tapeless.processor.problemsets;

import dev.tapeless.Differentiable;

/**
 * Problems 25 to 35 of Moré, Garbow and Hillstrom: as many variables as one likes.
 *
 * <p>J. J. Moré, B. S. Garbow, K. E. Hillstrom: Testing Unconstrained Optimization Software, ACM
 * Transactions on Mathematical Software 7 (1981), pp. 17-41. The numbers in comments are theirs.
 */
public final class MghAnySize {

  private MghAnySize() {}

  /** 25. */
  @Differentiable
  public static double[] variablyDimensioned(double[] x) {
    int n = x.length;
    double[] f = new double[n + 2];
    for (int i = 0; i < n; i++) {
      f[i] = x[i] - 1;
      f[n] += (i + 1) * (x[i] - 1);
    }
    f[n + 1] = f[n] * f[n];
    return f;
  }

  @Differentiable
  public static double variablyDimensionedSum(double[] x) {
    return squares(variablyDimensioned(x));
  }

  /** 26. */
  @Differentiable
  public static double[] trigonometric(double[] x) {
    int n = x.length;
    double[] f = new double[n];
    double sum = n;
    for (double xi : x) {
      sum -= Math.cos(xi);
    }
    for (int i = 0; i < n; i++) {
      f[i] = sum + (i + 1) * (1 - Math.cos(x[i])) - Math.sin(x[i]);
    }
    return f;
  }

  @Differentiable
  public static double trigonometricSum(double[] x) {
    return squares(trigonometric(x));
  }

  /** 27. */
  @Differentiable
  public static double[] brownAlmostLinear(double[] x) {
    int n = x.length;
    double[] f = new double[n];
    double sum = -(n + 1);
    double product = 1;
    for (double xi : x) {
      sum += xi;
      product *= xi;
    }
    for (int i = 0; i < n - 1; i++) {
      f[i] = x[i] + sum;
    }
    f[n - 1] = product - 1;
    return f;
  }

  @Differentiable
  public static double brownAlmostLinearSum(double[] x) {
    return squares(brownAlmostLinear(x));
  }

  /** 28. */
  @Differentiable
  public static double[] discreteBoundaryValue(double[] x) {
    int n = x.length;
    double h = 1.0 / (n + 1);
    double[] f = new double[n];
    for (int i = 0; i < n; i++) {
      double left = i == 0 ? 0 : x[i - 1];
      double right = i == n - 1 ? 0 : x[i + 1];
      double s = x[i] + (i + 1) * h + 1;
      f[i] = 2 * x[i] - left - right + h * h * s * s * s / 2;
    }
    return f;
  }

  @Differentiable
  public static double discreteBoundaryValueSum(double[] x) {
    return squares(discreteBoundaryValue(x));
  }

  /** 29. */
  @Differentiable
  public static double[] discreteIntegralEquation(double[] x) {
    int n = x.length;
    double h = 1.0 / (n + 1);
    double[] f = new double[n];
    double after = 0;
    for (int j = 0; j < n; j++) {
      after += (1 - (j + 1) * h) * Math.pow(x[j] + (j + 1) * h + 1, 3);
    }
    double before = 0;
    for (int i = 0; i < n; i++) {
      double t = (i + 1) * h;
      double cube = Math.pow(x[i] + t + 1, 3);
      before += t * cube;
      after -= (1 - t) * cube;
      f[i] = x[i] + h * ((1 - t) * before + t * after) / 2;
    }
    return f;
  }

  @Differentiable
  public static double discreteIntegralEquationSum(double[] x) {
    return squares(discreteIntegralEquation(x));
  }

  /** 30. */
  @Differentiable
  public static double[] broydenTridiagonal(double[] x) {
    int n = x.length;
    double[] f = new double[n];
    for (int i = 0; i < n; i++) {
      f[i] = (3 - 2 * x[i]) * x[i] + 1;
      if (i > 0) {
        f[i] -= x[i - 1];
      }
      if (i < n - 1) {
        f[i] -= 2 * x[i + 1];
      }
    }
    return f;
  }

  @Differentiable
  public static double broydenTridiagonalSum(double[] x) {
    return squares(broydenTridiagonal(x));
  }

  /** 31. */
  @Differentiable
  public static double[] broydenBanded(double[] x) {
    int n = x.length;
    double[] f = new double[n];
    for (int i = 0; i < n; i++) {
      f[i] = x[i] * (2 + 5 * x[i] * x[i]) + 1;
      for (int j = Math.max(0, i - 5); j <= Math.min(n - 1, i + 1); j++) {
        if (j != i) {
          f[i] -= x[j] * (1 + x[j]);
        }
      }
    }
    return f;
  }

  @Differentiable
  public static double broydenBandedSum(double[] x) {
    return squares(broydenBanded(x));
  }

  /** 32. */
  @Differentiable
  public static double[] linearFullRank(double[] x) {
    int m = 2 * x.length;
    double[] f = new double[m];
    double sum = 0;
    for (double xi : x) {
      sum += xi;
    }
    for (int i = 0; i < m; i++) {
      f[i] = -2 * sum / m - 1;
    }
    for (int i = 0; i < x.length; i++) {
      f[i] += x[i];
    }
    return f;
  }

  @Differentiable
  public static double linearFullRankSum(double[] x) {
    return squares(linearFullRank(x));
  }

  /** 33. */
  @Differentiable
  public static double[] linearRank1(double[] x) {
    int m = 2 * x.length;
    double[] f = new double[m];
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += (j + 1) * x[j];
    }
    for (int i = 0; i < m; i++) {
      f[i] = (i + 1) * sum - 1;
    }
    return f;
  }

  @Differentiable
  public static double linearRank1Sum(double[] x) {
    return squares(linearRank1(x));
  }

  /** 34. */
  @Differentiable
  public static double[] linearRank1WithZeros(double[] x) {
    int m = 2 * x.length;
    double[] f = new double[m];
    double sum = 0;
    for (int j = 1; j < x.length - 1; j++) {
      sum += (j + 1) * x[j];
    }
    f[0] = -1;
    for (int i = 1; i < m - 1; i++) {
      f[i] = i * sum - 1;
    }
    f[m - 1] = -1;
    return f;
  }

  @Differentiable
  public static double linearRank1WithZerosSum(double[] x) {
    return squares(linearRank1WithZeros(x));
  }

  /** 35. */
  @Differentiable
  public static double[] chebyquad(double[] x) {
    int n = x.length;
    double[] f = new double[n];
    for (double xj : x) {
      double last = 1;
      double current = 2 * xj - 1;
      for (int i = 0; i < n; i++) {
        f[i] += current / n;
        double next = 2 * (2 * xj - 1) * current - last;
        last = current;
        current = next;
      }
    }
    for (int i = 2; i <= n; i += 2) {
      f[i - 1] += 1.0 / (i * i - 1);
    }
    return f;
  }

  @Differentiable
  public static double chebyquadSum(double[] x) {
    return squares(chebyquad(x));
  }

  private static double squares(double[] residuals) {
    double sum = 0;
    for (double r : residuals) {
      sum += r * r;
    }
    return sum;
  }
}
