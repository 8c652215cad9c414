package dev.tapeless.processor.behaviour;

import static dev.tapeless.processor.behaviour.OperatorsCalled.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The operators of methods that return a number. */
class OperatorsOfNumbersTest {

  private static final OperatorsCalled METHODS =
      OperatorsCalled.ofMembers(
          """
          @Differentiable
          static double square(double a) {
            return a * a;
          }
          @Differentiable
          static double area(double a, int n, double b) {
            return a * b * n;
          }
          @Differentiable
          static double poly(double[] x, @Constant double c) {
            return c * x[0] * x[0] * x[1];
          }
          @Differentiable
          static double form(double[][] m, double[] x) {
            double s = 0;
            for (int i = 0; i < m.length; i++) {
              for (int j = 0; j < m[i].length; j++) {
                s += x[i] * m[i][j] * x[j];
              }
            }
            return s;
          }
          @Differentiable
          static double trace(double[][] m) {
            double s = 0;
            for (int i = 0; i < m.length; i++) {
              s += m[i][i] * m[i][i];
            }
            return s;
          }
          @Differentiable
          static double cube(double[][][] t) {
            return t[0][1][0] * t[1][0][1];
          }
          @Differentiable
          static double mixed(double a, double[] x, float b, float[] y, int n, boolean plus) {
            return plus ? a * x[0] * b * y[0] * n : a;
          }
          @Differentiable
          static float single(float a, double b) {
            return (float) (a * b * b);
          }
          @Differentiable
          static double sums(double[] x, float[] y) {
            return x[0] * x[0] + y[0] * x[1];
          }
          @Differentiable
          static double written(double[] x) {
            x[0] = x[0] * x[1];
            x[1] = x[0] * x[0];
            return x[1];
          }
          @Differentiable
          static double constant(double[] x, double a) {
            return 3;
          }
          """);

  private static final double[] X = {2, 3};

  private static double[][] m() {
    return new double[][] {{1, 2}, {3, 4}};
  }

  @Test
  void theGradientByOneParameterIsBare() {
    assertThat(METHODS.call("squareGradient", 3.0)).isEqualTo(6.0);
    assertThat((double[]) METHODS.call("polyGradient", X, 5.0)).containsExactly(60, 20);
    assertThat((double[][]) METHODS.call("traceGradient", (Object) m()))
        .isDeepEqualTo(new double[][] {{2, 0}, {0, 8}});
    double[][][] t = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
    assertThat((double[][][]) METHODS.call("cubeGradient", (Object) t))
        .isDeepEqualTo(new double[][][] {{{0, 0}, {6, 0}}, {{0, 3}, {0, 0}}});
  }

  @Test
  void theGradientBySeveralParametersIsARecordInTheirOrder() {
    Object g = METHODS.call("areaGradient", 2.0, 5, 3.0);
    assertThat(components(g)).containsExactly("double a", "double b");
    assertThat(g.getClass().getSimpleName()).isEqualTo("AreaGradient");
    assertThat(part(g, "a")).isEqualTo(15.0);
    assertThat(part(g, "b")).isEqualTo(10.0);
    Object form = METHODS.call("formGradient", m(), X);
    assertThat((double[][]) part(form, "m")).isDeepEqualTo(new double[][] {{4, 6}, {6, 9}});
    assertThat((double[]) part(form, "x")).containsExactly(4 + 15, 10 + 24);
  }

  @Test
  void derivativesHaveTheTypesOfTheirParameters() {
    Object g = METHODS.call("mixedGradient", 2.0, new double[] {3}, 0.5f, new float[] {4}, 2, true);
    assertThat(components(g)).containsExactly("double a", "double[] x", "float b", "float[] y");
    assertThat(part(g, "b")).isEqualTo(48f);
    assertThat((float[]) part(g, "y")).containsExactly(6f);
    Object single = METHODS.call("singleGradient", 2f, 3.0);
    assertThat(part(single, "a")).isEqualTo(9f);
    assertThat(part(single, "b")).isEqualTo(12.0);
  }

  private static String[] components(Object record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(c -> c.getType().getSimpleName() + " " + c.getName())
        .toArray(String[]::new);
  }

