package dev.tapeless.processor.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws that hold to the last bit, and those that do not. */
class FoldingTest {

  @Test
  void factorsAndDivisorsOfOneVanish() {
    assertThat(real("1 * x")).isEqualTo("x");
    assertThat(real("x * 1")).isEqualTo("x");
    assertThat(real("x / 1")).isEqualTo("x");
    assertThat(real("1 * (x * 1) / 1")).isEqualTo("x");
  }

  @Test
  void aReciprocalStays() {
    assertThat(real("1 / x")).isEqualTo("1 / x");
  }

  @Test
  void twoSignsVanish() {
    assertThat(real("-(-x)")).isEqualTo("x");
    assertThat(real("x + -y")).isEqualTo("x - y");
    assertThat(real("x - -y")).isEqualTo("x + y");
  }

  @Test
  void aLeadingSignStays() {
    assertThat(real("-x + y")).isEqualTo("-x + y");
    assertThat(real("-x * -y")).isEqualTo("-x * -y");
    assertThat(real("-(x - y)")).isEqualTo("-(x - y)");
  }

  @Test
  void whatIsNotExactForRealsStays() {
    assertThat(real("x + 0")).isEqualTo("x + 0");
    assertThat(real("0 + x")).isEqualTo("0 + x");
    assertThat(real("x - 0.0")).isEqualTo("x - 0.0");
    assertThat(real("0 * x")).isEqualTo("0 * x");
    assertThat(real("x - x")).isEqualTo("x - x");
    assertThat(real("x / x")).isEqualTo("x / x");
    assertThat(real("x * y / y")).isEqualTo("x * y / y");
    assertThat(real("x + 1 - 1")).isEqualTo("x + 1 - 1");
    assertThat(real("x * 2 * 3")).isEqualTo("x * 2 * 3");
    assertThat(real("x + (y + 1)")).isEqualTo("x + (y + 1)");
    assertThat(real("-1 * x")).isEqualTo("-1 * x");
  }

  @Test
  void integerSumsWithConstantsAreAdded() {
    assertThat(whole("i + 1 - 1")).isEqualTo("i");
    assertThat(whole("i + 1 + 2")).isEqualTo("i + 3");
    assertThat(whole("i - 5 + 2")).isEqualTo("i - 3");
    assertThat(whole("i - 1 - 1")).isEqualTo("i - 2");
    assertThat(whole("i + 0")).isEqualTo("i");
    assertThat(whole("2 + 3 * 4 + i")).isEqualTo("14 + i");
    assertThat(whole("i - 1 + 1 + j")).isEqualTo("i + j");
  }

  @Test
  void integerSumsWrapAroundAsJavaHasThem() {
    assertThat(whole("i + 2147483647 + 1")).isEqualTo("i + -2147483648");
    assertThat(whole("i - 2147483647 - 1")).isEqualTo("i + -2147483648");
  }

  @Test
  void integerDivisionsStay() {
    assertThat(whole("i / 1")).isEqualTo("i");
    assertThat(whole("7 / 2 + i")).isEqualTo("7 / 2 + i");
    assertThat(whole("i / 2 * 2")).isEqualTo("i / 2 * 2");
    assertThat(whole("i % 1")).isEqualTo("i % 1");
  }

  @Test
  void shiftsStayWhateverTheTypeOfTheDistance() {
    assertThat(whole("i << 1")).isEqualTo("i << 1");
    assertThat(whole("i << 2L")).isEqualTo("i << 2L");
    assertThat(whole("1 >> 1L")).isEqualTo("1 >> 1L");
    assertThat(whole("(i << 2L) + 1 - 1")).isEqualTo("i << 2L");
  }

  @Test
  void aNegatedEqualityIsAnInequality() {
    assertThat(truth("!(x == y)")).isEqualTo("x != y");
    assertThat(truth("!(x != y)")).isEqualTo("x == y");
    assertThat(truth("!!(x < y)")).isEqualTo("x < y");
  }

  @Test
  void aNegatedOrderStaysBecauseOfNaN() {
    assertThat(truth("!(x < y)")).isEqualTo("!(x < y)");
    assertThat(truth("!(x >= y)")).isEqualTo("!(x >= y)");
  }

  @Test
  void aGuardAgainstAConstantSeedIsDecided() {
    Expr x = new Var(1, "x", Type.Primitive.DOUBLE).read();
    Expr zero = Exprs.real(0, Type.Primitive.DOUBLE);
    Expr one = Exprs.real(1, Type.Primitive.DOUBLE);
    assertThat(folded(new Expr.ZeroGuard(zero, x))).isEqualTo("0.0");
    assertThat(folded(new Expr.ZeroGuard(one, x))).isEqualTo("x");
    assertThat(folded(new Expr.ZeroGuard(x, x))).contains("x");
  }

  @Test
  void expressionsAreFoldedWhereverTheyStand() {
    Primal primal =
        Primal.of(
            "static double f(double[] a, int n) { for (int i = n + 1 - 1; i < 9; i++) { a[i + 2 - 2] = 1 * a[i]; } return 1 * a[0]; }");
    assertThat(Ours.rewritten(Folding::of, primal))
        .isEqualTo(
            """
            for (int i = n; i < 9; i++) {
              a[i] = a[i];
            }
            return a[0];
            """);
  }

  private static String folded(Expr e) {
    return Printer.print(Folding.of(new Code(List.of(), List.of(e))).results().get(0));
  }

  private static String real(String expression) {
    return folded(
        Primal.of("static double f(double x, double y) { return " + expression + "; }")
            .results()
            .get(0));
  }

  private static String whole(String expression) {
    return folded(
        Primal.of("static int f(int i, int j) { return " + expression + "; }").results().get(0));
  }

  private static String truth(String expression) {
    return folded(
        Primal.of("static boolean f(double x, double y) { return " + expression + "; }")
            .results()
            .get(0));
  }
}
