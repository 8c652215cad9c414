package dev.tapeless.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.check.Comparison.Verdict;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaylorRemainderTest {

  private static final double[] X = {0.7, -1.3, 2.1};

  private static double f(double[] x) {
    return x[0] * x[1] * x[1] + Math.sin(x[2]) * Math.exp(x[0]);
  }

  private static double[] gradient(double[] x) {
    double e = Math.exp(x[0]);
    return new double[] {
      x[1] * x[1] + Math.sin(x[2]) * e, 2 * x[0] * x[1], Math.cos(x[2]) * e,
    };
  }

  private static CheckResult ofNumber(
      ToDoubleFunction<Double> f, ToDoubleFunction<Double> derivative, double x) {
    return GradientCheck.taylor(
        at -> f.applyAsDouble(at[0]),
        at -> new double[] {derivative.applyAsDouble(at[0])},
        new double[] {x});
  }

  @Test
  void aRightGradientHasARemainderOfSecondOrder() {
    CheckResult result =
        GradientCheck.taylor(TaylorRemainderTest::f, TaylorRemainderTest::gradient, X);
    result.orThrow();
    assertThat(result.comparisons()).hasSize(20).allMatch(c -> Math.abs(c.given() - 2) < 0.1);
    assertThat(result.toString())
        .contains("Taylor remainder at [0.7, -1.3, 2.1] passed: 20 of 20 numbers agree")
        .contains("cannot see");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 1e-3, 1})
  void aWrongComponentIsSeenByTheOrder(double error) {
    UnaryOperator<double[]> wrong =
        x -> {
          double[] g = gradient(x);
          g[1] *= 1 + error;
          return g;
        };
    CheckResult result = GradientCheck.taylor(TaylorRemainderTest::f, wrong, X);
    assertThat(result.passed()).isFalse();
    assertThat(result.comparisons())
        .allMatch(c -> c.verdict() == Verdict.DIFFERS && Math.abs(c.given() - 1) < 0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-8, 0.3, 1, -4, 50, 1e6})
  void numbersOfAllSizes(double x) {
    ofNumber(u -> u * u, u -> 2 * u, x).orThrow();
    ofNumber(u -> 3 * u + 1, u -> 3, x).orThrow();
    ofNumber(u -> 1 / (1 + u * u), u -> -2 * u / Math.pow(1 + u * u, 2), x).orThrow();
    assertThat(ofNumber(u -> 3 * u + 1, u -> 3.001, x).passed()).isFalse();
  }

  @Test
  void remaindersOfHigherOrderPass() {
    ofNumber(u -> u * u * u, u -> 3 * u * u, 0).orThrow();
  }

  @Test
  void aKinkDoesNotPass() {
    assertThat(ofNumber(Math::abs, u -> 0, 0).passed()).isFalse();
  }

  @Test
  void whereNothingIsDefinedNothingIsSaid() {
    CheckResult result = ofNumber(u -> Double.NaN, u -> 1, 1);
    assertThat(result.comparisons()).allMatch(c -> c.verdict() == Verdict.UNDECIDED);
    assertThat(result.passed()).isFalse();
  }

  @Test
  void theShapeIsChecked() {
    CheckResult result = GradientCheck.taylor(TaylorRemainderTest::f, x -> new double[2], X);
    assertThat(result.faults()).containsExactly("the gradient has length 2 instead of 3");
  }
}
