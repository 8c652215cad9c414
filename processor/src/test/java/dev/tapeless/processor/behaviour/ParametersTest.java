package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which parameters are differentiated, and what may be done with them. */
class ParametersTest {

  @TestFactory
  Stream<DynamicTest> parameters() {
    return new Programs()
        .add(
            "constant parameters",
            """
            static double f(@Constant double a, double x, @Constant double b, double y) {
              return a * x * x + b * y * x + a * b;
            }
            """,
            f -> f.at(1.5, 0.6, -2.0, 1.1).isRight().gradientIs(2 * 1.5 * 0.6 - 2 * 1.1, -2 * 0.6))
        .add(
            "constant parameters are overwritten",
            """
            static double f(double x, @Constant double c) {
              c = c * x;
              double y = c * c;
              c = 2;
              return y * c;
            }
            """,
            f -> f.at(0.6, 1.5).isRight().gradientIs(4 * 0.6 * 2.25))
        .add(
            "a final constant parameter",
            """
            static double f(final @Constant double c, final double x) {
              return c * x * x;
            }
            """,
            f -> f.at(1.5, 0.6).isRight())
        .add(
            "a fully qualified annotation",
            """
            static double f(double x, @dev.tapeless.Constant double c) {
              return c * x * x;
            }
            """,
            f -> f.at(0.6, 1.5).isRight().gradientIs(1.8))
        .add(
            "a parameter that the result does not depend on",
            """
            static double f(double x, double unused, double y) {
              return x * y;
            }
            """,
            f -> f.at(0.6, 5.0, 1.1).isRight().gradientIs(1.1, 0, 0.6))
        .add(
            "a parameter is read after it was overwritten",
            """
            static double f(double x) {
              double y = x * x;
              x = y + 1;
              y = x * y;
              x = x * y;
              return x + y;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "int parameters are overwritten",
            """
            static double f(double x, int n) {
              double y = x * n;
              n = n * 2;
              y += x * x * n;
              n -= 3;
              return y * n;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "ten parameters",
            """
            static double f(double a, double b, double c, double d, double e, double g, double h, double i, double j, double k) {
              return a * b + c * d * e - g / h + i * Math.sin(j * k) * a;
            }
            """,
            f -> f.at(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 1.5).isRight())
        .add(
            "bars flow through a long chain of names for the same value",
            """
            static double f(double x) {
              double a = x;
              double b = a;
              double c = b;
              double d = c;
              return a * b * c * d;
            }
            """,
            f -> f.at(0.6).isRight().gradientIs(4 * 0.216))
        .tests();
  }
}
