package dev.tapeless.processor.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Variables;
import org.junit.jupiter.api.Test;

/** Which array accesses cannot fail. */
class SafeAccessTest {

  @Test
  void anElementOfTheArrayWhoseLengthIsTheBound() {
    assertThat(isSafe("for (int i = 0; i < a.length; i++) { y = a[i]; }")).isTrue();
    assertThat(isSafe("for (int i = 3; i < a.length; i += 2) { y = a[i]; }")).isTrue();
  }

  @Test
  void anElementOfAnArrayThatWasMadeWithTheBoundAsItsSize() {
    assertThat(isSafe("double[] c = new double[n]; for (int i = 0; i < n; i++) { y = c[i]; }"))
        .isTrue();
  }

  @Test
  void anotherArrayMayBeShorter() {
    assertThat(isSafe("for (int i = 0; i < a.length; i++) { y = b[i]; }")).isFalse();
    assertThat(isSafe("for (int i = 0; i < n; i++) { y = a[i]; }")).isFalse();
  }

  @Test
  void otherIndexesMayBeOutside() {
    assertThat(isSafe("for (int i = 0; i < a.length; i++) { y = a[i + 1]; }")).isFalse();
    assertThat(isSafe("for (int i = 0; i < a.length; i++) { y = a[n]; }")).isFalse();
    assertThat(isSafe("y = a[0];")).isFalse();
  }

  @Test
  void otherLoopsMayGoOutside() {
    assertThat(isSafe("for (int i = 0; i <= a.length; i++) { y = a[i]; }")).isFalse();
    assertThat(isSafe("for (int i = -1; i < a.length; i++) { y = a[i]; }")).isFalse();
    assertThat(isSafe("for (int i = n; i < a.length; i++) { y = a[i]; }")).isFalse();
    assertThat(isSafe("for (int i = a.length; i >= 0; i--) { y = a[i]; }")).isFalse();
  }

  @Test
  void anArrayThatIsAssignedAnywhereMayBeAnother() {
    assertThat(isSafe("for (int i = 0; i < a.length; i++) { y = a[i]; } a = b;")).isFalse();
    assertThat(
            isSafe("double[] c = new double[n]; n = 5; for (int i = 0; i < n; i++) { y = c[i]; }"))
        .isFalse();
  }

  @Test
  void aSizeThatIsAnElementMayHaveChanged() {
    assertThat(
            isSafe(
                "double[] c = new double[k[0]]; k[0] = 9; for (int i = 0; i < k[0]; i++) { y = c[i]; }"))
        .isFalse();
  }

  /** Whether the value of the last assignment of {@code y} is safe. */
  private static boolean isSafe(String body) {
    Primal primal =
        Primal.of(
            "static double f(double[] a, double[] b, int n, int[] k) {\ndouble y = 0;\n"
                + body
                + "\nreturn y;\n}");
    SafeAccess safe = SafeAccess.in(primal.body());
    Expr[] value = new Expr[1];
    Variables.forEachStatement(
        primal.body(),
        s -> {
          if (s instanceof Stmt.Assign a && a.target().equals(primal.variable("y").read())) {
            value[0] = a.value();
          }
        });
    return !safe.mayThrow(value[0]);
  }
}
