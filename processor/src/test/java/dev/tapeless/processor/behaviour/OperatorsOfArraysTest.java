package dev.tapeless.processor.behaviour;

import static dev.tapeless.processor.behaviour.OperatorsCalled.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The operators of methods that return an array. */
class OperatorsOfArraysTest {

  private static final OperatorsCalled METHODS =
      OperatorsCalled.ofMembers(
          """
          @Differentiable
          static double[] squares(double[] x) {
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
              y[i] = x[i] * x[i];
            }
            return y;
          }
          @Differentiable
          static double[] inPlace(double[] x) {
            for (int i = 1; i < x.length; i++) {
              x[i] *= x[i - 1];
            }
            return x;
          }
          @Differentiable
          static double[] wide(double[] x) {
            double s = 0;
            for (double e : x) {
              s += e * e;
            }
            return new double[] {s, x[0]};
          }
          @Differentiable
          static double[] tall(double[] x, int n) {
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
              y[i] = x[i % x.length] * i;
            }
            return y;
          }
          @Differentiable
          static double[] line(double a, double[] t, double b) {
            double[] y = new double[t.length];
            for (int i = 0; i < t.length; i++) {
              y[i] = a * t[i] + b;
            }
            return y;
          }
          @Differentiable
          static double[] powers(double a, int n) {
            double[] y = new double[n];
            double p = 1;
            for (int i = 0; i < n; i++) {
              y[i] = p;
              p *= a;
            }
            return y;
          }
          @Differentiable
          static double[][] outer(double[] x, double[] y) {
            double[][] m = new double[x.length][y.length];
            for (int i = 0; i < x.length; i++) {
              for (int j = 0; j < y.length; j++) {
                m[i][j] = x[i] * y[j];
              }
            }
            return m;
          }
          @Differentiable
          static double[][] transposed(double[][] m) {
            double[][] t = new double[m[0].length][m.length];
            for (int i = 0; i < m.length; i++) {
              for (int j = 0; j < m[i].length; j++) {
                t[j][i] = m[i][j] * m[i][j];
              }
            }
            return t;
          }
          @Differentiable
          static double[] rowSums(double[][] m) {
            double[] s = new double[m.length];
            for (int i = 0; i < m.length; i++) {
              for (double e : m[i]) {
                s[i] += e * e;
              }
            }
            return s;
          }
          @Differentiable
          static double[] same(double[] x) {
            return x;
          }
          @Differentiable
          static float[] floats(float[] x, double a) {
            float[] y = new float[x.length];
            for (int i = 0; i < x.length; i++) {
              y[i] = (float) (x[i] * a);
            }
            return y;
          }
          """);

  private static final double[] X = {2, 3, 5};

  @Test
  void withoutASeedItIsTheSumOverAllComponents() {
    assertThat((double[]) METHODS.call("squaresVjp", X)).containsExactly(4, 6, 10);
    Object g = METHODS.call("outerVjp", new double[] {2, 3}, new double[] {5, 7});
    assertThat((double[]) part(g, "x")).containsExactly(12, 12);
    assertThat((double[]) part(g, "y")).containsExactly(5, 5);
  }

  @Test
  void theSeedWeighsTheComponents() {
    double[] v = {1, 0, -2};
    assertThat((double[]) METHODS.call("squaresVjp", X, v)).containsExactly(4, 0, -20);
    assertThat((double[]) METHODS.call("inPlaceVjp", X, v)).containsExactly(1 - 30, -20, -12);
    assertThat(v).containsExactly(1, 0, -2);
    double[][] w = {{1, 0}, {0, 1}};
    Object g = METHODS.call("outerVjp", new double[] {2, 3}, new double[] {5, 7}, w);
    assertThat((double[]) part(g, "x")).containsExactly(5, 7);
    assertThat((double[]) part(g, "y")).containsExactly(2, 3);
    assertThat(w).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
  }

  @Test
  void theSeedMayBeTheArgumentItself() {
    double[] x = X.clone();
    assertThat((double[]) METHODS.call("squaresVjp", x, x)).containsExactly(8, 18, 50);
    assertThat((double[]) METHODS.call("sameVjp", x, x)).containsExactly(2, 3, 5);
    assertThat((double[]) METHODS.call("squaresJvp", x, x)).containsExactly(8, 18, 50);
    assertThat((double[]) METHODS.call("inPlaceVjp", x, x))
        .containsExactly((double[]) METHODS.call("inPlaceVjp", x, x.clone()));
    assertThat(x).containsExactly(2, 3, 5);
  }

