package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Recursive helpers that return a number and write arrays, which are results as well. */
class WrittenArgumentsOfRecursionsTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> haveAdjointsThatComeLater() {
    return new Programs()
        .add(
            "of an array that is only filled",
            """
            @Differentiable(order = 2)
            static double f(double[] x, int n) {
              double[] out = new double[1];
              double r = h(x, out, n);
              return r + 10 * out[0];
            }

            static double h(double[] a, double[] out, int n) {
              if (n == 0) {
                return 0;
              }
              out[0] = a[0] * a[0];
              return a[1] * a[1] + h(a, out, n - 1);
            }
            """,
            d -> {
              d.at(x(), 0).isRight();
              d.at(x(), 1).isRight();
              d.at(x(), 3).isRight();
            })
        .add(
            "of elements that change places",
            """
            static double f(double[] x, int n) {
              double[] a = x.clone();
              return h(a, n) + 3 * a[0];
            }

            static double h(double[] a, int n) {
              if (n == 0) {
                return 0;
              }
              double t = a[0];
              a[0] = a[1];
              a[1] = t;
              return 2 * a[1] + h(a, n - 1);
            }
            """,
            d -> {
              d.at(x(), 1).isRight();
              d.at(x(), 4).isRight();
            })
        .add(
            "of two helpers that call each other",
            """
            static double f(double[] x, int n) {
              double[] a = x.clone();
              return even(a, n) + a[1];
            }

            static double even(double[] a, int n) {
              if (n == 0) {
                return a[0];
              }
              a[n % 3] += a[0];
              return a[2] + odd(a, n - 1);
            }

            static double odd(double[] a, int n) {
              return n == 0 ? 2 * a[1] : a[1] + even(a, n - 1);
            }
            """,
            d -> {
              d.at(x(), 5).isRight();
              d.at(x(), 2).isRight();
            })
        .tests();
  }
}
