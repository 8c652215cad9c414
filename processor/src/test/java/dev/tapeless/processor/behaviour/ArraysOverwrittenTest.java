package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Point;
import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays whose elements are overwritten while they are computed with. */
class ArraysOverwrittenTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3, 0.9, -1.1};
  }

  private static double[][] matrix() {
    return new double[][] {{4, 1.5, -0.5}, {1.2, 5, 0.8}, {-0.3, 0.9, 3.5}};
  }

  @TestFactory
  Stream<DynamicTest> steps() {
    return new Programs()
        .add(
            "time steps with two buffers",
            """
            static double f(double[] u0, double c, int steps) {
              int n = u0.length;
              double[] u = u0.clone();
              double[] next = new double[n];
              for (int t = 0; t < steps; t++) {
                for (int i = 0; i < n; i++) {
                  double left = i == 0 ? u[n - 1] : u[i - 1];
                  double right = i == n - 1 ? u[0] : u[i + 1];
                  next[i] = u[i] + c * (left - 2 * u[i] + right) - 0.1 * u[i] * u[i] * u[i];
                }
                for (int i = 0; i < n; i++) {
                  u[i] = next[i];
                }
              }
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += u[i] * u[i];
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 0.2, 4).isRight();
              d.at(x(), 0.2, 0).isRight();
            })
        .add(
            "time steps in place",
            """
            static double[] f(double[] u, double dt, int steps) {
              for (int t = 0; t < steps; t++) {
                for (int i = 1; i < u.length - 1; i++) {
                  u[i] = u[i] - dt * u[i] * (u[i + 1] - u[i - 1]);
                }
              }
              return u;
            }
            """,
            d -> {
              d.at(x(), 0.1, 3).isRight();
              d.at(new double[] {1}, 0.1, 3).isRight();
              d.at(new double[0], 0.1, 3).isRight();
            })
        .add(
            "the state of an oscillator in an array",
            """
            static double[] f(double[] start, double omega, double h, int n) {
              double[] s = start.clone();
              for (int i = 0; i < n; i++) {
                double v = s[1];
                s[1] -= h * omega * Math.sin(s[0]);
                s[0] += h * v;
              }
              return s;
            }
            """,
            d -> d.at(new double[] {0.5, 0.1}, 2.0, 0.1, 6).isRight())
        .add(
            "Gauss-Seidel sweeps",
            """
            static double f(double[][] a, double[] b, int sweeps) {
              double[] x = new double[b.length];
              for (int k = 0; k < sweeps; k++) {
                for (int i = 0; i < x.length; i++) {
                  double s = b[i];
                  for (int j = 0; j < x.length; j++) {
                    if (j != i) {
                      s -= a[i][j] * x[j];
                    }
                  }
                  x[i] = s / a[i][i];
                }
              }
              double norm = 0;
              for (double e : x) {
                norm += e * e;
              }
              return norm;
            }
            """,
            d -> d.at(matrix(), new double[] {1, 2, -1}, 4).isRight())
        .add(
            "a prefix sum in place",
            """
            static double[] f(double[] a) {
              for (int i = 1; i < a.length; i++) {
                a[i] += a[i - 1];
              }
              return a;
            }
            """,
            d -> d.at(x()).isRight().gradientIs(5, 4, 3, 2, 1))
        .add(
            "a prefix product in place",
            """
            static double f(double[] a) {
              for (int i = 1; i < a.length; i++) {
                a[i] *= a[i - 1];
              }
              double s = 0;
              for (int i = 0; i < a.length; i++) {
                s += a[i] * a[i];
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "Horner's scheme for all points at once",
            """
            static double[] f(double[] c, double[] x) {
              double[] y = new double[x.length];
              for (int k = c.length - 1; k >= 0; k--) {
                for (int i = 0; i < x.length; i++) {
                  y[i] = y[i] * x[i] + c[k];
                }
              }
              return y;
            }
            """,
            d -> d.at(new double[] {1, -2, 0.5, 3}, new double[] {0.5, 1.5, -1}).isRight())
        .add(
            "the coefficients of a product of linear factors",
            """
            static double[] f(double[] roots) {
              double[] c = new double[roots.length + 1];
              c[0] = 1;
              for (int k = 0; k < roots.length; k++) {
                for (int i = k + 1; i > 0; i--) {
                  c[i] = c[i - 1] - roots[k] * c[i];
                }
                c[0] = -roots[k] * c[0];
              }
              return c;
            }
            """,
            d -> d.at(new double[] {0.5, -1.5, 2}).isRight())
        .add(
            "a Cholesky factorisation in place",
            """
            static double f(double[][] a) {
              int n = a.length;
              double logDet = 0;
              for (int j = 0; j < n; j++) {
                for (int k = 0; k < j; k++) {
                  for (int i = j; i < n; i++) {
                    a[i][j] -= a[i][k] * a[j][k];
                  }
                }
                double d = Math.sqrt(a[j][j]);
                logDet += 2 * Math.log(d);
                for (int i = j; i < n; i++) {
                  a[i][j] /= d;
                }
              }
              return logDet;
            }
            """,
            d -> d.at((Object) matrix()).isRight())
        .add(
            "an LU factorisation in place that solves a system",
            """
            static double[] f(double[][] a, double[] b) {
              int n = b.length;
              for (int k = 0; k < n; k++) {
                for (int i = k + 1; i < n; i++) {
                  a[i][k] /= a[k][k];
                  for (int j = k + 1; j < n; j++) {
                    a[i][j] -= a[i][k] * a[k][j];
                  }
                  b[i] -= a[i][k] * b[k];
                }
              }
              for (int i = n - 1; i >= 0; i--) {
                for (int j = i + 1; j < n; j++) {
                  b[i] -= a[i][j] * b[j];
                }
                b[i] /= a[i][i];
              }
              return b;
            }
            """,
            d -> d.at(matrix(), new double[] {1, 2, -1}).isRight())
        .add(
            "an elimination with pivots",
            """
            static double f(double[][] a) {
              int n = a.length;
              double det = 1;
              for (int k = 0; k < n; k++) {
                int p = k;
                for (int i = k + 1; i < n; i++) {
                  if (Math.abs(a[i][k]) > Math.abs(a[p][k])) {
                    p = i;
                  }
                }
                if (p != k) {
                  double[] row = a[k];
                  a[k] = a[p];
                  a[p] = row;
                  det = -det;
                }
                det *= a[k][k];
                for (int i = k + 1; i < n; i++) {
                  double factor = a[i][k] / a[k][k];
                  for (int j = k; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                  }
                }
              }
              return det;
            }
            """,
            d -> d.at((Object) new double[][] {{0.5, 2, 1}, {3, -1, 0.7}, {1, 4, 2}}).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> elements() {
    return new Programs()
        .add(
            "an element is overwritten by a function of itself",
            """
            static double f(double[] a) {
              a[0] = Math.sin(a[0]);
              a[0] = a[0] * a[0] + a[1];
              a[0] = Math.exp(a[0]);
              return a[0] * a[1];
            }
            """,
            d -> d.at(new double[] {0.3, 0.8}).isRight())
        .add(
            "an element is overwritten by a constant",
            """
            static double f(double[] a) {
              double s = a[0] * a[1];
              a[0] = 2;
              s += a[0] * a[1] * a[1];
              a[1] = 0;
              return s + a[0] + a[1];
            }
            """,
            d -> d.at(new double[] {0.3, 0.8}).isRight().gradientIs(0.8, 0.3 + 4 * 0.8))
        .add(
            "an element that is multiplied by itself",
            """
            static double f(double[] a) {
              a[0] *= a[0];
              a[1] += a[1];
              a[1] -= a[0] * a[1];
              a[1] /= a[1] + 3;
              return a[0] + a[1];
            }
            """,
            d -> d.at(new double[] {0.3, 0.8}).isRight())
        .add(
            "an element that is overwritten in one branch only",
            """
            static double f(double[] a) {
              double s = 0;
              for (int i = 0; i < a.length; i++) {
                if (a[i] > 0) {
                  a[i] = a[i] * a[i];
                }
                s += a[i] * a[i] * a[i];
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "an element read after the loop that overwrote it",
            """
            static double f(double[] a, int n) {
              double[] w = new double[2];
              w[1] = 1;
              for (int i = 0; i < n; i++) {
                w[0] = w[1] * a[i % a.length];
                w[1] = w[0] + Math.cos(w[1]);
              }
              return w[0] * w[1];
            }
            """,
            d -> {
              d.at(x(), 7).isRight();
              d.at(x(), 0).isRight().gradientIs(0, 0, 0, 0, 0);
            })
        .add(
            "the elements of a small array used as scalars",
            """
            static double f(double[] x) {
              double[] s = new double[3];
              for (int i = 0; i < x.length; i++) {
                s[0] += x[i];
                s[1] += x[i] * x[i];
                s[2] = Math.fma(s[0], s[1], s[2]);
              }
              double mean = s[0] / x.length;
              return s[1] / x.length - mean * mean + s[2];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "an array of which a part is overwritten before all is read",
            """
            static double f(double[] a) {
              double[] b = a.clone();
              for (int i = 0; i < b.length; i += 2) {
                b[i] = b[i] * a[(i + 1) % a.length];
              }
              double p = 1;
              for (int i = 0; i < b.length; i++) {
                p *= b[i];
              }
              return p;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "elements that are exchanged",
            """
            static double[] f(double[] a) {
              for (int i = 0, j = a.length - 1; i < j; i++, j--) {
                double t = a[i];
                a[i] = a[j] * 2;
                a[j] = t * t;
              }
              return a;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "sorting by insertion",
            """
            static double f(double[] a, double[] w) {
              for (int i = 1; i < a.length; i++) {
                double key = a[i];
                int j = i - 1;
                while (j >= 0 && a[j] > key) {
                  a[j + 1] = a[j];
                  j--;
                }
                a[j + 1] = key;
              }
              double s = 0;
              for (int i = 0; i < a.length; i++) {
                s += w[i] * a[i] * a[i];
              }
              return s;
            }
            """,
            d -> d.at(x(), new double[] {1, 2, 3, 4, 5}).isRight())
        .add(
            "a dynamic program over a table",
            """
            static double f(double[] a, double[] b) {
              double[][] t = new double[a.length + 1][b.length + 1];
              for (int i = 1; i <= a.length; i++) {
                t[i][0] = 100;
              }
              for (int j = 1; j <= b.length; j++) {
                t[0][j] = 100;
              }
              for (int i = 1; i <= a.length; i++) {
                for (int j = 1; j <= b.length; j++) {
                  double cost = (a[i - 1] - b[j - 1]) * (a[i - 1] - b[j - 1]);
                  t[i][j] = cost + Math.min(t[i - 1][j], Math.min(t[i][j - 1], t[i - 1][j - 1]));
                }
              }
              return t[a.length][b.length];
            }
            """,
            d -> d.at(x(), new double[] {0.6, 1.2, -0.9}).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> parameters() {
    return new Programs()
        .add(
            "all of a parameter is overwritten",
            """
            static double f(double[] x, double a) {
              for (int i = 0; i < x.length; i++) {
                x[i] = a * i;
              }
              return x[x.length - 1] * a;
            }
            """,
            d -> d.at(x(), 1.5).isRight().gradientIs(0, 0, 0, 0, 0, 12))
        .add(
            "a constant parameter is overwritten by active values",
            """
            static double f(double[] x, @Constant double[] work) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                work[i] = work[i] * x[i] * x[i];
                s += work[i] * x[i];
              }
              return s;
            }
            """,
            d -> d.at(x(), new double[] {1, 2, 3, 4, 5}).isRight())
        .add(
            "rows of a parameter are overwritten",
            """
            static double f(double[][] a) {
              for (int i = 1; i < a.length; i++) {
                for (int j = 0; j < a[i].length; j++) {
                  a[i][j] *= a[i - 1][j];
                }
              }
              double s = 0;
              for (double[] row : a) {
                for (double e : row) {
                  s += e * e;
                }
              }
              return s;
            }
            """,
            d -> d.at((Object) matrix()).isRight())
        .add(
            "a scalar parameter is overwritten together with an array",
            """
            static double f(double[] x, double a) {
              for (int i = 0; i < x.length; i++) {
                a = a * x[i] + 1;
                x[i] = a;
              }
              double s = a;
              for (int i = 0; i < x.length; i++) {
                s += x[i] * x[i];
              }
              return s;
            }
            """,
            d -> d.at(x(), 0.3).isRight())
        .add(
            "an int parameter array is overwritten",
            """
            static double f(double[] x, int[] count) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                count[i] += i;
                s += count[i] * x[i] * x[i];
                count[i] = -count[i];
              }
              return s * count[0];
            }
            """,
            d -> {
              Point point = d.at(x(), new int[] {2, 3, 4, 5, 6});
              point.isRight();
            })
        .add(
            "an array parameter is assigned another array",
            """
            static double f(double[] x) {
              double s = x[0] * x[1];
              x = new double[] {x[1] * 2, x[0] * x[0]};
              x[0] += s;
              return x[0] * x[1];
            }
            """,
            d -> d.at(new double[] {0.3, 0.8}).isRight())
        .tests();
  }
}
