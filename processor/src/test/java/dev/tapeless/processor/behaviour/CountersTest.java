package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Integers that loops step. */
class CountersTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> counters() {
    return new Programs()
        .add(
            "before and after the step, by more than one, in nested loops and with no trips",
            """
            static double f(double[] x, int n) {
              int p = 0;
              int q = 5;
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += x[p % 3] * x[q % 3];
                p += 2;
                s += x[p % 3] * s * 0.1;
                q -= 1;
                for (int j = i + 1; j <= n; j++) {
                  p++;
                  s += x[(p + j) % 3] * x[1];
                }
                s += p * q * x[0];
              }
              return s * p + q * x[2];
            }
            """,
            d -> d.at(x(), 4).isRight().at(x(), 0).isRight().at(x(), -3).isRight())
        .add(
            "from above zero to the least number",
            """
            static double f(double x, int n) {
              int p = 0;
              for (int i = 1; i < n; i++) {
                p++;
              }
              return x * p + x * x;
            }
            """,
            d -> d.at(0.7, Integer.MIN_VALUE).isRight().at(0.7, 4).isRight())
        .add(
            "stepped on condition, twice, or downwards",
            """
            static double f(double[] x, int n) {
              int p = 0;
              int q = 0;
              int r = 0;
              double s = 0;
              for (int i = 0; i < n; i++) {
                if (x[i % 3] > 0) {
                  p++;
                }
                q++;
                q++;
                s += x[p % 3] * x[q % 3];
              }
              for (int i = n; i > 0; i--) {
                s += x[r % 3] * x[i % 3];
                r++;
              }
              return s * r;
            }
            """,
            d -> d.at(x(), 4).isRight())
        .add(
            "that its own loop asks for",
            """
            static double f(double[] x, int n) {
              int p = 1;
              double s = 0;
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < p; j++) {
                  s += x[j % 3] * x[i % 3];
                }
                p++;
              }
              return s;
            }
            """,
            d -> d.at(x(), 4).isRight())
        .tests();
  }
}
