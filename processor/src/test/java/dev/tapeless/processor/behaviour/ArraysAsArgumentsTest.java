package dev.tapeless.processor.behaviour;

import static dev.tapeless.processor.behaviour.OperatorsCalled.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Arguments that are null, that are one array for two parameters, or that no operation may touch.
 */
class ArraysAsArgumentsTest {

  private static final OperatorsCalled METHODS =
      OperatorsCalled.ofMembers(
          """
          @Differentiable
          static double dot(double[] x, double[] y) {
            double s = 0;
            for (int i = 0; i < x.length; i++) {
              s += x[i] * x[i] * y[i];
            }
            return s;
          }
          @Differentiable
          static double scaled(double[] x, double[] y) {
            for (int i = 0; i < x.length; i++) {
              x[i] *= y[i];
            }
            return x[0] * y[1];
          }
          @Differentiable
          static double rows(double[][] a, double[][] b) {
            double s = 0;
            for (int i = 0; i < a.length; i++) {
              s += a[i][0] * a[i][0] * b[i][1];
            }
            return s;
          }
          @Differentiable
          static double optional(double[] x, double[] weights) {
            double s = 0;
            for (int i = 0; i < x.length; i++) {
              double w = weights == null ? 2 : weights[i];
              s += w * x[i] * x[i];
            }
            return s;
          }
          @Differentiable
          static double optionalRow(double[][] m, int k) {
            double s = 0;
            for (double[] row : m) {
              if (row != null) {
                s += row[k] * row[k];
              }
            }
            return s;
          }
          @Differentiable
          static double optionalConstant(double x, @Constant double[] c, int[] k) {
            return c == null ? x * x : k == null ? c[0] * x : c[k[0]] * x;
          }
          @Differentiable
          static double optionalWritten(double[] x, double[] work) {
            double[] w = work;
            if (w == null) {
              w = new double[x.length];
            }
            for (int i = 0; i < x.length; i++) {
              w[i] = x[i] * x[i];
            }
            return w[0] * w[1];
          }
          @Differentiable
          static double[] all(double[] x, double[][] m, float[] z) {
            x[0] *= m[0][0];
            m[0][1] += z[0];
            z[0] *= 2;
            return new double[] {x[0] * m[0][1], z[0] * x[0]};
          }
          """);

  private static final double[] X = {2, 3};

  @Test
  void oneArrayForTwoParametersHasSeparateGradients() {
    Object g = METHODS.call("dotGradient", X, X);
    assertThat((double[]) part(g, "x")).containsExactly(8, 18);
    assertThat((double[]) part(g, "y")).containsExactly(4, 9);
    assertThat(METHODS.call("dotJvp", X, X, new double[] {1, 0}, new double[] {0, 1}))
        .isEqualTo(17.0);
  }

  @Test
  void oneTangentForTwoParameters() {
    double[] t = {1, 1};
    assertThat(METHODS.call("dotJvp", X, X, t, t)).isEqualTo(39.0);
    assertThat(t).containsExactly(1, 1);
  }

