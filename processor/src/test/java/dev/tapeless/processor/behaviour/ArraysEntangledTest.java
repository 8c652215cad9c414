package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Several difficulties of arrays at once: aliases, rows, helpers, loops of unknown length. */
class ArraysEntangledTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  private static double[][] matrix() {
    return new double[][] {{0.5, 2, 1}, {3, -1, 0.7}, {1.1, 0.4, 2}};
  }

  @TestFactory
  Stream<DynamicTest> programs() {
    return new Programs()
        .add(
            "rows exchanged in a while loop, then returned",
            """
            static double[][] f(double[][] a, int n) {
              int t = 0;
              while (t < n) {
                double[] top = a[t % 3];
                a[t % 3] = a[(t + 1) % 3];
                a[(t + 1) % 3] = top;
                top[t % 3] *= a[0][1];
                t++;
              }
              return a;
            }
            """,
            d -> {
              d.at(matrix(), 5).isRight();
              d.at(matrix(), 0).isRight();
            })
        .add(
            "a new row in one branch, the old one in the other",
            """
            static double f(double[][] a, int n) {
              double s = 0;
              for (int t = 0; t < n; t++) {
                double[] row = a[t % 3];
                if (row[0] > 0.8) {
                  a[t % 3] = new double[] {row[1] * 0.5, row[0], s};
                } else {
                  row[0] = row[1] * row[2] + 0.1;
                }
                s += a[t % 3][0] * row[0];
              }
              return s;
            }
            """,
            d -> d.at(matrix(), 7).isRight())
        .add(
            "a helper that exchanges rows, called in a loop, with the element that steers",
            """
            static double f(double[][] a) {
              for (int k = 0; k < 2; k++) {
                pivot(a, k);
                for (int i = k + 1; i < 3; i++) {
                  eliminate(a[k], a[i], k);
                }
              }
              return a[0][0] * a[1][1] * a[2][2];
            }
            private static void pivot(double[][] a, int k) {
              int best = k;
              for (int i = k + 1; i < a.length; i++) {
                best = Math.abs(a[i][k]) > Math.abs(a[best][k]) ? i : best;
              }
              double[] row = a[k];
              a[k] = a[best];
              a[best] = row;
            }
            private static void eliminate(double[] from, double[] to, int k) {
              double factor = to[k] / from[k];
              for (int j = k; j < to.length; j++) {
                to[j] -= factor * from[j];
              }
            }
            """,
            d -> d.at((Object) matrix()).isRight())
        .add(
            "a linked list of arrays in a table, walked by indexes that change",
            """
            static double f(double[] x, int[] next) {
              double[][] nodes = new double[next.length][];
              for (int i = 0; i < next.length; i++) {
                nodes[i] = new double[] {x[i] * x[i], i};
              }
              double s = 1;
              int at = 0;
              int steps = 0;
              while (at >= 0 && steps++ < 10) {
                double[] node = nodes[at];
                s = s * node[0] + node[1];
                node[0] = s * 0.3;
                int to = next[at];
                next[at] = to - 1;
                at = to;
              }
              return s * nodes[1][0];
            }
            """,
            d -> d.at(x(), new int[] {2, 0, 1}).isRight())
        .add(
            "an array that is its own history",
            """
            static double f(double[] x, int n) {
              double[][] ring = {x.clone(), x.clone(), x};
              for (int t = 0; t < n; t++) {
                double[] oldest = ring[0];
                ring[0] = ring[1];
                ring[1] = ring[2];
                ring[2] = oldest;
                for (int i = 0; i < oldest.length; i++) {
                  oldest[i] = ring[0][i] * ring[1][(i + 1) % 3] - 0.2 * oldest[i];
                }
              }
              return ring[0][0] + ring[1][1] * ring[2][2];
            }
            """,
            d -> {
              d.at(x(), 5).isRight();
              d.at(x(), 0).isRight();
            })
        .add(
            "a loop whose bound, step array and data all change",
            """
            static double f(double[] x, int[] steps) {
              double s = 1;
              int i = 0;
              int limit = 6;
              for (int k = 0; i < limit; k++) {
                int step = steps[k % steps.length];
                steps[k % steps.length] = step % 3 + 1;
                s = s * x[i % x.length] + i;
                x[i % x.length] = 0.5 * s;
                i += step;
                if (s > 3) {
                  limit--;
                  s = Math.log(s);
                }
              }
              return s + x[0] * x[1];
            }
            """,
            d -> d.at(x(), new int[] {1, 2}).isRight())
        .add(
            "a matrix exponential by squaring, with helpers that return new matrices",
            """
            static double[][] f(double[][] a, int n) {
              double[][] result = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
              double[][] base = a;
              while (n > 0) {
                if ((n & 1) == 1) {
                  result = times(result, base);
                }
                base = times(base, base);
                n >>= 1;
              }
              return result;
            }
            private static double[][] times(double[][] p, double[][] q) {
              double[][] r = new double[p.length][q.length];
              for (int i = 0; i < p.length; i++) {
                for (int j = 0; j < q.length; j++) {
                  double s = 0;
                  for (int k = 0; k < q.length; k++) {
                    s += p[i][k] * q[k][j];
                  }
                  r[i][j] = s;
                }
              }
              return r;
            }
            """,
            d -> {
              d.at(matrix(), 5).isRight();
              d.at(matrix(), 0).isRight();
            })
        .add(
            "a tridiagonal solver whose work arrays come from a helper",
            """
            static double[] f(double[] lower, double[] diagonal, double[] upper, double[] b) {
              double[][] work = workspace(b.length);
              double[] c = work[0];
              double[] y = work[1];
              c[0] = upper[0] / diagonal[0];
              y[0] = b[0] / diagonal[0];
              for (int i = 1; i < b.length; i++) {
                double m = 1 / (diagonal[i] - lower[i] * c[i - 1]);
                c[i] = upper[i] * m;
                y[i] = (b[i] - lower[i] * y[i - 1]) * m;
              }
              for (int i = b.length - 2; i >= 0; i--) {
                y[i] -= c[i] * y[i + 1];
              }
              return y;
            }
            private static double[][] workspace(int n) {
              return new double[2][n];
            }
            """,
            d ->
                d.at(
                        new double[] {0, 1, 0.5},
                        new double[] {4, 5, 3},
                        new double[] {1, -1, 0},
                        new double[] {1, 2, 3})
                    .isRight())
        .add(
            "a Kalman filter of one dimension over arrays of state",
            """
            static double f(double[] z, double q, double r) {
              double[] state = {0, 1};
              double logLikelihood = 0;
              for (double observed : z) {
                double predicted = state[1] + q * q;
                double innovation = observed - state[0];
                double s = predicted + r * r;
                logLikelihood -= 0.5 * (Math.log(s) + innovation * innovation / s);
                double gain = predicted / s;
                state[0] += gain * innovation;
                state[1] = (1 - gain) * predicted;
              }
              return logLikelihood;
            }
            """,
            d -> d.at(x(), 0.3, 0.8).isRight())
        .add(
            "a convolution into overlapping places, twice in place",
            """
            static double[] f(double[] x, double[] kernel) {
              double[] y = x;
              for (int pass = 0; pass < 2; pass++) {
                double[] out = new double[y.length + kernel.length - 1];
                for (int i = 0; i < y.length; i++) {
                  for (int k = 0; k < kernel.length; k++) {
                    out[i + k] += y[i] * kernel[k];
                  }
                }
                for (int i = 1; i < out.length; i++) {
                  out[i] = out[i] * out[i - 1] + out[0];
                }
                y = out;
              }
              return y;
            }
            """,
            d -> d.at(x(), new double[] {0.5, -0.25}).isRight())
        .add(
            "a fast Fourier transform in place",
            """
            static double[] f(double[] re, double[] im) {
              int n = re.length;
              for (int i = 1, j = 0; i < n; i++) {
                int bit = n >> 1;
                while ((j & bit) != 0) {
                  j ^= bit;
                  bit >>= 1;
                }
                j ^= bit;
                if (i < j) {
                  double t = re[i];
                  re[i] = re[j];
                  re[j] = t;
                  t = im[i];
                  im[i] = im[j];
                  im[j] = t;
                }
              }
              for (int length = 2; length <= n; length <<= 1) {
                double angle = -2 * Math.PI / length;
                for (int start = 0; start < n; start += length) {
                  for (int k = 0; k < length / 2; k++) {
                    double c = Math.cos(angle * k);
                    double s = Math.sin(angle * k);
                    int a = start + k;
                    int b = a + length / 2;
                    double u = re[b] * c - im[b] * s;
                    double v = re[b] * s + im[b] * c;
                    re[b] = re[a] - u;
                    im[b] = im[a] - v;
                    re[a] += u;
                    im[a] += v;
                  }
                }
              }
              double[] power = new double[n];
              for (int i = 0; i < n; i++) {
                power[i] = re[i] * re[i] + im[i] * im[i];
              }
              return power;
            }
            """,
            d -> d.at(new double[] {1, 2, -1, 0.5}, new double[] {0.3, -0.7, 0, 1}).isRight())
        .add(
            "a recursive helper that fills rows of a table which the caller goes on using",
            """
            static double f(double[] x) {
              double[][] table = new double[x.length][x.length];
              fill(table, x, 0);
              double s = table[0][1] * table[1][2];
              table[1][2] *= s;
              fill(table, x, 1);
              return s * table[1][2] + table[2][2];
            }
            private static void fill(double[][] table, double[] x, int i) {
              if (i == x.length) {
                return;
              }
              for (int j = 0; j < x.length; j++) {
                table[i][j] = table[i][j] * 0.5 + x[i] * x[j];
              }
              fill(table, x, i + 1);
              table[i][0] += i + 1 < x.length ? table[i + 1][0] * x[i] : 1;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "float rows, double sums",
            """
            static float f(float[][] a, double c) {
              double s = 0;
              for (float[] row : a) {
                float m = 1;
                for (int j = 0; j < row.length; j++) {
                  row[j] *= c;
                  m *= row[j];
                }
                s += m * c;
                row[0] += s;
              }
              return (float) s * a[0][0];
            }
            """,
            d -> d.at(new float[][] {{0.5f, 1.25f}, {1.5f, 0.75f}}, 0.8).isRight())
        .add(
            "an element that is assigned through a conditional array and an index with a side effect",
            """
            static double f(double[] x, double[] y) {
              int i = 0;
              (x[i++] > 0 ? x : y)[i++] *= (i > 1 ? y : x)[i - 1];
              (y[--i] > 100 ? x : y)[i] += x[1] * y[0];
              return x[1] * y[1] + x[0];
            }
            """,
            d -> {
              d.at(x(), new double[] {0.3, 1.7}).isRight();
              d.at(new double[] {-1, 2}, new double[] {0.3, 1.7}).isRight();
            })
        .tests();
  }
}