  @Test
  void theValueComesWithTheProduct() {
    Object both = METHODS.call("inPlaceValueAndVjp", X, new double[] {1, 0, -2});
    assertThat((double[]) part(both, "value")).containsExactly(2, 6, 30);
    assertThat((double[]) part(both, "gradient")).containsExactly(-29, -20, -12);
    Object outer =
        METHODS.call(
            "outerValueAndVjp", new double[] {2, 3}, new double[] {5, 7}, new double[2][2]);
    assertThat((double[][]) part(outer, "value"))
        .isDeepEqualTo(new double[][] {{10, 14}, {15, 21}});
    assertThat((double[]) part(part(outer, "gradient"), "y")).containsExactly(0, 0);
  }

  @Test
  void tangentsGiveTheShapeOfTheResult() {
    assertThat((double[]) METHODS.call("squaresJvp", X, new double[] {1, 0, -1}))
        .containsExactly(4, 0, -10);
    assertThat((double[]) METHODS.call("lineJvp", 2.0, X, 1.0, 1.0, new double[3], 10.0))
        .containsExactly(12, 13, 15);
    assertThat(
            (double[][])
                METHODS.call(
                    "outerJvp",
                    new double[] {2, 3},
                    new double[] {5},
                    new double[] {1, 0},
                    new double[] {1}))
        .isDeepEqualTo(new double[][] {{7}, {3}});
  }

  @Test
  void resultsDoNotChangeWithTheSeedOrTheTangentAfterwards() {
    double[] v = {1, 2, 3};
    double[] g = (double[]) METHODS.call("sameVjp", X, v);
    double[] t = (double[]) METHODS.call("sameJvp", X, v);
    v[0] = 99;
    assertThat(g).containsExactly(1, 2, 3);
    assertThat(t).containsExactly(1, 2, 3);
    assertThat(t).isNotSameAs(v);
  }

  @Test
  void theJacobianOfOneParameterIsBare() {
    assertThat((double[][]) METHODS.call("squaresJacobian", X))
        .isDeepEqualTo(new double[][] {{4, 0, 0}, {0, 6, 0}, {0, 0, 10}});
    assertThat((double[][]) METHODS.call("sameJacobian", new double[] {2, 3}))
        .isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    assertThat((double[][]) METHODS.call("inPlaceJacobian", X))
        .isDeepEqualTo(new double[][] {{1, 0, 0}, {3, 2, 0}, {15, 10, 6}});
  }

  @Test
  void aJacobianWithFewerRows() {
    assertThat((double[][]) METHODS.call("wideJacobian", X))
        .isDeepEqualTo(new double[][] {{4, 6, 10}, {1, 0, 0}});
  }

  @Test
  void aJacobianWithFewerColumns() {
    assertThat((double[][]) METHODS.call("tallJacobian", new double[] {2, 3}, 5))
        .isDeepEqualTo(new double[][] {{0, 0}, {0, 1}, {2, 0}, {0, 3}, {4, 0}});
  }

  @Test
  void theJacobianByANumberHasTheShapeOfTheResult() {
    assertThat((double[]) METHODS.call("powersJacobian", 3.0, 4)).containsExactly(0, 1, 6, 27);
  }

  @Test
  void theJacobianBySeveralParametersIsARecord() {
    Object j = METHODS.call("lineJacobian", 2.0, new double[] {5, 7}, 1.0);
    assertThat(j.getClass().getSimpleName()).isEqualTo("LineJacobian");
    assertThat((double[]) part(j, "a")).containsExactly(5, 7);
    assertThat((double[][]) part(j, "t")).isDeepEqualTo(new double[][] {{2, 0}, {0, 2}});
    assertThat((double[]) part(j, "b")).containsExactly(1, 1);
  }

