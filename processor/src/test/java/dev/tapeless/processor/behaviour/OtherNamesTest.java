package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Differentiated;
import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays that change their names, and get them back from each other. */
class OtherNamesTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3, 0.2};
  }

  private static void keepsNothing(Differentiated d, String... names) {
    for (String name : names) {
      assertThat(d.generated())
          .doesNotContain("double[][] " + name + "Saved", "double[][] " + name + "BarSaved");
    }
  }

  @TestFactory
  Stream<DynamicTest> arraysAreRegained() {
    return new Programs()
        .add(
            "two that change places",
            """
            @Differentiable(order = 2)
            static double f(double[] x, double k, int steps) {
              int n = x.length;
              double[] u = x.clone();
              double[] v = new double[n];
              for (int t = 0; t < steps; t++) {
                for (int i = 1; i < n; i++) {
                  v[i] = u[i] * u[i - 1] + k * v[i] * v[i - 1];
                }
                double[] kept = u;
                u = v;
                v = kept;
              }
              return u[1] * v[2] - k * v[3] * u[3];
            }
            """,
            d -> {
              keepsNothing(d, "u", "v");
              for (int steps = 0; steps < 4; steps++) {
                d.at(x(), 0.3, steps).isRight();
              }
            })
        .add(
            "three that go round, one way and the other",
            """
            static double f(double[] x, double k, int steps) {
              int n = x.length;
              double[] a = x.clone();
              double[] b = new double[n];
              double[] c = new double[n];
              for (int t = 0; t < steps; t++) {
                for (int i = 1; i < n; i++) {
                  c[i] = a[i] * b[i - 1] + k * c[i - 1] + x[i] * a[i - 1];
                }
                double[] kept = a;
                a = b;
                b = c;
                c = kept;
                b[0] = k * a[1];
                double[] other = c;
                c = b;
                b = other;
              }
              return a[1] * b[2] - k * c[3] * a[3] + c[1];
            }
            """,
            d -> {
              keepsNothing(d, "a", "b", "c");
              for (int steps = 0; steps < 5; steps++) {
                d.at(x(), 0.3, steps).isRight();
              }
            })
        .add(
            "on a branch, and in a loop within a loop",
            """
            static double f(double[] x, double k) {
              double[] u = x.clone();
              double[] v = {k, k * k, 1, 0.5};
              for (int t = 0; t < 3; t++) {
                for (int i = 0; i < 3; i++) {
                  v[i] = u[i] * u[i + 1] + k * v[i + 1];
                  if (v[i] > 0.2) {
                    double[] kept = v;
                    v = u;
                    u = kept;
                  }
                }
                double[] last = v;
                v = u;
                v[t] *= last[t + 1];
                u = last;
              }
              return u[1] * v[2] - v[3] + u[0];
            }
            """,
            d -> {
              d.at(x(), 0.3).isRight();
              d.at(new double[] {1.2, 0.9, 0.8, 1.1}, 0.7).isRight();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> arraysThatNobodyHasAreKept() {
    return new Programs()
        .add(
            "since the other name has got another one",
            """
            static double f(double[] x, double k, int steps) {
              double[] u = x.clone();
              double[] v = {k, k * k, 1, 0.5};
              double[] w = {1, k, x[0], 2};
              for (int t = 0; t < steps; t++) {
                double[] kept = u;
                kept[1] += 0.3 * v[2] * w[0];
                kept = w;
                kept[2] *= u[0];
                u = v;
                u[3] += x[1] * kept[1];
                v = kept;
                w = x;
              }
              return u[1] * v[2] - w[3] + u[3];
            }
            """,
            d -> {
              d.at(x(), 0.3, 1).isRight();
              d.at(x(), 0.3, 3).isRight();
            })
        .add(
            "since it has got one on a branch",
            """
            static double f(double[] x, double k, int steps) {
              double[] u = x.clone();
              double[] v = {k, k * k, 1, 0.5};
              for (int t = 0; t < steps; t++) {
                double[] kept = u;
                if (u[0] * k > 0.1) {
                  kept = new double[] {u[1], v[0], k, u[2]};
                }
                u = v;
                u[1] += kept[0] * kept[2];
                v = kept;
              }
              return u[1] * v[2] - v[3] + u[3];
            }
            """,
            d -> {
              for (int steps = 0; steps < 4; steps++) {
                d.at(x(), 0.3, steps).isRight();
              }
              d.at(new double[] {-0.7, 0.4, 1.3, 0.2}, 0.3, 3).isRight();
            })
        .tests();
  }
}
