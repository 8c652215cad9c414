package dev.tapeless.processor.testing;

import static dev.tapeless.processor.testing.Differentiated.differentiate;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The checks themselves: they pass what is right, and see what is wrong. */
class DifferentiatedTest {

  @Test
  void aScalarOfScalars() {
    differentiate(
            """
            static double f(double a, int n, @Constant double c, double b) {
              return a * a * b + c * n * Math.sin(a);
            }
            """)
        .at(0.7, 3, 1.5, -2.0)
        .isRight()
        .gradientIs(2 * 0.7 * -2.0 + 1.5 * 3 * Math.cos(0.7), 0.7 * 0.7);
  }

  @Test
  void aScalarOfArraysOfAnyRank() {
    differentiate(
            """
            static double f(double[] x, double[][] w) {
              double s = 0;
              for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < w[i].length; j++) {
                  s += w[i][j] * w[i][j] * x[i];
                }
              }
              return s;
            }
            """)
        .at(new double[] {1, 2}, new double[][] {{3, 4}, {5}})
        .isRight();
  }

  @Test
  void anArrayOfScalarsAndArrays() {
    differentiate(
            """
            static double[] f(double a, double[] x) {
              double[] y = new double[x.length];
              for (int i = 0; i < x.length; i++) {
                y[i] = a * x[i] * x[i];
              }
              return y;
            }
            """)
        .at(0.5, new double[] {1, -2, 3})
        .isRight();
  }

  @Test
  void singlePrecision() {
    differentiate(
            """
            static float f(float x, float y) {
              return x * y * y + (float) Math.exp(x);
            }
            """)
        .at(0.5f, 1.25f)
        .isRight();
  }

  @Test
  void aHelper() {
    differentiate(
            """
            static double f(double x) {
              return square(x) + square(2 * x);
            }
            private static double square(double x) {
              return x * x;
            }
            """)
        .at(3.0)
        .isRight()
        .gradientIs(30);
  }

  @Test
  void aKinkIsSeenByFiniteDifferences() {
    Point kink =
        differentiate("static double f(double x) { return Math.abs(x); }")
            .at(0.0)
            .isConsistent()
            .gradientIs(0);
    // Central differences of |x| at 0 are 0, too; those of a step are not its derivative.
    kink.agreesWithFiniteDifferences();
    Point step =
        differentiate("static double f(double x) { return Math.floor(x) + 1e-9 * x; }").at(1.0);
    assertThatThrownBy(step::agreesWithFiniteDifferences)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("finite differences");
  }

  @Test
  void aWrongClaimIsSeen() {
    Point point = differentiate("static double f(double x) { return x * x; }").at(3.0);
    assertThatThrownBy(() -> point.gradientIs(6.001)).isInstanceOf(AssertionError.class);
  }
}
