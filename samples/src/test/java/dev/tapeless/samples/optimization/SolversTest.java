package dev.tapeless.samples.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

class SolversTest {

  private static final double[] START = {-1.2, 1};

  @Test
  void conjugateGradientsFindTheMinimum() {
    assertThat(SolversMain.byConjugateGradients(START))
        .containsExactly(new double[] {1, 1}, within(1e-6));
  }

  @Test
  void newtonsMethodFindsItToTheLastDigits() {
    assertThat(SolversMain.byNewton(START, 7)).containsExactly(new double[] {1, 1}, within(1e-14));
    double[] published = {0.7631, -3.1750};
    assertThat(SolversMain.byNewton(START, 2)).containsExactly(published, within(5e-5));
  }

  /** The values that NIST certifies. */
  @Test
  void levenbergAndMarquardtFitTheObservations() {
    double[] b = SolversMain.byLevenbergMarquardt(new double[] {500, 0.0001});
    assertThat(b[0]).isCloseTo(2.3894212918E+02, withPercentage(1e-6));
    assertThat(b[1]).isCloseTo(5.5015643181E-04, withPercentage(1e-6));
  }
}
