package dev.tapeless.processor.problemsets;

import java.util.function.Function;

/** Least squares by damped Gauss-Newton steps, with the derivatives that it is given. */
final class LevenbergMarquardt {

  private static final int STEPS = 3000;

  private final Function<double[], double[]> residuals;
  private final Function<double[], double[][]> jacobian;

  LevenbergMarquardt(
      Function<double[], double[]> residuals, Function<double[], double[][]> jacobian) {
    this.residuals = residuals;
    this.jacobian = jacobian;
  }

  /** The sum of squares at the minimum that is reached from {@code start}. */
  double minimumFrom(double... start) {
    double[] x = start.clone();
    double[] scales = new double[x.length];
    double sum = sumAt(x);
    double damping = 1e-3;
    for (int step = 0; step < STEPS && damping < 1e30; step++) {
      double[] next = moved(x, damping, scales);
      double sumThere = sumAt(next);
      if (sumThere < sum) {
        x = next;
        sum = sumThere;
        damping = Math.max(damping / 5, 1e-20);
      } else {
        damping *= 3;
      }
    }
    return sum;
  }

  private double sumAt(double[] x) {
    double sum = 0;
    for (double r : residuals.apply(x)) {
      sum += r * r;
    }
    return sum;
  }

  private double[] moved(double[] x, double damping, double[] scales) {
    double[] f = residuals.apply(x);
    double[][] j = jacobian.apply(x);
    int n = x.length;
    double[][] equations = new double[n][n + 1];
    for (int k = 0; k < f.length; k++) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          equations[a][b] += j[k][a] * j[k][b];
        }
        equations[a][n] -= j[k][a] * f[k];
      }
    }
    for (int a = 0; a < n; a++) {
      scales[a] = Math.max(scales[a], equations[a][a]);
      equations[a][a] += damping * (scales[a] == 0 ? 1 : scales[a]);
    }
    eliminate(equations);
    double[] moved = x.clone();
    for (int a = 0; a < n; a++) {
      moved[a] += equations[a][n] / equations[a][a];
    }
    return moved;
  }

  /** By Gauss and Jordan; the matrix is positive definite. */
  private static void eliminate(double[][] equations) {
    int n = equations.length;
    for (int pivot = 0; pivot < n; pivot++) {
      for (int row = 0; row < n; row++) {
        double factor = row == pivot ? 0 : equations[row][pivot] / equations[pivot][pivot];
        for (int column = pivot; column <= n; column++) {
          equations[row][column] -= factor * equations[pivot][column];
        }
      }
    }
  }
}
