package dev.tapeless.processor.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import org.junit.jupiter.api.Test;

/** Which operations get a name, and that the order of evaluation stays. */
class NameSubexpressionsTest {

  @Test
  void sumsAndProductsNeedNone() {
    assertThat(named("return x * y + 2 * x - y / 3;")).isEqualTo("return x * y + 2 * x - y / 3;");
  }

  @Test
  void aFunctionInsideOfASum() {
    assertThat(named("return x + Math.exp(-y);"))
        .isEqualTo("double exp = Math.exp(-y); return x + exp;");
  }

  @Test
  void anInactiveFunctionNeedsNone() {
    assertThat(named("return x * Math.exp(k);")).isEqualTo("return x * Math.exp(k);");
  }

  @Test
  void aVariableThatIsAssignedOnceIsItselfTheName() {
    assertThat(named("double z = Math.exp(x); return z * z;"))
        .isEqualTo("double z = Math.exp(x); return z * z;");
  }

  @Test
  void aVariableThatChangesIsNot() {
    assertThat(named("double z = Math.exp(x); z = z * Math.sin(z); return z;"))
        .isEqualTo(
            "double exp = Math.exp(x); double z = exp; double sin = Math.sin(z); z = z * sin; return z;");
  }

  @Test
  void aVariableThatEachBranchAssignsOnceIs() {
    assertThat(
            named("double z; if (n > 0) { z = Math.exp(x); } else { z = Math.sin(y); } return z;"))
        .isEqualTo("double z; if (n > 0) { z = Math.exp(x); } else { z = Math.sin(y); } return z;");
  }

  @Test
  void aDivisionByAnActiveValue() {
    assertThat(named("return 1 + x / y;")).isEqualTo("double ratio = x / y; return 1 + ratio;");
    assertThat(named("return 1 + x / k;")).isEqualTo("return 1 + x / k;");
  }

  @Test
  void anArgumentThatADerivativeReadsTwice() {
    assertThat(named("double z = Math.max(x * y, y); return z;"))
        .contains("double argument = x * y;");
    assertThat(named("double z = Math.sin(x * y); return z;"))
        .isEqualTo("double z = Math.sin(x * y); return z;");
  }

  @Test
  void nestedFunctionsFromTheInsideOut() {
    assertThat(named("double z = Math.sin(Math.exp(x) * y); return z;"))
        .isEqualTo("double exp = Math.exp(x); double z = Math.sin(exp * y); return z;");
  }

  @Test
  void whatCouldThrowIsEvaluatedBeforeWhatStoodAfterIt() {
    assertThat(named("return a[n] + Math.exp(x);"))
        .isEqualTo("double operand = a[n]; double exp = Math.exp(x); return operand + exp;");
    assertThat(named("return Math.exp(x) + a[n];"))
        .isEqualTo("double exp = Math.exp(x); return exp + a[n];");
    assertThat(named("return n / n * Math.exp(x) + y;"))
        .isEqualTo(
            "double operand = (double) (n / n); double exp = Math.exp(x); return operand * exp + y;");
  }

  @Test
  void theIndexOfATargetIsEvaluatedBeforeTheValue() {
    assertThat(named("a[9 / n] = Math.exp(x) * y; return a[0];"))
        .containsSubsequence(
            "int index = 9 / n;", "double exp = Math.exp(x);", "[index] = exp * y;");
  }

  @Test
  void aChoiceBetweenFewVariablesStays() {
    assertThat(named("return n > 0 ? 2 * x : y;")).isEqualTo("return n > 0 ? 2 * x : y;");
  }

  @Test
  void aChoiceWithAFunctionIsABranch() {
    assertThat(named("double z = n > 0 ? Math.exp(x) : y; return z;"))
        .isEqualTo("double z; if (n > 0) { z = Math.exp(x); } else { z = y; } return z;");
    assertThat(named("return 1 + (n > 0 ? Math.exp(x) : y);"))
        .isEqualTo(
            "double choice; if (n > 0) { choice = Math.exp(x); } else { choice = y; } return 1 + choice;");
  }

  @Test
  void aGuardedElementIsChosenByABranch() {
    assertThat(named("double z = n < a.length ? a[n] : 0; return z;"))
        .isEqualTo("double z; if (n < a.length) { z = a[n]; } else { z = 0; } return z;");
  }

  @Test
  void aGuardedFunctionStaysBehindItsCondition() {
    assertThat(named("double z = n > 0 ? (n > 1 ? Math.log(x) : y) : 0; return z;"))
        .isEqualTo(
            "double z; if (n > 0) { if (n > 1) { z = Math.log(x); } else { z = y; } } else { z = 0; } return z;");
  }

  @Test
  void conditionsAndBoundsAreNotTouched() {
    assertThat(named("double z = x; while (Math.exp(z) > y) { z = z / 2; } return z;"))
        .contains("while (Math.exp(z) > y)");
  }

  private static String named(String body) {
    return Primal.of(
            "static double f(double x, double y, @Constant double k, double[] a, int n) {\n"
                + body
                + "\n}")
        .prepared()
        .text()
        .replaceAll("\\s+", " ")
        .replaceAll("^[^{]*\\{ | \\}\\s*$", "");
  }
}
