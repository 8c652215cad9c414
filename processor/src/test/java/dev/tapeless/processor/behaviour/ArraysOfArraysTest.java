package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rows that are shared or of different lengths, ranks above two, helpers that make and write them.
 */
class ArraysOfArraysTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  private static double[][] ragged() {
    return new double[][] {{0.5}, {3, -1, 0.7}, {}, {1.1, 0.4}};
  }

  private static double[][] matrix() {
    return new double[][] {{0.5, 2, 1}, {3, -1, 0.7}, {1.1, 0.4, 2}};
  }

  private static double[][][] cube() {
    return new double[][][] {{{0.5, 2}, {3}}, {{1.1}, {0.4, 2, -1}, {0.3}}};
  }

  @TestFactory
  Stream<DynamicTest> shared() {
    return new Programs()
        .add(
            "one row at several places",
            """
            static double f(double[] x) {
              double[] row = x.clone();
              double[][] a = {row, x, row};
              a[0][1] *= a[2][2];
              a[2][1] *= a[0][0] * a[1][1];
              a[1] = a[0];
              a[1][0] += row[1] * x[2];
              return a[0][0] * a[1][1] * a[2][2] * row[0];
            }
            """,
            d -> d.at((Object) x()).isRight())
        .add(
            "rows shared between two arrays, in a loop",
            """
            static double f(double[][] a, int n) {
              double[][] b = new double[a.length][];
              for (int i = 0; i < a.length; i++) {
                b[i] = a[(i + 1) % a.length];
              }
              for (int t = 0; t < n; t++) {
                for (int i = 0; i < a.length; i++) {
                  b[i][t % 3] = 0.5 * a[i][(t + 1) % 3] * b[i][0];
                }
              }
              double s = 0;
              for (double[] row : b) {
                for (double v : row) {
                  s += v * v;
                }
              }
              return s + a[0][0];
            }
            """,
            d -> {
              d.at(matrix(), 4).isRight();
              d.at(matrix(), 0).isRight();
            })
        .add(
            "a clone shares its rows",
            """
            static double[][] f(double[][] a) {
              double[][] b = a.clone();
              b[0] = a[1].clone();
              b[1][0] = a[2][1] * a[0][0];
              a[2][2] *= b[0][0] * b[1][0];
              return b;
            }
            """,
            d -> d.at((Object) matrix()).isRight())
        .add(
            "row chosen at run time, kept and written later",
            """
            static double f(double[][] a, int n) {
              double[] best = a[0];
              for (int i = 1; i < n; i++) {
                if (a[i][0] > best[0]) {
                  best = a[i];
                }
              }
              best[1] = best[0] * best[2];
              double s = 0;
              for (double[] row : a) {
                s += row[0] * row[1];
              }
              best = new double[] {s};
              return best[0] * a[1][1];
            }
            """,
            d -> {
              d.at(matrix(), 3).isRight();
              d.at(matrix(), 1).isRight();
            })
        .tests();
  }

  /** The derivative works on copies of rows that the method writes: they must be different. */
  @TestFactory
  Stream<DynamicTest> sharedByTheCaller() {
    double[] row = x();
    return new Programs()
        .add(
            "rows that are written",
            """
            static double f(double[][] a) {
              a[0][0] *= 2;
              return a[1][0] * a[2][1];
            }
            """,
            d -> {
              d.at((Object) matrix()).isRight();
              assertThatThrownBy(() -> d.at((Object) new double[][] {row, row, x()}).isRight())
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessage("two rows of a are the same array");
              d.at((Object) new double[][] {x(), x(), x(), null, null, {}}).modesAgree();
            })
        .add(
            "planes, and rows in different planes",
            """
            static double f(double[][][] c) {
              c[0][1] = new double[] {c[0][0][0], 1, 2};
              return c[1][1][1] * c[0][1][0];
            }
            """,
            d -> {
              d.at((Object) new double[][][] {matrix(), matrix()}).isRight();
              double[][] plane = matrix();
              assertThatThrownBy(() -> d.at((Object) new double[][][] {plane, plane}).isRight())
                  .hasMessage("two rows of c are the same array");
            })
        .add(
            "rows that are only read or replaced",
            """
            static double f(double[][] a) {
              double[] first = a[0];
              a[0] = new double[] {a[1][0] * first[1], 1, 2};
              return a[0][0] * a[1][1] * a[2][1];
            }
            """,
            d -> {
              d.at((Object) matrix()).isRight();
              d.at((Object) new double[][] {row, row, x()}).valueIsThePrimals();
              assertThat(d.generated()).doesNotContain("Rows");
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> shapes() {
    return new Programs()
        .add(
            "ragged, read and written",
            """
            static double f(double[][] a) {
              double[][] sums = new double[a.length][];
              for (int i = 0; i < a.length; i++) {
                sums[i] = new double[a[i].length + 1];
                for (int j = 0; j < a[i].length; j++) {
                  sums[i][j + 1] = sums[i][j] + a[i][j] * a[i][j];
                  a[i][j] = sums[i][j];
                }
              }
              double s = 0;
              for (int i = 0; i < a.length; i++) {
                s += sums[i][a[i].length] * (a[i].length > 1 ? a[i][1] : 2);
              }
              return s;
            }
            """,
            d -> d.at((Object) ragged()).isRight())
        .add(
            "a triangle",
            """
            static double[][] f(double[] x, int n) {
              double[][] t = new double[n][];
              for (int i = 0; i < n; i++) {
                t[i] = new double[i + 1];
                t[i][0] = x[i % x.length];
                for (int j = 1; j <= i; j++) {
                  t[i][j] = t[i - 1][j - 1] * t[i][j - 1] + (j < i ? t[i - 1][j] : 1);
                }
              }
              return t;
            }
            """,
            d -> {
              d.at(x(), 4).isRight();
              d.at(x(), 0).isConsistent();
            })
        .add(
            "rank three",
            """
            static double f(double[][][] c, double w) {
              double[][][] d = new double[c.length][][];
              double s = 0;
              for (int i = 0; i < c.length; i++) {
                d[i] = new double[c[i].length][2];
                for (int j = 0; j < c[i].length; j++) {
                  double[] row = c[i][j];
                  for (int k = 0; k < row.length; k++) {
                    d[i][j][k % 2] += w * row[k] * row[k];
                    row[k] *= d[i][j][k % 2];
                  }
                  s += d[i][j][0] * d[i][j][1] + c[i][j][0];
                }
              }
              return s;
            }
            """,
            d -> d.at(cube(), 0.7).isRight())
        .add(
            "rank four with planes exchanged",
            """
            static double f(double[] x) {
              double[][][][] h = new double[2][2][2][3];
              for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                  h[i][j][1] = x.clone();
                  h[i][j][0][2] = x[i] * x[j + 1];
                }
              }
              double[][][] swap = h[0];
              h[0] = h[1];
              h[1] = swap;
              double[][] plane = h[0][1];
              h[0][1] = h[1][0];
              h[1][0] = plane;
              h[1][0][1][0] *= 3;
              return h[0][0][0][2] * h[1][0][1][0] + h[0][1][1][0] * h[1][1][0][2];
            }
            """,
            d -> d.at((Object) x()).isRight())
        .add(
            "of float and of integers",
            """
            static float f(float[][] a, int[][] index) {
              float s = 0;
              for (int i = 0; i < index.length; i++) {
                for (int k : index[i]) {
                  a[i][k] *= a[k][i];
                  s += a[i][k];
                }
              }
              return s;
            }
            """,
            d ->
                d.at(new float[][] {{0.5f, 2}, {1.5f, -0.5f}}, new int[][] {{1, 0}, {0}}).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> helpers() {
    return new Programs()
        .add(
            "a helper writes one of two arrays, and rows",
            """
            static double f(double[][] a, double[] x) {
              axpy(x[0], a[0], a[1]);
              axpy(a[1][2], a[1], x);
              axpy(2, x, x);
              return dot(a[1], x) * a[0][0];
            }

            static void axpy(double t, double[] from, double[] to) {
              for (int i = 0; i < from.length; i++) {
                to[i] += t * from[i];
              }
            }

            static double dot(double[] u, double[] v) {
              double s = 0;
              for (int i = 0; i < u.length; i++) {
                s += u[i] * v[i];
              }
              return s;
            }
            """,
            d -> d.at(matrix(), x()).isRight())
        .add(
            "a helper returns one of its arguments, a row, or something new",
            """
            static double f(double[][] a, double[] x, boolean first) {
              double[] u = choose(a[0], x, first);
              u[0] *= 2;
              double[] v = longest(a);
              v[1] = u[0] * x[2];
              double[][] m = made(u, v, 3);
              m[2][0] *= m[1][1] * x[0];
              return a[0][0] + a[1][1] * x[0] + m[0][0] * m[2][0];
            }

            static double[] choose(double[] u, double[] v, boolean first) {
              return first ? u : v;
            }

            static double[] longest(double[][] a) {
              double[] best = a[0];
              for (double[] row : a) {
                if (row.length >= best.length) {
                  best = row;
                }
              }
              return best;
            }

            static double[][] made(double[] u, double[] v, int n) {
              double[][] m = new double[n][];
              for (int i = 0; i < n; i++) {
                m[i] = i % 2 == 0 ? u : v.clone();
              }
              return m;
            }
            """,
            d -> {
              d.at(matrix(), x(), true).isRight();
              d.at(matrix(), x(), false).isRight();
            })
        .add(
            "a helper overwrites its parameters",
            """
            static double f(double[] x, double y) {
              double z = halved(x, y, 3) + y;
              y = z * x[0];
              x = new double[] {y, z};
              return halved(x, x[1], 1) * x[0];
            }

            static double halved(double[] x, double y, int n) {
              while (n > 0) {
                y = 0.5 * y * x[n % x.length];
                x[n % x.length] += y;
                n--;
              }
              x = new double[] {y * y};
              x[0] *= y;
              return x[0];
            }
            """,
            d -> d.at(x(), 1.7).isRight())
        .add(
            "helpers fill what they get",
            """
            static double f(double[] x) {
              double[] c = new double[1];
              double[] s = new double[1];
              double total = 0;
              for (int i = 0; i < x.length; i++) {
                rotation(x[i], c, s);
                total += c[0] * x[i] - s[0] * total;
              }
              int[] count = new int[2];
              double[][] parts = split(x, count);
              return total + parts[0][0] * count[0] + parts[1][0] * count[1];
            }

            static void rotation(double t, double[] c, double[] s) {
              c[0] = Math.cos(t);
              s[0] = Math.sin(t);
            }

            static double[][] split(double[] x, int[] count) {
              double[][] parts = new double[2][x.length];
              for (double v : x) {
                int k = v > 0 ? 0 : 1;
                parts[k][count[k]++] = v * v;
              }
              return parts;
            }
            """,
            d -> d.at((Object) x()).isRight())
        .add(
            "recursion over parts of an array, in place",
            """
            static double f(double[] x) {
              double[] work = new double[x.length];
              transform(x, work, 0, x.length);
              return x[0] * x[1] + x[2];
            }

            static void transform(double[] x, double[] work, int from, int to) {
              if (to - from < 2) {
                x[from] *= x[from];
                return;
              }
              int middle = (from + to) / 2;
              transform(x, work, from, middle);
              transform(x, work, middle, to);
              for (int i = from; i < to; i++) {
                work[i] = x[i] + 0.5 * x[from + (i - from + 1) % (to - from)];
              }
              System.arraycopy(work, from, x, from, to - from);
            }
            """,
            d -> d.at((Object) x()).isRight())
        .add(
            "recursion over rows",
            """
            static double f(double[][] a) {
              return determinant(a);
            }

            static double determinant(double[][] a) {
              int n = a.length;
              if (n == 1) {
                return a[0][0];
              }
              double d = 0;
              for (int k = 0; k < n; k++) {
                double[][] minor = new double[n - 1][n - 1];
                for (int i = 1; i < n; i++) {
                  System.arraycopy(a[i], 0, minor[i - 1], 0, k);
                  System.arraycopy(a[i], k + 1, minor[i - 1], k, n - 1 - k);
                }
                d += (k % 2 == 0 ? 1 : -1) * a[0][k] * determinant(minor);
              }
              return d;
            }
            """,
            d -> d.at((Object) matrix()).isRight())
        .tests();
  }
}
