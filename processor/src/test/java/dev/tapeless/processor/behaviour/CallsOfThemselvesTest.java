package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Recursion. */
class CallsOfThemselvesTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3, 0.9, 1.1};
  }

  private static double[][] matrix() {
    return new double[][] {{4, 1.5, -0.5}, {1.2, 5, 0.8}, {-0.3, 0.9, 3.5}};
  }

  @TestFactory
  Stream<DynamicTest> numbers() {
    return new Programs()
        .add(
            "an array that is not there",
            """
            static double f(double x) { return g(x, 0.5, null) + h(x, null); }
            private static double g(double x, double extra, double[] out) {
              if (x < -700) {
                double r = g(x + 40, extra, out) / 2.5;
                if (out != null) {
                  out[0] /= 2.5;
                }
                return r;
              }
              if (out != null) {
                out[0] = x * extra;
              }
              return x * x + extra * x;
            }
            private static double h(double x, double[] out) {
              return out == null ? x * x : out[0];
            }
            """,
            p -> {
              p.at(1.5).isRight();
              p.at(-700.5).isRight();
            })
        .add(
            "an annotated method that calls itself",
            """
            static double power(double x, int n) {
              return n == 0 ? 1 : x * power(x, n - 1);
            }
            """,
            d -> {
              d.at(1.3, 5).isRight();
              d.at(1.3, 0).isRight().gradientIs(0);
            })
        .add(
            "an annotated method that calls itself twice, with early returns",
            """
            static double fib(double a, double b, int n) {
              if (n == 0) {
                return a;
              }
              if (n == 1) {
                return b * a;
              }
              double u = fib(a, b, n - 1);
              double v = fib(b, a, n - 2);
              return u * v + u;
            }
            """,
            d -> {
              d.at(0.7, 1.1, 5).isRight();
              d.at(0.7, 1.1, 0).isRight();
            })
        .add(
            "Horner's scheme by recursion",
            """
            static double f(double[] c, double x) {
              return horner(c, x, 0);
            }
            private static double horner(double[] c, double x, int k) {
              if (k == c.length) {
                return 0;
              }
              return c[k] + x * horner(c, x, k + 1);
            }
            """,
            d -> {
              d.at(x(), 1.2).isRight();
              d.at(new double[0], 1.2).isConsistent();
            })
        .add(
            "a power by squaring",
            """
            static double f(double x, int n) {
              return power(x, n);
            }
            private static double power(double x, int n) {
              if (n == 0) {
                return 1;
              }
              double half = power(x, n / 2);
              double square = half * half;
              return n % 2 == 0 ? square : square * x;
            }
            """,
            d -> {
              d.at(1.1, 13).isRight();
              d.at(1.1, 0).isRight();
            })
        .add(
            "a range of an array, halved",
            """
            static double f(double[] x) {
              return product(x, 0, x.length);
            }
            private static double product(double[] x, int from, int to) {
              if (to - from == 0) {
                return 1;
              }
              if (to - from == 1) {
                return x[from] * x[from];
              }
              int middle = (from + to) >>> 1;
              return product(x, from, middle) * product(x, middle, to) + x[from];
            }
            """,
            d -> {
              d.at(x()).isRight();
              d.at(new double[0]).isConsistent();
            })
        .add(
            "two helpers that call each other",
            """
            static double f(double x, double y) {
              return even(x, y, 4) + odd(y, x, 3);
            }
            private static double even(double x, double y, int n) {
              return n <= 0 ? x : Math.sin(odd(x * y, y, n - 1)) + x;
            }
            private static double odd(double x, double y, int n) {
              return n <= 0 ? y : even(y, x, n - 1) * x;
            }
            """,
            d -> d.at(0.7, 1.1).isRight())
        .add(
            "a recursive helper called in a loop",
            """
            static double f(double[] x) {
              double s = 1;
              for (int i = 0; i < x.length; i++) {
                s = s * power(x[i], i) + power(s, 2);
              }
              return s;
            }
            private static double power(double b, int n) {
              return n == 0 ? 1 : b * power(b, n - 1);
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a recursive helper of which some arguments are constant here and active there",
            """
            static double f(double x, double y) {
              return g(x, 2, 3) + g(3, y, 2) + g(1.5, 0.5, 2) + g(x, y, 4);
            }
            private static double g(double a, double b, int n) {
              return n == 0 ? a * b : a * g(b, a, n - 1) + b;
            }
            """,
            d -> d.at(0.7, 1.1).isRight())
        .add(
            "a recursion without derivative",
            """
            static double f(double[] x, int n) {
              int k = gcd(n, 12);
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                s += x[i] * x[(i * k) % x.length];
              }
              return s / factorial(k);
            }
            private static int gcd(int a, int b) {
              return b == 0 ? a : gcd(b, a % b);
            }
            private static double factorial(int n) {
              return n <= 1 ? 1 : n * factorial(n - 1);
            }
            """,
            d -> d.at(x(), 9).isRight())
        .add(
            "a search by halving steers",
            """
            static double f(double[] knots, double[] y, double t) {
              int k = find(knots, t, 0, knots.length - 1);
              double w = (t - knots[k]) / (knots[k + 1] - knots[k]);
              return y[k] * (1 - w) + y[k + 1] * w * w;
            }
            private static int find(double[] knots, double t, int low, int high) {
              if (high - low <= 1) {
                return low;
              }
              int middle = (low + high) / 2;
              return knots[middle] > t ? find(knots, t, low, middle) : find(knots, t, middle, high);
            }
            """,
            d -> d.at(new double[] {0, 1, 2.5, 4}, new double[] {1, 3, -2, 0.5}, 1.7).isRight())
        .add(
            "adaptive quadrature",
            """
            static double f(double a, double b, double c) {
              return simpson(a, b, c, g(a, c), g((a + b) / 2, c), g(b, c), 4);
            }
            private static double simpson(double a, double b, double c, double fa, double fm, double fb, int depth) {
              double m = (a + b) / 2;
              double fl = g((a + m) / 2, c);
              double fr = g((m + b) / 2, c);
              double whole = (b - a) / 6 * (fa + 4 * fm + fb);
              double parts = (b - a) / 12 * (fa + 4 * fl + 2 * fm + 4 * fr + fb);
              if (depth == 0 || Math.abs(parts - whole) < 1e-4) {
                return parts;
              }
              return simpson(a, m, c, fa, fl, fm, depth - 1) + simpson(m, b, c, fm, fr, fb, depth - 1);
            }
            private static double g(double t, double c) {
              return Math.exp(-c * t * t);
            }
            """,
            d -> d.at(0.1, 1.9, 1.3).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> arrays() {
    return new Programs()
        .add(
            "a row is handed on",
            """
            static double f(double[][] m) {
              return chain(m, m[0], 1);
            }
            private static double chain(double[][] m, double[] row, int k) {
              double s = row[0] * row[1];
              if (k == m.length) {
                return s;
              }
              return s * chain(m, m[k], k + 1) + row[2];
            }
            """,
            d -> d.at((Object) matrix()).isRight())
        .add(
            "a recursion that returns new arrays",
            """
            static double[] f(double[] x) {
              return transformed(x);
            }
            private static double[] transformed(double[] x) {
              if (x.length <= 1) {
                return new double[] {x[0] * x[0]};
              }
              int half = x.length / 2;
              double[] sum = new double[half];
              double[] gap = new double[half];
              for (int i = 0; i < half; i++) {
                sum[i] = x[i] + x[i + half];
                gap[i] = x[i] - x[i + half];
              }
              double[] s = transformed(sum);
              double[] g = transformed(gap);
              double[] y = new double[x.length];
              for (int i = 0; i < half; i++) {
                y[2 * i] = s[i] * g[i];
                y[2 * i + 1] = g[i];
              }
              return y;
            }
            """,
            d -> d.at(new double[] {0.7, -0.4, 1.3, 0.9}).isRight())
        .add(
            "an annotated recursion that returns an array",
            """
            static double[] f(double[] x, int n) {
              if (n == 0) {
                return x.clone();
              }
              double[] y = f(x, n - 1);
              double[] z = new double[y.length];
              for (int i = 0; i < y.length; i++) {
                z[i] = y[i] * x[(i + n) % x.length];
              }
              return z;
            }
            """,
            d -> {
              d.at(x(), 3).isRight();
              d.at(x(), 0).isRight();
            })
        .add(
            "a determinant by minors, the free columns kept in ints",
            """
            static double f(double[][] m) {
              int[] used = new int[m.length];
              return minor(m, 0, used);
            }
            private static double minor(double[][] m, int row, int[] used) {
              if (row == m.length) {
                return 1;
              }
              double s = 0;
              double sign = 1;
              for (int j = 0; j < m.length; j++) {
                if (used[j] == 0) {
                  used[j] = 1;
                  s += sign * m[row][j] * minor(m, row + 1, used);
                  used[j] = 0;
                  sign = -sign;
                }
              }
              return s;
            }
            """,
            d -> d.at((Object) matrix()).isRight())
        .add(
            "a determinant by minors, the free columns kept in booleans",
            """
            static double f(double[][] m) {
              return minor(m, 0, new boolean[m.length]);
            }
            private static double minor(double[][] m, int row, boolean[] used) {
              if (row == m.length) {
                return 1;
              }
              double s = 0;
              boolean negative = false;
              for (int j = 0; j < m.length; j++) {
                if (used[j]) {
                  continue_(j);
                } else {
                  used[j] = true;
                  double term = m[row][j] * minor(m, row + 1, used);
                  s = negative ? s - term : s + term;
                  used[j] = false;
                  negative = !negative;
                }
              }
              return s;
            }
            private static void continue_(int j) {}
            """,
            d -> d.at((Object) matrix()).isRight())
        .add(
            "a permanent over permutations that are exchanged and exchanged back",
            """
            static double f(double[][] m) {
              int[] p = new int[m.length];
              for (int i = 0; i < p.length; i++) {
                p[i] = i;
              }
              return permanent(m, p, 0);
            }
            private static double permanent(double[][] m, int[] p, int k) {
              if (k == p.length) {
                double product = 1;
                for (int i = 0; i < p.length; i++) {
                  product *= m[i][p[i]];
                }
                return product;
              }
              double s = 0;
              for (int i = k; i < p.length; i++) {
                int t = p[k];
                p[k] = p[i];
                p[i] = t;
                s += permanent(m, p, k + 1);
                t = p[k];
                p[k] = p[i];
                p[i] = t;
              }
              return s;
            }
            """,
            d -> d.at((Object) matrix()).isRight())
        .add(
            "a recursion that writes a double array",
            """
            static double f(double[] x) {
              double[] a = x.clone();
              sweep(a, 0);
              return a[0] * a[1] + a[4];
            }
            private static void sweep(double[] a, int k) {
              if (k + 1 < a.length) {
                a[k + 1] = a[k + 1] * a[k];
                sweep(a, k + 1);
                a[k] += a[k + 1] * a[k + 1];
              }
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a recursion that writes a parameter",
            """
            static double[] f(double[] x, double c) {
              reduce(x, x.length, c);
              return x;
            }
            private static void reduce(double[] a, int n, double c) {
              if (n <= 1) {
                return;
              }
              int half = n / 2;
              for (int i = 0; i < half; i++) {
                a[i] = a[i] * a[n - 1 - i] + c;
              }
              reduce(a, n - half, c * a[0]);
            }
            """,
            d -> d.at(x(), 0.3).isRight())
        .add(
            "a recursion that writes a work array of doubles and puts it back",
            """
            static double f(double[] x) {
              return walk(x, new double[x.length], 0);
            }
            private static double walk(double[] x, double[] path, int k) {
              if (k == 3) {
                return path[0] * path[1] * path[2];
              }
              double s = 0;
              for (int i = k; i < k + 2; i++) {
                double old = path[k];
                path[k] = x[i] * x[i];
                s += walk(x, path, k + 1);
                path[k] = old;
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a merge sort",
            """
            static double f(double[] x, double[] w) {
              double[] a = x.clone();
              sort(a, 0, a.length);
              double s = 0;
              for (int i = 0; i < a.length; i++) {
                s += w[i] * a[i] * a[i];
              }
              return s;
            }
            private static void sort(double[] a, int from, int to) {
              if (to - from < 2) {
                return;
              }
              int middle = (from + to) / 2;
              sort(a, from, middle);
              sort(a, middle, to);
              double[] merged = new double[to - from];
              int i = from;
              int j = middle;
              for (int k = 0; k < merged.length; k++) {
                if (j == to || i < middle && a[i] <= a[j]) {
                  merged[k] = a[i++];
                } else {
                  merged[k] = a[j++];
                }
              }
              for (int k = 0; k < merged.length; k++) {
                a[from + k] = merged[k];
              }
            }
            """,
            d -> d.at(x(), new double[] {1, 2, 3, 4, 5}).isRight())
        .add(
            "a recursion over a tree in arrays",
            """
            static double f(double[] value, int[] left, int[] right) {
              return node(value, left, right, 0);
            }
            private static double node(double[] value, int[] left, int[] right, int k) {
              if (k < 0) {
                return 1;
              }
              double l = node(value, left, right, left[k]);
              double r = node(value, left, right, right[k]);
              return Math.tanh(value[k] * l + value[k] * value[k] * r);
            }
            """,
            d -> d.at(x(), new int[] {1, 3, -1, -1, -1}, new int[] {2, 4, -1, -1, -1}).isRight())
        .tests();
  }
}
