package dev.tapeless.processor.behaviour;

import static dev.tapeless.processor.behaviour.OperatorsCalled.part;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Annotated methods of one name, and names that come close to generated ones. */
class OperatorsOfOverloadsTest {

  private static final OperatorsCalled METHODS =
      OperatorsCalled.ofMembers(
          """
          @Differentiable
          static double f(double x, double y) {
            return x * y;
          }
          @Differentiable
          static double f(double x, int n, double y) {
            return x * y * n;
          }
          @Differentiable
          static double f(double x) {
            return x * x;
          }
          @Differentiable
          static double f(double[] x) {
            return x[0] * x[1];
          }
          @Differentiable
          static double f(double[] x, double[] y) {
            return x[0] * y[0];
          }
          @Differentiable
          static double[] g(double[] x) {
            return new double[] {x[0] * x[1]};
          }
          @Differentiable
          static double g(double x) {
            return x * x * x;
          }
          @Differentiable
          static double[] g(double[] x, double a) {
            return new double[] {x[0] * a};
          }
          @Differentiable
          static double vVjp(double v, double value) {
            return v * value;
          }
          @Differentiable
          static double bars(double xBar, double xDot, double x, double gradient) {
            double y = x * xBar;
            double yBar = y * xDot;
            double vBar = yBar * gradient;
            return vBar * y;
          }
          """);

  @Test
  void theRecordsOfLaterOverloadsNameTheirParameterTypes() {
    Object first = METHODS.call("fGradient", 2.0, 3.0);
    Object second = METHODS.call("fGradient", 2.0, 5, 3.0);
    Object third = METHODS.call("fGradient", new double[] {2, 3}, new double[] {5, 7});
    assertThat(first.getClass().getSimpleName()).isEqualTo("FGradient");
    assertThat(second.getClass().getSimpleName()).isEqualTo("FGradient_double_int_double");
    assertThat(third.getClass().getSimpleName()).startsWith("FGradient_");
    assertThat(part(first, "x")).isEqualTo(3.0);
    assertThat(part(second, "x")).isEqualTo(15.0);
    assertThat((double[]) part(third, "x")).containsExactly(5, 0);
  }

  @Test
  void theOperatorsAreOverloadsToo() {
    assertThat(METHODS.call("fGradient", 3.0)).isEqualTo(6.0);
    assertThat((double[]) METHODS.call("fGradient", (Object) new double[] {2, 3}))
        .containsExactly(3, 2);
    assertThat(METHODS.call("gGradient", 2.0)).isEqualTo(12.0);
    assertThat((double[]) METHODS.call("gVjp", (Object) new double[] {2, 3})).containsExactly(3, 2);
    Object g = METHODS.call("gVjp", new double[] {2, 3}, 5.0);
    assertThat((double[]) part(g, "x")).containsExactly(5, 0);
    assertThat(part(g, "a")).isEqualTo(2.0);
  }

  @Test
  void parametersNamedLikeGeneratedVariables() {
    Object g = METHODS.call("barsGradient", 2.0, 3.0, 5.0, 7.0);
    // xBar^2 x^2 xDot gradient = 4 * 25 * 3 * 7
    assertThat(part(g, "xBar")).isEqualTo(2100.0);
    assertThat(part(g, "xDot")).isEqualTo(700.0);
    assertThat(part(g, "x")).isEqualTo(840.0);
    assertThat(part(g, "gradient")).isEqualTo(300.0);
    assertThat(METHODS.call("barsJvp", 2.0, 3.0, 5.0, 7.0, 1.0, 0.0, 0.0, 0.0)).isEqualTo(2100.0);
    Object v = METHODS.call("vVjpVjp", 2.0, 3.0, 10.0);
    assertThat(part(v, "v")).isEqualTo(30.0);
    assertThat(part(v, "value")).isEqualTo(20.0);
  }
}
