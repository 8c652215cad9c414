package dev.tapeless.processor.tangent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Sweep;
import org.junit.jupiter.api.Test;

/** Each statement with that of its tangent, before anything is simplified. */
class TangentTest {

  @Test
  void sumsProductsAndQuotients() {
    assertThat(tangent("double z = x * y + 2 * x; return z;"))
        .isEqualTo(
            "double z = x * y + 2 * x; double zDot = y * xDot + x * yDot + 2 * xDot; return zDot;");
    assertThat(tangent("double z = x / k; return z;"))
        .isEqualTo("double z = x / k; double zDot = xDot / k; return zDot;");
  }

  @Test
  void likeTermsAreMerged() {
    assertThat(tangent("double z = x * x; return z;"))
        .isEqualTo("double z = x * x; double zDot = 2 * x * xDot; return zDot;");
  }

  @Test
  void anOperationIsDifferentiatedWithItsResult() {
    assertThat(tangent("double z = Math.exp(x); return z;"))
        .isEqualTo("double z = Math.exp(x); double zDot = xDot * z; return zDot;");
  }

  @Test
  void theTangentOfAnOverwrittenValueComesFirst() {
    assertThat(tangent("double z = x; z = z * z; return z;"))
        .isEqualTo(
            "double z = x; double zDot = xDot; zDot = 2 * z * zDot; z = z * z; return zDot;");
  }

  @Test
  void aSumAddsItsTangent() {
    assertThat(tangent("double s = 0; s += x * k; s -= y; return s;"))
        .isEqualTo(
            "double s = 0; double sDot = 0; sDot = sDot + k * xDot; s = s + x * k; sDot = sDot - yDot; s = s - y; return sDot;");
  }

  @Test
  void whatIsInactiveIsOnlyComputed() {
    assertThat(tangent("double c = k * k; int i = n + 1; return c * x * i;"))
        .isEqualTo("double c = k * k; int i = n + 1; return (double) i * c * xDot;");
  }

  @Test
  void conditionsAreThoseOfThePrimal() {
    assertThat(tangent("double z = x; while (z > 1) { z = z / 2; } return z;"))
        .isEqualTo(
            "double z = x; double zDot = xDot; while (z > 1) { zDot = zDot / 2; z = z / 2; } return zDot;");
    assertThat(tangent("return n > 0 ? 2 * x : y;")).isEqualTo("return n > 0 ? 2 * xDot : yDot;");
  }

  @Test
  void arraysOfTangentsFollowTheArrays() {
    assertThat(
            tangent(
                "double[] a = new double[n]; double[] b = a; b[0] = x; a = b.clone(); return a[0];"))
        .isEqualTo(
            "double[] a#4 = new double[n]; double[] aDot#9 = new double[n]; double[] b = a#4; double[] bDot = aDot#9;"
                + " bDot[0] = xDot; b[0] = x; double[] a#6 = b.clone(); double[] aDot#11 = bDot.clone();"
                + " aDot#9 = aDot#11; a#4 = a#6; return aDot[0];");
  }

  private static String tangent(String body) {
    Primal primal =
        Primal.of(
                "static double f(double x, double y, @Constant double k, int n) {\n" + body + "\n}")
            .inlined()
            .prepared();
    Sweep sweep = Tangent.of(primal.function(), primal.program(), "Sample", false).sweep();
    return (Printer.print(sweep.body())
            + "return "
            + Printer.print(sweep.derivatives().get(0))
            + ";")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
