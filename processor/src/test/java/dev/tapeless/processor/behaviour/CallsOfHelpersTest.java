package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Calls of methods of the same class that do not call themselves. */
class CallsOfHelpersTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> results() {
    return new Programs()
        .add(
            "the same helper twice in one expression",
            """
            static double f(double a, double b) {
              return g(a, b) * g(b * b, g(a, a)) - g(2, a);
            }
            private static double g(double u, double v) {
              double w = u * v;
              w += Math.sin(w);
              return w * u;
            }
            """,
            d -> d.at(0.7, 1.2).isRight())
        .add(
            "helpers that call helpers",
            """
            static double f(double[] x) {
              return outer(x, 2) + middle(x[1], x[2]);
            }
            private static double outer(double[] x, int n) {
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += middle(x[i], s) * inner(x[i + 1]);
              }
              return s;
            }
            private static double middle(double u, double v) {
              return inner(u * v) + inner(u);
            }
            private static double inner(double u) {
              return u * Math.exp(-u);
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a helper with early returns",
            """
            static double f(double[] x) {
              double s = 0;
              for (double e : x) {
                s += huber(e * 2, 0.9) * huber(e, 0.1);
              }
              return s;
            }
            private static double huber(double e, double delta) {
              if (e > delta) {
                return delta * (e - delta / 2);
              }
              if (e < -delta) {
                return -delta * (e + delta / 2);
              }
              return e * e / 2;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a helper that returns a new array",
            """
            static double f(double[] x) {
              double[] y = squares(x);
              double[] z = squares(y);
              y[0] = z[0] * y[1];
              return y[0] * z[1] + squares(z)[2];
            }
            private static double[] squares(double[] v) {
              double[] y = new double[v.length];
              for (int i = 0; i < v.length; i++) {
                y[i] = v[i] * v[i] + v[0];
              }
              return y;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "the helper's array is the result",
            """
            static double[][] f(double[][] a, double[][] b) {
              return product(product(a, b), a);
            }
            private static double[][] product(double[][] a, double[][] b) {
              double[][] c = new double[a.length][b[0].length];
              for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < c[i].length; j++) {
                  for (int k = 0; k < b.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                  }
                }
              }
              return c;
            }
            """,
            d ->
                d.at(new double[][] {{1, 2}, {0.5, -1}}, new double[][] {{0.3, 1}, {2, 1.5}})
                    .isRight())
        .add(
            "a helper that returns its argument",
            """
            static double f(double[] x) {
              double[] y = scaled(x, 2);
              y[0] *= x[1];
              return scaled(y, x[0])[2] * x[0];
            }
            private static double[] scaled(double[] v, double c) {
              for (int i = 0; i < v.length; i++) {
                v[i] *= c;
              }
              return v;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a helper that returns a row of its argument",
            """
            static double f(double[][] a) {
              double[] row = last(a);
              row[0] *= a[0][1];
              last(a)[1] += row[0] * a[0][0];
              return a[1][0] * a[1][1];
            }
            private static double[] last(double[][] a) {
              return a[a.length - 1];
            }
            """,
            d -> d.at((Object) new double[][] {{0.5, 2}, {3, -1}}).isRight())
        .add(
            "a helper that returns one of its arguments",
            """
            static double f(double[] x, double[] y) {
              double[] big = longer(x, y);
              big[0] *= 3;
              return big[1] * x[0] * y[0];
            }
            private static double[] longer(double[] a, double[] b) {
              if (a.length >= b.length) {
                return a;
              }
              return b;
            }
            """,
            d -> {
              d.at(x(), new double[] {0.3, 1.7}).isRight();
              d.at(new double[] {2, 3}, x()).isRight();
            })
        .add(
            "a helper that wraps its arguments",
            """
            static double f(double[] x, double[] y) {
              double[][] both = pair(x, y);
              both[0][1] *= both[1][0];
              return x[1] * x[0] + both[1][1];
            }
            private static double[][] pair(double[] a, double[] b) {
              return new double[][] {a, b};
            }
            """,
            d -> d.at(x(), new double[] {0.3, 1.7}).isRight())
        .add(
            "a helper without parameters",
            """
            static double f(double[] x) {
              double[] w = weights();
              return w[0] * x[0] * x[0] + w[1] * x[1] * rate();
            }
            private static double[] weights() {
              return new double[] {0.25, 4};
            }
            private static double rate() {
              return RATE;
            }
            private static final double RATE = 1.5;
            """,
            d -> d.at(x()).isRight())
        .add(
            "helpers of ints and booleans",
            """
            static double f(double[] x, int n) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                if (isOdd(i + n)) {
                  s += x[clamp(i + n, x.length)] * x[i];
                }
                s *= positive(x[i]) ? x[0] : 0.5;
              }
              return s;
            }
            private static boolean isOdd(int n) {
              return (n & 1) == 1;
            }
            private static int clamp(int i, int n) {
              return i < 0 ? 0 : i >= n ? n - 1 : i;
            }
            private static boolean positive(double e) {
              return e > 0;
            }
            """,
            d -> d.at(x(), 1).isRight())
        .add(
            "a helper of floats",
            """
            static float f(float x, double y) {
              return g(x) * (float) h(g((float) y));
            }
            private static float g(float u) {
              return u * u + 0.5f;
            }
            private static double h(double u) {
              return Math.sqrt(u);
            }
            """,
            d -> d.at(0.75f, 1.25).isRight())
        .add(
            "a helper that overwrites its parameters",
            """
            static double f(double a, double b) {
              double s = g(a, b) * a;
              return s + g(b, a) * b;
            }
            private static double g(double u, double v) {
              u *= v;
              v = Math.cos(u);
              for (int i = 0; i < 3; i++) {
                u = u * v + i;
              }
              return u;
            }
            """,
            d -> d.at(0.7, 1.2).isRight())
        .add(
            "a helper in a condition and in a bound",
            """
            static double f(double[] x) {
              double s = 0;
              for (int i = 0; i < count(x); i++) {
                if (norm(x) > 1 && x[i] < norm(x)) {
                  s += x[i] * norm(x);
                  x[i] *= 0.5;
                }
              }
              while (g(s) > 1) {
                s = s * 0.5;
              }
              return s;
            }
            private static int count(double[] x) {
              return x.length;
            }
            private static double norm(double[] x) {
              double s = 0;
              for (double e : x) {
                s += e * e;
              }
              return Math.sqrt(s);
            }
            private static double g(double s) {
              return s * s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "arguments with side effects, in order",
            """
            static double f(double[] x) {
              int i = 0;
              double s = g(x[i++], x[i], x[i++] * x[i]);
              double t = 2;
              s += g(t *= x[0], t = t * x[1], t);
              return s * t;
            }
            private static double g(double a, double b, double c) {
              return a * b + c * c;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a helper whose result is dropped",
            """
            static double f(double[] x) {
              step(x);
              step(x);
              return x[0] * x[1];
            }
            private static double step(double[] x) {
              x[0] = x[0] * x[1];
              return x[0];
            }
            """,
            d -> d.at(x()).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> effects() {
    return new Programs()
        .add(
            "a void helper that writes an array",
            """
            static double f(double[] x, double dt) {
              double[] u = x.clone();
              double[] rate = new double[u.length];
              for (int t = 0; t < 3; t++) {
                derivative(u, rate);
                for (int i = 0; i < u.length; i++) {
                  u[i] += dt * rate[i];
                }
              }
              return u[0] * u[1];
            }
            private static void derivative(double[] u, double[] into) {
              for (int i = 0; i < u.length; i++) {
                into[i] = -u[i] * u[(i + 1) % u.length];
              }
            }
            """,
            d -> d.at(x(), 0.1).isRight())
        .add(
            "a void helper with early returns",
            """
            static double f(double[] x) {
              for (int i = 0; i < x.length; i++) {
                relax(x, i);
              }
              return x[0] * x[1] * x[2];
            }
            private static void relax(double[] x, int i) {
              if (i == 0) {
                return;
              }
              if (x[i] < 0) {
                x[i] = x[i] * x[i - 1];
                return;
              }
              x[i] += x[i - 1] * x[i - 1];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a void helper that exchanges two elements",
            """
            static double f(double[] x) {
              swap(x, 0, 2);
              x[0] *= x[1];
              swap(x, 0, 1);
              return x[0] * x[0] + x[2];
            }
            private static void swap(double[] a, int i, int j) {
              double t = a[i];
              a[i] = a[j];
              a[j] = t;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a void helper that exchanges two rows",
            """
            static double f(double[][] a) {
              double s = a[0][0] * a[0][1];
              swap(a, 0, 1);
              a[0][0] *= s;
              swap(a, 0, 1);
              return a[1][0] * a[0][1];
            }
            private static void swap(double[][] a, int i, int j) {
              double[] t = a[i];
              a[i] = a[j];
              a[j] = t;
            }
            """,
            d -> d.at((Object) new double[][] {{0.5, 2}, {3, -1}}).isRight())
        .add(
            "a helper that gets the same array twice",
            """
            static double f(double[] x) {
              addTo(x, x, x[0]);
              return x[0] * x[1] * x[2];
            }
            private static void addTo(double[] a, double[] b, double c) {
              for (int i = 0; i < a.length; i++) {
                a[i] = a[i] * b[(i + 1) % b.length] + c;
              }
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a helper that writes rows of an argument",
            """
            static double f(double[][] a, double c) {
              scale(a[1], c);
              scale(a[0], a[1][0]);
              scale(a[1], a[0][1]);
              return a[0][0] * a[1][1];
            }
            private static void scale(double[] row, double c) {
              for (int j = 0; j < row.length; j++) {
                row[j] = row[j] * c + c;
              }
            }
            """,
            d -> d.at(new double[][] {{0.5, 2}, {3, -1}}, 0.6).isRight())
        .add(
            "a helper that writes ints and doubles",
            """
            static double f(double[] x) {
              int[] count = new int[2];
              double[] sum = new double[2];
              for (double e : x) {
                put(e, count, sum);
              }
              return sum[0] / (1 + count[0]) * sum[1] / (1 + count[1]);
            }
            private static void put(double e, int[] count, double[] sum) {
              int k = e > 0 ? 0 : 1;
              count[k]++;
              sum[k] += e * e;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "the fourth-order Runge-Kutta method",
            """
            static double[] f(double[] start, double mu, double h, int n) {
              double[] y = start.clone();
              for (int t = 0; t < n; t++) {
                double[] k1 = rate(y, mu);
                double[] k2 = rate(moved(y, k1, h / 2), mu);
                double[] k3 = rate(moved(y, k2, h / 2), mu);
                double[] k4 = rate(moved(y, k3, h), mu);
                for (int i = 0; i < y.length; i++) {
                  y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
                }
              }
              return y;
            }
            private static double[] rate(double[] y, double mu) {
              return new double[] {y[1], mu * (1 - y[0] * y[0]) * y[1] - y[0]};
            }
            private static double[] moved(double[] y, double[] k, double h) {
              double[] z = new double[y.length];
              for (int i = 0; i < y.length; i++) {
                z[i] = y[i] + h * k[i];
              }
              return z;
            }
            """,
            d -> d.at(new double[] {1.2, 0.3}, 0.8, 0.1, 4).isRight())
        .add(
            "overloaded helpers",
            """
            static double f(double a, int n, double[] x) {
              return g(a) * g(n) + g(x) * g(a, 2) + g((float) n);
            }
            private static double g(double u) {
              return u * u;
            }
            private static double g(int u) {
              return u + 0.5;
            }
            private static double g(double[] u) {
              return u[0] * u[1];
            }
            private static double g(double u, int n) {
              return Math.pow(u, n) + 1;
            }
            """,
            d -> d.at(0.7, 3, new double[] {2, 0.3}).isRight())
        .add(
            "helpers named like what is generated",
            """
            static double f(double x, double xBar) {
              double v = fGradient(x) * xBar;
              double value = requireSameShape(v, x);
              return v * value;
            }
            private static double fGradient(double x) {
              return x * x;
            }
            private static double requireSameShape(double v, double xDot) {
              return v + xDot;
            }
            """,
            d -> d.at(0.7, 1.3).isRight())
        .add(
            "helpers of which there would be too many copies",
            """
            static double f(double x, double[] y) {
              double s = 0;
              for (int i = 0; i < y.length; i++) {
                s += a(x + y[i]) * a(x * s);
              }
              return s + a(a(s));
            }

            static double a(double x) {
              if (x > 3) {
                return b(x) - 2;
              }
              return b(x) + b(x + 1) + b(b(x));
            }

            static double b(double x) {
              if (x < -1000) {
                throw new IllegalArgumentException("too small: " + x);
              }
              return c(x) / 9 + c(x + 1) * c(c(x)) / 9 - c(2 * x) / 9;
            }

            static double c(double x) {
              double s = x;
              while (s > 1) {
                s = s / 2 + d(s) / 99;
              }
              return (s + d(x) + d(x + 1) * d(d(x)) - d(2 * x)) / 9;
            }

            static double d(double x) {
              return Math.sin(x) + (x > 0 ? x / (1 + x) : Math.exp(x) - 1) + e(x) * e(-x);
            }

            private static double e(double x) {
              if (Math.abs(x) > 2) {
                return 2 + x / (1 + x * x) + Math.cos(x / 3);
              }
              double y = x * x * x / 4 - Math.cos(x * x);
              return y + Math.tanh(x * 2) / (3 + Math.sin(x));
            }
            """,
            f -> {
              f.at(0.4, new double[] {0.3, 1.2}).isRight();
              f.at(2.9, new double[] {0.3, -5, 1}).isRight();
            })
        .tests();
  }
}
