package dev.tapeless.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import org.junit.jupiter.api.Test;

/** Which assignments only add to their target. */
class IncrementTest {

  @Test
  void aCompoundAssignmentAdds() {
    assertThat(increment("s += x * y;")).isEqualTo("s += x * y");
    assertThat(increment("s -= x;")).isEqualTo("s -= x");
    assertThat(increment("a[n] += x;")).isEqualTo("a[n] += x");
    assertThat(increment("n += 2;")).isEqualTo("n += 2");
    assertThat(increment("n--;")).isEqualTo("n -= 1");
  }

  @Test
  void theSumMayBeWrittenOutInEitherOrder() {
    assertThat(increment("s = s + x;")).isEqualTo("s += x");
    assertThat(increment("s = x + s;")).isEqualTo("s += x");
    assertThat(increment("s = s - x;")).isEqualTo("s -= x");
    assertThat(increment("a[n] = x + a[n];")).isEqualTo("a[n] += x");
  }

  @Test
  void aDifferenceFromTheOldValueIsNone() {
    assertThat(increment("s = x - s;")).isEqualTo("none");
  }

  @Test
  void anAmountThatReadsTheVariableIsNone() {
    assertThat(increment("s += s;")).isEqualTo("none");
    assertThat(increment("s += x * s;")).isEqualTo("none");
    assertThat(increment("n += (int) (a[n]);")).isEqualTo("none");
  }

  @Test
  void otherOperatorsAreNone() {
    assertThat(increment("s *= x;")).isEqualTo("none");
    assertThat(increment("s /= x;")).isEqualTo("none");
    assertThat(increment("s = x;")).isEqualTo("none");
    assertThat(increment("s = y + x;")).isEqualTo("none");
    assertThat(increment("a[n] = a[n + 1] + x;")).isEqualTo("none");
  }

  @Test
  void aSumThatIsRoundedToTheTargetsTypeIsNone() {
    assertThat(increment("g += x;")).isEqualTo("none");
    assertThat(increment("g += 1;")).isEqualTo("g += 1");
    assertThat(increment("n += x;")).isEqualTo("none");
  }

  private static String increment(String statement) {
    Primal primal =
        Primal.of(
            "static double f(double s, double x, double y, double[] a, int n, float g) {\n"
                + statement
                + "\nreturn s; }");
    return Increment.of((Stmt.Assign) primal.body().get(0))
        .map(
            i ->
                Printer.print(i.target())
                    + (i.subtracts() ? " -= " : " += ")
                    + Printer.print(i.amount()))
        .orElse("none");
  }
}
