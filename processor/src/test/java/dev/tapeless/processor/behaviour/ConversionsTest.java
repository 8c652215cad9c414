package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Casts and implicit conversions between numbers. */
class ConversionsTest {

  @TestFactory
  Stream<DynamicTest> castsOfActiveValues() {
    return new Programs()
        .add(
            "double to float and back passes the derivative",
            """
            static double f(double x) {
              double y = (float) (x * x);
              return y * 3;
            }
            """,
            f -> {
              f.at(0.5).modesAgree().valueIsThePrimals().naiveAgrees().gradientIs(3);
              f.at(1.5).isConsistent().gradientIs(9);
            })
        .add(
            "a redundant cast",
            """
            static double f(double x) {
              return (double) x * (double) (x + 1);
            }
            """,
            f -> f.at(0.5).isRight().gradientIs(2))
        .add(
            "a cast to int has no derivative",
            """
            static double f(double x) {
              int n = (int) (x * 10);
              return n * x;
            }
            """,
            f -> {
              f.at(0.75).isRight().gradientIs(7);
              f.at(-0.75).isRight().gradientIs(-7);
            })
        .add(
            "casts to long, short, char and byte have no derivative",
            """
            static double f(double x) {
              long l = (long) (x * 1e10);
              short s = (short) (x * 1e5);
              char c = (char) (x * 1e3);
              byte b = (byte) (x * 1e3);
              return x * l * 1e-10 + x * s + x * c + x * b;
            }
            """,
            f ->
                f.at(0.75005)
                    .isConsistent()
                    .gradientIs(0.75005 + (short) 75005 + (char) 750 + (byte) 750))
        .add(
            "the rest after a cast to int",
            """
            static double f(double x) {
              double frac = x - (int) x;
              return frac * frac * (3 - 2 * frac);
            }
            """,
            f -> {
              f.at(2.25).isRight().gradientIs(6 * 0.25 * 0.75);
              f.at(-1.5).isRight();
            })
        .add(
            "a cast to int that loses everything",
            """
            static double f(double x) {
              return x * (int) 1e20 * 1e-9 + x * (long) Double.NaN + x * (int) (x * 1e300);
            }
            """,
            f -> f.at(0.5).isConsistent().gradientIs(2147483647e-9 + 2147483647))
        .add(
            "a chain of casts",
            """
            static double f(double x, int n) {
              return x * (byte) (char) (short) (long) (n * 1.5);
            }
            """,
            f -> f.at(0.5, 1000).isRight().gradientIs((byte) 1500))
        .add(
            "casts bind tighter than operators",
            """
            static double f(double x) {
              return (float) x * x + (int) x * x - (double) -x;
            }
            """,
            f -> f.at(1.5).isConsistent().gradientIs(3 + 1 + 1))
        .add(
            "int results become double by assignment, argument and return",
            """
            static double f(double x, int n) {
              double d = n;
              d = n * 2;
              double e = Math.pow(x, n);
              return e * d + n;
            }
            """,
            f -> f.at(1.3, 3).isRight())
        .add(
            "a method whose int arithmetic is all that is returned besides",
            """
            static double f(double x, int n) {
              double keep = x;
              if (n > 100) {
                return n / 7;
              }
              return keep * n;
            }
            """,
            f -> {
              f.at(0.5, 200).isConsistent().gradientIs(0);
              f.at(0.5, 50).isRight().gradientIs(50);
            })
        .tests();
  }
}