  @Test
  void aRowThatIsAnotherArgumentTooIsRefusedWhereItIsWritten() {
    double[][] m = {{1, 2}, {3, 4}};
    float[] z = {5};
    assertThatThrownBy(() -> METHODS.call("allVjp", m[1], m, z))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x and m must not be the same array");
    assertThatThrownBy(() -> METHODS.call("allJvp", m[1], m, z, X, m.clone(), z.clone()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(METHODS.call("allVjp", X, m, z)).isNotNull();
  }

  @Test
  void oneArrayForTwoParametersOfWhichOneIsWrittenIsRefused() {
    assertThatThrownBy(() -> METHODS.call("scaledGradient", X, X))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x")
        .hasMessageContaining("y")
        .hasMessageContaining("same array");
    assertThatThrownBy(() -> METHODS.call("scaledJvp", X, X, X.clone(), X.clone()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> METHODS.call("scaledValueAndGradient", X, X))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> METHODS.call("scaledGradientInto", X, X, new double[2], new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equalArraysAreNotOneArray() {
    Object g = METHODS.call("scaledGradient", X, X.clone());
    assertThat((double[]) part(g, "x")).containsExactly(6, 0);
    assertThat((double[]) part(g, "y")).containsExactly(6, 4);
  }

  @Test
  void oneMatrixForTwoParameters() {
    double[][] a = {{2, 3}, {4, 5}};
    Object g = METHODS.call("rowsGradient", a, a);
    assertThat((double[][]) part(g, "a")).isDeepEqualTo(new double[][] {{12, 0}, {40, 0}});
    assertThat((double[][]) part(g, "b")).isDeepEqualTo(new double[][] {{0, 4}, {0, 16}});
  }

  @Test
  void oneRowTwiceInAMatrixThatIsOnlyRead() {
    double[] row = {2, 3};
    double[][] a = {row, row};
    Object g = METHODS.call("rowsGradient", a, new double[][] {{1, 1}, {1, 10}});
    assertThat((double[][]) part(g, "a")).isDeepEqualTo(new double[][] {{4, 0}, {40, 0}});
  }

  @Test
  void aNullThatThePrimalToleratesHasANullGradient() {
    Object g = METHODS.call("optionalGradient", X, null);
    assertThat((double[]) part(g, "x")).containsExactly(8, 12);
    assertThat(part(g, "weights")).isNull();
    Object both = METHODS.call("optionalValueAndGradient", X, null);
    assertThat(part(both, "value")).isEqualTo(26.0);
    assertThat(METHODS.call("optionalJvp", X, null, new double[] {1, 1}, null)).isEqualTo(20.0);
    assertThat(
            (double)
                METHODS.call("optionalDirectionalDerivative", X, null, new double[] {3, 4}, null))
        .isCloseTo(14.4, within(1e-14));
    double[] into = new double[2];
    assertThat(METHODS.call("optionalGradientInto", X, null, into, null)).isEqualTo(26.0);
    assertThat(into).containsExactly(8, 12);
  }

  @Test
  void theSameMethodWithoutNull() {
    Object g = METHODS.call("optionalGradient", X, new double[] {5, 7});
    assertThat((double[]) part(g, "x")).containsExactly(20, 42);
    assertThat((double[]) part(g, "weights")).containsExactly(4, 9);
  }

  @Test
  void aNullRow() {
    double[][] m = {{2, 3}, null, {4, 5}};
    double[][] g = (double[][]) METHODS.call("optionalRowGradient", m, 1);
    assertThat(g).isDeepEqualTo(new double[][] {{0, 6}, null, {0, 10}});
    double[][] t = {{1, 1}, null, {1, 1}};
    assertThat(METHODS.call("optionalRowJvp", m, 1, t)).isEqualTo(16.0);
  }

  @Test
  void aNullConstant() {
    assertThat(METHODS.call("optionalConstantGradient", 3.0, null, null)).isEqualTo(6.0);
    assertThat(METHODS.call("optionalConstantGradient", 3.0, new double[] {7, 8}, null))
        .isEqualTo(7.0);
    assertThat(METHODS.call("optionalConstantGradient", 3.0, new double[] {7, 8}, new int[] {1}))
        .isEqualTo(8.0);
  }

  @Test
  void aNullThatIsReplacedByAnArray() {
    Object g = METHODS.call("optionalWrittenGradient", X, null);
    assertThat((double[]) part(g, "x")).containsExactly(36, 24);
    assertThat(part(g, "work")).isNull();
    Object with = METHODS.call("optionalWrittenGradient", X, new double[] {5, 7});
    assertThat((double[]) part(with, "x")).containsExactly(36, 24);
    assertThat((double[]) part(with, "work")).containsExactly(0, 0);
    assertThat(METHODS.call("optionalWrittenJvp", X, null, new double[] {1, 0}, null))
        .isEqualTo(36.0);
  }

  @Test
  void noOperationTouchesItsArguments() {
    double[] x = {2, 3};
    double[][] m = {{4, 5}, {6}};
    float[] z = {0.5f};
    double[] v = {1, 2};
    METHODS.call("allVjp", x, m, z);
    METHODS.call("allVjp", x, m, z, v);
    METHODS.call("allValueAndVjp", x, m, z, v);
    METHODS.call("allJvp", x, m, z, x.clone(), new double[][] {{1, 2}, {3}}, new float[] {1});
    METHODS.call("allJacobian", x, m, z);
    assertThat(x).containsExactly(2, 3);
    assertThat(m).isDeepEqualTo(new double[][] {{4, 5}, {6}});
    assertThat(z).containsExactly(0.5f);
    assertThat(v).containsExactly(1, 2);
  }
}
