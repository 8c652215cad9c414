package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arithmetic of floats stays that of floats. */
class FloatTest {

  @TestFactory
  Stream<DynamicTest> floats() {
    return new Programs()
        .add(
            "a float result of a float parameter",
            """
            static float f(float x) {
              return x * x * x;
            }
            """,
            f -> f.at(1.5f).isRight().gradientIs(6.75))
        .add(
            "a float result of a double parameter",
            """
            static float f(double x) {
              return (float) (x * x);
            }
            """,
            f -> f.at(1.5).isRight().gradientIs(3))
        .add(
            "a double result of a float parameter",
            """
            static double f(float x) {
              return x * x + Math.exp(x);
            }
            """,
            f -> f.at(0.5f).isRight().gradientIs(1 + Math.exp(0.5)))
        .add(
            "floats and doubles mixed",
            """
            static double f(float a, double b) {
              float c = a * a;
              double d = c * b;
              c = (float) (d * a);
              return c * d + a / b;
            }
            """,
            f -> f.at(0.75f, 1.5).isRight())
        .add(
            "float locals in a loop",
            """
            static float f(float x, int n) {
              float s = 0;
              for (int i = 1; i <= n; i++) {
                s = s * x + 1f / i;
              }
              return s;
            }
            """,
            f -> {
              f.at(0.9f, 6).isRight();
              f.at(0.9f, 0).isRight().gradientIs(0);
            })
        .add(
            "a float accumulates doubles with an implicit cast",
            """
            static float f(double x, float y) {
              float s = y;
              s += x * x;
              s *= x;
              s -= Math.sin(x);
              s /= 2.5;
              return s;
            }
            """,
            f -> f.at(0.9, 0.3f).isRight())
        .add(
            "float and int arithmetic",
            """
            static float f(float x, int n) {
              return x * n / 3 + n / 2 * x + (n > 2 ? x : 1);
            }
            """,
            f -> f.at(0.5f, 5).isRight())
        .add(
            "an overwritten float",
            """
            static float f(float x) {
              float y = x;
              y = y * y + x;
              y = y * y - x;
              y = y / (1 + y * y);
              return y;
            }
            """,
            f -> f.at(0.4f).isRight())
        .add(
            "a float gradient beside a double gradient",
            """
            static float f(float a, @Constant float c, double b, int n) {
              return (float) (a * b * c + n * b * b);
            }
            """,
            f -> f.at(0.5f, 2f, 1.25, 3).isRight().gradientIs(2.5, 1 + 7.5))
        .add(
            "library methods of float",
            """
            static float f(float x) {
              return Math.abs(x) * Math.max(x, 0.25f) + (float) Math.sqrt(Math.abs(x));
            }
            """,
            f -> {
              f.at(0.5f).isRight();
              f.at(-2f).isRight();
            })
        .add(
            "a while loop over floats",
            """
            static float f(float x) {
              float y = x;
              while (y > 0.1f) {
                y = y / (1.2f + y);
              }
              return y;
            }
            """,
            f -> {
              f.at(0.95f).isRight();
              f.at(0.05f).isRight().gradientIs(1);
            })
        .tests();
  }
}
