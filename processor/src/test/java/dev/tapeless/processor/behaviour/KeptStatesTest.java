package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Differentiated;
import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** States of loops whose adjoints cannot be made anew: others refer to them as well. */
class KeptStatesTest {

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

  @TestFactory
  Stream<DynamicTest> adjointsAreKept() {
    return new Programs()
        .add(
            "of a matrix that is sometimes another one",
            """
            static double f(double[][] m, double[] x) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                double[][] link;
                if (x[i] > 0) {
                  double[][] made = {{x[i], 0}, {1, x[i] * x[i]}};
                  link = made;
                } else {
                  link = m;
                }
                for (int k = 0; k < 2; k++) {
                  s += link[k][0] * link[1][k] * (s + 1);
                }
              }
              return s;
            }
            """,
            d -> d.at(m(), x()).isRight())
        .add(
            "of a matrix that two names get on a branch",
            """
            static double f(double[] x) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                double[] a;
                double[] b;
                if (x[i] > 0) {
                  double[] made = {x[i], 2 * s};
                  a = made;
                  b = made;
                } else {
                  double[] made = {x[i], 0.5};
                  double[] more = {x[0] * s, 0.3};
                  a = more;
                  b = made;
                }
                for (int k = 0; k < 2; k++) {
                  s += a[k] * b[1 - k] * (s + 1);
                }
              }
              return s;
            }
            """,
            d -> {
              d.at(x()).isRight();
              d.at(new double[] {-0.4, 0.3, 0.8, -0.2}).isRight();
            })
        .add(
            "of a new array that was replaced before it was passed on",
            """
            static double f(double[] x, int n) {
              double[] old = new double[3];
              for (int i = 0; i < 3; i++) {
                old[i] = x[i];
              }
              for (int k = 0; k < n; k++) {
                double[] w = new double[3];
                for (int i = 0; i < 3; i++) {
                  w[i] = old[i] * x[0];
                }
                for (int j = 0; j < k; j++) {
                  double[] v = new double[3];
                  for (int i = 0; i < 3; i++) {
                    v[i] = Math.sin(w[i]) + x[j];
                  }
                  w = v;
                }
                old = w;
              }
              return old[0] * old[1] + old[2];
            }
            """,
            d -> {
              for (int n = 0; n < 4; n++) {
                d.at(x(), n).isRight();
              }
            })
        .add(
            "of a new array that two names get in blocks within each other",
            """
            static double f(double[] x, int n) {
              double[] old = new double[3];
              double[] older = new double[3];
              for (int i = 0; i < 3; i++) {
                old[i] = x[i];
              }
              for (int k = 0; k < n; k++) {
                double[] w = new double[3];
                for (int i = 0; i < 3; i++) {
                  w[i] = Math.sin(old[i]) + older[(i + 1) % 3] * x[k % 3];
                }
                old = w;
                if (x[0] > 0) {
                  double[] v = new double[3];
                  older = w;
                  w = v;
                }
              }
              return old[0] * old[1] + old[2] + older[0] * older[1] * older[2];
            }
            """,
            d -> {
              for (int n = 0; n < 4; n++) {
                d.at(x(), n).isRight();
              }
            })
        .add(
            "of a new array for two states",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double[] u = new double[n];
              double[] w = new double[n];
              for (int t = 0; t < steps; t++) {
                double[] next = new double[n];
                for (int i = 0; i < n; i++) {
                  next[i] = x[i] * (1 + u[i] * w[n - 1 - i]);
                }
                u = next;
                w = next;
              }
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += u[i] * (i + 1) + Math.sin(w[i]) * i;
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 3).isRight();
              assertThat(keepsAdjoints(d, "u")).isTrue();
              assertThat(keepsAdjoints(d, "w")).isTrue();
            })
        .add(
            "of a state that two variables keep",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double[] older = new double[n];
              double[] old = new double[n];
              double[] u = new double[n];
              for (int t = 0; t < steps; t++) {
                double[] next = new double[n];
                for (int i = 0; i < n; i++) {
                  next[i] = x[i] * (1 + u[i] * older[n - 1 - i]) - old[i] * u[0];
                }
                older = u;
                old = u;
                u = next;
              }
              return u[0] * old[1] + older[2] * older[0];
            }
            """,
            d -> {
              d.at(x(), 4).isRight();
              d.at(x(), 1).isRight();
            })
        .add(
            "of a state that is kept when it has changed",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double[] old = new double[n];
              double[] u = new double[n];
              for (int t = 0; t < steps; t++) {
                double[] next = new double[n];
                for (int i = 0; i < n; i++) {
                  next[i] = x[i] * (1 + u[i] * old[n - 1 - i]);
                }
                u = next;
                old = u;
              }
              return u[0] * old[1] + u[2];
            }
            """,
            d -> d.at(x(), 4).isRight())
        .add(
            "of states that change places with a new one",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double[] old = new double[n];
              double[] u = new double[n];
              for (int t = 0; t < steps; t++) {
                double[] next = new double[n];
                for (int i = 0; i < n; i++) {
                  next[i] = x[i] * (1 + u[i] * old[n - 1 - i]);
                }
                double[] kept = old;
                old = u;
                u = t % 2 == 0 ? kept : next;
              }
              return u[0] * old[1] + u[2];
            }
            """,
            d -> {
              d.at(x(), 4).isRight();
              d.at(x(), 5).isRight();
            })
        .add(
            "of a state that has two names",
            """
            static double f(double[] x) {
              double[] u = x.clone();
              double s = 0;
              for (int t = 0; t < 3; t++) {
                double[] old = u;
                double[] next = new double[3];
                for (int i = 0; i < 3; i++) {
                  next[i] = u[i] * u[0];
                }
                u = next;
                old[1] = 2 * u[0] * x[t];
                s += old[1] * u[1];
              }
              return s * u[2];
            }
            """,
            d -> {
              d.at(x()).isRight();
              assertThat(d.generated()).contains("uBar = oldBar;");
            })
        .add(
            "of states that are kept in a list",
            """
            static double f(double[] x) {
              double[][] all = new double[3][];
              double[] u = x.clone();
              for (int t = 0; t < 3; t++) {
                double[] next = new double[3];
                for (int i = 0; i < 3; i++) {
                  next[i] = u[i] * u[0];
                }
                all[t] = u;
                u = next;
              }
              return all[0][1] * all[2][2] + u[0];
            }
            """,
            d -> {
              d.at(x()).isRight();
              assertThat(keepsAdjoints(d, "u")).isTrue();
            })
        .add(
            "of the argument itself",
            """
            static double f(double[] x) {
              double[] u = x;
              for (int t = 0; t < 3; t++) {
                double[] next = new double[3];
                for (int i = 0; i < 3; i++) {
                  next[i] = u[i] * x[0];
                }
                u = next;
              }
              return u[0] + u[1] * u[2];
            }
            """,
            d -> {
              d.at(x()).isRight();
              assertThat(keepsAdjoints(d, "u")).isTrue();
            })
        .add(
            "of states that grow",
            """
            static double f(double[] x) {
              double[] u = {x[0]};
              for (int t = 1; t < x.length; t++) {
                double[] next = new double[t + 1];
                for (int i = 0; i < t; i++) {
                  next[i] = u[i] * x[t];
                }
                next[t] = x[t] * u[0];
                u = next;
              }
              return u[0] + u[1] * u[u.length - 1];
            }
            """,
            d -> {
              d.at(x()).isRight();
              assertThat(keepsAdjoints(d, "u")).isTrue();
            })
        .add(
            "of a matrix that shares a row with the next one",
            """
            static double f(double[][] m, double[] x) {
              double[][] p = {{x[0], x[1]}, {x[2], 1}};
              for (int t = 0; t < 3; t++) {
                double[][] next = new double[2][2];
                next[0][0] = p[0][1] * m[0][0];
                next[0][1] = p[1][0] * m[1][1];
                next[1] = p[0];
                p = next;
              }
              return p[0][0] * p[1][0] - p[0][1] * p[1][1];
            }
            """,
            d -> {
              d.at(m(), x()).isRight();
              assertThat(keepsAdjoints(d, "p")).isTrue();
            })
        .add(
            "of a state that is not always taken",
            """
            static double f(double[] x) {
              double[] u = x.clone();
              for (int t = 0; t < 4; t++) {
                double[] next = new double[3];
                for (int i = 0; i < 3; i++) {
                  next[i] = u[i] * u[0] - 0.3;
                }
                if (next[1] < 0) {
                  u = next;
                }
              }
              return u[0] + u[1] * u[2];
            }
            """,
            d -> {
              d.at(x()).isRight();
              assertThat(keepsAdjoints(d, "u")).isTrue();
            })
        .add(
            "of two states in a trip",
            """
            static double f(double[] x) {
              double[] u = x.clone();
              for (int t = 0; t < 3; t++) {
                double[] half = new double[3];
                for (int i = 0; i < 3; i++) {
                  half[i] = u[i] * u[0];
                }
                u = half;
                double[] next = new double[3];
                for (int i = 0; i < 3; i++) {
                  next[i] = 0.5 * half[i] * u[2];
                }
                u = next;
              }
              return u[0] + u[1] * u[2];
            }
            """,
            d -> {
              d.at(x()).isRight();
              assertThat(keepsAdjoints(d, "u")).isTrue();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> whatIsAddedOnTheWayForwardIsNotLost() {
    return new Programs()
        .add(
            "to the first state, in a loop that is reversed on the spot",
            """
            static double f(double[] x) {
              double[] first = {x[0], x[1], x[2]};
              double s = 0;
              for (int i = 0; i < 3; i++) {
                s += first[i] * first[i];
              }
              double[] u = first;
              for (int t = 0; t < 3; t++) {
                double[] next = new double[3];
                for (int i = 0; i < 3; i++) {
                  next[i] = u[i] * u[0];
                }
                u = next;
              }
              for (int i = 0; i < 3; i++) {
                s += u[i] * u[i];
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .tests();
  }
}
