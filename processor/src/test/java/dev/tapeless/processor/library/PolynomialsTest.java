package dev.tapeless.processor.library;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Evaluation of polynomials, interpolation, splines. */
class PolynomialsTest {

  private static final double[] X = {0, 0.7, 1.5, 2.1, 3};
  private static final double[] Y = {1, 0.4, -0.3, 0.8, 1.7};

  @TestFactory
  Stream<DynamicTest> evaluation() {
    return new Programs()
        .add(
            "Horner's rule, backwards",
            """
            static double horner(double[] c, double x) {
              double r = 0;
              for (int i = c.length - 1; i >= 0; i--) r = r * x + c[i];
              return r;
            }
            """,
            f -> f.at(Y, 0.8).isRight())
        .add(
            "Horner's rule with the derivative in an array",
            """
            static double[] hornerWithDerivative(double[] c, double x) {
              int n = c.length;
              if (n == 0) {
                throw new IllegalArgumentException("empty polynomial");
              }
              double p = c[--n];
              double dp = 0;
              while (n > 0) {
                dp = dp * x + p;
                p = p * x + c[--n];
              }
              return new double[] {p, dp};
            }
            """,
            f -> f.at(Y, 0.8).isRight())
        .add(
            "Clenshaw's summation of a Chebyshev series",
            """
            static double chebyshev(double x, double a, double b, double... c) {
              double y = (2 * x - a - b) / (b - a), y2 = 2 * y;
              double d = 0, dd = 0, sv;
              for (int j = c.length - 1; j > 0; j--) {
                sv = d;
                d = y2 * d - dd + c[j];
                dd = sv;
              }
              return y * d - dd + 0.5 * c[0];
            }
            """,
            f -> f.at(0.8, -1.0, 2.0, Y).isRight())
        .add(
            "product of polynomials",
            """
            static double[] multiply(double[] a, double[] b) {
              double[] c = new double[a.length + b.length - 1];
              for (int i = 0; i < a.length; ++i) {
                for (int j = 0; j < b.length; ++j) {
                  c[i + j] += a[i] * b[j];
                }
              }
              return c;
            }
            """,
            f -> f.at(X, Y).isRight())
        .add(
            "synthetic division",
            """
            static double[] deflate(double[] c, double root) {
              double[] q = new double[c.length - 1];
              double carry = 0;
              for (int i = c.length - 1; i > 0; i--) {
                carry = q[i - 1] = c[i] + carry * root;
              }
              return q;
            }
            """,
            f -> f.at(Y, 0.8).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> interpolation() {
    return new Programs()
        .add(
            "Lagrange",
            """
            static double lagrange(double[] xs, double[] ys, double x) {
              double sum = 0;
              for (int i = 0; i < xs.length; i++) {
                double product = ys[i];
                for (int j = 0; j < xs.length; j++) {
                  if (j != i) {
                    product *= (x - xs[j]) / (xs[i] - xs[j]);
                  }
                }
                sum += product;
              }
              return sum;
            }
            """,
            f -> f.at(X, Y, 1.1).isRight())
        .add(
            "Lagrange with continue",
            """
            static double lagrange(double[] xs, double[] ys, double x) {
              double sum = 0;
              for (int i = 0; i < xs.length; i++) {
                double product = ys[i];
                for (int j = 0; j < xs.length; j++) {
                  if (j == i) continue;
                  product *= (x - xs[j]) / (xs[i] - xs[j]);
                }
                sum += product;
              }
              return sum;
            }
            """,
            f -> f.at(X, Y, 1.1).isRight())
        .add(
            "Neville",
            """
            static double neville(double[] xa, double[] ya, double x) {
              int n = xa.length;
              double[] p = ya.clone();
              for (int m = 1; m < n; m++) {
                for (int i = 0; i < n - m; i++) {
                  p[i] = ((x - xa[i + m]) * p[i] + (xa[i] - x) * p[i + 1]) / (xa[i] - xa[i + m]);
                }
              }
              return p[0];
            }
            """,
            f -> f.at(X, Y, 1.1).isRight())
        .add(
            "Newton's divided differences, in place",
            """
            static double newton(double[] xs, double[] ys, double x) {
              double[] c = java.util.Arrays.copyOf(ys, ys.length);
              for (int j = 1; j < c.length; j++) {
                for (int i = c.length - 1; i >= j; i--) {
                  c[i] = (c[i] - c[i - 1]) / (xs[i] - xs[i - j]);
                }
              }
              double r = c[c.length - 1];
              for (int i = c.length - 2; i >= 0; i--) {
                r = r * (x - xs[i]) + c[i];
              }
              return r;
            }
            """,
            f -> f.at(X, Y, 1.1).isRight())
        .add(
            "linear with a search for the interval",
            """
            static double interpolate(double[] xs, double[] ys, double x) {
              int lo = 0, hi = xs.length - 1;
              if (x <= xs[lo]) return ys[lo];
              if (x >= xs[hi]) return ys[hi];
              while (hi - lo > 1) {
                int mid = (lo + hi) >>> 1;
                if (xs[mid] > x) hi = mid;
                else lo = mid;
              }
              double t = (x - xs[lo]) / (xs[hi] - xs[lo]);
              return (1 - t) * ys[lo] + t * ys[hi];
            }
            """,
            f -> {
              f.at(X, Y, 1.1).isRight();
              f.at(X, Y, -1.0).isRight();
              f.at(X, Y, 7.0).isRight();
            })
        .add(
            "natural cubic spline",
            """
            static double spline(double[] x, double[] y, double at) {
              int n = x.length;
              double[] y2 = new double[n];
              double[] u = new double[n];
              for (int i = 1; i < n - 1; i++) {
                double sig = (x[i] - x[i - 1]) / (x[i + 1] - x[i - 1]);
                double p = sig * y2[i - 1] + 2;
                y2[i] = (sig - 1) / p;
                u[i] = (y[i + 1] - y[i]) / (x[i + 1] - x[i]) - (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
                u[i] = (6 * u[i] / (x[i + 1] - x[i - 1]) - sig * u[i - 1]) / p;
              }
              for (int k = n - 2; k >= 0; k--) {
                y2[k] = y2[k] * y2[k + 1] + u[k];
              }
              int klo = 0;
              int khi = n - 1;
              while (khi - klo > 1) {
                int k = (khi + klo) / 2;
                if (x[k] > at) khi = k; else klo = k;
              }
              double h = x[khi] - x[klo];
              double a = (x[khi] - at) / h, b = (at - x[klo]) / h;
              return a * y[klo] + b * y[khi]
                  + ((a * a * a - a) * y2[klo] + (b * b * b - b) * y2[khi]) * (h * h) / 6;
            }
            """,
            f -> f.at(X, Y, 1.1).isRight())
        .add(
            "Catmull and Rom between points of a curve",
            """
            static double[] catmullRom(double[][] p, int i, double t) {
              double[] r = new double[p[i].length];
              double t2 = t * t, t3 = t2 * t;
              for (int d = 0; d < r.length; d++) {
                double p0 = p[Math.max(i - 1, 0)][d];
                double p1 = p[i][d];
                double p2 = p[Math.min(i + 1, p.length - 1)][d];
                double p3 = p[Math.min(i + 2, p.length - 1)][d];
                r[d] = 0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t2
                    + (3 * p1 - p0 - 3 * p2 + p3) * t3);
              }
              return r;
            }
            """,
            f -> {
              double[][] points = {{0, 1}, {1, 3}, {2, 2}, {4, 1}};
              f.at(points, 1, 0.4).isRight();
              f.at(points, 2, 0.4).isRight();
            })
        .add(
            "de Boor's algorithm",
            """
            static double deBoor(int k, int degree, double[] knots, double[] control, double x) {
              double[] d = new double[degree + 1];
              for (int j = 0; j <= degree; j++) {
                d[j] = control[j + k - degree];
              }
              for (int r = 1; r <= degree; r++) {
                for (int j = degree; j >= r; j--) {
                  double alpha = (x - knots[j + k - degree])
                      / (knots[j + 1 + k - r] - knots[j + k - degree]);
                  d[j] = (1 - alpha) * d[j - 1] + alpha * d[j];
                }
              }
              return d[degree];
            }
            """,
            f -> f.at(3, 2, new double[] {0, 0.1, 0.3, 1, 2, 3, 3.5, 4}, Y, 1.4).isRight())
        .add(
            "de Casteljau's algorithm in the plane",
            """
            static double[] bezier(double[][] points, double t) {
              double[][] b = new double[points.length][];
              for (int i = 0; i < b.length; i++) b[i] = points[i].clone();
              for (int m = b.length - 1; m > 0; m--) {
                for (int i = 0; i < m; i++) {
                  b[i][0] += t * (b[i + 1][0] - b[i][0]);
                  b[i][1] += t * (b[i + 1][1] - b[i][1]);
                }
              }
              return b[0];
            }
            """,
            f -> f.at(new double[][] {{0, 1}, {1, 3}, {2, 2}, {4, 1}}, 0.4).isRight())
        .tests();
  }
}
