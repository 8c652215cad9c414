package dev.tapeless.processor.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import org.junit.jupiter.api.Test;

/** The form that the transforms read. */
class CanonicalTest {

  @Test
  void blocksAreGone() {
    assertThat(canonical("{ double y = x; { x2 = y; } } return x2;", "double x, double x2"))
        .doesNotContain("\n  {");
  }

  @Test
  void aParameterThatIsAssignedHasALocal() {
    assertThat(canonical("x = 2 * x; return x;", "double x"))
        .isEqualTo(
            """
            static double f(double x#0) {
              double x#1 = x#0;
              x#1 = 2 * x#1;
              return x#1;
            }
            """);
  }

  @Test
  void anArrayThatIsWrittenIsCopied() {
    assertThat(canonical("a[0] = b[0]; return a[0];", "double[] a, double[] b"))
        .isEqualTo(
            """
            static double f(double[] a#0, double[] b) {
              require Distinct(a#0, b);
              double[] a#2 = copy(a#0);
              a#2[0] = b[0];
              return a#2[0];
            }
            """
                .replace("copy(", deepCopy()));
  }

  @Test
  void anArrayParameterThatIsOnlyReassignedIsNotCopied() {
    assertThat(canonical("a = b; return a[0];", "double[] a, double[] b"))
        .contains("double[] a#2 = a#0;");
  }

  @Test
  void aRowThatIsWrittenMakesACopyOfTheMatrix() {
    assertThat(canonical("double[] row = m[0]; row[0] = 1; return m[0][0];", "double[][] m"))
        .contains("double[][] m#2 = " + deepCopy());
  }

  @Test
  void aGeneralLoopLeavesAtItsEnd() {
    assertThat(
            canonical(
                "double s = 0; int i = 0; while (i++ < n) { s += x; } return s;",
                "double x, int n"))
        .contains("boolean goOn;", "  if (goOn) {", "} while (goOn);");
  }

  @Test
  void anArrayResultHasAName() {
    assertThat(
            Primal.of("static double[] f(double x) { return new double[] {x, x}; }")
                .canonical()
                .text())
        .isEqualTo(
            """
            static double[] f(double x) {
              double[] result = {x, x};
              return result;
            }
            """
                .replace("= {x, x}", "= new double[] {x, x}"));
  }

  @Test
  void aNewArrayThatIsAssignedHasANameFirst() {
    assertThat(
            canonical("double[][] m = new double[2][]; m[0] = new double[3]; return m[0][0];", ""))
        .contains("double[] row = new double[3];\n  m[0] = row;");
  }

  @Test
  void anIndexThatTheStoreMayChangeHasAName() {
    assertThat(canonical("k[k[0]] = 1; return k[0];", "int[] k"))
        .containsPattern("int index = k#?\\d*\\[0\\];");
    assertThat(canonical("a[k[0]] = 1; return a[0];", "double[] a, int[] k"))
        .doesNotContain("index");
  }

  private static String deepCopy() {
    String text =
        Primal.of("static double f(double[] a) { a[0] = 1; return a[0]; }").canonical().text();
    return text.substring(text.indexOf("= ") + 2, text.indexOf("a#0", text.indexOf("= ")));
  }

  private static String canonical(String body, String parameters) {
    return Primal.of("static double f(" + parameters + ") {\n" + body + "\n}").canonical().text();
  }
}
