package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Arrays that a method works in: what is known of them, and what must not be supposed. */
class WorkArraysTest {

  private static final double[][] ROWS = {{0.7, -0.4, 1.3}, {0.2, 0.9, -0.6}};

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> filledInEachTrip() {
    return new Programs()
        .add(
            "nothing of them is kept on stacks, and the outer loop is reversed trip by trip",
            """
            static double f(double[][] p, double[] w) {
              int d = w.length;
              double[] c = new double[d];
              double[] q = new double[d];
              double s = 0;
              for (int i = 0; i < p.length; i++) {
                for (int a = 0; a < 2; a++) {
                  for (int j = 0; j < d; j++) {
                    c[j] = p[i][j] * w[(j + a) % d];
                  }
                  double[] t = q;
                  for (int j = 0; j < t.length; j++) {
                    t[j] = c[j] * c[j];
                  }
                  int pos = 0;
                  for (int j = 0; j < d; j++) {
                    for (int k = j + 1; k < q.length; k++) {
                      q[k] += w[pos % d] * c[j];
                      pos++;
                    }
                  }
                  for (double e : q) {
                    s += e * e;
                  }
                }
              }
              return s;
            }
            """,
            d -> {
              d.at(ROWS, x()).isRight();
              assertThat(d.generated()).doesNotContain("Stack");
            })
        .add(
            "of integers by which a counter goes back",
            """
            static double f(double[] x, int[] steps) {
              double s = 0.5;
              int k = 0;
              int[] seen = steps.clone();
              for (int i = 0; i < 2; i++) {
                s = s * x[k] + x[k + seen[0]];
                int[] step = new int[2];
                step[0] = 1;
                k += step[0];
                step[0] = 2;
                s *= x[k] * s;
                k += step[0] - 2;
                seen = step;
                seen[0] = 0;
              }
              return s;
            }
            """,
            d -> d.at(x(), new int[] {1, 0}).isRight())
        .add(
            "filled up to the last element but one",
            """
            static double f(double[] x) {
              double[] c = new double[x.length];
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length - 1; j++) {
                  c[j] = x[j] * x[i];
                }
                s += c[x.length - 1] * c[0];
                c[x.length - 1] = c[0] * x[i];
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "filled from elements of the trip before",
            """
            static double f(double[] x) {
              double[] c = new double[x.length];
              double s = 0;
              for (int i = 0; i < 4; i++) {
                for (int j = 0; j < c.length; j++) {
                  c[j] = x[j] + x[i % 3];
                  if (j + 1 < c.length) {
                    s += c[j + 1] * x[0];
                  }
                }
                s += c[0] * c[1];
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "read before it is filled",
            """
            static double f(double[] x) {
              int n = x.length;
              double[] c = new double[n];
              double s = 0;
              for (int i = 0; i < 4; i++) {
                s += c[0] * x[1];
                for (int j = 0; j < n; j++) {
                  c[j] = x[j] * x[i % 3];
                }
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "filled on condition, or in a loop that may not run",
            """
            static double f(double[] x, int m) {
              int n = x.length;
              double[] c = new double[n];
              double[] e = new double[n];
              double s = 0;
              for (int i = 0; i < 4; i++) {
                for (int j = 0; j < n; j++) {
                  if (x[j] > 0 || i == 0) {
                    c[j] = x[j] * x[i % 3];
                  }
                }
                for (int r = 0; r < m - i; r++) {
                  for (int j = 0; j < n; j++) {
                    e[j] = x[j] * c[j];
                  }
                }
                s += c[0] * c[1] + e[1] * e[2];
              }
              return s;
            }
            """,
            d -> d.at(x(), 3).isRight())
        .add(
            "read after the loop, and returned",
            """
            static double[] f(double[] x) {
              int n = x.length;
              double[] c = new double[n];
              double[] y = new double[n];
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                  c[j] = x[j] * x[i];
                  y[j] = c[j] * y[(j + 1) % n] + c[j];
                }
              }
              y[0] = y[0] * c[1];
              return y;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "filled again and again, the first elements one by one",
            """
            static double[] f(double[] x, int s) {
              int n = x.length;
              double[] y = new double[n];
              double[] k = new double[n];
              double[] at = new double[n];
              for (int step = 0; step < s; step++) {
                slope(x, y, k);
                move(y, 0.5, k, at);
                slope(x, at, k);
                move(y, 0.2, k, at);
                for (int i = 0; i < n; i++) {
                  y[i] += 0.3 * at[i] * k[i] + x[i];
                }
              }
              return y;
            }
            static void slope(double[] x, double[] y, double[] k) {
              k[0] = x[0];
              k[1] = x[1] * y[0];
              for (int i = 2; i < x.length; i++) {
                k[i] = x[i] * y[i - 1];
              }
            }
            static void move(double[] y, double h, double[] k, double[] to) {
              for (int i = 0; i < y.length; i++) {
                to[i] = y[i] + h * k[i];
              }
            }
            """,
            d -> {
              d.at(x(), 3).isRight();
              assertThat(d.generated()).doesNotContain("Stack");
            })
        .add(
            "filled but for one element",
            """
            static double f(double[] x) {
              int n = x.length;
              double[] c = new double[n];
              double s = 0;
              for (int i = 0; i < n; i++) {
                c[0] = x[i];
                for (int j = 2; j < n; j++) {
                  c[j] = x[j] * x[i];
                }
                s += c[0] * c[1] * c[2];
                c[1] += x[i] * c[2];
                c[0] = c[1];
                for (int j = 1; j < n; j++) {
                  c[j] = c[j - 1] * x[j];
                }
                s += c[2];
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "of a size that the caller gives",
            """
            static double f(double[] x, int n, int m) {
              double s = 0;
              if (m > 0) {
                double[] c = new double[n];
                for (int i = 0; i < m; i++) {
                  for (int j = 0; j < n; j++) {
                    c[j] = x[j] * x[i];
                  }
                  s += c[0] * c[n - 1];
                }
              }
              return s;
            }
            """,
            d -> d.at(x(), 3, 2).isRight().at(x(), -1, 0).isRight())
        .add(
            "a size that follows an array which changes",
            """
            static double f(double[] x, int m) {
              double[] y = x.clone();
              double[] c = new double[y.length];
              double s = 0;
              for (int i = 0; i < m; i++) {
                for (int j = 0; j < y.length; j++) {
                  c[j] = y[j] * x[0];
                }
                s += c[0] * c[2];
                y = new double[] {x[1] * s, x[2]};
              }
              return s;
            }
            """,
            d -> d.at(new double[] {0.3, -0.6, 1.1}, 3).isRight())
        .add(
            "a named size that follows one",
            """
            static double f(double[] x, int m) {
              double[] y = x.clone();
              int n = y.length;
              double[] c = new double[n];
              double s = 0;
              for (int i = 0; i < m; i++) {
                for (int j = 0; j < y.length; j++) {
                  c[j] = y[j] * x[0];
                }
                s += c[0] * c[2];
                y = new double[] {x[1] * s, x[2]};
              }
              return s;
            }
            """,
            d -> d.at(new double[] {0.3, -0.6, 1.1}, 3).isRight())
        .add(
            "a work array in the condition of a loop",
            """
            static double f(double[] x) {
              double y = x[0];
              int k = 0;
              while (norm(x, y) < 3 && k < 5) {
                y = y * 1.3 + x[1];
                k++;
              }
              return y;
            }
            static double norm(double[] x, double y) {
              int n = x.length;
              double[] c = new double[n];
              double s = 0;
              for (int i = 0; i < 3; i++) {
                for (int j = 0; j < n; j++) {
                  c[j] = x[j] * y * i;
                }
                s += c[0];
              }
              for (int j = 0; j < n; j++) {
                c[j] = x[j] + s;
              }
              return c[0] * c[0];
            }
            """,
            d -> d.at(new double[] {0.3, 0.6, 1.1}).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> madeInEachTrip() {
    return new Programs()
        .add(
            "the one of the trip before is still in use",
            """
            static double f(double[] x) {
              double[] before = x.clone();
              for (int i = 0; i < 4; i++) {
                double[] now = new double[x.length];
                for (int j = 0; j < now.length; j++) {
                  now[j] = before[j] * x[i % 3] + x[j];
                  before[j] = now[j] * 0.5;
                }
                before[0] += now[1];
                before = now;
              }
              return before[0] * before[1] * before[2];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "all are kept in an array, and written later",
            """
            static double f(double[] x) {
              double[][] all = new double[4][];
              double s = 0;
              for (int i = 0; i < 4; i++) {
                double[] now = new double[x.length];
                for (int j = 0; j < now.length; j++) {
                  now[j] = x[j] * x[i % 3];
                }
                s += now[0] * now[1];
                all[i] = now;
                all[i / 2][0] *= x[2];
                s += all[i / 2][0] * now[0];
              }
              return s + all[0][0] * all[1][0];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "overwritten within the trip",
            """
            static double f(double[] x, int n) {
              double y = x[0];
              for (int i = 0; i < n; i++) {
                double[] h = {y, x[1] * y, x[2]};
                for (int j = 0; j < h.length; j++) {
                  h[j] = Math.sin(h[j]) * h[(j + 1) % 3];
                }
                y += h[0] * h[1] * h[2];
              }
              return y;
            }
            """,
            d -> d.at(x(), 3).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> lengths() {
    return new Programs()
        .add(
            "rows that are replaced by longer ones",
            """
            static double f(double[] x) {
              double[][] m = new double[2][x.length];
              m[1] = new double[] {x[0], x[1], x[2], x[0] * x[1]};
              double s = 0;
              for (int i = 0; i < 2; i++) {
                double[] row = m[i];
                for (int j = 0; j < row.length; j++) {
                  row[j] = row[j] * x[j % 3] + x[0];
                  s += row[j] * row[j];
                }
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "an array that becomes another one",
            """
            static double f(double[] x) {
              double[] c = new double[2];
              double s = 0;
              for (int i = 0; i < 3; i++) {
                for (int j = 0; j < c.length; j++) {
                  c[j] += x[i] * x[j % 3];
                  s += c[j] * c[j];
                }
                c = new double[c.length + 1];
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .tests();
  }

  @Test
  void aRowThatIsNotThereIsStillMissed() {
    Compiled compiled =
        Compiled.of(
                """
                package p;
                public final class A {
                  @dev.tapeless.Differentiable
                  public static double f(double[] x, int i) {
                    double[][] m = new double[2][x.length];
                    return m[i].length * x[0];
                  }
                }
                """)
            .succeeds();
    OperatorsCalled operators = OperatorsCalled.of(compiled, "p.AAdjoint");
    assertThat((double[]) operators.call("fGradient", x(), 1)).containsExactly(3, 0, 0);
    assertThatThrownBy(() -> operators.call("fGradient", x(), 2))
        .hasStackTraceContaining("ArrayIndexOutOfBoundsException");
  }
}
