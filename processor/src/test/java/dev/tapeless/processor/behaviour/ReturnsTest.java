package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Returns before the end, at method level. */
class ReturnsTest {

  @TestFactory
  Stream<DynamicTest> earlyReturns() {
    return new Programs()
        .add(
            "a guard",
            """
            static double f(double x) {
              if (x < 0) {
                return 0;
              }
              return x * Math.sqrt(x);
            }
            """,
            f -> {
              f.at(0.6).isRight();
              f.at(-0.6).isRight().gradientIs(0);
            })
        .add(
            "a return in both branches",
            """
            static double f(double x, double y) {
              if (x > y) {
                return x * x * y;
              } else {
                return y / x;
              }
            }
            """,
            f -> {
              f.at(0.6, 0.2).isRight();
              f.at(0.6, 0.9).isRight();
            })
        .add(
            "a chain of returns",
            """
            static double f(double x) {
              if (x < -1) return -x;
              else if (x < 0) return x * x;
              else if (x < 1) return Math.sin(x);
              return Math.exp(x) * x;
            }
            """,
            f -> {
              f.at(-1.6).isRight();
              f.at(-0.6).isRight();
              f.at(0.6).isRight();
              f.at(1.6).isRight();
            })
        .add(
            "nested ifs of which one path returns",
            """
            static double f(double x, double y) {
              double r = x * y;
              if (x > 0) {
                if (y > 0) {
                  return r * r;
                }
                r = r + x;
              } else {
                r = r * 2;
                if (y < -1) {
                  return r * x;
                }
              }
              return r * y;
            }
            """,
            f -> {
              f.at(0.6, 0.2).isRight();
              f.at(0.6, -0.2).isRight();
              f.at(-0.6, 0.2).isRight();
              f.at(-0.6, -1.2).isRight();
            })
        .add(
            "nested deeper, with statements after each level",
            """
            static double f(double x, double y, int n) {
              double r = x;
              if (n > 0) {
                r = r * y;
                if (n > 1) {
                  r = r + x;
                  if (n > 2) {
                    return r * r * r;
                  }
                  r = r * r;
                }
                r = Math.sin(r);
              }
              r = r * x;
              if (n == 1) {
                return r;
              }
              return r - y * r;
            }
            """,
            f -> {
              f.at(0.6, 0.2, 0).isRight();
              f.at(0.6, 0.2, 1).isRight();
              f.at(0.6, 0.2, 2).isRight();
              f.at(0.6, 0.2, 3).isRight();
            })
        .add(
            "followed by a loop",
            """
            static double f(double x, int n) {
              if (n < 0) {
                return x * x;
              }
              double s = x;
              for (int i = 0; i < n; i++) {
                s = s * x + i;
              }
              return s;
            }
            """,
            f -> {
              f.at(0.6, -1).isRight().gradientIs(1.2);
              f.at(0.6, 0).isRight().gradientIs(1);
              f.at(0.6, 4).isRight();
            })
        .add(
            "after a loop, on its result",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 1; i <= n; i++) {
                s += x / i;
              }
              if (s > 1) {
                return s * s;
              }
              double t = s;
              while (t < 1) {
                t += s * s + 0.25;
              }
              return t * x;
            }
            """,
            f -> {
              f.at(0.9, 3).isRight();
              f.at(0.3, 3).isRight();
              f.at(0.3, 0).isRight();
            })
        .add(
            "overwritten parameters before a return",
            """
            static double f(double x, double y) {
              x = x * y;
              if (x > 0) {
                y = y * x;
                return y;
              }
              x = x * x;
              return x + y;
            }
            """,
            f -> {
              f.at(0.6, 0.2).isRight();
              f.at(-0.6, 0.2).isRight();
            })
        .add(
            "a return expression with side effects in a branch",
            """
            static double f(double x, int n) {
              double a = x;
              if (n++ > 0) {
                return (a *= x) * n + a++ * a;
              }
              return a * n;
            }
            """,
            f -> {
              f.at(0.6, 2).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "a method that is one big choice",
            """
            static double f(double x, int kind) {
              if (kind == 0) {
                double s = 0;
                for (int i = 0; i < 3; i++) {
                  s += x * x * i;
                }
                return s;
              } else if (kind == 1) {
                double y = x;
                while (y > 0.1) {
                  y /= 1 + y;
                }
                return y;
              } else {
                return kind;
              }
            }
            """,
            f -> {
              f.at(0.6, 0).isRight();
              f.at(0.6, 1).isRight();
              f.at(0.6, 2).isRight().gradientIs(0);
            })
        .add(
            "the piecewise Huber loss",
            """
            static double f(double r, @Constant double delta) {
              double a = Math.abs(r);
              if (a <= delta) {
                return 0.5 * r * r;
              }
              return delta * (a - 0.5 * delta);
            }
            """,
            f -> {
              f.at(0.6, 1.0).isRight().gradientIs(0.6);
              f.at(-2.6, 1.0).isRight().gradientIs(-1);
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> results() {
    return new Programs()
        .add(
            "a constant result",
            """
            static double f(double x) {
              return 42;
            }
            """,
            f -> f.at(0.6).isRight().gradientIs(0))
        .add(
            "a result that depends on inactive parameters only",
            """
            static double f(double x, int n, @Constant double c) {
              return n * c;
            }
            """,
            f -> f.at(0.6, 3, 2.0).isRight().gradientIs(0))
        .add(
            "the parameter itself",
            """
            static double f(double x) {
              return x;
            }
            """,
            f -> f.at(0.6).isRight().gradientIs(1))
        .add(
            "one parameter among several",
            """
            static double f(double x, double y, double z) {
              return y;
            }
            """,
            f -> f.at(0.6, 1.0, 2.0).isRight().gradientIs(0, 1, 0))
        .add(
            "the negative of a parameter",
            """
            static double f(double x) {
              return -x;
            }
            """,
            f -> f.at(0.6).isRight().gradientIs(-1))
        .add(
            "a parameter twice",
            """
            static double f(double x) {
              return x + x;
            }
            """,
            f -> f.at(0.6).isRight().gradientIs(2))
        .add(
            "a result that was assigned and overwritten by a constant",
            """
            static double f(double x) {
              double r = x * x;
              r = 3;
              return r;
            }
            """,
            f -> f.at(0.6).isRight().gradientIs(0))
        .add(
            "a computation that is not used",
            """
            static double f(double x, double y) {
              double unused = Math.exp(y) * x;
              unused = unused * unused;
              return x * x;
            }
            """,
            f -> f.at(0.6, 0.3).isRight().gradientIs(1.2, 0))
        .add(
            "a variable that some paths assign while others return",
            """
            static double f(double x, double y) {
              double h;
              if (x > 1) {
                if (x < 2) {
                  return x * x;
                }
                h = x;
              } else {
                h = 2 * x;
              }
              double g;
              if (y > 0) {
                if (y > h) {
                  return g(y);
                }
                g = h * y;
              } else {
                g = y;
              }
              return h * g * g;
            }

            private static double g(double y) {
              double r;
              if (y < 3) {
                if (y < 1) {
                  return y;
                }
                r = y * y;
              } else {
                r = 3 * y;
              }
              return r * y;
            }
            """,
            f -> {
              f.at(1.5, 0.3).isRight();
              f.at(2.5, 0.3).isRight();
              f.at(0.5, 0.3).isRight();
              f.at(0.5, 1.3).isRight();
              f.at(0.5, 3.3).isRight();
              f.at(0.5, -0.3).isRight();
            })
        .tests();
  }
}
