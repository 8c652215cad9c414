package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays that a method creates: in every form, of ranks one to three, at any place. */
class ArraysCreatedTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> forms() {
    return new Programs()
        .add(
            "an initialiser of active elements",
            """
            static double f(double a, double b) {
              double[] t = {a * b, a + b, Math.sin(a), 2};
              return t[0] * t[1] * t[2] * t[3];
            }
            """,
            d -> d.at(0.7, 1.1).isRight())
        .add(
            "an initialiser with rows",
            """
            static double f(double a, double b) {
              double[][] m = {{a, -b}, {b, a * a}, {}};
              return m[0][0] * m[1][1] - m[0][1] * m[1][0] + m.length + m[2].length;
            }
            """,
            d -> d.at(0.7, 1.1).isRight())
        .add(
            "an initialiser of rank three",
            """
            static double f(double a, double b) {
              double[][][] m = new double[][][] {{{a, b}, {a * b}}, {{b * b}}};
              double s = 0;
              for (double[][] plane : m) {
                for (double[] row : plane) {
                  for (double e : row) {
                    s += e * e * e;
                  }
                }
              }
              return s;
            }
            """,
            d -> d.at(0.7, 1.1).isRight())
        .add(
            "an initialiser whose elements are arrays that are there",
            """
            static double f(double[] x, double a) {
              double[] y = {a, a * a, 1};
              double[][] m = {x, y, x};
              m[1][0] += 1;
              m[2][1] = a * x[0];
              return m[0][1] * y[0] * x[2];
            }
            """,
            d -> d.at(x(), 1.1).isRight())
        .add(
            "new with all lengths",
            """
            static double f(double[] x) {
              double[][] m = new double[x.length][x.length];
              for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                  m[i][j] = x[i] * x[j] * (i + 1);
                }
              }
              return m[0][1] * m[2][0] + m[1][1];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "new with the first length only, rows made later",
            """
            static double f(double[] x) {
              double[][] m = new double[x.length][];
              for (int i = 0; i < x.length; i++) {
                m[i] = new double[i + 1];
                for (int j = 0; j <= i; j++) {
                  m[i][j] = x[i] * x[j];
                }
              }
              double s = 0;
              for (int i = 0; i < m.length; i++) {
                for (int j = 0; j < m[i].length; j++) {
                  s += m[i][j] * m[i][j];
                }
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "rank three with ragged planes",
            """
            static double f(double[] x) {
              double[][][] m = new double[2][3][];
              for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 3; j++) {
                  m[i][j] = new double[j];
                  for (int k = 0; k < j; k++) {
                    m[i][j][k] = x[i] * x[j] + k * x[k];
                  }
                }
              }
              return m[0][1][0] * m[1][2][1] + m[1][2][0] * m[1][1][0];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "rank three, filled and summed",
            """
            static double f(double[] x, int n) {
              double[][][] m = new double[n][n + 1][2];
              for (int i = 0; i < m.length; i++) {
                for (int j = 0; j < m[i].length; j++) {
                  for (int k = 0; k < m[i][j].length; k++) {
                    m[i][j][k] = x[i] * x[k] + j;
                  }
                }
              }
              double p = 0;
              for (int i = 0; i < n; i++) {
                for (int j = 1; j <= n; j++) {
                  p += m[i][j][0] * m[i][j - 1][1];
                }
              }
              return p;
            }
            """,
            d -> {
              d.at(x(), 3).isRight();
              d.at(x(), 0).isRight();
            })
        .add(
            "lengths that are computed",
            """
            static double f(double[] x, int n) {
              int size = n * 2 - 1;
              double[] w = new double[size + (size & 1)];
              for (int i = 0; i < w.length; i++) {
                w[i] = x[i % x.length] * x[0];
              }
              return w[size - 1] * w[0] + w.length;
            }
            """,
            d -> d.at(x(), 3).isRight())
        .add(
            "brackets behind the name",
            """
            static double f(double x[]) {
              double w[] = new double[2], m[][] = {{x[0]}, w};
              w[1] = x[1] * x[2];
              return m[1][1] * m[0][0];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "var in place of the type",
            """
            static double f(final double[] x) {
              final var w = new double[] {x[0] * x[1], x[2]};
              var n = w.length;
              var s = 0.0;
              for (var e : w) {
                s += e * e * n;
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "an array that is read at once",
            """
            static double f(double[] x, int k) {
              return new double[] {x[0] * x[1], x[1] * x[2], x[2] * x[0]}[k] + new double[k].length;
            }
            """,
            d -> {
              d.at(x(), 0).isRight();
              d.at(x(), 2).isRight();
            })
        .add(
            "an array that is declared first and created later",
            """
            static double f(double[] x) {
              double[] w;
              double s = x[0];
              w = new double[] {s, s * s};
              s = w[0] * w[1];
              w = new double[3];
              w[2] = s * x[1];
              return w[2] + w[1];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "an array of length zero",
            """
            static double f(double[] x, int n) {
              double[] w = new double[n];
              double s = x[0];
              for (double e : w) {
                s += e;
              }
              double[] none = {};
              return s * x[0] + none.length;
            }
            """,
            d -> {
              d.at(x(), 0).isRight();
              d.at(x(), 2).isRight();
            })
        .add(
            "a parameter of length zero",
            """
            static double f(double[] x, double[][] m) {
              double s = 1;
              for (int i = 0; i < x.length; i++) {
                s *= x[i];
              }
              for (double[] row : m) {
                for (double e : row) {
                  s += e * e;
                }
              }
              return s;
            }
            """,
            d -> {
              d.at(new double[0], new double[0][]).isConsistent().gradientIs();
              d.at(new double[0], new double[][] {{}, {2}, {}}).isRight().gradientIs(4);
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> clones() {
    return new Programs()
        .add(
            "a clone is another array",
            """
            static double f(double[] x) {
              double[] y = x.clone();
              y[0] = y[0] * y[1];
              x[1] = x[1] * x[2];
              return y[0] * y[1] + x[0] * x[1];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a clone of rank two shares its rows",
            """
            static double f(double[][] m) {
              double[][] c = m.clone();
              c[0] = new double[] {m[1][0] * 2, 3};
              c[1][0] = c[1][0] * m[0][1];
              return m[1][0] * m[1][0] + c[0][0] * m[0][0];
            }
            """,
            d -> d.at((Object) new double[][] {{0.5, 2}, {3, -1}}).isRight())
        .add(
            "a deep copy, row by row",
            """
            static double f(double[][] m) {
              double[][] c = new double[m.length][];
              for (int i = 0; i < m.length; i++) {
                c[i] = m[i].clone();
              }
              for (int i = 1; i < c.length; i++) {
                for (int j = 0; j < c[i].length; j++) {
                  c[i][j] *= c[i - 1][j];
                }
              }
              return c[2][0] * m[2][1] + c[2][1] * m[1][0];
            }
            """,
            d -> d.at((Object) new double[][] {{0.5, 2}, {3, -1}, {0.7, 0.9}}).isRight())
        .add(
            "a clone of a row",
            """
            static double f(double[][] m, int k) {
              double[] row = m[k].clone();
              row[0] *= row[1];
              m[k][1] = row[0];
              return row[0] * m[k][0] * m[k][1];
            }
            """,
            d -> d.at(new double[][] {{0.5, 2}, {3, -1}}, 1).isRight())
        .add(
            "a clone of a clone in a loop",
            """
            static double f(double[] x, int n) {
              double[] u = x;
              for (int t = 0; t < n; t++) {
                double[] v = u.clone();
                for (int i = 0; i < v.length; i++) {
                  v[i] = u[i] * u[(i + 1) % u.length] + t;
                }
                u = v.clone();
              }
              return u[0] * u[1];
            }
            """,
            d -> {
              d.at(x(), 3).isRight();
              d.at(x(), 0).isRight();
            })
        .add(
            "clones of int and boolean arrays",
            """
            static double f(double[] x, int[] k, boolean[] on) {
              int[] j = k.clone();
              boolean[] off = on.clone();
              double s = 0;
              for (int i = 0; i < j.length; i++) {
                j[i] = x.length - 1 - j[i];
                off[i] = !off[i];
                s += on[i] ? x[k[i]] * x[j[i]] : 0;
                s += off[i] ? Math.exp(x[k[i]]) : 0;
              }
              return s;
            }
            """,
            d -> d.at(x(), new int[] {0, 2, 1}, new boolean[] {true, false, true}).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> places() {
    return new Programs()
        .add(
            "an array for each iteration",
            """
            static double f(double[] x, int n) {
              double s = 0;
              for (int t = 0; t < n; t++) {
                double[] w = new double[2];
                w[0] = x[t % x.length] * s;
                w[1] = w[0] + x[0];
                w[0] *= w[1];
                s = w[0] + Math.sin(w[1]);
              }
              return s;
            }
            """,
            d -> d.at(x(), 5).isRight())
        .add(
            "an array whose length depends on the iteration",
            """
            static double f(double[] x) {
              double s = 1;
              for (int t = 0; t < x.length; t++) {
                double[] w = new double[t + 1];
                for (int i = 0; i <= t; i++) {
                  w[i] = x[i] * s;
                }
                for (int i = 1; i <= t; i++) {
                  w[i] *= w[i - 1];
                }
                s += w[t] * w[0];
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "an array created in a while loop",
            """
            static double f(double[] x, @Constant double limit) {
              double[] w = {x[0], x[1]};
              int trips = 0;
              while (w[0] * w[0] < limit && trips++ < 50) {
                double[] next = new double[2];
                next[0] = 2 * w[0] + w[1] * x[2];
                next[1] = w[0] * w[1] + 1;
                w = next;
              }
              return w[0] * w[1];
            }
            """,
            d -> {
              d.at(x(), 40.0).isRight();
              d.at(x(), 0.1).isRight();
            })
        .add(
            "an array created in a branch",
            """
            static double f(double[] x, int n) {
              double[] w;
              if (n > 2) {
                w = new double[n];
                w[n - 1] = x[0] * x[1];
              } else {
                w = new double[] {x[2], x[2] * x[0]};
              }
              w[0] += x[1];
              return w[0] * w[w.length - 1];
            }
            """,
            d -> {
              d.at(x(), 4).isRight();
              d.at(x(), 1).isRight();
            })
        .add(
            "an array created in a branch of a loop",
            """
            static double f(double[] x, int n) {
              double[] w = new double[] {1, x[0]};
              for (int i = 0; i < n; i++) {
                if (i % 2 == 1) {
                  w = new double[] {w[1], w[0] * x[i % x.length]};
                } else {
                  w[0] = w[0] * w[1] + x[i % x.length];
                }
              }
              return w[0] + w[1] * w[1];
            }
            """,
            d -> d.at(x(), 6).isRight())
        .add(
            "a list that grows by copying",
            """
            static double f(double[] x) {
              double[] kept = new double[1];
              int n = 0;
              for (int i = 0; i < x.length; i++) {
                if (n == kept.length) {
                  double[] longer = new double[2 * n];
                  for (int k = 0; k < n; k++) {
                    longer[k] = kept[k];
                  }
                  kept = longer;
                }
                if (x[i] > -0.5) {
                  kept[n] = x[i] * x[i] * (n + 1);
                  n++;
                }
              }
              double s = 0;
              for (int k = 0; k < n; k++) {
                s += kept[k] * kept[k];
              }
              return s;
            }
            """,
            d -> d.at(new double[] {0.7, -0.4, 1.3, -2, 0.9}).isRight())
        .add(
            "history kept in rows",
            """
            static double f(double[] x, int n) {
              double[][] history = new double[n + 1][];
              history[0] = x;
              for (int t = 0; t < n; t++) {
                double[] old = history[t];
                double[] now = new double[old.length];
                for (int i = 0; i < old.length; i++) {
                  now[i] = old[i] * old[(i + 1) % old.length] - 0.1 * old[i];
                }
                history[t + 1] = now;
              }
              double s = 0;
              for (double[] h : history) {
                s += h[0] * h[1];
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 3).isRight();
              d.at(x(), 0).isRight();
            })
        .add(
            "a work array reused by all iterations and zeroed",
            """
            static double f(double[][] m) {
              double[] w = new double[2];
              double s = 0;
              for (double[] row : m) {
                for (int i = 0; i < w.length; i++) {
                  w[i] = 0;
                }
                for (int i = 0; i < row.length; i++) {
                  w[i % 2] += row[i] * row[i];
                }
                s += w[0] * w[1];
              }
              return s;
            }
            """,
            d -> d.at((Object) new double[][] {{0.5, 2, 1}, {3, -1}, {0.7, 0.9, 2, 1}}).isRight())
        .tests();
  }
}
