package dev.tapeless.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import org.junit.jupiter.api.Test;

/** What is computed again rather than kept. */
class CostTest {

  @Test
  void aFewSumsProductsAndReadsAreCheap() {
    assertThat(isCheap("x")).isTrue();
    assertThat(isCheap("3.0")).isTrue();
    assertThat(isCheap("Math.PI * x")).isTrue();
    assertThat(isCheap("x * y + a[n] - 2 * x")).isTrue();
    assertThat(isCheap("Math.max(x, Math.abs(y))")).isTrue();
    assertThat(isCheap("a[n + 1] * a[n]")).isTrue();
  }

  @Test
  void manyOfThemAreNot() {
    assertThat(isCheap("x * y + x * a[0] + y * a[1] + a[2] * a[3]")).isFalse();
  }

  @Test
  void divisionsAndFunctionsAreKept() {
    assertThat(isCheap("x / y")).isFalse();
    assertThat(isCheap("x % y")).isFalse();
    assertThat(isCheap("Math.exp(x)")).isFalse();
    assertThat(isCheap("Math.sqrt(x)")).isFalse();
    assertThat(isCheap("x * Math.tanh(y)")).isFalse();
  }

  private static boolean isCheap(String expression) {
    Primal primal =
        Primal.of(
            "static double f(double x, double y, double[] a, int n) { return "
                + expression
                + "; }");
    return Cost.isCheap(primal.results().get(0));
  }
}