  @Test
  void theValueComesWithTheGradient() {
    Object bare = METHODS.call("polyValueAndGradient", X, 5.0);
    assertThat(components(bare)).containsExactly("double value", "double[] gradient");
    assertThat(part(bare, "value")).isEqualTo(60.0);
    assertThat((double[]) part(bare, "gradient")).containsExactly(60, 20);
    Object record = METHODS.call("areaValueAndGradient", 2.0, 5, 3.0);
    assertThat(components(record)).containsExactly("double value", "AreaGradient gradient");
    assertThat(part(part(record, "gradient"), "b")).isEqualTo(10.0);
    Object single = METHODS.call("singleValueAndGradient", 2f, 3.0);
    assertThat(part(single, "value")).isEqualTo(18f);
  }

  @Test
  void theSeedScalesTheGradient() {
    assertThat(METHODS.call("squareVjp", 3.0, 0.5)).isEqualTo(3.0);
    assertThat((double[]) METHODS.call("polyVjp", X, 5.0, -2.0)).containsExactly(-120, -40);
    assertThat(part(METHODS.call("areaVjp", 2.0, 5, 3.0, 10.0), "a")).isEqualTo(150.0);
    assertThat(part(METHODS.call("singleVjp", 2f, 3.0, 2f), "b")).isEqualTo(24.0);
  }

  @Test
  void tangentsFollowTheOrderOfTheActiveParameters() {
    assertThat(METHODS.call("squareJvp", 3.0, 0.5)).isEqualTo(3.0);
    assertThat(METHODS.call("areaJvp", 2.0, 5, 3.0, 1.0, 0.0)).isEqualTo(15.0);
    assertThat(METHODS.call("areaJvp", 2.0, 5, 3.0, 0.0, 1.0)).isEqualTo(10.0);
    assertThat(METHODS.call("polyJvp", X, 5.0, new double[] {1, -1})).isEqualTo(40.0);
    assertThat(METHODS.call("formJvp", m(), X, new double[][] {{1, 0}, {0, 0}}, new double[2]))
        .isEqualTo(4.0);
    assertThat(METHODS.call("singleJvp", 2f, 3.0, 1f, 1.0)).isEqualTo(21f);
  }

  @Test
  void theDirectionalDerivativeIsTheProjectionOfTheGradient() {
    double d = (double) METHODS.call("polyDirectionalDerivative", X, 5.0, new double[] {3, 4});
    assertThat(d).isCloseTo((60 * 3 + 20 * 4) / 5.0, within(1e-12));
    double scaled =
        (double) METHODS.call("polyDirectionalDerivative", X, 5.0, new double[] {300, 400});
    assertThat(scaled).isCloseTo(d, within(1e-12));
    assertThat((double) METHODS.call("areaDirectionalDerivative", 2.0, 5, 3.0, 3.0, -4.0))
        .isCloseTo((15 * 3 - 10 * 4) / 5.0, within(1e-12));
    assertThat((double) METHODS.call("squareDirectionalDerivative", 3.0, -0.001))
        .isCloseTo(-6, within(1e-12));
  }

  @Test
  void aDirectionMayBeVeryLongOrVeryShort() {
    for (double length : new double[] {1e-300, 1e300, Double.MIN_VALUE}) {
      double d =
          (double) METHODS.call("polyDirectionalDerivative", X, 5.0, new double[] {length, 0});
      assertThat(d).isCloseTo(60, within(1e-10));
    }
  }

