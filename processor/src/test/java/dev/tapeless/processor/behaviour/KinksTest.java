package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the policy says of kinks, poles and edges, as users meet it. */
class KinksTest {

  @TestFactory
  Stream<DynamicTest> kinks() {
    return new Programs()
        .add(
            "abs at zero",
            """
            static double f(double x) {
              return Math.abs(x) + 3 * x;
            }
            """,
            f -> {
              f.at(0.0).isConsistent().gradientIs(3);
              f.at(-0.0).isConsistent().gradientIs(3);
              f.at(-2.0).isRight().gradientIs(2);
            })
        .add(
            "a conditional expression at zero is differentiated where it went",
            """
            static double f(double x) {
              return x < 0 ? -x : x;
            }
            """,
            f -> {
              f.at(0.0).isConsistent().gradientIs(1);
              f.at(-0.0).isConsistent().gradientIs(1);
            })
        .add(
            "ties of max and min",
            """
            static double f(double x, double y) {
              return Math.max(x, y) + 10 * Math.min(x, y);
            }
            """,
            f -> {
              f.at(1.0, 1.0).isConsistent().gradientIs(5.5, 5.5);
              f.at(0.0, -0.0).isConsistent().gradientIs(5.5, 5.5);
              f.at(2.0, 1.0).isRight().gradientIs(1, 10);
              f.at(1.0, 2.0).isRight().gradientIs(10, 1);
            })
        .add(
            "a tie with a constant",
            """
            static double f(double x) {
              return Math.max(x, 0);
            }
            """,
            f -> {
              f.at(0.0).isConsistent().gradientIs(0.5);
              f.at(-1.0).isRight().gradientIs(0);
            })
        .add(
            "max with NaN",
            """
            static double f(double x, double y) {
              return Math.max(x, y);
            }
            """,
            f -> f.at(Double.NaN, 1.0).isConsistent().gradientIs(Double.NaN, Double.NaN))
        .add(
            "a tie of floats",
            """
            static float f(float x, float y) {
              return Math.max(x, y) * 2;
            }
            """,
            f -> f.at(1f, 1f).isConsistent().gradientIs(1, 1))
        .add(
            "a maximum over a loop with ties",
            """
            static double f(double x, double y, int n) {
              double m = x;
              for (int i = 0; i < n; i++) {
                m = Math.max(m, y);
              }
              return m;
            }
            """,
            f -> {
              f.at(1.0, 1.0, 1).isConsistent().gradientIs(0.5, 0.5);
              f.at(1.0, 1.0, 2).isConsistent().gradientIs(0.25, 0.75);
            })
        .add(
            "hypot at the origin",
            """
            static double f(double x, double y) {
              return Math.hypot(x, y) + x;
            }
            """,
            f -> f.at(0.0, 0.0).isConsistent().gradientIs(1, 0))
        .add(
            "a remainder by an active divisor",
            """
            static double f(double x, double y) {
              return x % y;
            }
            """,
            f -> {
              f.at(7.5, 2.0).isRight().gradientIs(1, -3);
              f.at(-7.5, 2.0).isRight().gradientIs(1, 3);
            })
        .add(
            "copySign of zero",
            """
            static double f(double x, double s) {
              return Math.copySign(x, s);
            }
            """,
            f -> {
              f.at(0.0, -1.0).isConsistent().gradientIs(0, 0);
              f.at(2.0, -1.0).isRight().gradientIs(-1, 0);
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> poles() {
    return new Programs()
        .add(
            "the root at zero is infinitely steep",
            """
            static double f(double x) {
              return Math.sqrt(x);
            }
            """,
            f -> f.at(0.0).isConsistent().gradientIs(Double.POSITIVE_INFINITY))
        .add(
            "the root at zero contributes nothing to what does not depend on it",
            """
            static double f(double x, double y) {
              return Math.sqrt(x) * y + x;
            }
            """,
            f -> f.at(0.0, 0.0).leavesItsArgumentsAlone().naiveAgrees().gradientIs(1, 0))
        .add(
            "the length of a zero vector by hand",
            """
            static double f(double x, double y) {
              return Math.sqrt(x * x + y * y) * 0 + x;
            }
            """,
            f -> f.at(0.0, 0.0).leavesItsArgumentsAlone().naiveAgrees().gradientIs(1, 0))
        .add(
            "the cubic root at zero",
            """
            static double f(double x, @Constant double c) {
              return Math.cbrt(x) * c;
            }
            """,
            f -> {
              f.at(0.0, 0.0).leavesItsArgumentsAlone().gradientIs(0);
              f.at(0.0, -1.0).leavesItsArgumentsAlone().gradientIs(Double.NEGATIVE_INFINITY);
            })
        .add(
            "the logarithm at zero, and below",
            """
            static double f(double x, @Constant double c) {
              return c * Math.log(x);
            }
            """,
            f -> {
              f.at(0.0, 1.0).gradientIs(Double.POSITIVE_INFINITY);
              f.at(0.0, 0.0).gradientIs(0);
              f.at(-1.0, 1.0).gradientIs(Double.NaN);
            })
        .add(
            "asin and acos at one",
            """
            static double f(double x, @Constant double c) {
              return c * Math.asin(x) - Math.acos(x);
            }
            """,
            f -> {
              f.at(1.0, 0.0).gradientIs(Double.POSITIVE_INFINITY);
              f.at(0.6, 1.0).isRight();
            })
        .add(
            "atan2 at the origin",
            """
            static double f(double x, double y, @Constant double c) {
              return c * Math.atan2(y, x);
            }
            """,
            f -> {
              f.at(0.0, 0.0, 1.0).gradientIs(Double.NaN, Double.NaN);
              f.at(0.0, 0.0, 0.0).gradientIs(0, 0);
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> powers() {
    return new Programs()
        .add(
            "constant exponents at zero",
            """
            static double f(double x, int kind) {
              if (kind == 0) {
                return Math.pow(x, 0);
              } else if (kind == 1) {
                return Math.pow(x, 1);
              } else if (kind == 2) {
                return Math.pow(x, 2);
              } else if (kind == 3) {
                return Math.pow(x, 0.5);
              } else if (kind == 4) {
                return Math.pow(x, 2.5);
              }
              return Math.pow(x, 0.25);
            }
            """,
            f -> {
              f.at(0.0, 0).isConsistent().gradientIs(0);
              f.at(0.0, 1).isConsistent().gradientIs(1);
              f.at(0.0, 2).isConsistent().gradientIs(0);
              f.at(0.0, 3).isConsistent().gradientIs(Double.POSITIVE_INFINITY);
              f.at(0.0, 4).isConsistent().gradientIs(0);
              f.at(0.0, 5).isConsistent().gradientIs(Double.POSITIVE_INFINITY);
            })
        .add(
            "an integer exponent that is a parameter",
            """
            static double f(double x, int n) {
              return Math.pow(x, n);
            }
            """,
            f -> {
              f.at(0.0, 0).isConsistent().gradientIs(0);
              f.at(0.0, 1).isConsistent().gradientIs(1);
              f.at(0.0, 2).isConsistent().gradientIs(0);
              f.at(-2.0, 3).isRight().gradientIs(12);
              f.at(-2.0, 0).isRight().gradientIs(0);
              f.at(Double.NaN, 0).gradientIs(0);
            })
        .add(
            "a negative base and an active exponent",
            """
            static double f(double x, double y) {
              return Math.pow(x, y);
            }
            """,
            f -> {
              f.at(-2.0, 3.0).gradientIs(12, Double.NaN);
              f.at(0.0, 2.0).gradientIs(0, 0);
              f.at(0.0, 0.0).gradientIs(0, 0);
              f.at(0.0, 1.0).gradientIs(1, 0);
              f.at(2.0, 3.0).isRight();
            })
        .add(
            "a constant base and an active exponent",
            """
            static double f(double y) {
              return Math.pow(2, y) + Math.pow(0.0, y);
            }
            """,
            f -> f.at(3.0).isConsistent().gradientIs(8 * Math.log(2)))
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> branches() {
    return new Programs()
        .add(
            "a branch that is not taken gives no NaN",
            """
            static double f(double x) {
              return x > 0 ? Math.sqrt(x) * Math.log(x) : x;
            }
            """,
            f -> {
              f.at(0.0).isConsistent().gradientIs(1);
              f.at(-1.0).isRight().gradientIs(1);
              f.at(2.0).isRight();
            })
        .add(
            "an if that is not taken gives no NaN",
            """
            static double f(double x, double y) {
              double r = 0;
              if (y != 0) {
                r = x / y;
              }
              return r + x * y;
            }
            """,
            f -> {
              f.at(3.0, 0.0).isConsistent().gradientIs(0, 3);
              f.at(3.0, 2.0).isRight();
            })
        .add(
            "the sinc function by a guard",
            """
            static double f(double x) {
              return x == 0 ? 1 : Math.sin(x) / x;
            }
            """,
            f -> {
              f.at(0.0).isConsistent().gradientIs(0);
              f.at(0.6).isRight();
            })
        .add(
            "a division by zero in a trip that does not happen",
            """
            static double f(double x, int n) {
              double s = x;
              for (int i = 0; i < n; i++) {
                if (i != 2) {
                  s += 1 / (x - 2) * (i - 2);
                }
              }
              return s;
            }
            """,
            f -> {
              f.at(2.0, 0).isConsistent().gradientIs(1);
              f.at(2.5, 5).isRight();
            })
        .add(
            "a choice by a NaN that is not used",
            """
            static double f(double x) {
              double root = Math.sqrt(x);
              double log = Math.log(x);
              return x > 0 ? root + log : 2 * x;
            }
            """,
            f -> {
              f.at(-1.0).gradientIs(2);
              f.at(0.0).gradientIs(2);
              f.at(1.5).isRight();
            })
        .add(
            "a quotient whose squared divisor overflows",
            """
            static double f(double x, double y) {
              return x / y;
            }
            """,
            f -> f.at(1e200, 1e200).modesAgree().gradientIs(1e-200, -1e-200))
        .add(
            "exp and tanh far out",
            """
            static double f(double x) {
              return Math.tanh(x) + Math.atan(x * x);
            }
            """,
            f -> {
              f.at(400.0).modesAgree().valueIsThePrimals().naiveAgrees();
              f.at(1e160).gradientIs(0);
            })
        .tests();
  }
}
