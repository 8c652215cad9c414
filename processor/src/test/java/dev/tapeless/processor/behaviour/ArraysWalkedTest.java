package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Loops over arrays: for-each, while, triangular, with bounds that are lengths. */
class ArraysWalkedTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3, 0.9};
  }

  private static double[][] ragged() {
    return new double[][] {{0.5, 2}, {}, {3, -1, 0.7}, {1.2}};
  }

  @TestFactory
  Stream<DynamicTest> loops() {
    return new Programs()
        .add(
            "for each element",
            """
            static double f(double[] x, double a) {
              double s = 0;
              for (double e : x) {
                s += Math.exp(-a * e * e);
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 0.5).isRight();
              d.at(new double[0], 0.5).isRight();
            })
        .add(
            "for each element whose variable is overwritten",
            """
            static double f(double[] x) {
              double s = 1;
              for (double e : x) {
                e *= s;
                e += e * e;
                s += e;
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "for each row and each element of ragged rows",
            """
            static double f(double[][] m) {
              double p = 1;
              for (double[] row : m) {
                double s = 1;
                for (double e : row) {
                  s += e * p;
                }
                p *= s;
              }
              return p;
            }
            """,
            d -> {
              d.at((Object) ragged()).isRight();
              d.at((Object) new double[0][]).isConsistent();
            })
        .add(
            "for each row that is written",
            """
            static double f(double[][] m) {
              double s = 0;
              for (double[] row : m) {
                for (int j = 1; j < row.length; j++) {
                  row[j] = row[j] * row[j - 1] + s;
                }
                s += row.length > 0 ? row[row.length - 1] : 1;
              }
              return s * m[2][1];
            }
            """,
            d -> d.at((Object) ragged()).isRight())
        .add(
            "for each plane, row and element",
            """
            static double f(double[][][] t) {
              double s = 0;
              for (double[][] plane : t) {
                for (double[] row : plane) {
                  for (double e : row) {
                    s = s * 0.5 + e * e;
                  }
                }
              }
              return s;
            }
            """,
            d -> d.at((Object) new double[][][] {ragged(), {}, {{2, 0.3}}}).isRight())
        .add(
            "for each element of an array that the loop overwrites",
            """
            static double f(double[] x) {
              double s = 0;
              int i = 0;
              for (double e : x) {
                i++;
                x[i % x.length] *= e;
                s += e * e * e;
              }
              return s * x[0];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "for each element of an array whose name changes in the loop",
            """
            static double f(double[] x) {
              double[] a = x;
              double s = 0;
              for (double e : a) {
                a = new double[] {e * s + 1};
                s += e * a[0];
              }
              return s + a[0];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "for each element of an expression",
            """
            static double f(double[] x, double[] y, boolean both) {
              double s = 0;
              for (double e : both ? new double[] {x[0], y[0] * x[1]} : y) {
                s += e * e;
              }
              for (double e : x.clone()) {
                x[0] += e * s;
              }
              return s * x[0];
            }
            """,
            d -> {
              d.at(x(), new double[] {0.3, 1.7}, true).isRight();
              d.at(x(), new double[] {0.3, 1.7}, false).isRight();
            })
        .add(
            "for each int, widened to double",
            """
            static double f(double a, int[] powers) {
              double s = 0;
              for (double p : powers) {
                s += p * Math.pow(a, p);
              }
              return s;
            }
            """,
            d -> d.at(0.8, new int[] {0, 1, 3}).isRight())
        .add(
            "a while loop that writes an array",
            """
            static double f(double[] x, int n) {
              double[] w = new double[n];
              int i = 0;
              w[0] = x[0];
              while (i + 1 < n) {
                w[i + 1] = w[i] * x[(i + 1) % x.length] + 0.5;
                w[i] *= w[i + 1];
                i++;
              }
              double s = 0;
              for (double e : w) {
                s += e * e;
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 6).isRight();
              d.at(x(), 1).isRight();
            })
        .add(
            "a do loop that writes an array until it is small",
            """
            static double f(double[] x) {
              int trips = 0;
              double norm;
              do {
                norm = 0;
                for (int i = 0; i < x.length; i++) {
                  x[i] = 0.5 * x[i] + 0.1 * x[i] * x[(i + 1) % x.length];
                  norm += x[i] * x[i];
                }
                trips++;
              } while (norm > 0.05 && trips < 20);
              return norm * trips + x[0];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a power iteration",
            """
            static double f(double[][] m, int n) {
              double[] v = {1, 0.5};
              double lambda = 0;
              for (int t = 0; t < n; t++) {
                double[] w = new double[v.length];
                double norm = 0;
                for (int i = 0; i < v.length; i++) {
                  for (int j = 0; j < v.length; j++) {
                    w[i] += m[i][j] * v[j];
                  }
                  norm += w[i] * w[i];
                }
                lambda = Math.sqrt(norm);
                for (int i = 0; i < v.length; i++) {
                  v[i] = w[i] / lambda;
                }
              }
              return lambda;
            }
            """,
            d -> d.at(new double[][] {{2, 1}, {0.5, 3}}, 5).isRight())
        .add(
            "a lower triangle",
            """
            static double f(double[][] l, double[] b) {
              double[] x = new double[b.length];
              for (int i = 0; i < b.length; i++) {
                double s = b[i];
                for (int j = 0; j < i; j++) {
                  s -= l[i][j] * x[j];
                }
                x[i] = s / l[i][i];
              }
              double p = 1;
              for (int i = b.length - 1; i >= 0; i--) {
                p = p * x[i] + i;
              }
              return p;
            }
            """,
            d ->
                d.at(new double[][] {{2}, {0.5, 3}, {1, -1, 1.5}}, new double[] {1, 2, 3})
                    .isRight())
        .add(
            "three nested triangular loops",
            """
            static double f(double[] x) {
              double[] s = new double[x.length];
              for (int i = 0; i < x.length; i++) {
                for (int j = i; j < x.length; j++) {
                  for (int k = j; k >= i; k--) {
                    s[k] = s[k] * 0.5 + x[i] * x[j] * x[k];
                  }
                  s[i] *= x[j];
                }
              }
              return s[0] * s[1] + s[2] * s[3];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "pairs of particles",
            """
            static double f(double[][] p) {
              double energy = 0;
              for (int i = 0; i < p.length; i++) {
                for (int j = i + 1; j < p.length; j++) {
                  double r2 = 0;
                  for (int k = 0; k < 2; k++) {
                    double delta = p[i][k] - p[j][k];
                    r2 += delta * delta;
                  }
                  double inverse = 1 / r2;
                  energy += inverse * inverse * inverse - inverse;
                }
              }
              return energy;
            }
            """,
            d -> d.at((Object) new double[][] {{0, 0}, {1.1, 0.2}, {-0.4, 1.3}}).isRight())
        .add(
            "a step of two, downwards",
            """
            static double f(double[] x) {
              for (int i = x.length - 1; i > 0; i -= 2) {
                x[i] *= x[i - 1];
                x[i - 1] += x[i];
              }
              return x[0] * x[1] + x[2] * x[3];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "bounds that are lengths of rows",
            """
            static double f(double[][] m) {
              double s = 0;
              for (int i = 0; i < m.length; i++) {
                for (int j = m[i].length - 1; j >= 0; j--) {
                  s = s * m[i][j] + m[i].length;
                }
              }
              return s;
            }
            """,
            d -> d.at((Object) ragged()).isRight())
        .add(
            "a bound that the body moves",
            """
            static double f(double[] x) {
              int n = x.length;
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += x[i] * x[n - 1] * (s + 1);
                if (x[i] > 0.6) {
                  n--;
                }
              }
              return s * n;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "an array with a row per layer",
            """
            static double f(double[][][] w, double[] input) {
              double[] a = input;
              for (double[][] layer : w) {
                double[] next = new double[layer.length];
                for (int i = 0; i < next.length; i++) {
                  double s = 0;
                  for (int j = 0; j < a.length; j++) {
                    s += layer[i][j] * a[j];
                  }
                  next[i] = Math.tanh(s);
                }
                a = next;
              }
              return a[0];
            }
            """,
            d ->
                d.at(
                        new double[][][] {
                          {{0.5, -0.2}, {0.3, 0.8}, {-0.7, 0.1}}, {{0.4, 0.9, -0.3}}
                        },
                        new double[] {1.2, -0.6})
                    .isRight())
        .tests();
  }
}
