package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Side effects inside expressions happen in Java's order. */
class EvaluationOrderTest {

  @TestFactory
  Stream<DynamicTest> assignmentsAsExpressions() {
    return new Programs()
        .add(
            "a chain of assignments",
            """
            static double f(double x) {
              double a, b, c;
              a = b = c = x * x;
              a *= x;
              b += c;
              return a * b * c;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "an assignment as an operand",
            """
            static double f(double x, double y) {
              double a;
              double b = (a = x * y) * a + (a = a + 1) * x;
              return a * b;
            }
            """,
            f -> f.at(0.6, -1.1).isRight())
        .add(
            "the left operand is evaluated before the right one",
            """
            static double f(double x) {
              double a = x;
              return a * (a = a * a) + a * (a = 3 * a) - a;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "an assignment to a parameter as an operand",
            """
            static double f(double x, double y) {
              return x * (x = y) + x * (y = x * x) + y;
            }
            """,
            f -> f.at(0.6, 1.5).isRight())
        .add(
            "an assignment in the arguments of a library method",
            """
            static double f(double x, double y) {
              double a = x;
              return Math.pow(a, a = y) + Math.atan2(a++, a) * Math.fma(a, a += x, a);
            }
            """,
            f -> f.at(0.6, 1.5).isRight())
        .add(
            "an assignment in a condition",
            """
            static double f(double x) {
              double a = x;
              if ((a = a * a) > 0.25) {
                a = Math.sin(a);
              } else {
                a = a * a;
              }
              return a * x;
            }
            """,
            f -> {
              f.at(0.6).isRight();
              f.at(0.4).isRight();
            })
        .add(
            "an assignment in the condition of a loop",
            """
            static double f(double x) {
              double a = x;
              double s = 0;
              while ((a = a * 0.7) > 0.2) {
                s += a * a;
              }
              return s * a;
            }
            """,
            f -> {
              f.at(0.9).isRight();
              f.at(0.1).isRight();
            })
        .add(
            "compound assignments as operands",
            """
            static double f(double x, double y) {
              double a = x;
              double r = (a += y) * (a *= x) - (a -= y) / (a /= 2);
              return r + a;
            }
            """,
            f -> f.at(0.6, 1.5).isRight())
        .add(
            "an assignment with a cast as an operand",
            """
            static double f(double x) {
              int n;
              double r = (n = (int) (x * 10)) * x + n;
              float q;
              r += (q = 0.5f) * x * q;
              return r;
            }
            """,
            f -> f.at(0.66).isRight())
        .add(
            "side effects in both branches of a conditional expression",
            """
            static double f(double x, boolean b) {
              double a = x;
              double r = b ? (a = a * a) * 2 : (a += 3) * x;
              return r * a;
            }
            """,
            f -> {
              f.at(0.6, true).isRight();
              f.at(0.6, false).isRight();
            })
        .add(
            "side effects in the condition of a conditional expression",
            """
            static double f(double x) {
              double a = x;
              double r = (a *= 2) > 1 ? a * x : x - a;
              return r * a;
            }
            """,
            f -> {
              f.at(0.6).isRight();
              f.at(0.4).isRight();
            })
        .add(
            "side effects in a return expression",
            """
            static double f(double x) {
              double a = x;
              return (a = a * x) + a++ * a;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "side effects in && and || happen only when they are reached",
            """
            static double f(double x, int n) {
              int i = 0;
              double a = x;
              boolean both = n > 0 && i++ < n && (a *= 2) > 0;
              boolean either = n > 5 || i++ > 0 || (a += x * x) > 0;
              if (both & either) {
                a = a * a;
              }
              return a * (i + 1);
            }
            """,
            f -> {
              f.at(0.6, 1).isRight();
              f.at(0.6, 0).isRight();
              f.at(0.6, 6).isRight();
              f.at(-0.6, 2).isRight();
            })
        .add(
            "side effects in & and | always happen",
            """
            static double f(double x, int n) {
              int i = 0;
              boolean both = n > 0 & i++ < n;
              boolean either = n > 5 | i++ > 0;
              return both | either ? x * i : x * x * i;
            }
            """,
            f -> {
              f.at(0.6, 0).isRight();
              f.at(0.6, 9).isRight();
            })
        .add(
            "not, and nested conditions with side effects",
            """
            static double f(double x, double y) {
              double a = x;
              if (!(a > y && (a = a * a) > y) || !((y += a) < 3)) {
                a = Math.sin(a) * y;
              }
              return a * y;
            }
            """,
            f -> {
              f.at(0.9, 0.5).isRight();
              f.at(0.6, 0.5).isRight();
              f.at(0.1, 0.5).isRight();
              f.at(3.0, 0.5).isRight();
            })
        .add(
            "side effects in the condition of a while loop with &&",
            """
            static double f(double x, int n) {
              int i = 0;
              double a = x;
              while (i < n && (a = Math.cos(a) * x) > 0.1 && ++i > 0) {
                a += 0.1;
              }
              return a * i;
            }
            """,
            f -> {
              f.at(0.9, 4).isRight();
              f.at(0.9, 0).isRight();
              f.at(0.05, 4).isRight();
            })
        .add(
            "side effects in an integer division and in a shift",
            """
            static double f(double x, int n) {
              int i = n;
              int d = i-- / i--;
              int s = 1 << i++ + i;
              return x * d + x * x * s + i * x;
            }
            """,
            f -> f.at(0.6, 3).isRight())
        .add(
            "additions are not rearranged",
            """
            static double f(double x, double y) {
              return 1e16 + x - 1e16 + y * (x + 0.1 + 0.2 + 0.3) - x * (0.1 + (0.2 + x));
            }
            """,
            f -> f.at(3.0, 1.25).isConsistent())
        .add(
            "parentheses, precedence and unary signs",
            """
            static double f(double x, double y) {
              return -x * -y - -(x - (y - x)) / +(y / (x / y)) - (-x - y) * 2 % 7;
            }
            """,
            f -> f.at(0.6, 1.5).isRight())
        .tests();
  }
}
