package dev.tapeless.samples.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class FiniteDifferencesTest {

  private static final ToDoubleFunction<double[]> F = x -> Math.sin(x[0]) * x[1] * x[1];

  @Test
  void theGradientOfASmoothFunctionIsGoodToTenDigits() {
    double[] x = {0.7, 3};
    assertThat(FiniteDifferences.gradient(F, x))
        .containsExactly(new double[] {Math.cos(0.7) * 9, Math.sin(0.7) * 6}, within(1e-10));
    assertThat(x).containsExactly(0.7, 3);
  }

  @Test
  void aWrongComponentIsSeen() {
    double[] wrong = {Math.cos(0.7) * 9, Math.sin(0.7) * 6 + 0.25};
    assertThat(FiniteDifferences.largestDeviation(wrong, F, new double[] {0.7, 3}))
        .isCloseTo(0.25, within(1e-9));
  }
}
