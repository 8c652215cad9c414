package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Constructs together, as real programs have them. */
class CombinationsTest {

  @TestFactory
  Stream<DynamicTest> assignments() {
    return new Programs()
        .add(
            "assignments that change nothing, or all",
            """
            static double f(double x, double y) {
              x = x;
              y = y + 0;
              x *= 1;
              double z = x * y;
              z = -z;
              z = 2 * z - z;
              double w = z;
              w -= w;
              w += z * x;
              z = 0;
              z += w;
              z = z - z * y;
              return z;
            }
            """,
            f -> f.at(0.6, 0.4).isRight())
        .add(
            "a variable on both sides more than once",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                y = y + y * y - y / (1 + y) + x;
                y = y - y * 0.5;
                y = 3 - y;
              }
              return y;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "dead branches by constants",
            """
            private static final boolean DEBUG = false;
            private static final int LEVEL = 2;
            static double f(double x) {
              double y = x;
              if (DEBUG) {
                y = Math.log(-1);
              }
              if (LEVEL > 1) {
                y = y * x;
              } else {
                y = 0;
              }
              return DEBUG ? 0 : y * LEVEL;
            }
            """,
            f -> f.at(0.6).isRight().gradientIs(2.4))
        .add(
            "many assignments in one expression",
            """
            static double f(double x, double y) {
              double a = 0;
              double b = 0;
              double r = (a = x * y) + (b = a * a) * (a += b) - (b -= a) / (a = b + 3);
              return r * a * b;
            }
            """,
            f -> f.at(0.6, 0.4).isRight())
        .add(
            "conditional expressions with assignments, nested",
            """
            static double f(double x, double y) {
              double a = x;
              double r = x > y ? (a = a * y) > 0.1 ? (a += x) * a : (a -= y) : a++ > 0 ? a * a : (y = a) * x;
              return r * a + y;
            }
            """,
            f -> {
              f.at(0.6, 0.4).isRight();
              f.at(0.6, 0.1).isRight();
              f.at(0.2, 0.4).isRight();
              f.at(-0.2, 0.4).isRight();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> returnsAndLoops() {
    return new Programs()
        .add(
            "returns from nested branches with loops between",
            """
            static double f(double x, double y, int n) {
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += x * i;
              }
              if (s > 1) {
                if (y > 0) {
                  double t = s;
                  while (t > 0.5) {
                    t = t / 2;
                  }
                  return t * y;
                }
                for (int i = 0; i < n; i++) {
                  s = s * y + x;
                }
              } else if (n == 0) {
                return y;
              } else {
                s = s * s;
                if (y < -1) {
                  return -s;
                }
                s = s - y;
              }
              for (int i = 0; i < n; i++) {
                s = Math.sin(s) * y;
                if (s > 0.4) {
                  s = s - x;
                }
              }
              if (s < 0) {
                return s * s;
              }
              return s * x;
            }
            """,
            f -> {
              f.at(0.6, 0.7, 3).isRight();
              f.at(0.6, -0.7, 3).isRight();
              f.at(0.6, -0.7, 0).isRight();
              f.at(0.2, -1.7, 2).isRight();
              f.at(0.2, -0.7, 2).isRight();
              f.at(0.2, 0.7, 2).isRight();
            })
        .add(
            "a return that skips what would fail",
            """
            static double f(double x, int n) {
              if (n == 0) {
                return x;
              }
              int k = 12 / n;
              if (k > 3) {
                return x * k;
              }
              int m = 1 / (k - 3 < 0 ? k : 0);
              return x * x * m;
            }
            """,
            f -> {
              f.at(0.6, 0).isRight().gradientIs(1);
              f.at(0.6, 3).isRight().gradientIs(4);
              f.at(0.6, 12).isRight().gradientIs(1.2);
            })
        .add(
            "variables of a branch that returned are not touched",
            """
            static double f(double x, int n) {
              double y = x;
              if (n > 2) {
                int k = 100 / (n - 2);
                y = y * k;
                if (k > 10) {
                  double z = Math.sqrt(y) * x;
                  return z;
                }
                y = y * y;
              }
              double w = y * y;
              y = w + x;
              return y * w;
            }
            """,
            f -> {
              f.at(0.6, 2).isRight();
              f.at(0.6, 3).isRight();
              f.at(0.6, 22).isRight();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> programs() {
    return new Programs()
        .add(
            "Runge-Kutta for a predator and its prey",
            """
            static double f(double a, double b, double x0, double y0, int n) {
              double x = x0;
              double y = y0;
              final double h = 0.05;
              for (int i = 0; i < n; i++) {
                double k1 = a * x - x * y;
                double l1 = x * y - b * y;
                double xm = x + 0.5 * h * k1;
                double ym = y + 0.5 * h * l1;
                double k2 = a * xm - xm * ym;
                double l2 = xm * ym - b * ym;
                xm = x + 0.5 * h * k2;
                ym = y + 0.5 * h * l2;
                double k3 = a * xm - xm * ym;
                double l3 = xm * ym - b * ym;
                xm = x + h * k3;
                ym = y + h * l3;
                double k4 = a * xm - xm * ym;
                double l4 = xm * ym - b * ym;
                x += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
                y += h / 6 * (l1 + 2 * l2 + 2 * l3 + l4);
              }
              return x * y;
            }
            """,
            f -> f.at(1.1, 0.9, 0.5, 1.5, 20).isRight())
        .add(
            "the price of an option by a lattice of one path",
            """
            static double f(double s0, double k, double r, double sigma, double t, int n) {
              double dt = t / n;
              double u = Math.exp(sigma * Math.sqrt(dt));
              double d = 1 / u;
              double p = (Math.exp(r * dt) - d) / (u - d);
              double price = 0;
              for (int i = 0; i <= n; i++) {
                double s = s0;
                double probability = 1;
                for (int j = 0; j < n; j++) {
                  if (j < i) {
                    s *= u;
                    probability *= p * (n - j) / (j + 1);
                  } else {
                    s *= d;
                    probability *= 1 - p;
                  }
                }
                if (s > k) {
                  price += probability * (s - k);
                }
              }
              return price * Math.exp(-r * t);
            }
            """,
            f -> f.at(100.0, 95.0, 0.05, 0.3, 1.5, 6).isRight())
        .add(
            "Kepler's equation by Newton",
            """
            static double f(double m, double e) {
              double x = m;
              double delta;
              int trips = 0;
              do {
                delta = (x - e * Math.sin(x) - m) / (1 - e * Math.cos(x));
                x -= delta;
              } while (Math.abs(delta) > 1e-13 && ++trips < 50);
              return x;
            }
            """,
            f -> f.at(0.9, 0.3).isRight())
        .add(
            "Simpson's rule with an inner loop",
            """
            static double f(double a, double b, double w, int n) {
              double h = (b - a) / n;
              double sum = 0;
              for (int i = 0; i <= n; i++) {
                double x = a + i * h;
                double term = 1;
                double series = 1;
                for (int k = 1; k < 8; k++) {
                  term *= -w * x * x / k;
                  series += term;
                }
                int weight = i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2;
                sum += weight * series;
              }
              return sum * h / 3;
            }
            """,
            f -> f.at(0.1, 0.9, 0.7, 6).isRight())
        .add(
            "a random walk with its own generator",
            """
            static double f(double x, double drift, long seed, int n) {
              long state = seed;
              double y = x;
              double largest = y;
              int above = 0;
              for (int i = 0; i < n; i++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                double u = (state >>> 11) * 0x1.0p-53 - 0.5;
                y += drift * 0.1 + y * u * 0.2;
                if (y > largest) {
                  largest = y;
                }
                above += y > x ? 1 : 0;
              }
              return largest * y + above * x;
            }
            """,
            f -> f.at(1.2, 0.4, 12345L, 30).isRight())
        .add(
            "the Mandelbrot iteration's distance",
            """
            static double f(double cx, double cy) {
              double x = 0;
              double y = 0;
              int n = 0;
              while (n < 30 && x * x + y * y < 100) {
                double t = x * x - y * y + cx;
                y = 2 * x * y + cy;
                x = t;
                n++;
              }
              return 0.5 * Math.log(x * x + y * y) / (1 << Math.min(n, 20));
            }
            """,
            f -> {
              f.at(0.4, 0.45).isRight();
              f.at(-0.3, 0.2).isRight();
            })
        .add(
            "gradient descent within the function",
            """
            static double f(double a, double b, int n) {
              double x = 0;
              double y = 0;
              double rate = 0.1;
              for (int i = 0; i < n; i++) {
                double gx = 2 * (x - a) + y * Math.cos(x * y);
                double gy = 4 * (y - b) + x * Math.cos(x * y);
                double size = Math.sqrt(gx * gx + gy * gy);
                if (size > 1) {
                  gx /= size;
                  gy /= size;
                }
                x -= rate * gx;
                y -= rate * gy;
                rate *= 0.95;
              }
              return (x - a) * (x - a) + y * y * b;
            }
            """,
            f -> f.at(0.7, -0.4, 12).isRight())
        .tests();
  }
}
