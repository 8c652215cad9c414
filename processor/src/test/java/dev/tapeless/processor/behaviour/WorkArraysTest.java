package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Programs;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  @TestFactory
  Stream<DynamicTest> smallArrays() {
    return new Programs()
        .add(
            "numbers are put in their place, through branches and helpers",
            """
            static double f(double[] x) {
              double[] c;
              if (x[0] > 0) {
                c = cross(x, new double[] {x[1], 2, x[0]});
              } else {
                double[] t = {x[0], x[1] * x[2], 3};
                c = t;
              }
              return c[0] * c[1] + c[2] * c.length;
            }
            static double[] cross(double[] a, double[] b) {
              double[] out = new double[3];
              out[0] = a[1] * b[2] - a[2] * b[1];
              out[1] = a[2] * b[0] - a[0] * b[2];
              out[2] = a[0] * b[1] - a[1] * b[0];
              out[2] *= out[0];
              return out;
            }
            """,
            d -> {
              d.at(x()).isRight().at(new double[] {-0.7, 0.4, 1.3}).isRight();
              assertThat(d.generated()).doesNotContain("outBar").doesNotContain("new double[3]");
            })
        .add(
            "two names of one array",
            """
            static double f(double[] x) {
              double[] a = {x[0], x[1]};
              double[] b = a;
              b[0] = b[0] * x[2];
              double s = a[0] * a[1];
              double[] c = {x[2], x[0] * x[1]};
              double[] e = {1, 2};
              if (x[1] < 0) {
                e = c;
              }
              e[0] = x[0] * e[1];
              return s + c[0] * c[1] + e[0];
            }
            """,
            d -> d.at(x()).isRight().at(new double[] {0.7, 0.4, 1.3}).isRight())
        .add(
            "exchanged, copied, and with a variable index",
            """
            static double f(double[] x, int k) {
              double[] c = {x[0], x[1], x[0] * x[2]};
              for (int i = 0; i < k; i++) {
                c = new double[] {c[1], c[2], c[0] * x[0]};
              }
              double[] e = c.clone();
              e[1] = e[0] * c[1];
              double[] v = {x[0], x[1]};
              return c[0] * c[1] * c[2] + e[1] + v[k % 2] * v[0];
            }
            """,
            d -> d.at(x(), 2).isRight().at(x(), 5).isRight())
        .add(
            "given to a helper that calls itself, to a library method, compared and returned",
            """
            static double[] f(double[] x) {
              double[] c = {x[0], x[1]};
              double[] e = {x[2], x[1] * x[0]};
              double s = sum(c, 3);
              double[] y = {s * e[0], e[1] * e[0]};
              double[] z = {x[0], 5};
              if (z == y) {
                y[0] = z[1];
              }
              return y;
            }
            static double sum(double[] c, int n) {
              c[0] *= c[1];
              return n == 0 ? c[0] : c[1] + sum(c, n - 1);
            }
            """,
            d -> d.at(x()).isRight())
        .tests();
  }

  @Test
  void anElementBeyondASmallArrayIsStillMissed() {
    Compiled compiled =
        Compiled.of(
                """
                package p;
                public final class A {
                  @dev.tapeless.Differentiable
                  public static double f(double[] x) {
                    double[] c = {x[0], x[1]};
                    return c[0] + c[2];
                  }
                }
                """)
            .succeeds();
    assertThatThrownBy(() -> OperatorsCalled.of(compiled, "p.AAdjoint").call("fJvp", x(), x()))
        .hasStackTraceContaining("ArrayIndexOutOfBoundsException");
  }

  @TestFactory
  Stream<DynamicTest> counters() {
    return new Programs()
        .add(
            "before and after the step, by more than one, in nested loops and with no trips",
            """
            static double f(double[] x, int n) {
              int p = 0;
              int q = 5;
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += x[p % 3] * x[q % 3];
                p += 2;
                s += x[p % 3] * s * 0.1;
                q -= 1;
                for (int j = i + 1; j <= n; j++) {
                  p++;
                  s += x[(p + j) % 3] * x[1];
                }
                s += p * q * x[0];
              }
              return s * p + q * x[2];
            }
            """,
            d -> d.at(x(), 4).isRight().at(x(), 0).isRight().at(x(), -3).isRight())
        .add(
            "stepped on condition, twice, or downwards",
            """
            static double f(double[] x, int n) {
              int p = 0;
              int q = 0;
              int r = 0;
              double s = 0;
              for (int i = 0; i < n; i++) {
                if (x[i % 3] > 0) {
                  p++;
                }
                q++;
                q++;
                s += x[p % 3] * x[q % 3];
              }
              for (int i = n; i > 0; i--) {
                s += x[r % 3] * x[i % 3];
                r++;
              }
              return s * r;
            }
            """,
            d -> d.at(x(), 4).isRight())
        .add(
            "that its own loop asks for",
            """
            static double f(double[] x, int n) {
              int p = 1;
              double s = 0;
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < p; j++) {
                  s += x[j % 3] * x[i % 3];
                }
                p++;
              }
              return s;
            }
            """,
            d -> d.at(x(), 4).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> elementsThatStayTheSame() {
    return new Programs()
        .add(
            "of arrays that may be one",
            """
            static double f(double[] x, double[] y) {
              double[] a = x.clone();
              double[] b = x[0] > 0 ? a : y.clone();
              for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 3; j++) {
                  b[j] = a[i] * b[j] + y[i];
                }
              }
              return a[0] * b[1] * b[2];
            }
            """,
            d -> d.at(x(), x()).isRight().at(new double[] {-0.7, 0.4, 1.3}, x()).isRight())
        .add(
            "in a loop that does not run where they are not there",
            """
            static double f(double[] x, int[] k) {
              double[] sums = new double[2];
              double s = 0;
              for (int i = 0; i < k.length; i++) {
                for (int j = 0; j < k[i]; j++) {
                  sums[i] += x[j] * x[i];
                }
                s += i < 2 ? sums[i] * sums[i] : x[0];
              }
              return s;
            }
            """,
            d -> d.at(x(), new int[] {2, 3, 0}).isRight())
        .add(
            "beside others of the same array",
            """
            static double f(double[] x) {
              int n = x.length;
              double[] a = new double[n];
              for (int i = 0; i < n; i++) {
                a[i] = x[i];
              }
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                  a[i] += a[j] * x[j];
                  a[n - 1] *= 0.5;
                }
              }
              return a[0] * a[1] + a[2];
            }
            """,
            d -> d.at(x()).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> jacobiansOfOneForwardSweep() {
    return new Programs()
        .add(
            "rows",
            """
            static double[] f(double[] x, double[] y, double a) {
              double[] d = {x[0] - y[0], x[1] * y[1], a * y[2]};
              double r = Math.sqrt(d[0] * d[0] + d[1] * d[1]);
              return new double[] {r * d[2] * a, Math.sin(d[0]) * Math.cos(d[0])};
            }
            """,
            d -> {
              d.at(x(), x(), 0.8).isRight();
              Matcher jacobian =
                  Pattern.compile("(?s) fJacobian\\(.*?\n  }").matcher(d.generated());
              assertThat(jacobian.find()).isTrue();
              assertThat(jacobian.group()).contains("Math.sqrt").doesNotContain("fVjp(");
            })
        .add(
            "with overwritten values, which cannot be run again",
            """
            static double[] f(double[] x) {
              double[] y = new double[2];
              double t = x[0];
              for (int i = 0; i < x.length; i++) {
                t = t * t + x[i];
                y[i % 2] += t * x[i];
              }
              return y;
            }
            """,
            d -> d.at(new double[] {0.7, -0.4, 1.3, 0.2}).isRight())
        .add(
            "of one of the arguments itself, and of what does not depend on one",
            """
            static double[] f(double[] x, double[] y) {
              double s = x[0] * x[1];
              x[0] = s * y[0];
              return x[2] > 0 ? x : new double[] {s};
            }
            """,
            d -> d.at(x(), x()).isRight())
        .tests();
  }
}
