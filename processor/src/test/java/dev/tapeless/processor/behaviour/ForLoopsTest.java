package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The for loop in all its forms. */
class ForLoopsTest {

  @TestFactory
  Stream<DynamicTest> counters() {
    return new Programs()
        .add(
            "up",
            """
            static double f(double x, int n) {
              double y = 1;
              for (int i = 0; i < n; i++) {
                y = y * x + i;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 5).isRight();
              f.at(0.6, 1).isRight();
              f.at(0.6, 0).isRight().gradientIs(0);
              f.at(0.6, -4).isRight().gradientIs(0);
            })
        .add(
            "up while the next one is there",
            """
            static double f(double[] x) {
              double y = 1;
              for (int i = 0; i + 1 < x.length; i++) {
                y = y * x[i] + x[i + 1];
              }
              for (int i = 1; i + 2 < x.length; i += 2) {
                y = y * x[i + 2];
              }
              return y;
            }
            """,
            f -> {
              f.at(new double[] {0.6, 0.3, 1.2, 0.9, 0.7}).isRight();
              f.at(new double[] {0.6}).isRight();
              f.at(new double[0]).isRight();
              assertThat(f.generated()).contains("i < x.length - 1", "while (i + 2 < x.length)");
            })
        .add(
            "a sum that is too large for an int",
            """
            static double f(double x, int[] n) {
              double y = x;
              for (int i = Integer.MAX_VALUE - 1; i + 2 < n.length; i++) {
                y = y * x;
                if (i == Integer.MAX_VALUE) {
                  break;
                }
              }
              return y;
            }
            """,
            f -> f.at(0.6, new int[3]).isRight())
        .add(
            "up to and including",
            """
            static double f(double x, int n) {
              double y = 1;
              for (int i = 1; i <= n; ++i) {
                y = y * x + i;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 5).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "down",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = n - 1; i >= 0; i--) {
                y = y * y * 0.5 + i * x;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "down to above a bound",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = n; i > 2; --i) {
                y = y * x + i;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 6).isRight();
              f.at(0.6, 2).isRight();
            })
        .add(
            "until it is equal",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i != n; i++) {
                y = y * x + i;
              }
              for (int i = n; i != 0; i--) {
                y = y * y * 0.3 + i;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 3).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "steps of two and three",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i += 2) {
                y = y * x + i;
              }
              for (int i = 1; i <= n; i += 3) {
                y = y * y * 0.1 + i;
              }
              for (int i = n; i > 0; i -= 2) {
                y = Math.sin(y) + i;
              }
              for (int i = n; i >= 0; i = i - 3) {
                y = y * x - i;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 7).isRight();
              f.at(0.6, 6).isRight();
              f.at(0.6, 1).isRight();
              f.at(0.6, 0).isRight();
              f.at(0.6, -1).isRight();
            })
        .add(
            "a step that is a variable",
            """
            static double f(double x, int n, int step) {
              double y = x;
              for (int i = 0; i < n; i += step) {
                y = y * x + i;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 7, 2).isRight();
              f.at(0.6, 7, 10).isRight();
            })
        .add(
            "negative bounds",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = -n; i < -1; i++) {
                y = y * x + i;
              }
              for (int i = -1; i > -n; i -= 2) {
                y = y * y * 0.1 - i;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 1).isRight();
            })
        .add(
            "from and bound are expressions",
            """
            static double f(double x, int n, int m) {
              double y = x;
              for (int i = n / 2 - 1; i < 2 * n + m * m; i += 2) {
                y = y * x + i * 0.1;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 4, -2).isRight();
              f.at(0.6, 0, 0).isRight();
            })
        .add(
            "the bound is the smaller of two",
            """
            static double f(double x, int n, int m) {
              double y = x;
              for (int i = 0; i < Math.min(n, m + 1); i++) {
                y = y * x + i;
              }
              for (int i = 0; i < n && i < m; i++) {
                y = y * y * 0.1 + i;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 4, 2).isRight();
              f.at(0.6, 2, 7).isRight();
            })
        .add(
            "a condition on the value",
            """
            static double f(double x) {
              double y = x;
              for (int i = 0; i < 50 && y < 3; i++) {
                y = y * 1.3 + x;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6).isRight();
              f.at(4.0).isRight().gradientIs(1);
            })
        .add(
            "a counter of type long",
            """
            static double f(double x, long n) {
              double y = x;
              for (long i = 0; i < n; i++) {
                y = y * x + i;
              }
              return y;
            }
            """,
            f -> f.at(0.6, 5L).isRight())
        .add(
            "counters of type short, byte and char",
            """
            static double f(double x) {
              double y = x;
              for (short i = 0; i < 3; i++) {
                y = y * x + i;
              }
              for (byte i = 2; i > 0; i--) {
                y = y * x + i;
              }
              for (char c = 'a'; c <= 'c'; c++) {
                y = y * x + (c - 'a');
              }
              return y;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "a counter of type double",
            """
            static double f(double x) {
              double y = x;
              for (double t = 0; t < 1; t += 0.25) {
                y = y * x + t;
              }
              return y;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "an active counter",
            """
            static double f(double x) {
              double s = 0;
              for (double t = x; t < 2; t += 0.1 * t * t + 0.2) {
                s += t * t;
              }
              return s;
            }
            """,
            f -> {
              f.at(0.6).isRight();
              f.at(3.0).isRight().gradientIs(0);
            })
        .add(
            "the counter is used after the loop",
            """
            static double f(double x, int n) {
              int i;
              double y = x;
              for (i = 0; i < n; i++) {
                y = y * x + i;
              }
              return y * i;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "the counter is a parameter",
            """
            static double f(double x, int n) {
              double y = x;
              for (; n > 0; n--) {
                y = y * x + n;
              }
              return y * (n + 2);
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, -1).isRight();
            })
        .add(
            "loops near the largest int",
            """
            static double f(double x) {
              double y = x;
              for (int i = Integer.MAX_VALUE - 3; i < Integer.MAX_VALUE; i++) {
                y = y * x + (Integer.MAX_VALUE - i);
              }
              for (int i = Integer.MIN_VALUE + 2; i > Integer.MIN_VALUE; i--) {
                y = y * y * 0.1 + (i - Integer.MIN_VALUE);
              }
              for (int i = Integer.MAX_VALUE - 5; i > 0; i += 3) {
                y = y * x + 1;
              }
              return y;
            }
            """,
            f -> f.at(0.6).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> parts() {
    return new Programs()
        .add(
            "several variables",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0, j = n; i < j; i++, j--) {
                y = y * x + i * j;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 7).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "several active variables",
            """
            static double f(double x, int n) {
              double r = 0;
              for (double a = x, b = 1; a < n; a += b, b *= 1.5) {
                r += a * b;
              }
              return r;
            }
            """,
            f -> f.at(0.6, 7).isRight())
        .add(
            "updates that are the whole loop",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; y = y * y + 0.1 * i, i++) {}
              for (int i = 0; i < n; i++, y *= x);
              return y;
            }
            """,
            f -> {
              f.at(0.6, 3).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "init with assignments to variables that exist",
            """
            static double f(double x, int n) {
              double y;
              int i;
              for (y = x * x, i = 1; i < n; i++) {
                y = y * x + i;
              }
              return y;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "no init",
            """
            static double f(double x, int n) {
              int i = 0;
              double y = x;
              for (; i < n; i++) {
                y = y * x + i;
              }
              return y;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "no update",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; ) {
                y = y * x + i;
                i++;
              }
              return y;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "only a condition",
            """
            static double f(double x) {
              double y = x;
              for (; y < 5; ) {
                y = y + 0.3 * y * y + 0.25;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6).isRight();
              f.at(6.0).isRight().gradientIs(1);
            })
        .add(
            "side effects in the condition",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = n; i-- > 0; ) {
                y = y * x + i;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 0).isRight();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> changingBounds() {
    return new Programs()
        .add(
            "the counter is modified in the body",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                y = y * x + i;
                if (i % 3 == 1) {
                  i++;
                }
              }
              return y;
            }
            """,
            f -> f.at(0.6, 9).isRight())
        .add(
            "the counter doubles",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 1; i < n; i *= 2) {
                y = y * x + i;
              }
              for (int i = n; i > 0; i /= 2) {
                y = y * y * 0.01 + i;
              }
              for (int i = n; i > 0; i >>= 1) {
                y = y * x + i;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 13).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "the bound is modified in the body",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                y = y * x + i * n;
                if (i % 2 == 0) {
                  n--;
                }
              }
              return y * n;
            }
            """,
            f -> f.at(0.6, 7).isRight())
        .add(
            "the bound is a local that is modified after the loop",
            """
            static double f(double x, int n) {
              int m = n + 1;
              double y = x;
              for (int i = 0; i < m; i++) {
                y = y * x + i;
              }
              m = 2;
              n = 7;
              for (int i = 0; i < m; i++) {
                y = y * y * 0.1 + n;
              }
              return y;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "what from was computed from changes in the loop",
            """
            static double f(double x, int n) {
              int start = n;
              double y = x;
              for (int i = start; i < 6; i++) {
                start = start + 2;
                y = y * x + start;
              }
              return y * start;
            }
            """,
            f -> f.at(0.6, 2).isRight())
        .add(
            "the bound depends on a value",
            """
            static double f(double x) {
              double y = x;
              for (int i = 0; i < (int) (10 * x); i++) {
                y = y * x + i;
              }
              for (int i = 0; i < (int) y; i++) {
                y = y * 0.9;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.66).isRight();
              f.at(0.95).isRight();
            })
        .tests();
  }
}
