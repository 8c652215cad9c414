package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Parameters and locals of every primitive type, and how they meet. */
class PrimitiveTypesTest {

  @TestFactory
  Stream<DynamicTest> parametersAndLocals() {
    return new Programs()
        .add(
            "double and int parameters",
            """
            static double f(double x, int n) {
              return n * x * x + x / n;
            }
            """,
            f -> {
              f.at(0.7, 3).isRight().gradientIs(6 * 0.7 + 1 / 3.0);
              f.at(-1.5, -2).isRight();
            })
        .add(
            "a parameter of every primitive type",
            """
            static double f(boolean b, byte y, short s, char c, int i, long l, float q, double x) {
              double r = b ? x * y : x * s;
              r += c * x * x + i * q;
              return r * l + q * q;
            }
            """,
            f -> {
              f.at(true, (byte) -3, (short) 200, 'a', 5, 1L << 20, 0.5f, 1.25).isRight();
              f.at(false, (byte) 7, (short) -9, 'z', -5, -3L, -2f, -0.75).isRight();
            })
        .add(
            "a local of every primitive type",
            """
            static double f(double x) {
              boolean b = x > 0;
              byte y = 12;
              short s = -300;
              char c = 'x';
              int i = 1000000;
              long l = 1L << 40;
              float q = 0.5f;
              double d = x * y;
              d += s * x * x;
              d -= c / x;
              d += i * 1e-6 * x * x * x;
              d += l * 1e-12 * x;
              return b ? d * q : d / q;
            }
            """,
            f -> {
              f.at(0.7).isRight();
              f.at(-1.3).isRight();
            })
        .add(
            "final and var",
            """
            static double f(final double x, final int n) {
              final var a = x * x;
              var k = n + 1;
              var b = a * k;
              final double c = b / (1 + a);
              return c * b;
            }
            """,
            f -> f.at(1.1, 4).isRight())
        .add(
            "several variables in one declaration",
            """
            static double f(double x, double y) {
              double a = x * y, b = a * a, c;
              c = a - b * x;
              return c * b;
            }
            """,
            f -> f.at(0.4, -1.2).isRight())
        .add(
            "long arithmetic scales the result",
            """
            static double f(double x, long n) {
              long m = n * n - 7L;
              return x * x * m + n / x;
            }
            """,
            f -> {
              f.at(1.25, 123456789L).isRight();
              f.at(-2.0, -4L).isRight();
            })
        .add(
            "a char steers and counts",
            """
            static double f(double x, char c) {
              int d = c - 'a';
              char next = (char) (c + 1);
              return x * x * d + next * x;
            }
            """,
            f -> f.at(0.3, 'd').isRight().gradientIs(2 * 0.3 * 3 + 'e'))
        .add(
            "char, byte and short arithmetic with implicit casts",
            """
            static double f(double x, char c, byte b, short s) {
              c += 3;
              c++;
              b += 100;
              b *= 2;
              s -= 1;
              s <<= 3;
              return x * c + x * x * b + x * x * x * s;
            }
            """,
            f -> {
              f.at(0.5, 'p', (byte) 100, (short) 8000).isRight();
              f.at(-0.5, (char) 65534, (byte) -128, (short) -32768).isRight();
            })
        .add(
            "booleans as values",
            """
            static double f(double x, boolean flip) {
              boolean big = x > 1;
              boolean both = big & !flip;
              boolean either = big | flip;
              boolean one = big ^ flip;
              double r = x;
              if (both) {
                r = r * x;
              }
              if (either) {
                r = r + Math.sin(x);
              }
              if (one == (x > 0)) {
                r = r * r;
              }
              big &= flip;
              big |= x < -5;
              big ^= true;
              return big ? r * 3 : r / 3;
            }
            """,
            f -> {
              f.at(2.0, true).isRight();
              f.at(2.0, false).isRight();
              f.at(0.5, true).isRight();
              f.at(-0.5, false).isRight();
            })
        .add(
            "a character literal, hexadecimal, binary, octal and underscored literals",
            """
            static double f(double x) {
              return x * 'A' + x * x * 0x1F + x * 0b101 + x * 017 + x * 1_000 + x * 0x1p-2 + x * 1e3 + x * 5L;
            }
            """,
            f ->
                f.at(0.25)
                    .isRight()
                    .gradientIs(65 + 2 * 0.25 * 31 + 5 + 15 + 1000 + 0.25 + 1000 + 5))
        .add(
            "the extreme values of the types as constants",
            """
            static double f(double x) {
              double a = x * Integer.MAX_VALUE * 1e-9;
              double b = x * Long.MIN_VALUE * 1e-18;
              double c = x * x * Byte.MIN_VALUE + x * Short.MAX_VALUE + x * Character.MAX_VALUE;
              return a * b + c + Double.MIN_VALUE;
            }
            """,
            f -> f.at(0.75).isRight())
        .add(
            "constants of the class",
            """
            private static final double HALF = 0.5;
            private static final int COUNT = 3;
            static final double THIRD = HALF / 1.5;
            static double f(double x) {
              double r = 0;
              for (int i = 0; i < COUNT; i++) {
                r += HALF * x * x * i + THIRD;
              }
              return r * Math.PI + Math.E * x;
            }
            """,
            f -> f.at(0.8).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> promotions() {
    return new Programs()
        .add(
            "int, long and float are promoted to double",
            """
            static double f(double x, int i, long l, float q) {
              return x * i + x * l + x * q + i * l + q * i;
            }
            """,
            f -> f.at(0.9, 3, 4L, 0.25f).isRight())
        .add(
            "int division before the promotion",
            """
            static double f(double x, int a, int b) {
              return x * (a / b) + x * x * (a % b) + a / b * x + x * a / b;
            }
            """,
            f -> {
              f.at(0.9, 17, 5).isRight().gradientIs(3 + 2 * 0.9 * 2 + 3 + 17 / 5.0);
              f.at(0.9, -17, 5).isRight();
              f.at(0.9, 17, -5).isRight();
            })
        .add(
            "int arithmetic overflows before the promotion",
            """
            static double f(double x, int n) {
              int big = n * n;
              return x * big * 1e-9 + x * x * (n + Integer.MAX_VALUE) * 1e-9 + n * n * x * 1e-9;
            }
            """,
            f -> f.at(0.9, 100000).isRight())
        .add(
            "long and int mixed do not overflow",
            """
            static double f(double x, int n, long m) {
              return x * (n * m) * 1e-9 + x * (n * n + m) * 1e-9;
            }
            """,
            f -> f.at(0.9, 100000, 100000L).isRight())
        .add(
            "both branches of a conditional expression are promoted",
            """
            static double f(double x, int n, boolean b) {
              return (b ? n : x) * x + (b ? x : n) + (b ? 1 : 2L) * x + (b ? 'a' : n) * x;
            }
            """,
            f -> {
              f.at(0.9, 7, true).isRight().gradientIs(7 + 1 + 1 + 97);
              f.at(0.9, 7, false).isRight().gradientIs(1.8 + 2 + 7);
            })
        .tests();
  }
}
