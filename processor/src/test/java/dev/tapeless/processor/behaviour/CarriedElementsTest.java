package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Loops whose adjoints go to neighbouring elements, which are carried from trip to trip. */
class CarriedElementsTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3, 0.2, -0.9};
  }

  @TestFactory
  Stream<DynamicTest> neighbours() {
    return new Programs()
        .add(
            "of a sum, whose adjoints begin at zero",
            """
            static double f(double[] x) {
              double s = 0;
              for (int i = 0; i < x.length - 1; i++) {
                double b = x[i + 1] - x[i] * x[i];
                s += b * b * x[i];
              }
              return s;
            }
            """,
            d -> {
              assertThat(d.generated()).contains("xHereBar = xNextBar;");
              d.at(x()).isRight();
              d.at(new double[] {0.5}).isRight();
              d.at(new double[0]).isRight();
            })
        .add(
            "three of them, upwards and down",
            """
            static double[] f(double[] x, double k) {
              double[] y = new double[x.length];
              for (int i = 1; i <= x.length - 2; i++) {
                y[i] = x[i - 1] * x[i] - k * x[i + 1] * x[i];
              }
              for (int i = x.length - 2; i > 0; i--) {
                y[i] += x[i + 1] * x[i - 1] * k;
              }
              return y;
            }
            """,
            d -> {
              assertThat(d.generated()).contains("xPreviousBar = xHereBar;");
              d.at(x(), 0.8).isRight();
              d.at(new double[] {0.5, 0.3}, 0.8).isRight();
            })
        .add(
            "of a state that two others are made from",
            """
            static double f(double[] c, double a, int steps) {
              int n = c.length;
              double[] old = new double[n];
              double[] u = c.clone();
              for (int t = 0; t < steps; t++) {
                double[] next = new double[n];
                for (int i = 1; i < n - 1; i++) {
                  next[i] = 2 * u[i] - old[i] + a * c[i] * (u[i - 1] - 2 * u[i] + u[i + 1]);
                }
                old = u;
                u = next;
              }
              return u[1] * u[2] - old[3];
            }
            """,
            d -> {
              assertThat(d.generated()).contains("uHereBar = uPreviousBar;");
              d.at(x(), 0.3, 4).isRight();
              d.at(x(), 0.3, 1).isRight();
              d.at(new double[] {0.7, 0.2, 0.1, 0.4}, 0.3, 3).isRight();
            })
        .add(
            "of two buffers that change places",
            """
            static double f(double[] x, double k, int steps) {
              int n = x.length;
              double[] u = x.clone();
              double[] v = new double[n];
              for (int t = 0; t < steps; t++) {
                for (int i = 1; i < n - 1; i++) {
                  v[i] = u[i] * u[i] + k * (u[i - 1] - 2 * u[i] + u[i + 1]);
                }
                double[] kept = u;
                u = v;
                v = kept;
              }
              return u[1] * u[2] - v[3];
            }
            """,
            d -> {
              assertThat(d.generated()).contains("uHereBar = ");
              d.at(x(), 0.3, 4).isRight();
              d.at(x(), 0.3, 3).isRight();
              d.at(x(), 0.3, 0).isRight();
            })
        .add(
            "not of two names that may be the same array",
            """
            static double f(double[] x, double k, int steps) {
              int n = x.length;
              double[] u = x.clone();
              double[] v = new double[n];
              double s = 0;
              for (int t = 0; t < steps; t++) {
                for (int i = 1; i < n - 1; i++) {
                  s += v[i] * s + k * (u[i - 1] - 2 * u[i] * s + u[i + 1]);
                  v[i] += 0.1 * s * u[i];
                }
                if (t % 2 == 0) {
                  u = v;
                } else {
                  u = new double[n];
                  u[t] = s;
                }
              }
              return u[1] * u[2] - v[3] * s;
            }
            """,
            d -> {
              assertThat(d.generated()).doesNotContain("uHereBar");
              d.at(x(), 0.3, 4).isRight();
              d.at(x(), 0.3, 3).isRight();
            })
        .add(
            "of an array that is overwritten on the way",
            """
            static double f(double[] x) {
              double[] u = x.clone();
              for (int t = 0; t < 3; t++) {
                for (int i = 1; i < u.length - 1; i++) {
                  u[i] = u[i] * u[i - 1] + Math.sin(u[i + 1]);
                }
              }
              return u[1] * u[2] + u[3];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "with a gap, a choice, and elements that another name reaches",
            """
            static double f(double[] x, double[] y) {
              double s = 0;
              double[] z = y;
              for (int i = 1; i < x.length - 1; i++) {
                s += x[i - 1] * x[i + 1] + (x[i] > 0 ? x[i] * x[i + 1] : y[i] * z[i - 1]);
                s += y[i] * y[i + 1] * z[0];
              }
              return s;
            }
            """,
            d -> d.at(x(), x()).isRight())
        .add(
            "as float, twice over the same array",
            """
            static float f(float[] x) {
              float s = 0;
              for (int i = 0; i + 1 < x.length; i++) {
                s += x[i] * x[i + 1];
              }
              for (int i = 0; i < x.length - 1; i++) {
                s -= x[i] * x[i] * x[i + 1];
              }
              return s;
            }
            """,
            d -> d.at(new float[] {0.5f, 0.25f, -0.75f}).isRight())
        .tests();
  }
}
