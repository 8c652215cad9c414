package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Differentiated;
import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Loops whose trips make a new array that takes the place of the one before. */
class NewStatesTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  private static double[][] m() {
    return new double[][] {{0.7, -0.4}, {0.3, 1.1}};
  }

  /** Whether the way forward keeps the adjoints of {@code state}. */
  private static boolean keepsAdjoints(Differentiated d, String state) {
    return d.generated().contains(state + "BarSaved");
  }

  private static void isRenewed(Differentiated d, String state) {
    assertThat(keepsAdjoints(d, state)).isFalse();
    assertThat(d.generated()).containsPattern("(?m)^ +" + state + "Bar = new double");
  }

  @TestFactory
  Stream<DynamicTest> adjointsAreMadeAnewInTheReverseSweep() {
    return new Programs()
        .add(
            "a step of an equation",
            """
            static double f(double[] x, double a, int steps) {
              int n = x.length;
              double[] u = x.clone();
              for (int t = 0; t < steps; t++) {
                double[] next = new double[n];
                for (int i = 0; i < n; i++) {
                  next[i] = u[i] + a * u[i] * (u[(i + 1) % n] - u[i]);
                }
                u = next;
              }
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += u[i] * u[i];
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 0.3, 4).isRight();
              d.at(x(), 0.3, 0).isRight();
              d.at(new double[0], 0.3, 2).isRight();
              isRenewed(d, "u");
            })
        .add(
            "a product of matrices by a helper",
            """
            static double f(double[][] m, double[] x) {
              double[][] p = {{1, 0}, {0, 1}};
              for (int i = 0; i < x.length; i++) {
                p = times(p, new double[][] {{m[0][0], x[i]}, {m[1][0] * x[i], m[1][1]}});
              }
              return p[0][0] - p[0][1] * p[1][0];
            }

            static double[][] times(double[][] a, double[][] b) {
              double[][] c = new double[2][2];
              for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                  for (int k = 0; k < 2; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                  }
                }
              }
              return c;
            }
            """,
            d -> {
              d.at(m(), x()).isRight();
              d.at(m(), new double[0]).isRight();
              isRenewed(d, "p");
            })
        .add(
            "a new state in a loop with an exit, whose elements are changed once more",
            """
            static double f(double[] x) {
              double[] u = {x[0], x[1], x[2]};
              int t = 0;
              while (t < 5) {
                double[] next = new double[3];
                for (int i = 0; i < 3; i++) {
                  next[i] = Math.sin(u[i]) * x[i];
                }
                next[0] *= next[1];
                next[2] += next[0] * next[0];
                u = next;
                t++;
                if (u[0] < -0.5) {
                  break;
                }
              }
              return u[0] + u[1] * u[2];
            }
            """,
            d -> {
              d.at(x()).isRight();
              d.at(new double[] {0.9, -1.4, 1.3}).isRight();
              isRenewed(d, "u");
            })
        .add(
            "in a loop within a loop",
            """
            static double f(double[][] x, double a) {
              int n = x[0].length;
              double s = 0;
              for (int k = 0; k < x.length; k++) {
                double[] u = new double[n];
                for (int t = 0; t < 3; t++) {
                  double[] next = new double[n];
                  for (int i = 0; i < n; i++) {
                    next[i] = x[k][i] + a * u[i] * u[i];
                  }
                  u = next;
                }
                s += u[0] * u[n - 1];
                a *= s;
              }
              return s;
            }
            """,
            d -> {
              d.at(new double[][] {x(), {0.2, 0.4, -0.9}}, 0.3).isRight();
              isRenewed(d, "u");
            })
        .add(
            "a state that begins anew on a branch",
            """
            static double f(double[] x, double a) {
              double[] u = new double[3];
              u[0] = a;
              double s = 0;
              for (int t = 0; t < x.length; t++) {
                u[0] += x[t];
                u[1] += u[0] * a;
                s += u[1] * u[1] * s + u[0];
                if (t % 2 == 1) {
                  double[] zeros = new double[3];
                  u = zeros;
                }
              }
              return s + u[0] * u[1];
            }
            """,
            d -> {
              d.at(x(), 0.3).isRight();
              d.at(new double[] {0.7, -0.4, 1.3, 0.2, -0.9}, 0.3).isRight();
            })
        .add(
            "a step that looks at the two states before",
            """
            @Differentiable(order = 2)
            static double f(double[] c, double a, int steps) {
              int n = c.length;
              double[] previous = new double[n];
              double[] current = new double[n];
              double s = 0;
              for (int t = 0; t < steps; t++) {
                double[] next = new double[n];
                for (int i = 1; i < n - 1; i++) {
                  double bend = current[i - 1] - 2 * current[i] + current[i + 1];
                  next[i] = 2 * current[i] - previous[i] + a * c[i] * c[i] * bend;
                }
                next[n / 2] += Math.sin(t + a);
                previous = current;
                current = next;
                s += current[n / 4] * current[1] + 0.1 * previous[2] * next[2];
              }
              return s * previous[1];
            }
            """,
            d -> {
              double[] c = {0.7, -0.4, 1.3, 0.6, 0.9};
              d.at(c, 0.3, 5).isRight();
              d.at(c, 0.3, 1).isRight();
              d.at(c, 0.3, 0).isRight();
              assertThat(keepsAdjoints(d, "current")).isFalse();
              isRenewed(d, "previous");
            })
        .add(
            "a step that looks at three states, in a loop with an exit",
            """
            static double f(double[] x, double a) {
              int n = x.length;
              double s = 0;
              for (int k = 0; k < 2; k++) {
                double[] oldest = new double[n];
                double[] older = new double[n];
                double[] old = new double[n];
                old[0] = x[k];
                for (int t = 0; t < 6; t++) {
                  double[] next = new double[n];
                  for (int i = 0; i < n; i++) {
                    next[i] = x[i] + a * old[i] * older[(i + 1) % n] - oldest[i] * oldest[i];
                  }
                  oldest = older;
                  s += a * older[1] * oldest[2];
                  older = old;
                  old = next;
                  if (s > 20) {
                    break;
                  }
                }
                s += old[0] * oldest[1] + older[2];
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 0.3).isRight();
              d.at(new double[] {2.3, 1.7, 1.3}, 0.9).isRight();
              isRenewed(d, "oldest");
            })
        .add(
            "products of matrices, of which the one before is kept",
            """
            static double f(double[] x) {
              double[][] before = new double[2][2];
              double[][] p = {{1, 0}, {0, 1}};
              for (int t = 0; t < x.length; t++) {
                double[][] next = new double[2][2];
                for (int i = 0; i < 2; i++) {
                  for (int j = 0; j < 2; j++) {
                    next[i][j] = x[t] * p[j][i] + before[i][j] * p[i][0];
                  }
                }
                before = p;
                p = next;
              }
              return p[0][0] * p[1][1] - before[0][1] * p[1][0] + before[1][1];
            }
            """,
            d -> {
              d.at(x()).isRight();
              d.at(new double[0]).isRight();
            })
        .add(
            "a matrix that is made in one of two ways",
            """
            static double f(double[] q, double a) {
              double[][] p = {{1, 0}, {0, 1}};
              for (int i = 0; i < q.length; i++) {
                p = times(p, link(q[i], a, i));
              }
              return p[0][0] * p[0][1] - p[1][0];
            }

            static double[][] link(double q, double a, int i) {
              double c = Math.cos(q);
              double s = Math.sin(q);
              if (i % 2 == 0) {
                return new double[][] {{c, -a * s}, {s * a, c}};
              }
              return new double[][] {{c * a, q}, {0, 1}};
            }

            static double[][] times(double[][] a, double[][] b) {
              double[][] c = new double[2][2];
              for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                  for (int k = 0; k < 2; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                  }
                }
              }
              return c;
            }
            """,
            d -> {
              d.at(x(), 0.7).isRight();
              d.at(new double[] {0.2}, 0.7).isRight();
              d.at(new double[0], 0.7).isRight();
              assertThat(keepsAdjoints(d, "link")).isFalse();
              isRenewed(d, "p");
            })
        .add(
            "made in one of two ways, and then step by step",
            """
            static double f(double[] x, double a, int steps) {
              int n = x.length;
              double[] u;
              if (a > 0.5) {
                double[] first = new double[n];
                for (int i = 0; i < n; i++) {
                  first[i] = a * x[i];
                }
                u = first;
              } else {
                double[] other = new double[n];
                other[0] = a * a;
                u = other;
              }
              for (int t = 0; t < steps; t++) {
                double[] next = new double[n];
                for (int i = 0; i < n; i++) {
                  next[i] = x[i] * u[i] + a * u[0];
                }
                u = next;
                if (u[1] > 0.6) {
                  double[] cut = new double[n];
                  cut[1] = u[0] * a * u[1];
                  u = cut;
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
              d.at(x(), 0.7, 3).isRight();
              d.at(x(), 0.3, 2).isRight();
              d.at(x(), 0.7, 0).isRight();
              d.at(x(), 0.3, 0).isRight();
              d.at(new double[] {0.9, -1.4, 1.3}, 0.7, 4).isRight();
            })
        .add(
            "made in a loop that ends in its middle",
            """
            static double f(double[] x) {
              double[] u;
              int t = 0;
              while (true) {
                double[] next = new double[3];
                next[0] = x[t] * x[0];
                next[1] = Math.sin(x[1]) + t;
                next[2] = next[0] * next[1];
                u = next;
                if (u[0] > 0 || t == 2) {
                  break;
                }
                t++;
              }
              double s = 0;
              for (int i = 0; i < 3; i++) {
                s += u[i] * x[i] * u[2];
              }
              return s;
            }
            """,
            d -> {
              d.at(x()).isRight();
              d.at(new double[] {-0.7, 0.2, 1.3}).isRight();
              d.at(new double[] {0.7, 0.2, -1.3}).isRight();
            })
        .add(
            "of a size that is known later than the name",
            """
            static double f(double[] x, double a) {
              double[] u = scaled(x, a);
              double[] v = scaled(u, a * a);
              return u[0] * v[1] + v[2];
            }

            static double[] scaled(double[] x, double a) {
              int n = x.length;
              if (a > 0.5) {
                double[] y = new double[n];
                for (int i = 0; i < n; i++) {
                  y[i] = a * x[i] * x[i];
                }
                return y;
              }
              double[] z = new double[n];
              for (int i = 0; i < n; i++) {
                z[i] = Math.sin(x[i]) - a;
              }
              return z;
            }
            """,
            d -> {
              d.at(x(), 0.6).isRight();
              d.at(x(), 0.9).isRight();
              d.at(x(), 0.3).isRight();
            })
        .tests();
  }
}
