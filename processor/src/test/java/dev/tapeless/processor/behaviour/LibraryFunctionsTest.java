package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Methods of Math and StrictMath inside of programs. */
class LibraryFunctionsTest {

  @TestFactory
  Stream<DynamicTest> functions() {
    return new Programs()
        .add(
            "powers, roots and exponentials",
            """
            static double f(double x, double y) {
              double a = Math.pow(x, y) + Math.sqrt(x * y) + Math.cbrt(x + y);
              double b = Math.exp(-x) * Math.expm1(y) + Math.pow(x, 3) + Math.pow(2, y);
              return a * b + Math.pow(a, 0.5) + Math.pow(b, -1);
            }
            """,
            f -> {
              f.at(0.6, 1.4).isRight();
              f.at(2.6, 0.4).isRight();
            })
        .add(
            "logarithms",
            """
            static double f(double x, double y) {
              return Math.log(x * y) * Math.log10(x + y) + Math.log1p(x * x) * Math.log(y);
            }
            """,
            f -> f.at(0.6, 1.4).isRight())
        .add(
            "circular functions",
            """
            static double f(double x, double y) {
              double s = Math.sin(x * y);
              double c = Math.cos(x + s);
              return s * c + Math.tan(x) + Math.asin(s) * Math.acos(c * 0.5) + Math.atan(y * c) + Math.atan2(y, x);
            }
            """,
            f -> {
              f.at(0.6, 0.4).isRight();
              f.at(-0.6, 0.4).isRight();
            })
        .add(
            "hyperbolic functions",
            """
            static double f(double x, double y) {
              return Math.sinh(x * y) + Math.cosh(x) * Math.tanh(y) + Math.tanh(Math.sinh(x - y));
            }
            """,
            f -> f.at(0.6, 1.4).isRight())
        .add(
            "hypot, fma, remainders and signs",
            """
            static double f(double x, double y) {
              double h = Math.hypot(x, y) + Math.fma(x, y, x * x);
              return h * Math.IEEEremainder(3 * x, y) + Math.copySign(x, -1) * Math.abs(y) - Math.copySign(y * x, x) + 7 * x % y;
            }
            """,
            f -> {
              f.at(0.65, 1.4).isRight();
              f.at(-1.7, 0.9).isRight();
            })
        .add(
            "angles and scales",
            """
            static double f(double x, int n) {
              return Math.toRadians(x) * Math.toDegrees(x) + Math.scalb(x, n) * x;
            }
            """,
            f -> f.at(0.6, 3).isRight())
        .add(
            "maxima and minima",
            """
            static double f(double x, double y) {
              double a = Math.max(x * x, y) * Math.min(x, y * y);
              return Math.max(a, Math.min(x + y, 2)) + Math.max(x, 1) + Math.min(3 * y, 2.5f);
            }
            """,
            f -> {
              f.at(0.6, 1.3).isRight();
              f.at(1.6, 0.3).isRight();
              f.at(-1.6, -0.4).isRight();
            })
        .add(
            "steps have no derivative",
            """
            static double f(double x) {
              return x * Math.floor(x) + x * Math.ceil(x) + x * Math.rint(x) + x * Math.signum(x) + x * Math.round(x);
            }
            """,
            f -> {
              f.at(1.7).isRight().gradientIs(1 + 2 + 2 + 1 + 2);
              f.at(-1.7).isRight();
            })
        .add(
            "methods of StrictMath",
            """
            static double f(double x, double y) {
              double a = StrictMath.sin(x) * StrictMath.exp(y) + StrictMath.pow(x, y) + StrictMath.sqrt(x);
              return a * StrictMath.tanh(x) + StrictMath.atan2(y, x) - StrictMath.log(a) + StrictMath.max(x, y) * StrictMath.abs(x);
            }
            """,
            f -> f.at(0.6, 1.4).isRight())
        .add(
            "an imported and a qualified name",
            """
            static double f(double x) {
              return java.lang.Math.sin(x) * java.lang.StrictMath.cos(x);
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "calls in calls",
            """
            static double f(double x) {
              return Math.exp(Math.sin(Math.sqrt(Math.abs(Math.cos(x * x)) + 1)) * Math.log(1 + Math.exp(x)));
            }
            """,
            f -> {
              f.at(0.6).isRight();
              f.at(-2.1).isRight();
            })
        .add(
            "the same call more than once",
            """
            static double f(double x, double y) {
              double a = Math.exp(x * y) + Math.exp(x * y) * Math.sin(x * y);
              x = x + 1;
              return a + Math.exp(x * y) * Math.sin(x * y);
            }
            """,
            f -> f.at(0.6, 0.4).isRight())
        .add(
            "a result that is needed in reverse is overwritten",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                y = Math.exp(-y) + Math.sqrt(y) * Math.tanh(y * x);
              }
              return y;
            }
            """,
            f -> f.at(0.6, 5).isRight())
        .add(
            "methods of the boxes",
            """
            static double f(double x, double y) {
              double a = Double.max(x, y) + Double.min(x, y) * Double.sum(x, y);
              return Double.isNaN(a) || Double.compare(x, y) > 0 ? a : a * Integer.signum(-3);
            }
            """,
            f -> {
              f.at(0.6, 1.4).isRight();
              f.at(1.6, 1.4).isRight();
            })
        .add(
            "the normal distribution by a series",
            """
            static double f(double x) {
              double sum = x;
              double value = x;
              for (int i = 1; i <= 30; i++) {
                value = value * x * x / (2 * i + 1);
                sum += value;
              }
              return 0.5 + sum / Math.sqrt(2 * Math.PI) * Math.exp(-(x * x) / 2);
            }
            """,
            f -> f.at(0.6).isRight().gradientIs(Math.exp(-0.18) / Math.sqrt(2 * Math.PI)))
        .add(
            "log of a sum of exponentials",
            """
            static double f(double x, double y, double z) {
              double m = Math.max(x, Math.max(y, z));
              return m + Math.log(Math.exp(x - m) + Math.exp(y - m) + Math.exp(z - m));
            }
            """,
            f -> {
              f.at(0.6, 0.4, -1.0).isRight();
              f.at(800.0, 1000.0, -1000.0).isConsistent().gradientIs(0, 1, 0);
            })
        .tests();
  }
}
