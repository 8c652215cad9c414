package dev.tapeless.processor.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import org.junit.jupiter.api.Test;

/** Which variables are replaced by what they stand for. */
class PropagationTest {

  @Test
  void aConstantOfOurs() {
    assertThat(ours("double b = 1; double c = b; return x * b + c;"))
        .isEqualTo("return x * 1 + 1;\n");
  }

  @Test
  void aSecondNameOfOurs() {
    assertThat(ours("double b = x; double c = b; return b * c;")).isEqualTo("return x * x;\n");
  }

  @Test
  void theUsersOwnVariablesStay() {
    assertThat(rewritten("double b = 1; double c = x; return b * c;"))
        .isEqualTo("double b = 1;\ndouble c = x;\nreturn b * c;\n");
  }

  @Test
  void aVariableThatChangesStays() {
    assertThat(ours("double b = x; b = 2; return b;"))
        .isEqualTo("double b = x;\nb = 2;\nreturn b;\n");
  }

  @Test
  void aNameOfAVariableThatChangesStays() {
    assertThat(ours("double b = x; x = 2; return b * x;"))
        .isEqualTo("double b = x;\nx = 2;\nreturn b * x;\n");
  }

  @Test
  void anElementIsNoConstant() {
    assertThat(ours("double b = a[0]; a[0] = 2; return b;"))
        .isEqualTo("double b = a[0];\na[0] = 2;\nreturn b;\n");
  }

  @Test
  void aSecondNameOfAnArray() {
    assertThat(ours("double[] b = a; b[0] = 2; return b[0] + a[0];"))
        .isEqualTo("a[0] = 2;\nreturn a[0] + a[0];\n");
  }

  @Test
  void withinLoopsAndBranches() {
    assertThat(
            ours(
                "double s = 0; for (int i = 0; i < 3; i++) { double b = x; if (b > 0) { s += b; } } return s;"))
        .isEqualTo(
            """
            double s = 0;
            for (int i = 0; i < 3; i++) {
              if (x > 0) {
                s = s + x;
              }
            }
            return s;
            """);
  }

  @Test
  void nullIsNotPutWhereAnArrayIsNeeded() {
    assertThat(ours("double[] b = null; return b == null ? x : b[0];")).contains("b[0]");
  }

  private static String ours(String body) {
    return Ours.ours(Propagation::of, of(body));
  }

  private static String rewritten(String body) {
    return Ours.rewritten(Propagation::of, of(body));
  }

  private static Primal of(String body) {
    return Primal.of("static double f(double x, double[] a) {\n" + body + "\n}");
  }
}
