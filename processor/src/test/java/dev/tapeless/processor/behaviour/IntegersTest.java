package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Integers and bits are never differentiated, but steer what is. */
class IntegersTest {

  @TestFactory
  Stream<DynamicTest> integerArithmetic() {
    return new Programs()
        .add(
            "shifts and bits make a coefficient",
            """
            static double f(double x, int bits) {
              int a = bits << 3 | bits >>> 28 ^ bits & 0xFF;
              int b = ~bits >> 2;
              return x * a * 1e-6 + x * x * b * 1e-6;
            }
            """,
            f -> {
              f.at(0.7, 0x1234567).isRight();
              f.at(0.7, -5).isRight();
            })
        .add(
            "shift distances wrap",
            """
            static double f(double x, int n) {
              int a = 1 << n;
              long b = 1L << n;
              int c = -1 >>> n;
              int d = -8 >> (n & 1);
              long e = 3L >>> n + 1L;
              return x * a * 1e-6 + x * b * 1e-9 + x * c * 1e-6 + x * d + x * e;
            }
            """,
            f -> {
              f.at(0.7, 35).isRight();
              f.at(0.7, -1).isRight();
            })
        .add(
            "power by squaring, steered by the bits of the exponent",
            """
            static double f(double x, int n) {
              double result = 1;
              double square = x;
              int m = n;
              while (m > 0) {
                if ((m & 1) == 1) {
                  result *= square;
                }
                square *= square;
                m >>= 1;
              }
              return result;
            }
            """,
            f -> {
              f.at(1.1, 13).isRight().gradientIs(13 * Math.pow(1.1, 12));
              f.at(-0.9, 6).isRight();
              f.at(0.5, 0).isRight().gradientIs(0);
            })
        .add(
            "a linear congruential generator steers the branches",
            """
            static double f(double x, int seed) {
              int state = seed;
              double y = x;
              for (int i = 0; i < 20; i++) {
                state = state * 1103515245 + 12345;
                if ((state >>> 16 & 1) == 0) {
                  y = y * 0.9 + x;
                } else {
                  y = Math.sin(y);
                }
              }
              return y;
            }
            """,
            f -> {
              f.at(0.7, 42).isRight();
              f.at(0.7, -1).isRight();
            })
        .add(
            "an xorshift of longs",
            """
            static double f(double x, long seed) {
              long s = seed;
              double sum = 0;
              for (int i = 0; i < 8; i++) {
                s ^= s << 13;
                s ^= s >>> 7;
                s ^= s << 17;
                sum += (s >>> 11) * 0x1p-53 * x * x;
              }
              return sum;
            }
            """,
            f -> f.at(0.7, 88172645463325252L).isRight())
        .add(
            "Euclid's algorithm",
            """
            static double f(double x, int a, int b) {
              while (b != 0) {
                int t = a % b;
                a = b;
                b = t;
                x = x * x + a;
              }
              return x * a;
            }
            """,
            f -> f.at(0.3, 252, 105).isRight())
        .add(
            "Collatz steps",
            """
            static double f(double x, int n) {
              double y = x;
              while (n != 1) {
                if (n % 2 == 0) {
                  n /= 2;
                  y = y * 0.5 + x;
                } else {
                  n = 3 * n + 1;
                  y = Math.cos(y) * x;
                }
              }
              return y;
            }
            """,
            f -> {
              f.at(0.7, 6).isRight();
              f.at(0.7, 1).isRight();
            })
        .add(
            "integer methods of the library",
            """
            static double f(double x, int n) {
              int a = Math.max(n, 3) + Math.abs(n) + Math.floorMod(n, 5) + Integer.bitCount(n);
              return x * a + x * x * Math.min(n, -2) + Long.numberOfTrailingZeros(8L) * x;
            }
            """,
            f -> f.at(0.5, -7).isRight())
        .add(
            "the value of an active number steers an integer",
            """
            static double f(double x) {
              int k = x > 1 ? 2 : 3;
              int n = (int) Math.floor(x * 4) + k;
              double y = 1;
              for (int i = 0; i < n; i++) {
                y = y * x + i;
              }
              return y;
            }
            """,
            f -> {
              f.at(1.3).isRight();
              f.at(0.6).isRight();
            })
        .add(
            "division by zero in integers is the primal's exception, and not met when not executed",
            """
            static double f(double x, int n) {
              double y = x * x;
              if (n != 0) {
                y = y * (10 / n);
              }
              return y;
            }
            """,
            f -> {
              f.at(0.5, 0).isRight().gradientIs(1);
              f.at(0.5, 3).isRight().gradientIs(3);
            })
        .add(
            "bit patterns of doubles are integers",
            """
            static double f(double x, double c) {
              long bits = Double.doubleToLongBits(c);
              int exponent = (int) (bits >>> 52 & 0x7FF) - 1023;
              return x * exponent;
            }
            """,
            f -> f.at(0.5, 8.5).isConsistent().gradientIs(3, 0))
        .tests();
  }
}
