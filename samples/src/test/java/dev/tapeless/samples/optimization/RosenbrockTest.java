package dev.tapeless.samples.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.Projections;
import dev.tapeless.samples.numeric.FiniteDifferences;
import org.hipparchus.optim.PointValuePair;
import org.junit.jupiter.api.Test;

class RosenbrockTest {

  private static final double[] X = {-1.2, 1, 0.3, 2};

  @Test
  void theGradientIsTheOneDerivedByHand() {
    double[] expected = new double[X.length];
    for (int i = 0; i < X.length - 1; i++) {
      expected[i] += -2 * (1 - X[i]) - 400 * X[i] * (X[i + 1] - X[i] * X[i]);
      expected[i + 1] += 200 * (X[i + 1] - X[i] * X[i]);
    }
    assertThat(RosenbrockAdjoint.rosenbrockGradient(X)).containsExactly(expected, within(1e-11));
  }

  @Test
  void theGradientAgreesWithFiniteDifferences() {
    assertThat(RosenbrockAdjoint.rosenbrockGradient(X))
        .containsExactly(FiniteDifferences.gradient(Rosenbrock::rosenbrock, X), within(1e-7));
  }

  @Test
  void theValueIsThePrimalsToTheLastBit() {
    var result = RosenbrockAdjoint.rosenbrockValueAndGradient(X);
    assertThat(result.value()).isEqualTo(Rosenbrock.rosenbrock(X));
    assertThat(result.gradient()).containsExactly(RosenbrockAdjoint.rosenbrockGradient(X));
  }

  @Test
  void theGradientCanBeWrittenIntoAnArray() {
    double[] gradient = {7, 7, 7, 7};
    assertThat(RosenbrockAdjoint.rosenbrockGradientInto(X, gradient))
        .isEqualTo(Rosenbrock.rosenbrock(X));
    assertThat(gradient).containsExactly(RosenbrockAdjoint.rosenbrockGradient(X));
  }

  @Test
  void theDirectionalDerivativeIsTheProjectionOfTheGradient() {
    double[] direction = {1, -2, 0.5, 3};
    assertThat(RosenbrockAdjoint.rosenbrockDirectionalDerivative(X, direction))
        .isCloseTo(
            Projections.scalar(RosenbrockAdjoint.rosenbrockGradient(X), direction), within(1e-10));
  }

  @Test
  void conjugateGradientsFindTheMinimum() {
    PointValuePair minimum = RosenbrockMain.minimum(new double[] {-1.2, 1, -1.2, 1});
    assertThat(minimum.getPoint()).containsExactly(new double[] {1, 1, 1, 1}, within(1e-6));
  }
}
