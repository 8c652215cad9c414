package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each compound assignment, with the cast that it implies. */
class CompoundAssignmentTest {

  @TestFactory
  Stream<DynamicTest> compoundAssignments() {
    return new Programs()
        .add(
            "+= on an active variable",
            """
            static double f(double x, double y) {
              double a = x * x;
              a += y * x;
              a += a;
              return a * y;
            }
            """,
            f -> f.at(0.5, -1.5).isRight())
        .add(
            "-= on an active variable",
            """
            static double f(double x, double y) {
              double a = x * x;
              a -= y * a;
              a -= x;
              return a * y;
            }
            """,
            f -> f.at(0.5, -1.5).isRight())
        .add(
            "*= on an active variable",
            """
            static double f(double x, double y) {
              double a = x + 1;
              a *= y;
              a *= a;
              a *= x + a;
              return a;
            }
            """,
            f -> f.at(0.5, -1.5).isRight())
        .add(
            "/= on an active variable",
            """
            static double f(double x, double y) {
              double a = x + 2;
              a /= y;
              a /= a + x;
              a /= 4;
              return a;
            }
            """,
            f -> f.at(0.5, -1.5).isRight())
        .add(
            "%= on an active variable",
            """
            static double f(double x, double y) {
              double a = 10 * x;
              a %= y;
              a %= 2;
              return a * x;
            }
            """,
            f -> f.at(0.53, 1.5).isRight())
        .add(
            "every integer compound assignment",
            """
            static double f(double x, int n) {
              int a = n;
              a += 5;
              a -= 2;
              a *= 7;
              a /= 3;
              a %= 11;
              a <<= 3;
              a >>= 1;
              a >>>= 1;
              a &= 0xF6;
              a |= 1;
              a ^= 3;
              return x * x * a;
            }
            """,
            f -> {
              f.at(0.5, 8).isRight();
              f.at(0.5, -8).isRight();
            })
        .add(
            "an int compound assignment with a double, which is cast back",
            """
            static double f(double x, int n) {
              int a = n;
              a *= 1.5;
              a += 0.9;
              a -= 0.5;
              a /= 0.3;
              long l = a;
              l *= 0.5f;
              return x * a + x * x * l;
            }
            """,
            f -> f.at(0.5, 5).isRight())
        .add(
            "an int compound assignment with an active double",
            """
            static double f(double x, int n) {
              int a = n;
              a += x * 3;
              return x * a;
            }
            """,
            f -> f.at(0.5, 5).isRight().gradientIs(6))
        .add(
            "the right side reads the variable itself",
            """
            static double f(double x) {
              double a = x;
              a += a * a;
              a -= a * a * x;
              a *= a + 1;
              a /= a * a + 1;
              return a;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "compound assignments to parameters",
            """
            static double f(double x, double y) {
              x += y * y;
              y *= x;
              x -= y;
              y /= x;
              return x * y;
            }
            """,
            f -> f.at(0.6, 1.7).isRight())
        .add(
            "compound assignment with a conditional expression",
            """
            static double f(double x, double y) {
              double a = 1;
              a += x > y ? x * x : y;
              a *= x > 0 ? y : 2;
              return a * a;
            }
            """,
            f -> {
              f.at(0.6, 0.2).isRight();
              f.at(-0.6, 0.2).isRight();
            })
        .add(
            "the left side is read before the right side changes it",
            """
            static double f(double x) {
              double a = x;
              a += (a = x * x) * 2;
              a *= a - (a = 3 * x);
              return a;
            }
            """,
            f -> {
              f.at(0.6).isRight();
              f.at(-1.4).isRight();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> incrementsAndDecrements() {
    return new Programs()
        .add(
            "++ and -- on an active variable as statements",
            """
            static double f(double x) {
              double a = x;
              a++;
              ++a;
              a = a * a;
              a--;
              --a;
              return a * x;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "the value of ++ and -- on an active variable",
            """
            static double f(double x) {
              double a = x;
              double b = a++ * a;
              double c = ++a * a--;
              double d = --a - a++ * b;
              return a + b * c + d * d;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "++ and -- on a parameter inside an expression",
            """
            static double f(double x, double y) {
              double r = x++ * y-- + --x * ++y;
              return r * x * y;
            }
            """,
            f -> f.at(0.6, 2.5).isRight())
        .add(
            "integers count inside expressions",
            """
            static double f(double x, int n) {
              int i = n;
              double a = x * i++ + x * x * i++;
              a = a * --i - a * i--;
              return a * i + i++ * x + ++i * x;
            }
            """,
            f -> f.at(0.6, 3).isRight())
        .add(
            "i = i++ keeps its value",
            """
            static double f(double x, int n) {
              int i = n;
              i = i++;
              i = i++ + ++i;
              double a = x;
              a = a++;
              return a * a * i;
            }
            """,
            f -> f.at(0.6, 3).isRight().gradientIs(2 * 0.6 * 8))
        .add(
            "++ on small integer types wraps around",
            """
            static double f(double x) {
              byte b = 127;
              b++;
              short s = -32768;
              s--;
              char c = 0;
              c--;
              long l = Long.MAX_VALUE;
              ++l;
              return x * b + x * s + x * c + x * l * 1e-18;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "++ on a float",
            """
            static float f(float x) {
              float a = x;
              float b = a++ * 2;
              return a * b + --a;
            }
            """,
            f -> f.at(0.6f).isRight())
        .add(
            "++ in a condition and in a loop",
            """
            static double f(double x) {
              int i = 0;
              double y = x;
              while (i++ < 4) {
                y = y * x + i;
              }
              if (++i == 6) {
                y *= i--;
              }
              return y * i;
            }
            """,
            f -> f.at(0.6).isRight())
        .tests();
  }
}
