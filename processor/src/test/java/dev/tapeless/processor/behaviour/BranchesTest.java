package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Branches contribute what was executed. */
class BranchesTest {

  @TestFactory
  Stream<DynamicTest> ifStatements() {
    return new Programs()
        .add(
            "if without else",
            """
            static double f(double x) {
              double y = x * x;
              if (x > 0) {
                y = y * x;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6).isRight().gradientIs(3 * 0.36);
              f.at(-0.6).isRight().gradientIs(-1.2);
            })
        .add(
            "if with else",
            """
            static double f(double x, double y) {
              double r;
              if (x > y) {
                r = x * x - y;
              } else {
                r = y * y * x;
              }
              return r * r;
            }
            """,
            f -> {
              f.at(0.6, 0.2).isRight();
              f.at(0.6, 0.9).isRight();
            })
        .add(
            "statements without braces",
            """
            static double f(double x) {
              double y = x;
              if (x > 1) y = y * y;
              else if (x > 0) y = Math.sin(y);
              else y = -y;
              if (y > 0.5) y += x;
              return y * x;
            }
            """,
            f -> {
              f.at(1.5).isRight();
              f.at(0.7).isRight();
              f.at(-0.3).isRight();
            })
        .add(
            "an empty branch",
            """
            static double f(double x) {
              double y = x;
              if (x > 1) {
              } else {
                y = y * y;
              }
              if (x > 2);
              return y;
            }
            """,
            f -> {
              f.at(1.5).isRight().gradientIs(1);
              f.at(0.7).isRight().gradientIs(1.4);
            })
        .add(
            "nested branches",
            """
            static double f(double x, double y) {
              double r = x;
              if (x > 0) {
                if (y > 0) {
                  r = x * y;
                  if (r > 1) {
                    r = Math.log(r);
                  }
                } else {
                  r = x / y;
                }
                r = r * r;
              } else if (y > 0) {
                r = y - r * y;
              }
              return r * x;
            }
            """,
            f -> {
              f.at(0.6, 0.5).isRight();
              f.at(1.6, 1.5).isRight();
              f.at(0.6, -0.5).isRight();
              f.at(-0.6, 0.5).isRight();
              f.at(-0.6, -0.5).isRight();
            })
        .add(
            "the condition's variables are overwritten in the branch",
            """
            static double f(double x, int n) {
              double y = x;
              boolean big = x > 0.5;
              if (y > 0.5) {
                y = y * 0.1;
              } else {
                y = y + 10 * x;
              }
              if (big) {
                big = false;
                y = y * y;
              }
              if (n > 3) {
                n = 0;
                y = Math.sin(y);
              }
              return big || n > 0 ? y : y * x;
            }
            """,
            f -> {
              f.at(0.6, 5).isRight();
              f.at(0.3, 5).isRight();
              f.at(0.3, 2).isRight();
              f.at(0.6, 2).isRight();
            })
        .add(
            "a value overwritten in one branch only is needed after it",
            """
            static double f(double x, double y) {
              double a = x * y;
              double b = a * a;
              if (x > y) {
                a = Math.sin(b);
              }
              return a * b * a;
            }
            """,
            f -> {
              f.at(0.6, 0.2).isRight();
              f.at(0.6, 0.9).isRight();
            })
        .add(
            "a variable is assigned in every branch of a chain",
            """
            static double f(double x, int kind) {
              double a;
              double b;
              if (kind == 0) {
                a = x;
                b = 2;
              } else if (kind == 1) {
                a = 3;
                b = x * x;
              } else {
                b = Math.exp(x);
                a = b * x;
              }
              return a * b;
            }
            """,
            f -> {
              f.at(0.6, 0).isRight().gradientIs(2);
              f.at(0.6, 1).isRight().gradientIs(3.6);
              f.at(0.6, 2).isRight();
            })
        .add(
            "an active variable becomes constant in a branch",
            """
            static double f(double x) {
              double a = x * x;
              if (x > 1) {
                a = 5;
              }
              return a * x;
            }
            """,
            f -> {
              f.at(0.6).isRight().gradientIs(3 * 0.36);
              f.at(1.6).isRight().gradientIs(5);
            })
        .add(
            "a constant variable becomes active in a branch",
            """
            static double f(double x) {
              double a = 4;
              if (x > 1) {
                a = a * x;
              }
              return a * a + x;
            }
            """,
            f -> {
              f.at(0.6).isRight().gradientIs(1);
              f.at(1.6).isRight().gradientIs(32 * 1.6 + 1);
            })
        .add(
            "locals of branches with the same name",
            """
            static double f(double x) {
              double r = 0;
              if (x > 0) {
                double t = x * x;
                r += t * t;
              } else {
                double t = x - 1;
                r -= t * t * t;
              }
              {
                double t = r * x;
                r = t + r;
              }
              double t = r * r;
              return t;
            }
            """,
            f -> {
              f.at(0.6).isRight();
              f.at(-0.6).isRight();
            })
        .add(
            "comparisons of every kind",
            """
            static double f(double x, double y) {
              double r = x;
              if (x < y) r += y * x;
              if (x <= y) r *= 2;
              if (x > y) r += 3 * x;
              if (x >= y) r *= x;
              if (x == y) r += 100;
              if (x != y) r -= y * y;
              if (!(x < y)) r = -r;
              return r;
            }
            """,
            f -> {
              f.at(0.6, 0.5).isRight();
              f.at(0.6, 0.7).isRight();
              f.at(0.6, 0.6).isConsistent();
            })
        .add(
            "a condition on NaN",
            """
            static double f(double x, double y) {
              if (y != y) {
                y = x * x;
              }
              return y > x ? y : y * x;
            }
            """,
            f -> f.at(0.6, Double.NaN).isConsistent().gradientIs(3 * 0.36, 0))
        .add(
            "the logistic function without overflow",
            """
            static double f(double z) {
              double r;
              if (z >= 0) {
                r = 1 / (1 + Math.exp(-z));
              } else {
                double e = Math.exp(z);
                r = e / (1 + e);
              }
              return r;
            }
            """,
            f -> {
              f.at(0.6).isRight();
              f.at(-0.6).isRight();
              f.at(800.0).isConsistent().gradientIs(0);
              f.at(-800.0).isConsistent().gradientIs(0);
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> conditionalExpressions() {
    return new Programs()
        .add(
            "active on both sides",
            """
            static double f(double x, double y) {
              double r = x > y ? x * x * y : y * y - x;
              return r * x;
            }
            """,
            f -> {
              f.at(0.6, 0.2).isRight();
              f.at(0.6, 0.9).isRight();
            })
        .add(
            "active on one side",
            """
            static double f(double x) {
              return (x > 1 ? x * x : 3) + (x > 1 ? 4 : x * 5);
            }
            """,
            f -> {
              f.at(0.6).isRight().gradientIs(5);
              f.at(1.6).isRight().gradientIs(3.2);
            })
        .add(
            "nested",
            """
            static double f(double x, double y) {
              return x > 1 ? y > 1 ? x * y : x - y : y > 1 ? y / x : x > 0.5 ? Math.sin(x * y) : y * y * y;
            }
            """,
            f -> {
              f.at(1.6, 1.5).isRight();
              f.at(1.6, 0.5).isRight();
              f.at(0.6, 1.5).isRight();
              f.at(0.6, 0.5).isRight();
              f.at(0.4, 0.5).isRight();
            })
        .add(
            "as a factor, as an argument and in a condition",
            """
            static double f(double x, double y) {
              double a = (x > y ? x : y) * (x > y ? y : x * x);
              double b = Math.exp(x < 1 ? -x * y : y);
              return (x > 0 ? a > b : b > a) ? a * b : a + b;
            }
            """,
            f -> {
              f.at(0.6, 0.2).isRight();
              f.at(1.6, 2.9).isRight();
              f.at(-0.6, 0.9).isRight();
            })
        .add(
            "chooses between variables that are overwritten afterwards",
            """
            static double f(double x, double y) {
              double a = x * x;
              double b = y * y;
              double c = a > b ? a * b : a / b;
              a = c * y;
              b = a + c;
              c = a > b ? a * b : b;
              return c * a;
            }
            """,
            f -> {
              f.at(0.6, 0.2).isRight();
              f.at(0.6, 0.9).isRight();
            })
        .add(
            "chooses a boolean and an int",
            """
            static double f(double x, int n, boolean b) {
              int k = b ? n + 1 : n * 2;
              boolean c = b ? n > 3 : x > 0;
              return (c ? x : x * x) * k;
            }
            """,
            f -> {
              f.at(0.6, 5, true).isRight();
              f.at(0.6, 2, true).isRight();
              f.at(0.6, 5, false).isRight();
            })
        .add(
            "the other side is not evaluated",
            """
            static double f(double x, int n) {
              double y = n == 0 ? x : x * (12 / n);
              return x > 0 ? Math.sqrt(x) * y : y;
            }
            """,
            f -> {
              f.at(0.6, 0).isRight();
              f.at(-0.6, 0).isRight().gradientIs(1);
              f.at(-0.6, 5).isRight().gradientIs(2);
            })
        .add(
            "in a loop, by a value that the loop overwrites",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                y = y > 1 ? y * 0.4 + x * x : y * y + x + 0.3;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 9).isRight();
              f.at(0.3, 4).isRight();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> logicalOperators() {
    return new Programs()
        .add(
            "&&, || and ! in conditions",
            """
            static double f(double x, double y, boolean b) {
              double r = x * y;
              if (x > 0 && y > 0 || !b && x * y > 1) {
                r = r * r;
              }
              if (!(x > 0 || b) && y < 0) {
                r = Math.cos(r);
              }
              return r;
            }
            """,
            f -> {
              f.at(0.6, 0.2, true).isRight();
              f.at(-0.6, -2.2, false).isRight();
              f.at(-0.6, -0.2, false).isRight();
              f.at(-0.6, 0.2, true).isRight();
            })
        .add(
            "the right operand guards against a domain error",
            """
            static double f(double x, double y) {
              double r = y;
              if (x > 0 && Math.log(x) < y) {
                r = Math.log(x) * y;
              }
              if (x <= 0 || Math.sqrt(x) > 2) {
                r += x;
              }
              return r;
            }
            """,
            f -> {
              f.at(0.6, 0.2).isRight();
              f.at(-0.6, 0.2).isRight().gradientIs(1, 1);
              f.at(9.0, 3.0).isRight();
            })
        .add(
            "the right operand guards against an exception",
            """
            static double f(double x, int n) {
              double r = x * x;
              if (n != 0 && 10 / n > 2) {
                r = r * x;
              }
              boolean safe = n == 0 || 10 % n == 0;
              return safe ? r : r + x;
            }
            """,
            f -> {
              f.at(0.6, 0).isRight();
              f.at(0.6, 2).isRight();
              f.at(0.6, 3).isRight();
            })
        .tests();
  }
}
