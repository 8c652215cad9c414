package dev.tapeless.processor.library;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Steps of optimisers, and functions that they are tried on. */
class OptimisationTest {

  private static final double[] T = {0, 1, 2, 3};
  private static final double[] Y = {2.9, 1.8, 1.1, 0.9};

  @TestFactory
  Stream<DynamicTest> steps() {
    return new Programs()
        .add(
            "a step of Levenberg and Marquardt for an exponential",
            """
            static double[] step(double[] p, double[] t, double[] y, double lambda) {
              double h00 = 0, h01 = 0, h11 = 0, g0 = 0, g1 = 0;
              for (int i = 0; i < t.length; i++) {
                double e = Math.exp(-p[1] * t[i]);
                double r = y[i] - p[0] * e;
                double j0 = e, j1 = -p[0] * t[i] * e;
                h00 += j0 * j0;
                h01 += j0 * j1;
                h11 += j1 * j1;
                g0 += j0 * r;
                g1 += j1 * r;
              }
              h00 *= 1 + lambda;
              h11 *= 1 + lambda;
              double det = h00 * h11 - h01 * h01;
              return new double[] {
                p[0] + (h11 * g0 - h01 * g1) / det, p[1] + (h00 * g1 - h01 * g0) / det
              };
            }
            """,
            f -> f.at(new double[] {2.5, 0.4}, T, Y, 0.1).isRight())
        .add(
            "gradient descent with momentum and clipping",
            """
            static double descend(double x0, double y0, double rate, double momentum, int steps) {
              double x = x0, y = y0, vx = 0, vy = 0;
              for (int i = 0; i < steps; i++) {
                double gx = -2 * (1 - x) - 40 * x * (y - x * x);
                double gy = 20 * (y - x * x);
                double norm = Math.sqrt(gx * gx + gy * gy);
                if (norm > 5) {
                  gx *= 5 / norm;
                  gy *= 5 / norm;
                }
                vx = momentum * vx - rate * gx;
                vy = momentum * vy - rate * gy;
                x += vx;
                y += vy;
              }
              return (1 - x) * (1 - x) + 10 * (y - x * x) * (y - x * x);
            }
            """,
            f -> f.at(-0.5, 0.8, 0.02, 0.7, 9).isRight())
        .add(
            "Adam",
            """
            static double[] adam(double[] w, double[] target, double rate, int steps) {
              double[] x = w.clone();
              double[] m = new double[x.length];
              double[] v = new double[x.length];
              final double beta1 = 0.9, beta2 = 0.999, eps = 1e-8;
              for (int t = 1; t <= steps; t++) {
                for (int i = 0; i < x.length; i++) {
                  double g = 2 * (x[i] - target[i]) + Math.sin(x[i]);
                  m[i] = beta1 * m[i] + (1 - beta1) * g;
                  v[i] = beta2 * v[i] + (1 - beta2) * g * g;
                  double mHat = m[i] / (1 - Math.pow(beta1, t));
                  double vHat = v[i] / (1 - Math.pow(beta2, t));
                  x[i] -= rate * mHat / (Math.sqrt(vHat) + eps);
                }
              }
              return x;
            }
            """,
            f -> f.at(new double[] {0.3, 2}, new double[] {1, -0.5}, 0.1, 4).isRight())
        .add(
            "golden section",
            """
            static double goldenSection(double a, double b, double p) {
              final double gr = (Math.sqrt(5) - 1) / 2;
              double lo = a, hi = b;
              double c = hi - gr * (hi - lo), d = lo + gr * (hi - lo);
              while (Math.abs(hi - lo) > 1e-5) {
                if (f(c, p) < f(d, p)) hi = d;
                else lo = c;
                c = hi - gr * (hi - lo);
                d = lo + gr * (hi - lo);
              }
              return (lo + hi) / 2;
            }

            private static double f(double x, double p) {
              return x * x - p * x;
            }
            """,
            f -> f.at(-1.0, 3.0, 1.3).isConsistent())
        .add(
            "backtracking line search",
            """
            static double lineSearch(double[] x, double[] direction, double slope) {
              double t = 1, f0 = objective(x);
              double[] trial = new double[x.length];
              for (int k = 0; k < 30; k++) {
                for (int i = 0; i < x.length; i++) trial[i] = x[i] + t * direction[i];
                if (objective(trial) <= f0 + 1e-4 * t * slope) break;
                t *= 0.5;
              }
              return objective(trial);
            }

            private static double objective(double[] x) {
              double s = 0;
              for (int i = 0; i < x.length; i++) s += (i + 1) * x[i] * x[i] + Math.cos(x[i]);
              return s;
            }
            """,
            f -> f.at(new double[] {1, -2}, new double[] {-4, 12}, -20.0).isRight())
        .add(
            "reflection of Nelder and Mead",
            """
            static double[] reflect(double[][] simplex, double[] values) {
              int worst = 0;
              for (int i = 1; i < values.length; i++) {
                if (values[i] > values[worst]) worst = i;
              }
              int dim = simplex[0].length;
              double[] centroid = new double[dim];
              for (int i = 0; i < simplex.length; i++) {
                if (i == worst) continue;
                for (int j = 0; j < dim; j++) centroid[j] += simplex[i][j] / (simplex.length - 1);
              }
              double[] r = new double[dim];
              for (int j = 0; j < dim; j++) r[j] = 2 * centroid[j] - simplex[worst][j];
              return r;
            }
            """,
            f ->
                f.at(new double[][] {{0, 1}, {2, 0.5}, {1, 3}}, new double[] {0.3, 2, 1}).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> functions() {
    return new Programs()
        .add(
            "Rosenbrock, Ackley and Griewank together",
            """
            static double sum(double[] x) {
              return rosenbrock(x) + ackley(x) + griewank(x);
            }

            static double rosenbrock(double[] x) {
              double f = 0;
              for (int i = 0; i < x.length - 1; ++i) {
                f += 100 * Math.pow(x[i + 1] - x[i] * x[i], 2) + Math.pow(1 - x[i], 2);
              }
              return f;
            }

            static double ackley(double[] x) {
              double f = 0, res2 = 0, fac = 0;
              for (int i = 0; i < x.length; ++i) {
                fac = Math.pow(100, (i - 1.0) / (x.length - 1.0));
                f += fac * fac * x[i] * x[i];
                res2 += Math.cos(2 * Math.PI * fac * x[i]);
              }
              return 20 - 20 * Math.exp(-0.2 * Math.sqrt(f / x.length)) + Math.E
                  - Math.exp(res2 / x.length);
            }

            static double griewank(double[] x) {
              double s = 0, p = 1;
              for (int i = 0; i < x.length; i++) {
                s += x[i] * x[i] / 4000;
                p *= Math.cos(x[i] / Math.sqrt(i + 1));
              }
              return s - p + 1;
            }
            """,
            f -> f.at((Object) new double[] {0.4, -0.3, 0.7}).isRight())
        .add(
            "Lennard and Jones with a cut-off",
            """
            static double energy(double[][] atoms, double cutoff) {
              double e = 0;
              for (int i = 0; i < atoms.length; i++) {
                for (int j = 0; j < i; j++) {
                  double r2 = 0;
                  for (int k = 0; k < 3; k++) {
                    double d = atoms[i][k] - atoms[j][k];
                    r2 += d * d;
                  }
                  if (r2 > cutoff * cutoff) continue;
                  double s6 = 1 / (r2 * r2 * r2);
                  e += 4 * (s6 * s6 - s6);
                }
              }
              return e;
            }
            """,
            f ->
                f.at(new double[][] {{0, 0, 0}, {1.1, 0.2, 0.3}, {0.4, 1.2, -0.3}, {5, 5, 5}}, 3.0)
                    .isRight())
        .tests();
  }
}
