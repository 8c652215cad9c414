package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** While and do-while loops. */
class WhileLoopsTest {

  @TestFactory
  Stream<DynamicTest> whileLoops() {
    return new Programs()
        .add(
            "counted by hand",
            """
            static double f(double x, int n) {
              double y = x;
              int i = 0;
              while (i < n) {
                y = y * x + i;
                i++;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 0).isRight().gradientIs(1);
            })
        .add(
            "until a value is reached",
            """
            static double f(double x, double y) {
              while (y < 10) {
                y = y + x * x + 0.1 * y * y + 0.5;
              }
              return y;
            }
            """,
            f -> {
              f.at(1.6, 0.3).isRight();
              f.at(1.6, 11.0).isRight().gradientIs(0, 1);
            })
        .add(
            "Newton's iteration",
            """
            static double f(double a) {
              double x = a;
              int trips = 0;
              while (trips++ < 60 && Math.abs(x * x - a) > 1e-12 * a) {
                x = 0.5 * (x + a / x);
              }
              return x;
            }
            """,
            f -> {
              f.at(2.0).isRight().gradientIs(0.5 / Math.sqrt(2));
              f.at(9.5).isRight();
            })
        .add(
            "nested in each other",
            """
            static double f(double x) {
              double y = x;
              while (y < 20) {
                double z = y;
                while (z > 0.5) {
                  z = z * 0.6;
                  y += z * x * x;
                }
                y = y + 1;
              }
              return y;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "a body of one statement",
            """
            static double f(double x) {
              double y = x;
              while (y < 3) y = y * y + 0.8;
              return y;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "a condition of several parts",
            """
            static double f(double x, int n) {
              double y = x;
              double z = 1;
              int i = 0;
              while (i < n && y < 5 || z < 2) {
                y = y * 1.4 + z * x;
                z = z + 0.3 + 0.1 * y * y;
                i += 1;
              }
              return y * z * i;
            }
            """,
            f -> {
              f.at(0.6, 2).isRight();
              f.at(0.6, 9).isRight();
            })
        .add(
            "a boolean steers the loop",
            """
            static double f(double x) {
              double y = x;
              boolean more = true;
              while (more) {
                y = y + 0.2 * y * y + 0.3;
                more = y < 4;
              }
              return y;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "branches that stop the loop",
            """
            static double f(double x, int n) {
              double y = x;
              int i = 0;
              boolean done = false;
              while (!done) {
                if (y > 4) {
                  done = true;
                  y = y * x;
                } else if (i >= n) {
                  done = true;
                } else {
                  y = y + y * x;
                  i++;
                }
              }
              return y * (i + 1);
            }
            """,
            f -> {
              f.at(0.6, 20).isRight();
              f.at(0.6, 2).isRight();
            })
        .add(
            "trips that exceed any first buffer",
            """
            static double f(double x) {
              double y = x;
              int i = 0;
              while (i < 3000) {
                y = Math.sin(y) + x;
                i++;
              }
              return y;
            }
            """,
            f -> f.at(0.6).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> doLoops() {
    return new Programs()
        .add(
            "at least once",
            """
            static double f(double x) {
              double y = x;
              do {
                y = y + 0.1 * y * y + 0.4;
              } while (y < 3);
              return y;
            }
            """,
            f -> {
              f.at(0.6).isRight();
              f.at(7.0).isRight().gradientIs(2.4);
            })
        .add(
            "counted by hand",
            """
            static double f(double x, int n) {
              double y = x;
              int i = 0;
              do {
                y = y * x + i;
              } while (++i < n);
              return y * i;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "nested in each other",
            """
            static double f(double x) {
              double y = x;
              int i = 3;
              do {
                int j = i;
                do {
                  y = Math.cos(y * x) + j;
                  j--;
                } while (j > 0);
                i--;
              } while (i > 0);
              return y;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "a condition with side effects",
            """
            static double f(double x) {
              double y = x;
              int i = 0;
              do {
                y = y * x + i;
              } while (i++ < 3 && (y += x) < 20);
              return y;
            }
            """,
            f -> {
              f.at(0.6).isRight();
              f.at(3.0).isRight();
            })
        .add(
            "a body of one statement",
            """
            static double f(double x) {
              double y = x;
              do y = y * y + 0.8; while (y < 3);
              return y;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "bisection",
            """
            static double f(double a) {
              double lo = 0;
              double hi = a;
              double mid;
              int steps = 0;
              do {
                mid = (lo + hi) / 2;
                if (mid * mid > a) {
                  hi = mid;
                } else {
                  lo = mid;
                }
                steps++;
              } while (steps < 10);
              return mid;
            }
            """,
            f -> f.at(2.01).isRight())
        .tests();
  }
}
