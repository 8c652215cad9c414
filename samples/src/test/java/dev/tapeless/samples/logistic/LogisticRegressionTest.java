package dev.tapeless.samples.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.samples.numeric.FiniteDifferences;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

  private static final double[][] FEATURES = {{1, -2}, {0.5, 0.25}, {-3, 1}, {400, -300}};
  private static final int[] LABELS = {1, 0, 0, 1};
  private static final double PENALTY = 0.3;
  private static final double[] WEIGHTS = {0.4, -1.1, 0.7};

  @Test
  void theGradientIsTheWellKnownOne() {
    double[] expected = new double[WEIGHTS.length];
    for (int i = 0; i < FEATURES.length; i++) {
      double score = WEIGHTS[2] + WEIGHTS[0] * FEATURES[i][0] + WEIGHTS[1] * FEATURES[i][1];
      double error = 1 / (1 + Math.exp(-score)) - LABELS[i];
      expected[0] += error * FEATURES[i][0] / FEATURES.length;
      expected[1] += error * FEATURES[i][1] / FEATURES.length;
      expected[2] += error / FEATURES.length;
    }
    expected[0] += PENALTY * WEIGHTS[0];
    expected[1] += PENALTY * WEIGHTS[1];
    assertThat(gradient(WEIGHTS)).containsExactly(expected, within(1e-13));
  }

  @Test
  void theGradientAgreesWithFiniteDifferences() {
    double[] differences = FiniteDifferences.gradient(LogisticRegressionTest::loss, WEIGHTS);
    assertThat(gradient(WEIGHTS)).containsExactly(differences, within(1e-9));
  }

  @Test
  void theValueIsThePrimalsToTheLastBit() {
    var result = LogisticRegressionAdjoint.lossValueAndGradient(WEIGHTS, FEATURES, LABELS, PENALTY);
    assertThat(result.value()).isEqualTo(loss(WEIGHTS));
    assertThat(result.gradient()).containsExactly(gradient(WEIGHTS));
  }

  @Test
  void farFromTheDataNothingOverflows() {
    double[] far = {1e3, -1e3, 0};
    assertThat(loss(far)).isFinite();
    assertThat(gradient(far)).doesNotContain(Double.NaN);
  }

  @Test
  void withZeroWeightsTheLossIsThatOfACoin() {
    assertThat(loss(new double[3])).isCloseTo(Math.log(2), within(1e-15));
  }

  private static double loss(double[] weights) {
    return LogisticRegression.loss(weights, FEATURES, LABELS, PENALTY);
  }

  private static double[] gradient(double[] weights) {
    return LogisticRegressionAdjoint.lossGradient(weights, FEATURES, LABELS, PENALTY);
  }
}
