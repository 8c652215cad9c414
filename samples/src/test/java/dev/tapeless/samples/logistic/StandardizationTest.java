package dev.tapeless.samples.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.samples.data.Dataset;
import org.junit.jupiter.api.Test;

class StandardizationTest {

  @Test
  void everyColumnGetsMeanZeroAndDeviationOne() {
    Dataset data = new Dataset(new double[][] {{1, 5}, {3, 5}}, new int[] {0, 1});
    Dataset standardised = Standardization.of(data).apply(data);
    assertThat(standardised.features()[0]).containsExactly(new double[] {-1, 0}, within(1e-15));
    assertThat(standardised.features()[1]).containsExactly(new double[] {1, 0}, within(1e-15));
    assertThat(standardised.labels()).containsExactly(0, 1);
    assertThat(data.features()[0]).containsExactly(1, 5);
  }
}
