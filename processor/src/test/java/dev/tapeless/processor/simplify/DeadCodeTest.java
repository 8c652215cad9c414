package dev.tapeless.processor.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import org.junit.jupiter.api.Test;

/** What is left out, and what stays because the primal could throw there or might not end. */
class DeadCodeTest {

  @Test
  void aValueThatNobodyReads() {
    assertThat(live("double b = x * x; double c = Math.exp(b); return x;"))
        .isEqualTo("return x;\n");
  }

  @Test
  void aValueThatIsOverwrittenBeforeItIsRead() {
    assertThat(live("double b = x; b = 3; b = 4; return b;"))
        .isEqualTo("double b = x;\nb = 4;\nreturn b;\n");
  }

  @Test
  void aValueThatIsReadInTheNextTripStays() {
    assertThat(
            live(
                "double b = x; double c = 0; for (int i = 0; i < 3; i++) { c = b; b = c * x; } return c;"))
        .isEqualTo(
            """
            double b = x;
            double c = 0;
            for (int i = 0; i < 3; i++) {
              c = b;
              b = c * x;
            }
            return c;
            """);
  }

  @Test
  void branchesAndCountedLoopsThatDoNothing() {
    assertThat(
            live("double b = 0; for (int i = 0; i < n; i++) { if (x > i) { b += x; } } return x;"))
        .isEqualTo("return x;\n");
  }

  @Test
  void aWhileLoopStaysBecauseItMayNotEnd() {
    assertThat(live("int i = 0; double b = 0; while (i != n) { i += 1; b += x; } return x;"))
        .isEqualTo(
            """
            int i = 0;
            while (i != n) {
              i = i + 1;
            }
            return x;
            """);
  }

  @Test
  void whatMayThrowStays() {
    assertThat(live("double b = a[n]; return x;")).isEqualTo("double b = a[n];\nreturn x;\n");
    assertThat(live("int b = 7 / n; return x;")).isEqualTo("int b = 7 / n;\nreturn x;\n");
    assertThat(live("int b = a.length; return x;")).isEqualTo("int b = a.length;\nreturn x;\n");
    assertThat(live("double[] b = new double[n]; return x;"))
        .isEqualTo("double[] b = new double[n];\nreturn x;\n");
    assertThat(live("double[] b = a.clone(); return x;"))
        .isEqualTo("double[] b = a.clone();\nreturn x;\n");
    assertThat(live("int b = Math.addExact(n, 1); return x;")).contains("addExact");
    assertThat(live("if (a[0] > 0) { double b = x; } return x;")).contains("if (a[0] > 0)");
  }

  @Test
  void whatCannotThrowGoes() {
    assertThat(live("double b = x / 0 + Math.sqrt(-x) + n / 2; return x;"))
        .isEqualTo("return x;\n");
    assertThat(live("double[] b = new double[3]; return x;")).isEqualTo("return x;\n");
    assertThat(live("int b = 7 / 2 % 3; return x;")).isEqualTo("return x;\n");
  }

  @Test
  void anElementWithinTheBoundsOfItsLoopCannotThrow() {
    assertThat(
            live(
                "double b = 0; for (int i = 0; i < a.length; i++) { b += a[i]; } return x + a.length;"))
        .contains("return x")
        .doesNotContain("b + a[i]");
  }

  @Test
  void theBoundOfALoopMayThrowAndThenStays() {
    assertThat(live("double b = 0; for (int i = 0; i < a.length; i++) { b += x; } return x;"))
        .contains("i < a.length");
    assertThat(
            live(
                "double b = 0; for (int i = 0; i < a.length; i++) { b += x; } int k = a.length; return x * k;"))
        .isEqualTo("int k = a.length;\nreturn x * (double) k;\n");
  }

  @Test
  void storesIntoAnArrayThatNobodyReads() {
    assertThat(
            live(
                "double[] b = new double[3]; for (int i = 0; i < 3; i++) { b[i] = x; b[i] += x; } return x;"))
        .isEqualTo("return x;\n");
  }

  @Test
  void storesThatMayThrowStay() {
    assertThat(live("double[] b = new double[3]; b[n] = x; return x;"))
        .isEqualTo("double[] b = new double[3];\nb[n] = x;\nreturn x;\n");
  }

  @Test
  void storesIntoArraysWithASecondNameStay() {
    assertThat(live("double[] b = new double[3]; double[] c = b; b[0] = x; return c[0];"))
        .isEqualTo("double[] b = new double[3];\ndouble[] c = b;\nb[0] = x;\nreturn c[0];\n");
    assertThat(live("double[] b = new double[1]; double[][] c = {b}; b[0] = x; return c[0][0];"))
        .contains("b[0] = x;");
  }

  @Test
  void storesIntoTheCallersArraysStay() {
    assertThat(live("a[0] = x; return x;")).isEqualTo("a[0] = x;\nreturn x;\n");
  }

  @Test
  void anArrayThatIsReadForAnotherElementOfItselfIsRead() {
    assertThat(live("double[] b = new double[3]; b[0] = x; a[0] = b[0]; return x;"))
        .contains("b[0] = x;");
  }

  @Test
  void callsStay() {
    assertThat(live("double b = Math.random(); return x;")).contains("Math.random()");
  }

  @Test
  void aDeclarationWithoutValueStaysWithItsAssignments() {
    assertThat(live("double b; if (n > 0) { b = x; } else { b = 2; } return b;"))
        .contains("double b;");
    assertThat(live("double b; if (n > 0) { b = x; } else { b = 2; } return x;"))
        .contains("return x;");
  }

  @Test
  void whatAConditionReadsIsLive() {
    assertThat(live("double b = x; double c = 1; if (b > 0) { c = x; } return c;"))
        .startsWith("double b = x;\n");
  }

  @Test
  void theHeadOfADoLoopIsLiveForItsCondition() {
    assertThat(live("double b = x; do { b = b / 2; } while (b > 1); return x;"))
        .isEqualTo("double b = x;\ndo {\n  b = b / 2;\n} while (b > 1);\nreturn x;\n");
  }

  private static String live(String body) {
    // A declaration goes when nothing mentions its variable any more, that is in the next round.
    return Ours.rewritten(
        code -> DeadCode.of(DeadCode.of(DeadCode.of(code))),
        Primal.of("static double f(double x, double[] a, int n) {\n" + body + "\n}"));
  }
}
