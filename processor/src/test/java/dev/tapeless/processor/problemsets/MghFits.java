package dev.tapeless.processor.problemsets;

import dev.tapeless.Differentiable;

/**
 * Problems 15 to 24 of Moré, Garbow and Hillstrom: fits and penalties.
 *
 * <p>J. J. Moré, B. S. Garbow, K. E. Hillstrom: Testing Unconstrained Optimization Software, ACM
 * Transactions on Mathematical Software 7 (1981), pp. 17-41. The numbers in comments are theirs.
 */
public final class MghFits {

  static final double[] KOWALIK_U = {4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625};
  static final double[] KOWALIK_Y = {
    0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246
  };
  static final double[] OSBORNE_1 = {
    0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.85, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658,
    0.628, 0.603, 0.58, 0.558, 0.538, 0.522, 0.506, 0.49, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431,
    0.424, 0.42, 0.414, 0.411, 0.406
  };
  static final double[] OSBORNE_2 = {
    1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608,
    0.655, 0.616, 0.606, 0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661,
    0.612, 0.558, 0.533, 0.495, 0.5, 0.423, 0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428, 0.429,
    0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668, 0.645, 0.632, 0.591, 0.559, 0.597,
    0.625, 0.739, 0.71, 0.729, 0.72, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098, 0.054
  };

  private MghFits() {}

  /** 15. */
  @Differentiable
  public static double[] kowalikOsborne(double[] x) {
    double[] f = new double[KOWALIK_Y.length];
    for (int i = 0; i < f.length; i++) {
      double u = KOWALIK_U[i];
      double u2 = u * u;
      f[i] = KOWALIK_Y[i] - x[0] * (u2 + u * x[1]) / (u2 + u * x[2] + x[3]);
    }
    return f;
  }

  @Differentiable
  public static double kowalikOsborneSum(double[] x) {
    return squares(kowalikOsborne(x));
  }

  /** 16. */
  @Differentiable
  public static double[] brownDennis(double[] x) {
    double[] f = new double[20];
    for (int i = 1; i <= f.length; i++) {
      double t = i / 5.0;
      double a = x[0] + t * x[1] - Math.exp(t);
      double b = x[2] + x[3] * Math.sin(t) - Math.cos(t);
      f[i - 1] = a * a + b * b;
    }
    return f;
  }

  @Differentiable
  public static double brownDennisSum(double[] x) {
    return squares(brownDennis(x));
  }

  /** 17. */
  @Differentiable
  public static double[] osborne1(double[] x) {
    double[] f = new double[OSBORNE_1.length];
    for (int i = 0; i < f.length; i++) {
      double t = 10.0 * i;
      f[i] = OSBORNE_1[i] - (x[0] + x[1] * Math.exp(-t * x[3]) + x[2] * Math.exp(-t * x[4]));
    }
    return f;
  }

  @Differentiable
  public static double osborne1Sum(double[] x) {
    return squares(osborne1(x));
  }

  /** 18. */
  @Differentiable
  public static double[] biggs(double[] x) {
    double[] f = new double[13];
    for (int i = 1; i <= f.length; i++) {
      double t = 0.1 * i;
      double y = Math.exp(-t) - 5 * Math.exp(-10 * t) + 3 * Math.exp(-4 * t);
      f[i - 1] =
          x[2] * Math.exp(-t * x[0]) - x[3] * Math.exp(-t * x[1]) + x[5] * Math.exp(-t * x[4]) - y;
    }
    return f;
  }

  @Differentiable
  public static double biggsSum(double[] x) {
    return squares(biggs(x));
  }

  /** 19. */
  @Differentiable
  public static double[] osborne2(double[] x) {
    double[] f = new double[OSBORNE_2.length];
    for (int i = 0; i < f.length; i++) {
      double t = i / 10.0;
      double sum = x[0] * Math.exp(-t * x[4]);
      for (int k = 1; k < 4; k++) {
        double d = t - x[7 + k];
        sum += x[k] * Math.exp(-d * d * x[4 + k]);
      }
      f[i] = OSBORNE_2[i] - sum;
    }
    return f;
  }

  @Differentiable
  public static double osborne2Sum(double[] x) {
    return squares(osborne2(x));
  }

  /** 20. */
  @Differentiable
  public static double[] watson(double[] x) {
    double[] f = new double[31];
    for (int i = 1; i <= 29; i++) {
      double t = i / 29.0;
      double slope = 0;
      double value = 0;
      for (int j = x.length - 1; j >= 0; j--) {
        slope = slope * t + value;
        value = value * t + x[j];
      }
      f[i - 1] = slope - value * value - 1;
    }
    f[29] = x[0];
    f[30] = x[1] - x[0] * x[0] - 1;
    return f;
  }

  @Differentiable
  public static double watsonSum(double[] x) {
    return squares(watson(x));
  }

  /** 21. */
  @Differentiable
  public static double[] extendedRosenbrock(double[] x) {
    double[] f = new double[x.length];
    for (int i = 0; i < x.length; i += 2) {
      f[i] = 10 * (x[i + 1] - x[i] * x[i]);
      f[i + 1] = 1 - x[i];
    }
    return f;
  }

  @Differentiable
  public static double extendedRosenbrockSum(double[] x) {
    return squares(extendedRosenbrock(x));
  }

  /** 22. */
  @Differentiable
  public static double[] extendedPowellSingular(double[] x) {
    double[] f = new double[x.length];
    for (int i = 0; i < x.length; i += 4) {
      double b = x[i + 1] - 2 * x[i + 2];
      double d = x[i] - x[i + 3];
      f[i] = x[i] + 10 * x[i + 1];
      f[i + 1] = Math.sqrt(5) * (x[i + 2] - x[i + 3]);
      f[i + 2] = b * b;
      f[i + 3] = Math.sqrt(10) * d * d;
    }
    return f;
  }

  @Differentiable
  public static double extendedPowellSingularSum(double[] x) {
    return squares(extendedPowellSingular(x));
  }

  /** 23. */
  @Differentiable
  public static double[] penalty1(double[] x) {
    int n = x.length;
    double[] f = new double[n + 1];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      f[i] = Math.sqrt(1e-5) * (x[i] - 1);
      sum += x[i] * x[i];
    }
    f[n] = sum - 0.25;
    return f;
  }

  @Differentiable
  public static double penalty1Sum(double[] x) {
    return squares(penalty1(x));
  }

  /** 24. */
  @Differentiable
  public static double[] penalty2(double[] x) {
    int n = x.length;
    double[] f = new double[2 * n];
    f[0] = x[0] - 0.2;
    double sum = n * x[0] * x[0];
    for (int i = 1; i < n; i++) {
      double y = Math.exp((i + 1) / 10.0) + Math.exp(i / 10.0);
      f[i] = Math.sqrt(1e-5) * (Math.exp(x[i] / 10) + Math.exp(x[i - 1] / 10) - y);
      f[n + i - 1] = Math.sqrt(1e-5) * (Math.exp(x[i] / 10) - Math.exp(-0.1));
      sum += (n - i) * x[i] * x[i];
    }
    f[2 * n - 1] = sum - 1;
    return f;
  }

  @Differentiable
  public static double penalty2Sum(double[] x) {
    return squares(penalty2(x));
  }

  private static double squares(double[] residuals) {
    double sum = 0;
    for (double r : residuals) {
      sum += r * r;
    }
    return sum;
  }
}
