package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sums and products over loops. */
class AccumulatorsTest {

  @TestFactory
  Stream<DynamicTest> sums() {
    return new Programs()
        .add(
            "a sum is returned",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 1; i <= n; i++) {
                s += Math.sin(x * i);
              }
              return s;
            }
            """,
            f -> {
              f.at(0.6, 5).isRight();
              f.at(0.6, 0).isRight().gradientIs(0);
            })
        .add(
            "a sum is subtracted",
            """
            static double f(double x, int n) {
              double s = 10;
              for (int i = 1; i <= n; i++) {
                s -= x * x * i;
              }
              return s;
            }
            """,
            f -> f.at(0.6, 5).isRight().gradientIs(-1.2 * 15))
        .add(
            "s = e + s",
            """
            static double f(double x, int n) {
              double s = x;
              for (int i = 1; i <= n; i++) {
                s = Math.exp(-x * i) + s;
              }
              return s;
            }
            """,
            f -> f.at(0.6, 5).isRight())
        .add(
            "s = s - e and s = e - s",
            """
            static double f(double x, int n) {
              double s = x;
              double r = x;
              for (int i = 1; i <= n; i++) {
                s = s - x * x * i;
                r = x * x * i - r;
              }
              return s * r;
            }
            """,
            f -> {
              f.at(0.6, 5).isRight();
              f.at(0.6, 4).isRight();
            })
        .add(
            "a sum starts at an active value",
            """
            static double f(double x, double y, int n) {
              double s = x * y;
              for (int i = 1; i <= n; i++) {
                s += y * y / i;
              }
              return s;
            }
            """,
            f -> f.at(0.6, 1.4, 3).isRight())
        .add(
            "several sums",
            """
            static double f(double x, int n) {
              double s = 0;
              double q = 0;
              double r = 1;
              for (int i = 1; i <= n; i++) {
                double t = Math.cos(x * i);
                s += t;
                q += t * t;
                r -= t * x;
              }
              return q / n - s * s / (n * n) + r;
            }
            """,
            f -> f.at(0.6, 5).isRight())
        .add(
            "a sum is used nonlinearly after the loop",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 1; i <= n; i++) {
                s += x * x / i;
              }
              return Math.sqrt(s) * s + Math.log(1 + s);
            }
            """,
            f -> f.at(0.6, 5).isRight())
        .add(
            "a sum is read in the loop",
            """
            static double f(double x, int n) {
              double s = x;
              double t = 0;
              for (int i = 1; i <= n; i++) {
                s += x * i * 0.1;
                t += s * s;
              }
              return t + s;
            }
            """,
            f -> f.at(0.6, 5).isRight())
        .add(
            "a sum is read in its own update",
            """
            static double f(double x, int n) {
              double s = x;
              for (int i = 1; i <= n; i++) {
                s += Math.sin(s) * x;
              }
              return s;
            }
            """,
            f -> f.at(0.6, 5).isRight())
        .add(
            "a sum steers a branch of its loop",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 1; i <= n; i++) {
                if (s > 1) {
                  s += 0.5 * x * x;
                } else {
                  s += x;
                }
              }
              return s * s;
            }
            """,
            f -> f.at(0.6, 6).isRight())
        .add(
            "a sum is in branches",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 1; i <= n; i++) {
                double t = Math.sin(x * i);
                if (t > 0) {
                  s += t * t;
                } else if (i % 2 == 0) {
                  s -= t * x;
                }
              }
              return s;
            }
            """,
            f -> f.at(1.1, 9).isRight())
        .add(
            "a sum over a double loop",
            """
            static double f(double x, double y, int n) {
              double s = 0;
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                  s += Math.sin(x * i + y * j);
                }
              }
              return s;
            }
            """,
            f -> f.at(0.6, 1.4, 4).isRight())
        .add(
            "a sum over a double loop with parts in the outer one",
            """
            static double f(double x, double y, int n) {
              double s = 0;
              for (int i = 0; i < n; i++) {
                double a = Math.exp(-x * i);
                s += a;
                for (int j = 0; j < i; j++) {
                  double b = a * y * j;
                  s += b * b;
                }
                s -= a * a;
              }
              return s;
            }
            """,
            f -> f.at(0.6, 1.4, 4).isRight())
        .add(
            "a sum is scaled within the loop",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += x * i;
                s *= 0.9;
              }
              return s;
            }
            """,
            f -> f.at(0.6, 5).isRight())
        .add(
            "a sum in a while loop",
            """
            static double f(double x, int n) {
              double s = 0;
              int i = n;
              while (i > 0) {
                s += Math.sin(x * i);
                i -= 2;
              }
              return s * s;
            }
            """,
            f -> {
              f.at(0.6, 5).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "a sum in a do loop",
            """
            static double f(double x) {
              double s = 0;
              double t = x;
              do {
                s += t;
                t *= x / (1 + x);
              } while (t > 1e-3);
              return s;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "a sum over a temporary that the body overwrites",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 1; i <= n; i++) {
                double t = x * i;
                t = t * t;
                t = Math.sin(t) * t;
                s += t;
              }
              return s;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "a sum is reset between loops",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 1; i <= n; i++) {
                s += x * x * i;
              }
              double first = s;
              s = 0;
              for (int i = 1; i <= n; i++) {
                s += first * x / i;
              }
              return s * first;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "a sum that is returned in one branch only",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 1; i <= n; i++) {
                s += Math.sin(x * i);
              }
              if (n > 3) {
                return s;
              }
              return x * s;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 3).isRight();
            })
        .add(
            "a sum of a sum's negative",
            """
            static double f(double x, int n) {
              double s = 0;
              double t = 0;
              for (int i = 1; i <= n; i++) {
                s += x * i;
              }
              for (int i = 1; i <= n; i++) {
                t -= s / i;
              }
              return -t;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "a sum with two additions in each trip",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 1; i <= n; i++) {
                s += x * i;
                s += x * x;
                s = s + Math.sin(x);
              }
              return s;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "a mean and a variance",
            """
            static double f(double x, double y, int n) {
              double mean = 0;
              for (int i = 0; i < n; i++) {
                mean += Math.sin(x * i + y);
              }
              mean /= n;
              double variance = 0;
              for (int i = 0; i < n; i++) {
                double d = Math.sin(x * i + y) - mean;
                variance += d * d;
              }
              return variance / (n - 1);
            }
            """,
            f -> f.at(0.6, 0.3, 6).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> products() {
    return new Programs()
        .add(
            "a product is returned",
            """
            static double f(double x, int n) {
              double p = 1;
              for (int i = 1; i <= n; i++) {
                p *= x + i;
              }
              return p;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(-2.0, 4).isRight();
              f.at(0.6, 0).isRight().gradientIs(0);
            })
        .add(
            "a product beside a sum",
            """
            static double f(double x, int n) {
              double p = 1;
              double s = 0;
              for (int i = 1; i <= n; i++) {
                p *= x / i;
                s += p;
              }
              return s;
            }
            """,
            f -> f.at(0.6, 6).isRight())
        .add(
            "quotients",
            """
            static double f(double x, int n) {
              double p = 1;
              for (int i = 1; i <= n; i++) {
                p /= x + i;
              }
              return p;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "the Taylor series of the sine",
            """
            static double f(double x) {
              double term = x;
              double sum = x;
              int k = 1;
              while (Math.abs(term) > 1e-15) {
                term = -term * x * x / ((k + 1) * (k + 2));
                sum += term;
                k += 2;
              }
              return sum;
            }
            """,
            f -> f.at(0.6).isRight().gradientIs(Math.cos(0.6)))
        .tests();
  }
}
