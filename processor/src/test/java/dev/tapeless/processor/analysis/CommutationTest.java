package dev.tapeless.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Stmt;
import org.junit.jupiter.api.Test;

/** Which loop bodies may run for their trips in any order. */
class CommutationTest {

  @Test
  void aBodyThatOnlyAddsIsFree() {
    assertThat(isFree("a[i] += x * b[i];")).isTrue();
    assertThat(isFree("s += b[i]; a[i] -= b[i] * x;")).isTrue();
    assertThat(isFree("double t = x * b[i]; if (t > 0) { t = t * t; } a[i] += t; a[0] += t;"))
        .isTrue();
  }

  @Test
  void aBodyThatOnlyHasLocalsIsFree() {
    assertThat(isFree("double t = x * b[i]; t = t * 2;")).isTrue();
  }

  @Test
  void whatOverwritesAnythingOutsideIsNot() {
    assertThat(isFree("a[0] = x;")).isFalse();
    assertThat(isFree("s = b[i];")).isFalse();
    assertThat(isFree("s *= b[i];")).isFalse();
  }

  @Test
  void eachTripHasItsOwnElements() {
    assertThat(isFree("a[i] = x;")).isTrue();
    assertThat(isFree("double t = a[i]; a[i] = 0; b[i] += t * x; s += a[i];")).isTrue();
    assertThat(isFree("k[i] += 1; a[k[i]] += x;")).isTrue();
    assertThat(isFree("for (int j = 0; j < n; j++) { a[i] = a[i] * b[j]; }")).isTrue();
  }

  @Test
  void elementsOfOtherTripsAreNotItsOwn() {
    assertThat(isFree("a[i] = a[i + 1];")).isFalse();
    assertThat(isFree("a[n] = x;")).isFalse();
    assertThat(isFree("a[i] = x; double t = a[0]; b[i] += t;")).isFalse();
    assertThat(isFree("double[] c = a; a[i] = x; double t = c[0]; b[i] += t;")).isFalse();
    assertThat(isFree("double[] c = a.clone(); a[i] = x; s += c[0];")).isFalse();
    assertThat(isFree("for (int j = 0; j < n; j++) { a[j] = x * i; }")).isFalse();
  }

  @Test
  void whatReadsASumIsNot() {
    assertThat(isFree("s += b[i]; a[i] += s;")).isFalse();
    assertThat(isFree("a[i] += a[i + 1];")).isFalse();
    assertThat(isFree("b[i] += x; double t = b[0]; a[i] += t;")).isFalse();
    assertThat(isFree("n += 1; a[n] += x;")).isFalse();
    assertThat(isFree("s += x; if (s > 3) { a[i] += 1; }")).isFalse();
    assertThat(isFree("s += x; for (int j = 0; j < s; j++) { a[i] += 1; }")).isFalse();
  }

  @Test
  void anIndexIsReadToo() {
    assertThat(isFree("k[0] += 1; a[k[i]] += x;")).isFalse();
    assertThat(isFree("a[k[i]] += x;")).isTrue();
  }

  @Test
  void aSecondNameOfASumIsReadToo() {
    assertThat(isFree("double[] c = a; a[i] += x; double t = c[0]; b[i] += t;")).isFalse();
  }

  @Test
  void calls() {
    assertThat(isFree("double t = Math.random(); a[i] += t;")).isFalse();
  }

  private static boolean isFree(String body) {
    Primal primal =
        Primal.of(
            "static double f(double[] a, double[] b, int[] k, double x, double s, int n) {\n"
                + "for (int i = 0; i < 9; i++) {\n"
                + body
                + "\n}\nreturn s; }");
    Effects effects = Effects.of(Memory.of(primal.function()), primal.program());
    Stmt.CountedFor loop = (Stmt.CountedFor) primal.body().get(0);
    return Commutation.isFree(loop.counter(), loop.body(), effects);
  }
}
