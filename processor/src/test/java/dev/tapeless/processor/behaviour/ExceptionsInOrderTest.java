package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Of several things that fail, a derivative fails with the one that the method fails with. */
class ExceptionsInOrderTest {

  private record Case(String name, String method, String arguments, String expected) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "a helper whose result nobody wants",
              """
              static double f(double[] x, int k) {
                at(x, k);
                return x[0] * x[1];
              }

              static double at(double[] x, int k) {
                return x[k];
              }
              """,
              "new double[] {1, 2}, 9",
              "java.lang.ArrayIndexOutOfBoundsException: Index 9 out of bounds for length 2"),
          new Case(
              "a division in a helper whose result nobody wants",
              """
              static double f(double[] x, int k) {
                tenth(x[0], k);
                return x[0] * x[1];
              }

              static double tenth(double x, int k) {
                return x * (10 / k);
              }
              """,
              "new double[] {1, 2}, 0",
              "java.lang.ArithmeticException: / by zero"),
          new Case(
              "a loop that throws, before an element that is not there",
              """
              static double f(double[] x, int k) {
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                  if (x[i] < 0) {
                    throw new IllegalStateException("negative");
                  }
                  s += x[i] * x[i];
                }
                return s / x[k];
              }
              """,
              "new double[] {1, -2}, 7",
              "java.lang.IllegalStateException: negative"),
          new Case(
              "a loop that throws, before a division of integers",
              """
              static double f(double[] x, int k) {
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                  if (x[i] < 0) {
                    throw new IllegalStateException("negative");
                  }
                  s += x[i] * x[i];
                }
                return s / (1 / k);
              }
              """,
              "new double[] {1, -2}, 0",
              "java.lang.IllegalStateException: negative"),
          new Case(
              "the size of an array that a loop without trips fills",
              """
              static double f(double[] x, int k, @dev.tapeless.Constant double[] size) {
                double[] w = new double[size.length];
                double s = x[0] * x[0];
                for (int i = 0; i < k; i++) {
                  for (int j = 0; j < size.length; j++) {
                    w[j] = x[0] * i * j;
                  }
                  for (int j = 0; j < size.length; j++) {
                    s += w[j] * w[j];
                  }
                }
                return s;
              }
              """,
              "new double[] {1, -2}, 0, (double[]) null",
              "java.lang.NullPointerException: Cannot read the array length because"));

  @TestFactory
  Stream<DynamicTest> asTheMethod() {
    return CASES.stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
  }

  @Test
  void aHessianWithoutColumns() {
    String program =
        """
        package exceptions;

        final class Subject {
          @dev.tapeless.Differentiable(order = 2)
          static double f(double[] x) {
            if (x.length == 0) {
              throw new IllegalArgumentException("empty");
            }
            return x[0] * x[0];
          }

          static String thrown() {
            try {
              return "nothing but " + SubjectAdjoint.fHessian(new double[0]).length;
            } catch (IllegalArgumentException e) {
              return e.getMessage();
            }
          }
        }
        """;
    assertThat(Compiled.of(program).run("exceptions.Subject", "thrown")).isEqualTo("empty");
  }

  private static void check(Case c) {
    String program =
        """
        package exceptions;

        final class Subject {
          @dev.tapeless.Differentiable
          METHOD

          static String thrown(Runnable operation) {
            try {
              operation.run();
              return "nothing";
            } catch (RuntimeException e) {
              return e.toString();
            }
          }

          static java.util.List<String> all() {
            return java.util.List.of(
                thrown(() -> f(ARGUMENTS)),
                thrown(() -> SubjectAdjoint.fGradient(ARGUMENTS)),
                thrown(() -> SubjectAdjoint.fValueAndGradient(ARGUMENTS)),
                thrown(() -> SubjectAdjoint.fVjp(ARGUMENTS, 1)),
                thrown(() -> SubjectAdjoint.fJvp(ARGUMENTS, new double[] {1, 0})));
          }
        }
        """
            .replace("METHOD", c.method())
            .replace("ARGUMENTS", c.arguments());
    assertThat((List<?>) Compiled.of(program).run("exceptions.Subject", "all"))
        .hasSize(5)
        .allSatisfy(text -> assertThat((String) text).startsWith(c.expected()));
  }
}
