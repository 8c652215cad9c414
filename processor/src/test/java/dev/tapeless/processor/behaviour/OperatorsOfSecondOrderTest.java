package dev.tapeless.processor.behaviour;

import static dev.tapeless.processor.behaviour.OperatorsCalled.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The operators that {@code order = 2} adds, and their shapes. */
class OperatorsOfSecondOrderTest {

  private static final OperatorsCalled METHODS =
      OperatorsCalled.ofMembers(
          """
          @Differentiable(order = 2)
          static double cube(double a, int n) {
            return n * a * a * a;
          }
          @Differentiable(order = 2)
          static double area(double a, int n, double b, @Constant double c) {
            return a * a * b * n + c * b * b;
          }
          @Differentiable(order = 2)
          static double poly(double[] x, @Constant double c) {
            return c * x[0] * x[0] * x[1];
          }
          @Differentiable(order = 2)
          static double mixed(double a, double[] x) {
            return a * x[0] * x[0];
          }
          @Differentiable(order = 2)
          static double trace(double[][] m) {
            double s = 0;
            for (int i = 0; i < m.length; i++) {
              s += m[i][i] * m[i][i] * m[0][1];
            }
            return s;
          }
          @Differentiable(order = 2)
          static float single(float[] x) {
            return x[0] * x[0] * x[1];
          }
          @Differentiable(order = 2)
          static float two(float a, double b) {
            return (float) (a * b * b);
          }
          @Differentiable(order = 2)
          static double overwriting(double[] x) {
            for (int i = 1; i < x.length; i++) {
              x[i] = x[i] * x[i - 1];
            }
            return x[x.length - 1];
          }
          @Differentiable(order = 2)
          static double failing(double x, int n) {
            if (n < 0) {
              throw new IllegalStateException("n is " + n);
            }
            return x * x;
          }
          @Differentiable(order = 2)
          static double chain(double[] x) {
            double s = 0;
            for (int i = 0; i + 1 < x.length; i++) {
              s += x[i] * x[i] * x[i + 1] * x[i + 1];
            }
            return s;
          }
          @Differentiable
          static double first(double x) {
            return x * x;
          }
          """);

  @Test
  void ofOneNumber() {
    assertThat(METHODS.call("cubeHvp", 2.0, 5, 3.0)).isEqualTo(180.0);
    assertThat(METHODS.call("cubeHessian", 2.0, 5)).isEqualTo(60.0);
  }

  @Test
  void ofSeveralNumbers() {
    Object product = METHODS.call("areaHvp", 2.0, 3, 5.0, 7.0, 1.0, 10.0);
    assertThat(part(product, "a")).isEqualTo(30.0 + 120.0);
    assertThat(part(product, "b")).isEqualTo(12.0 + 140.0);
    assertThat((double[][]) METHODS.call("areaHessian", 2.0, 3, 5.0, 7.0))
        .isDeepEqualTo(new double[][] {{30, 12}, {12, 14}});
  }

  @Test
  void ofAnArray() {
    double[] x = {2, 3};
    assertThat((double[]) METHODS.call("polyHvp", x, 5.0, new double[] {1, 10}))
        .containsExactly(230, 20);
    assertThat((double[][]) METHODS.call("polyHessian", x, 5.0))
        .isDeepEqualTo(new double[][] {{30, 20}, {20, 0}});
    assertThat(x).containsExactly(2, 3);
  }

  @Test
  void ofAnArrayWithoutElements() {
    assertThatThrownBy(() -> METHODS.call("polyHvp", new double[0], 5.0, new double[0]))
        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    assertThat((double[][]) METHODS.call("overwritingHessian", new double[] {3}))
        .isDeepEqualTo(new double[][] {{0}});
  }

  @Test
  void otherSignaturesHaveNoHessian() {
    Object product = METHODS.call("mixedHvp", 2.0, new double[] {3}, 1.0, new double[] {10});
    assertThat(part(product, "a")).isEqualTo(60.0);
    assertThat((double[]) part(product, "x")).containsExactly(46);
    assertThat(METHODS.count("mixedHessian")).isZero();
    double[][] m = {{2, 3}, {5, 7}};
    assertThat((double[][]) METHODS.call("traceHvp", m, new double[][] {{1, 0}, {0, 0}}))
        .isDeepEqualTo(new double[][] {{6, 4}, {0, 0}});
    assertThat(METHODS.count("traceHessian")).isZero();
  }

  @Test
  void ofFloats() {
    assertThat((float[]) METHODS.call("singleHvp", new float[] {2, 3}, new float[] {1, 10}))
        .containsExactly(46, 4);
    assertThat((float[][]) METHODS.call("singleHessian", new float[] {2, 3}))
        .isDeepEqualTo(new float[][] {{6, 4}, {4, 0}});
    assertThat((double[][]) METHODS.call("twoHessian", 2f, 3.0))
        .isDeepEqualTo(new double[][] {{0, 6}, {6, 4}});
  }