  @Test
  void theJacobianOfAMatrixHasItsIndicesFirst() {
    Object j = METHODS.call("outerJacobian", new double[] {2, 3}, new double[] {5, 7, 11});
    assertThat((double[][][]) part(j, "x"))
        .isDeepEqualTo(new double[][][] {{{5, 0}, {7, 0}, {11, 0}}, {{0, 5}, {0, 7}, {0, 11}}});
    assertThat((double[][][]) part(j, "y"))
        .isDeepEqualTo(
            new double[][][] {
              {{2, 0, 0}, {0, 2, 0}, {0, 0, 2}}, {{3, 0, 0}, {0, 3, 0}, {0, 0, 3}}
            });
  }

  @Test
  void theJacobianByAMatrixHasItsIndicesLast() {
    double[][][] j =
        (double[][][]) METHODS.call("rowSumsJacobian", (Object) new double[][] {{2, 3}, {5}});
    assertThat(j).isDeepEqualTo(new double[][][] {{{4, 6}, {0}}, {{0, 0}, {10}}});
    double[][][][] t =
        (double[][][][]) METHODS.call("transposedJacobian", (Object) new double[][] {{2, 3}});
    assertThat(t).isDeepEqualTo(new double[][][][] {{{{4, 0}}}, {{{0, 6}}}});
  }

  @Test
  void theJacobianOfFloats() {
    Object j = METHODS.call("floatsJacobian", new float[] {2, 3}, 4.0);
    assertThat((float[][]) part(j, "x")).isDeepEqualTo(new float[][] {{4, 0}, {0, 4}});
    assertThat((double[]) part(j, "a")).containsExactly(2, 3);
  }

  @Test
  void sizesOfZero() {
    double[] none = {};
    assertThat((double[]) METHODS.call("squaresVjp", none)).isEmpty();
    assertThat((double[]) METHODS.call("squaresVjp", none, none)).isEmpty();
    assertThat((double[]) METHODS.call("squaresJvp", none, none)).isEmpty();
    assertThat((double[][]) METHODS.call("squaresJacobian", none)).isEmpty();
    assertThat((double[][]) METHODS.call("tallJacobian", X, 0)).isEmpty();
    assertThat((double[]) METHODS.call("powersJacobian", 3.0, 0)).isEmpty();
    Object j = METHODS.call("outerJacobian", X, none);
    assertThat((double[][][]) part(j, "x")).isDeepEqualTo(new double[3][0][]);
    assertThat((double[][][]) part(j, "y")).isDeepEqualTo(new double[3][0][]);
    assertThat((double[][]) METHODS.call("outerJvp", X, none, X, none))
        .isDeepEqualTo(new double[3][0]);
  }

  @Test
  void wrongSeedsNameTheShapes() {
    assertThatThrownBy(() -> METHODS.call("squaresVjp", X, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("v ")
        .hasMessageContaining("2")
        .hasMessageContaining("3");
    assertThatThrownBy(
            () -> METHODS.call("outerVjp", X, X, new double[][] {{1, 1, 1}, {1}, {1, 1, 1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("v[1]")
        .hasMessageContaining("1")
        .hasMessageContaining("3");
    assertThatThrownBy(() -> METHODS.call("squaresValueAndVjp", X, new double[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4");
    assertThatThrownBy(() -> METHODS.call("squaresVjp", X, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("v ");
    assertThatThrownBy(() -> METHODS.call("outerVjp", X, X, new double[][] {X, null, X}))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("v[1]");
    assertThatThrownBy(() -> METHODS.call("lineJvp", 2.0, X, 1.0, 1.0, new double[1], 10.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tDot");
  }

  @Test
  void anArrayHasNoGradient() {
    assertThat(METHODS.count("squaresGradient")).isZero();
    assertThat(METHODS.count("squaresValueAndGradient")).isZero();
    assertThat(METHODS.count("squaresGradientInto")).isZero();
    assertThat(METHODS.count("squaresDirectionalDerivative")).isZero();
  }

  @Test
  void anArrayReturnedIsNotTheWorkingCopyOfTheNextCall() {
    Object first = METHODS.call("inPlaceValueAndVjp", X, new double[3]);
    ((double[]) part(first, "value"))[0] = -1;
    Object second = METHODS.call("inPlaceValueAndVjp", X, new double[3]);
    assertThat((double[]) part(second, "value")).containsExactly(2, 6, 30);
    assertThat(X).containsExactly(2, 3, 5);
  }
}
