package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Variables that are overwritten, in straight code and in every kind of loop. */
class OverwrittenScalarsTest {

  @TestFactory
  Stream<DynamicTest> straightCode() {
    return new Programs()
        .add(
            "a variable is overwritten several times",
            """
            static double f(double x) {
              double y = x * x;
              y = y * x;
              y = Math.sin(y) * y;
              y = y / (1 + y * y);
              return y;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "two variables are swapped",
            """
            static double f(double x, double y) {
              double t = x;
              x = y;
              y = t;
              x = x * y * y;
              t = x;
              x = y;
              y = t;
              return x / y + x;
            }
            """,
            f -> f.at(0.6, 1.4).isRight())
        .add(
            "a parameter is overwritten",
            """
            static double f(double x, double y) {
              double z = x * y;
              x = z * z;
              y = x - y;
              return x * y;
            }
            """,
            f -> f.at(0.6, 1.4).isRight())
        .add(
            "a parameter is overwritten by a constant",
            """
            static double f(double x, double y) {
              double z = x * y;
              x = 2;
              return z * x + y * x;
            }
            """,
            f -> f.at(0.6, 1.4).isRight().gradientIs(2.8, 1.2 + 2))
        .add(
            "values needed by partials are gone",
            """
            static double f(double x, double y) {
              double a = x;
              double b = y;
              double c = a * b;
              a = b * c;
              b = a / c;
              c = Math.exp(a) * b;
              a = c * c * b;
              return a + b * c;
            }
            """,
            f -> f.at(0.6, 0.4).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> loops() {
    return new Programs()
        .add(
            "Horner's polynomial",
            """
            static double f(double x, double a, double b, int n) {
              double p = a;
              for (int i = 0; i < n; i++) {
                p = p * x + b;
              }
              return p;
            }
            """,
            f -> {
              f.at(0.6, 1.2, -0.5, 6).isRight();
              f.at(0.6, 1.2, -0.5, 0).isRight().gradientIs(0, 1, 0);
            })
        .add(
            "Newton's iteration with a fixed number of steps",
            """
            static double f(double a) {
              double x = 1;
              for (int i = 0; i < 8; i++) {
                x = x - (x * x * x - a) / (3 * x * x);
              }
              return x;
            }
            """,
            f -> f.at(2.0).isRight().gradientIs(1 / (3 * Math.pow(2, 2 / 3.0))))
        .add(
            "a continued fraction",
            """
            static double f(double x, int n) {
              double c = x;
              for (int i = n; i > 0; i--) {
                c = i + x / c;
              }
              return c;
            }
            """,
            f -> f.at(0.6, 7).isRight())
        .add(
            "a continued fraction in a while loop",
            """
            static double f(double x) {
              double c = 1;
              int i = 9;
              while (i > 0) {
                c = i + x / (i - c * x);
                i -= 2;
              }
              return c;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "the logistic map",
            """
            static double f(double r, double x, int n) {
              for (int i = 0; i < n; i++) {
                x = r * x * (1 - x);
              }
              return x;
            }
            """,
            f -> f.at(3.1, 0.3, 10).isRight())
        .add(
            "alternating updates",
            """
            static double f(double x, int n) {
              double a = x;
              double b = 1;
              for (int i = 0; i < n; i++) {
                if (i % 2 == 0) {
                  a = a * b + x;
                } else {
                  b = Math.sin(a) - b;
                }
              }
              return a * b;
            }
            """,
            f -> f.at(0.6, 7).isRight())
        .add(
            "two coupled variables",
            """
            static double f(double x, double y, int n) {
              for (int i = 0; i < n; i++) {
                double t = x * y;
                x = x - 0.1 * t;
                y = y + 0.1 * t * x;
              }
              return x * y;
            }
            """,
            f -> f.at(0.6, 1.4, 6).isRight())
        .add(
            "Fibonacci's recurrence",
            """
            static double f(double x, double y, int n) {
              double a = x;
              double b = y;
              for (int i = 0; i < n; i++) {
                double c = a + b;
                a = b;
                b = c;
              }
              return b * b;
            }
            """,
            f -> f.at(0.6, 1.4, 7).isRight())
        .add(
            "the arithmetic-geometric mean",
            """
            static double f(double a, double b) {
              while (Math.abs(a - b) > 1e-6) {
                double mean = (a + b) / 2;
                b = Math.sqrt(a * b);
                a = mean;
              }
              return a;
            }
            """,
            f -> f.at(1.0, 2.0).isRight())
        .add(
            "an oscillator by Euler's method",
            """
            static double f(double q, double p, double dt, int n) {
              double t = 0;
              while (t < n * dt) {
                p -= dt * Math.sin(q);
                q += dt * p;
                t += 0.1;
              }
              return 0.5 * p * p - Math.cos(q);
            }
            """,
            f -> f.at(0.6, 0.1, 0.11, 8).isRight())
        .add(
            "a value is carried over and needed nonlinearly",
            """
            static double f(double x, int n) {
              double last = x;
              double s = 0;
              for (int i = 1; i < n; i++) {
                double now = Math.sin(x * i);
                s += now * last;
                last = now;
              }
              return s * last;
            }
            """,
            f -> f.at(0.6, 6).isRight())
        .add(
            "a temporary of the loop survives it",
            """
            static double f(double x, int n) {
              double t = x;
              double y = 1;
              for (int i = 0; i < n; i++) {
                t = x * i + y;
                y = y + t * t * 0.1;
              }
              return t * y;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 0).isRight().gradientIs(1);
            })
        .add(
            "a maximum is searched",
            """
            static double f(double x, int n) {
              double best = -10;
              int at = -1;
              for (int i = 0; i < n; i++) {
                double y = Math.sin(x + i) * x;
                if (y > best) {
                  best = y;
                  at = i;
                }
              }
              return best * best + at * x;
            }
            """,
            f -> {
              f.at(0.6, 9).isRight();
              f.at(0.6, 0).isRight().gradientIs(-1);
            })
        .add(
            "a variable is reset in every trip",
            """
            static double f(double x, int n) {
              double s = 0;
              double t = x;
              for (int i = 0; i < n; i++) {
                t = 0;
                t = t + x * i;
                t = t * t;
                s = s + t;
              }
              return s + t;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 0).isRight().gradientIs(1);
            })
        .add(
            "a declared variable without a value is set in branches of the loop",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 0; i < n; i++) {
                double t;
                if (i % 3 == 0) {
                  t = x * x;
                } else {
                  t = x / i;
                }
                s = s * t + t;
              }
              return s;
            }
            """,
            f -> f.at(0.6, 7).isRight())
        .add(
            "the value before a do loop's first trip is needed",
            """
            static double f(double x) {
              double y = x * x;
              double s = 0;
              do {
                s += y * y * x;
                y = y - 0.1;
              } while (y > 0);
              return s * y;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "doubles of the primal steer and are overwritten",
            """
            static double f(double x, @Constant double c) {
              double level = c;
              double y = x;
              while (level < 4) {
                y = y * level + x;
                level = level * 1.5;
              }
              return y * level;
            }
            """,
            f -> f.at(0.6, 1.1).isRight())
        .add(
            "a constant step is halved",
            """
            static double f(double x) {
              double h = 1;
              double y = x;
              for (int i = 0; i < 5; i++) {
                y = y + h * Math.cos(y);
                h /= 2;
              }
              return y / h;
            }
            """,
            f -> f.at(0.6).isRight())
        .tests();
  }
}
