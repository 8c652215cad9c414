package dev.tapeless.processor.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import org.junit.jupiter.api.Test;

/** Where a variable of ours is declared. */
class FirstWriteTest {

  @Test
  void withItsFirstValue() {
    assertThat(ours("double b = 0; a[0] = x; b += x * x; return b;"))
        .isEqualTo("a[0] = x;\ndouble b = x * x;\nreturn b;\n");
    assertThat(ours("double b = 0; b -= x * x; return b;"))
        .isEqualTo("double b = -(x * x);\nreturn b;\n");
    assertThat(ours("double b = 3; b = x; return b;")).isEqualTo("double b = x;\nreturn b;\n");
  }

  @Test
  void aSumThatDoesNotStartFromZeroStays() {
    assertThat(ours("double b = 3; b += x; return b;"))
        .isEqualTo("double b = 3;\nb = b + x;\nreturn b;\n");
    assertThat(ours("double b = 0; b = x - b; return b;"))
        .isEqualTo("double b = 0;\nb = x - b;\nreturn b;\n");
  }

  @Test
  void integersKeepTheirStart() {
    assertThat(ours("int c = 0; c += n; return c;"))
        .isEqualTo("int c = 0;\nc = c + n;\nreturn (double) c;\n");
  }

  @Test
  void anAmountThatReadsTheVariableStays() {
    assertThat(ours("double b = 0; b += b * x; return b;"))
        .isEqualTo("double b = 0;\nb = b + b * x;\nreturn b;\n");
  }

  @Test
  void aValueThatIsReadBeforeItIsWrittenStays() {
    assertThat(ours("double b = 0; a[0] = b; b += x; return b;"))
        .isEqualTo("double b = 0;\na[0] = b;\nb = b + x;\nreturn b;\n");
  }

  @Test
  void beforeTheLoopOrBranchThatWritesIt() {
    assertThat(ours("double b = 0; a[0] = x; for (int i = 0; i < n; i++) { b += x; } return b;"))
        .isEqualTo(
            """
            a[0] = x;
            double b = 0;
            for (int i = 0; i < n; i++) {
              b = b + x;
            }
            return b;
            """);
    assertThat(ours("double b = 0; a[0] = x; if (n > 0) { b += x; } return b;"))
        .isEqualTo(
            """
            a[0] = x;
            double b = 0;
            if (n > 0) {
              b = b + x;
            }
            return b;
            """);
  }

  @Test
  void theUsersOwnDeclarationsStay() {
    assertThat(Ours.rewritten(FirstWrite::of, of("double b = 0; a[0] = x; b += x; return b;")))
        .isEqualTo("double b = 0;\na[0] = x;\nb = b + x;\nreturn b;\n");
  }

  @Test
  void whatIsComputedStaysWhereItIs() {
    assertThat(ours("double b = a[0]; a[0] = x; b = b + x; return b;"))
        .isEqualTo("double b = a[0];\na[0] = x;\nb = b + x;\nreturn b;\n");
  }

  @Test
  void anAllocationGoesToWhereItIsUsed() {
    assertThat(ours("double[] b = new double[n]; a[0] = x; b[0] = x; return b[0];"))
        .isEqualTo("a[0] = x;\ndouble[] b = new double[n];\nb[0] = x;\nreturn b[0];\n");
  }

  @Test
  void anAllocationStaysAboveTheAssignmentOfItsSize() {
    assertThat(ours("double[] b = new double[n]; n = 3; b[0] = x; return b[0];"))
        .isEqualTo("double[] b = new double[n];\nn = 3;\nb[0] = x;\nreturn b[0];\n");
  }

  @Test
  void anAllocationStaysAboveTheStoreIntoTheArrayThatHoldsItsSize() {
    assertThat(ours("double[] b = new double[k[0]]; k[0] = 3; b[0] = x; return b[0];"))
        .isEqualTo("double[] b = new double[k[0]];\nk[0] = 3;\nb[0] = x;\nreturn b[0];\n");
  }

  @Test
  void anAllocationStaysAboveTheReplacementOfTheRowThatHasItsSize() {
    assertThat(ours("double[] b = new double[m[0].length]; m[0] = a; b[0] = x; return b[0];"))
        .isEqualTo("double[] b = new double[m[0].length];\nm[0] = a;\nb[0] = x;\nreturn b[0];\n");
  }

  private static String ours(String body) {
    return Ours.ours(FirstWrite::of, of(body));
  }

  private static Primal of(String body) {
    return Primal.of(
        "static double f(double x, double[] a, int n, int[] k, double[][] m) {\n" + body + "\n}");
  }
}