  @Test
  void argumentsStayAsTheyAre() {
    double[] x = {2, 3, 5};
    double[] direction = {1, 0, 0};
    assertThat((double[]) METHODS.call("overwritingHvp", x, direction)).containsExactly(0, 5, 3);
    assertThat((double[][]) METHODS.call("overwritingHessian", x))
        .isDeepEqualTo(new double[][] {{0, 5, 3}, {5, 0, 2}, {3, 2, 0}});
    assertThat(x).containsExactly(2, 3, 5);
    assertThat(direction).containsExactly(1, 0, 0);
  }

  @Test
  void theDirectionHasTheShapeOfTheArgument() {
    assertThatThrownBy(() -> METHODS.call("polyHvp", new double[] {2, 3}, 5.0, new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("xDot")
        .hasMessageContaining("3")
        .hasMessageContaining("2");
    assertThatThrownBy(
            () -> METHODS.call("traceHvp", new double[2][2], new double[][] {{1, 0}, {0}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mDot");
    assertThatThrownBy(
            () -> METHODS.call("mixedHvp", 2.0, new double[] {3}, 1.0, new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("xDot");
  }

  @Test
  void exceptionsOfTheMethodReachTheCaller() {
    assertThatThrownBy(() -> METHODS.call("failingHvp", 2.0, -1, 1.0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("n is -1");
    assertThatThrownBy(() -> METHODS.call("failingHessian", 2.0, -1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theyAreThereOnlyWhereAskedFor() {
    assertThat(METHODS.count("firstHvp")).isZero();
    assertThat(METHODS.count("firstHessian")).isZero();
  }

  /** Several columns come from one run; the last group of them may not be full. */
  @Test
  void ofArraysOfAnyLength() {
    for (int n = 0; n <= 9; n++) {
      double[] x = new double[n];
      double[][] expected = new double[n][n];
      for (int i = 0; i < n; i++) {
        x[i] = i + 1;
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          // Of the sum of x[i]^2 x[i+1]^2.
          expected[i][j] =
              i == j
                  ? 2 * ((i > 0 ? x[i - 1] * x[i - 1] : 0) + (i + 1 < n ? x[i + 1] * x[i + 1] : 0))
                  : Math.abs(i - j) == 1 ? 4 * x[i] * x[j] : 0;
        }
      }
      assertThat((double[][]) METHODS.call("chainHessian", (Object) x)).isDeepEqualTo(expected);
    }
  }

  /** Programs that have a Hessian in closed form. */
  @TestFactory
  Stream<DynamicTest> knownHessians() {
    return new Programs()
        .add(
            "a saved state",
            """
            static double f(double[] x) {
              double u = x[0];
              for (int k = 0; k < 3; k++) {
                u = u * u * x[1];
              }
              return u;
            }
            """,
            // x^8 y^7
            f -> {
              f.at(new double[] {1, 1}).hessianIs(56, 56, 56, 42);
              f.at(new double[] {-1, 1}).hessianIs(56, -56, -56, 42).isRight();
            })
        .add(
            "a while loop that saves on a stack",
            """
            static double f(double x, double y, int n) {
              double u = x;
              while (n > 1) {
                u = n % 2 == 0 ? u * u : u * y;
                n--;
              }
              return u;
            }
            """,
            // n = 4: ((x^2) y)^2 = x^4 y^2
            f -> f.at(2.0, 3.0, 4).hessianIs(432, 192, 192, 32).isRight())
        .add(
            "rows on a stack",
            """
            static double f(double[][] m, int n) {
              double[] row = m[0];
              double s = 1;
              while (n > 0) {
                s = s * row[0];
                row = m[n % m.length];
                n--;
              }
              return s * row[0];
            }
            """,
            f -> f.at(new double[][] {{2}, {3}}, 2).hessianIs(6, 4, 4, 0).isRight())
        .add(
            "a recursion with several results in its adjoint",
            """
            static double f(double x, double y, int n) {
              return power(x * y, y, n);
            }

            static double power(double a, double b, int n) {
              return n == 0 ? b : a * power(a, b, n - 1);
            }
            """,
            // x^2 y^3
            f -> f.at(2.0, 3.0, 2).hessianIs(54, 108, 108, 72).isRight())
        .add(
            "a record",
            """
            record Point(double x, double y, String name) {
              double norm() {
                return x * x * y;
              }
            }

            static double f(Point p, double s) {
              return p.norm() * s;
            }
            """,
            f ->
                f.at(f.make("Point", 2.0, 3.0, "p"), 5.0)
                    .hessianIs(30, 20, 12, 20, 0, 4, 12, 4, 0)
                    .isRight())
        .tests();
  }
}