  @Test
  void theZeroDirectionIsRefused() {
    assertThatThrownBy(() -> METHODS.call("polyDirectionalDerivative", X, 5.0, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("xDir");
    assertThatThrownBy(() -> METHODS.call("areaDirectionalDerivative", 2.0, 5, 3.0, 0.0, -0.0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void gradientIntoOverwritesAndReturnsTheValue() {
    double[] gradient = {Double.NaN, 7};
    assertThat(METHODS.call("polyGradientInto", X, 5.0, gradient)).isEqualTo(60.0);
    assertThat(gradient).containsExactly(60, 20);
    assertThat(METHODS.call("polyGradientInto", X, 5.0, gradient)).isEqualTo(60.0);
    assertThat(gradient).containsExactly(60, 20);
    double[][] mGradient = {{9, 9}, {9, 9}};
    double[] xGradient = {9, 9};
    assertThat(METHODS.call("formGradientInto", m(), X, mGradient, xGradient)).isEqualTo(70.0);
    assertThat(mGradient).isDeepEqualTo(new double[][] {{4, 6}, {6, 9}});
    assertThat(xGradient).containsExactly(19, 34);
    float[] y = {9};
    assertThat(METHODS.call("sumsGradientInto", X, new float[] {5}, xGradient, y)).isEqualTo(19.0);
    assertThat(xGradient).containsExactly(4, 5);
    assertThat(y).containsExactly(3f);
  }

  @Test
  void gradientIntoOfAMethodThatWritesItsArgument() {
    double[] x = {2, 3};
    double[] gradient = {9, 9};
    assertThat(METHODS.call("writtenGradientInto", x, gradient)).isEqualTo(36.0);
    assertThat(x).containsExactly(2, 3);
    assertThat(gradient).containsExactly(36, 24);
  }

  @Test
  void gradientIntoTheArgumentItselfIsRefused() {
    double[] x = {2, 3};
    assertThatThrownBy(() -> METHODS.call("polyGradientInto", x, 5.0, x))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(x).containsExactly(2, 3);
  }

  @Test
  void gradientIntoIsForArraysOnly() {
    assertThat(METHODS.count("polyGradientInto")).isEqualTo(1);
    assertThat(METHODS.count("squareGradientInto")).isZero();
    assertThat(METHODS.count("mixedGradientInto")).isZero();
    assertThat(METHODS.count("constantGradientInto")).isZero();
  }

  @Test
  void aNumberHasNoJacobian() {
    assertThat(METHODS.count("polyJacobian")).isZero();
    assertThat(METHODS.count("polyValueAndVjp")).isZero();
  }

  @Test
  void aResultThatDoesNotDepend() {
    Object g = METHODS.call("constantGradient", X, 2.0);
    assertThat((double[]) part(g, "x")).containsExactly(0, 0);
    assertThat(part(g, "a")).isEqualTo(0.0);
    assertThat(METHODS.call("constantJvp", X, 2.0, X, 1.0)).isEqualTo(0.0);
  }

  @Test
  void eachCallGivesNewArrays() {
    double[] first = (double[]) METHODS.call("polyGradient", X, 5.0);
    double[] second = (double[]) METHODS.call("polyGradient", X, 5.0);
    first[0] = -1;
    assertThat(second).containsExactly(60, 20);
    assertThat((double[]) METHODS.call("polyGradient", X, 5.0)).containsExactly(60, 20);
  }

  @Test
  void wrongShapesNameTheParameterAndBothShapes() {
    assertThatThrownBy(() -> METHODS.call("polyJvp", X, 5.0, new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("xDot")
        .hasMessageContaining("3")
        .hasMessageContaining("2");
    assertThatThrownBy(() -> METHODS.call("polyDirectionalDerivative", X, 5.0, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("xDir")
        .hasMessageContaining("1")
        .hasMessageContaining("2");
    assertThatThrownBy(() -> METHODS.call("polyGradientInto", X, 5.0, new double[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("xGradient")
        .hasMessageContaining("5")
        .hasMessageContaining("2");
    assertThatThrownBy(() -> METHODS.call("formJvp", m(), X, new double[][] {{1, 2}, {1}}, X))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mDot[1]")
        .hasMessageContaining("1")
        .hasMessageContaining("2");
    assertThatThrownBy(() -> METHODS.call("formJvp", m(), X, new double[3][2], X))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mDot");
  }

  @Test
  void nullNamesTheParameter() {
    assertThatThrownBy(() -> METHODS.call("polyJvp", X, 5.0, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("xDot");
    assertThatThrownBy(() -> METHODS.call("formJvp", m(), X, new double[][] {{1, 2}, null}, X))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("mDot[1]");
    assertThatThrownBy(() -> METHODS.call("polyGradientInto", X, 5.0, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("xGradient");
    assertThatThrownBy(() -> METHODS.call("polyDirectionalDerivative", X, 5.0, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("xDir");
    assertThatThrownBy(() -> METHODS.call("polyGradient", null, 5.0))
        .isInstanceOf(NullPointerException.class);
  }
}
