package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Elements of new arrays to which something is added for the first time. */
class FirstAccumulationsTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> areStored() {
    return new Programs()
        .add(
            "of the adjoints of a work array, which need no zeros afterwards",
            """
            static double[] f(double[] x, int steps) {
              int n = x.length;
              double[] y = x.clone();
              double[] k = new double[n];
              for (int step = 0; step < steps; step++) {
                k[0] = x[0] * y[1];
                for (int i = 1; i < n; i++) {
                  k[i] = x[i] * y[i - 1];
                }
                for (int i = 0; i < n; i++) {
                  y[i] += 0.1 * k[i];
                }
              }
              return y;
            }
            """,
            d -> {
              d.at(x(), 4).isRight();
              d.at(x(), 0).isRight();
              assertThat(d.generated()).contains("kBar[i] = 0.1 * yiBar;");
              assertThat(d.generated()).doesNotContain("kBar[i] = 0;", "kBar[0] = 0;");
            })
        .add(
            "of neighbours, of which the last one stays zero",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double s = 0.5;
              for (int step = 0; step < steps; step++) {
                double[] u = new double[n];
                for (int i = 0; i < n; i++) {
                  u[i] = x[i] * s;
                }
                double[] w = new double[n];
                for (int i = 1; i < n; i++) {
                  w[i] = x[i] * u[i - 1];
                }
                for (int i = 1; i < n; i++) {
                  s += 0.1 * w[i] * w[i];
                }
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 3).isRight();
              assertThat(d.generated()).contains("uBar[i - 1] = x[i] * wiBar;");
            })
        .add(
            "one after another",
            """
            static double f(double[] x) {
              double a = Math.sin(x[0]) * x[2];
              double b = Math.exp(x[1]) + a;
              return a * b + x[2] * b;
            }
            """,
            d -> {
              d.at(x()).isRight();
              // Then a share of another product comes to it.
              assertThat(d.generated()).contains("xBar[1] = ");
            })
        .add(
            "on a branch",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double s = 0.5;
              for (int step = 0; step < steps; step++) {
                double[] u = new double[n];
                for (int i = 0; i < n; i++) {
                  u[i] = x[i] * s;
                }
                for (int i = 0; i < n; i++) {
                  if (u[i] > 0) {
                    s += u[i] * u[i];
                  }
                }
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 3).isRight();
              assertThat(d.generated()).contains("uBar[i] = 2 * u[i] * sBar;");
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> areAddedWhereSomethingMayBeThere() {
    return new Programs()
        .add(
            "by an earlier trip of an inner loop",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double s = 0.5;
              for (int step = 0; step < steps; step++) {
                double[] u = new double[n];
                for (int i = 0; i < n; i++) {
                  u[i] = x[i] * s;
                }
                for (int i = 0; i < n; i++) {
                  for (int j = 0; j < n; j++) {
                    s += x[j] * u[i];
                  }
                }
              }
              return s;
            }
            """,
            d -> d.at(x(), 3).isRight())
        .add(
            "of an element with an index that repeats",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double s = 0.5;
              for (int step = 0; step < steps; step++) {
                double[] u = new double[n];
                for (int i = 0; i < n; i++) {
                  u[i] = x[i] * s;
                }
                for (int i = 0; i < n; i++) {
                  s += x[i] * u[i / 2];
                }
              }
              return s;
            }
            """,
            d -> d.at(x(), 3).isRight())
        .add(
            "of an array that is used on both sides of an exit",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double s = 0.5;
              int step = 0;
              while (true) {
                double[] w = new double[n];
                for (int i = 0; i < n; i++) {
                  w[i] += x[i] * s;
                }
                for (int i = 0; i < n; i++) {
                  s += 0.1 * w[i];
                  w[i] = 0;
                }
                if (step == steps) {
                  break;
                }
                s += x[0] * w[1];
                w[1] += s;
                s -= 0.3 * w[1];
                step++;
              }
              return s;
            }
            """,
            d -> d.at(x(), 3).isRight())
        .add(
            "of two neighbours in a trip",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double s = 0.5;
              for (int step = 0; step < steps; step++) {
                double[] u = new double[n];
                for (int i = 0; i < n; i++) {
                  u[i] = x[i] * s;
                }
                for (int i = 1; i < n; i++) {
                  s += x[i] * u[i] * u[i - 1];
                }
              }
              return s;
            }
            """,
            d -> d.at(x(), 3).isRight())
        .add(
            "of an element that is overwritten and read before",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double s = 0.5;
              for (int step = 0; step < steps; step++) {
                double[] u = new double[n];
                for (int i = 0; i < n; i++) {
                  u[i] = x[i] * s;
                  s += 0.1 * u[i];
                  u[i] = s * u[0];
                }
                for (int i = 0; i < n; i++) {
                  s += x[i] * u[i];
                }
              }
              return s;
            }
            """,
            d -> d.at(x(), 3).isRight())
        .tests();
  }
}
