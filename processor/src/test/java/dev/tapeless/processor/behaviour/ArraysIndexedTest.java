package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What stands in brackets: computed indexes, side effects, arrays of indexes; and arrays that
 * steer.
 */
class ArraysIndexedTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3, 0.9};
  }

  @TestFactory
  Stream<DynamicTest> sideEffects() {
    return new Programs()
        .add(
            "an index that is counted up as it is used",
            """
            static double f(double[] x) {
              double[] a = new double[4];
              int i = 0;
              a[i++] = x[i] * x[0];
              a[i++] = a[i - 2] * x[i];
              a[++i] = x[--i] + x[i++];
              return a[0] * a[1] + a[3] * a[i - 1];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a chain of assignments to elements",
            """
            static double f(double[] a, int i, int j) {
              double s = a[i] = a[j] = a[0] * a[1];
              a[i] *= a[j];
              return s * a[i] + a[j];
            }
            """,
            d -> {
              d.at(x(), 2, 3).isRight();
              d.at(x(), 1, 0).isRight();
              d.at(x(), 2, 2).isRight();
            })
        .add(
            "a compound assignment whose index has a side effect",
            """
            static double f(double[] a, int i) {
              a[i++] += a[i] * a[i];
              a[i--] *= a[i];
              a[++i] -= a[i++] * 2;
              a[i] /= 1 + a[i] * a[i];
              return a[0] * a[1] * a[2] + i;
            }
            """,
            d -> d.at(x(), 0).isRight())
        .add(
            "an element counted up and down",
            """
            static double f(double[] a) {
              double s = a[0]++ * a[1];
              s += --a[2] * a[0];
              ++a[1];
              a[3]--;
              return s * a[1] * a[2] * a[3];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "the array is looked up before the index and the right side change it",
            """
            static double f(double[] x, double[] y) {
              double[] a = x;
              a[(a = y).length - 2] = a[1] * a[1];
              a[0] = (a = x)[1] * 2;
              return x[0] * y[0] * a[1];
            }
            """,
            d -> d.at(x(), new double[] {0.3, 1.7}).isRight())
        .add(
            "an assignment inside an index and inside a condition",
            """
            static double f(double[] x, int n) {
              int k;
              double s = x[k = n - 1] * x[k - 1];
              double e;
              if ((e = x[k] * s) > 0 && (k = 0) == 0) {
                s += e * x[k];
              }
              return s + x[k];
            }
            """,
            d -> {
              d.at(x(), 4).isRight();
              d.at(x(), 2).isRight();
            })
        .add(
            "a stack held in an array",
            """
            static double f(double[] x, int n) {
              double[] stack = new double[n + 1];
              int top = 0;
              for (int i = 0; i < n; i++) {
                stack[top++] = x[i % x.length];
                if (i % 3 == 2) {
                  double b = stack[--top];
                  double a = stack[--top];
                  stack[top++] = a * b + i;
                }
              }
              double s = 0;
              while (top > 0) {
                s = s * 0.5 + stack[--top] * stack[top];
              }
              return s;
            }
            """,
            d -> d.at(x(), 8).isRight())
        .add(
            "a ring buffer",
            """
            static double f(double[] x, int n) {
              double[] ring = {1, 1, 1};
              int head = 0;
              double s = 0;
              for (int t = 0; t < n; t++) {
                double oldest = ring[head];
                ring[head] = x[t % x.length] * oldest + ring[(head + 1) % 3];
                head = (head + 1) % ring.length;
                s += ring[head] * oldest;
              }
              return s;
            }
            """,
            d -> d.at(x(), 7).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> indexes() {
    return new Programs()
        .add(
            "gathering by an array of indexes",
            """
            static double f(double[] x, int[] index, double[] w) {
              double s = 0;
              for (int k = 0; k < index.length; k++) {
                s += w[k] * x[index[k]] * x[index[k]];
              }
              return s;
            }
            """,
            d -> d.at(x(), new int[] {3, 0, 3, 1}, new double[] {1, 2, 3, 4}).isRight())
        .add(
            "scattering by an array of indexes",
            """
            static double[] f(double[] x, int[] index) {
              double[] y = new double[3];
              for (int k = 0; k < index.length; k++) {
                y[index[k]] += x[k] * x[k];
                y[index[k]] *= x[0];
              }
              return y;
            }
            """,
            d -> d.at(x(), new int[] {2, 0, 2, 1}).isRight())
        .add(
            "a sparse matrix times a vector",
            """
            static double[] f(double[] values, double[] x, int[] start, int[] column) {
              double[] y = new double[start.length - 1];
              for (int i = 0; i < y.length; i++) {
                for (int k = start[i]; k < start[i + 1]; k++) {
                  y[i] += values[k] * x[column[k]];
                }
              }
              return y;
            }
            """,
            d ->
                d.at(x(), new double[] {2, -1, 3}, new int[] {0, 2, 2, 4}, new int[] {0, 2, 1, 0})
                    .isRight())
        .add(
            "a permutation that is overwritten",
            """
            static double f(double[] x, int n) {
              int[] p = new int[x.length];
              for (int i = 0; i < p.length; i++) {
                p[i] = i;
              }
              double s = 0;
              for (int t = 0; t < n; t++) {
                s += x[p[0]] * x[p[1]] * (t + 1);
                int first = p[0];
                for (int i = 1; i < p.length; i++) {
                  p[i - 1] = p[i];
                }
                p[p.length - 1] = first;
                x[p[0]] *= 1.5;
              }
              return s;
            }
            """,
            d -> d.at(x(), 6).isRight())
        .add(
            "an order found by comparing",
            """
            static double f(double[] x) {
              int[] order = new int[x.length];
              for (int i = 0; i < order.length; i++) {
                order[i] = i;
              }
              for (int i = 0; i < order.length; i++) {
                for (int j = i + 1; j < order.length; j++) {
                  if (x[order[j]] < x[order[i]]) {
                    int t = order[i];
                    order[i] = order[j];
                    order[j] = t;
                  }
                }
              }
              double s = 0;
              for (int i = 1; i < order.length; i++) {
                double gap = x[order[i]] - x[order[i - 1]];
                s += i * gap * gap;
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "an index that is read from an array which changes afterwards",
            """
            static double f(double[] x, int[] k) {
              double s = 1;
              for (int i = 0; i < k.length; i++) {
                s = s * x[k[i]] + x[k[0]];
                k[0] = (k[0] + 1) % x.length;
                x[k[0]] = s * x[k[i]];
              }
              return s;
            }
            """,
            d -> d.at(x(), new int[] {3, 0, 2, 1}).isRight())
        .add(
            "int arrays of rank two",
            """
            static double f(double[] x, int[][] edges) {
              double s = 0;
              for (int[] e : edges) {
                double gap = x[e[0]] - x[e[1]];
                s += gap * gap * e[1];
                e[0] = e[1];
              }
              return s * edges[0][0];
            }
            """,
            d -> d.at(x(), new int[][] {{0, 1}, {2, 3}, {3, 1}}).isRight())
        .add(
            "counters in an array",
            """
            static double f(double[] x, int[] group, int groups) {
              double[] sum = new double[groups];
              int[] count = new int[groups];
              for (int i = 0; i < x.length; i++) {
                sum[group[i]] += x[i] * x[i];
                count[group[i]]++;
              }
              double s = 1;
              for (int g = 0; g < groups; g++) {
                s *= count[g] == 0 ? 2 : sum[g] / count[g];
              }
              return s;
            }
            """,
            d -> d.at(x(), new int[] {1, 0, 1, 1}, 3).isRight())
        .add(
            "characters, bytes and shorts as indexes",
            """
            static double f(double[] x, byte b, short s, char c) {
              byte[] bytes = {b, (byte) (b + 1)};
              short[] shorts = new short[] {s};
              char[] chars = {c};
              bytes[1] += 255;
              shorts[0]++;
              chars[0] -= 'a';
              return x[bytes[1]] * x[shorts[0]] * x[chars[0]];
            }
            """,
            d -> d.at(x(), (byte) 1, (short) 1, 'd').isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> steering() {
    return new Programs()
        .add(
            "a boolean array that is written by comparisons",
            """
            static double f(double[] x) {
              boolean[] big = new boolean[x.length];
              for (int i = 0; i < x.length; i++) {
                big[i] = x[i] > 0.5;
              }
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                if (big[i]) {
                  s += x[i] * x[i];
                  big[(i + 1) % x.length] ^= true;
                } else {
                  s -= x[i] * s;
                }
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "the sieve of Eratosthenes",
            """
            static double f(double[] x, int n) {
              boolean[] composite = new boolean[n];
              double s = 0;
              for (int p = 2; p < n; p++) {
                if (!composite[p]) {
                  s += Math.pow(x[p % x.length], 2) / p;
                  for (int q = p * p; q < n; q += p) {
                    composite[q] = true;
                  }
                }
              }
              return s;
            }
            """,
            d -> d.at(x(), 30).isRight())
        .add(
            "long arrays as a random generator",
            """
            static double f(double[] x, long seed) {
              long[] state = {seed, 1};
              double s = 0;
              for (int i = 0; i < 6; i++) {
                state[0] = state[0] * 6364136223846793005L + 1442695040888963407L;
                state[1] ^= state[0] >>> 33;
                int k = (int) (state[1] & 3);
                double noise = (state[0] >>> 11) * 0x1p-53;
                s += x[k] * x[k] * noise;
                s *= noise + x[k];
              }
              return s;
            }
            """,
            d -> d.at(x(), 42L).isRight())
        .add(
            "a constant array weights",
            """
            static double f(double[] x, @Constant double[] w) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                s += w[i] * x[i] * x[i];
                w[i] = s > 1 ? -w[i] : 2;
              }
              return s * w[0];
            }
            """,
            d -> d.at(x(), new double[] {1, 2, 3, 4}).isRight())
        .add(
            "a table that is a constant of the class",
            """
            static double f(double[] x) {
              double s = 0;
              for (int i = 0; i < TABLE.length; i++) {
                s += TABLE[i] * x[i] * x[i];
              }
              return s + ORDER[1] * x[ORDER[0]];
            }
            static final double[] TABLE = {1, 0.5, 0.25};
            static final int[] ORDER = {3, 2};
            """,
            d -> d.at(x()).isRight())
        .add(
            "a guard that keeps the index in bounds",
            """
            static double f(double[] x) {
              double s = 0;
              for (int i = -1; i <= x.length; i++) {
                double e = i >= 0 && i < x.length ? x[i] : 0;
                if (i > 0 && x[i - 1] * e > 0) {
                  s += x[i - 1] * e;
                }
                s += e * e;
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .tests();
  }
}
