package dev.tapeless.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which bounds of loops are far from the ends of int. */
class SizesTest {

  @Test
  void lengthsAndWhatIsNear() {
    assertThat(bounds("for (int i = 0; i < a.length; i++) { x += a[i]; }")).containsExactly(true);
    assertThat(bounds("int m = a.length - 1; for (int i = 0; i < m; i++) { x += a[i]; }"))
        .containsExactly(true);
    assertThat(bounds("for (int i = 0; i < n; i++) { x += a[i]; }")).containsExactly(false);
    assertThat(bounds("for (int i = 0; i < 2 * a.length; i++) { x += 1; }")).containsExactly(false);
  }

  @Test
  void sizesOfArraysThatAreMadeBefore() {
    assertThat(bounds("double[] b = new double[n]; for (int i = 0; i < n; i++) { x += b[i]; }"))
        .containsExactly(true);
    assertThat(
            bounds(
                "for (int i = 0; i < n; i++) { x += 1; } double[] b = new double[n]; x += b[0];"))
        .containsExactly(false);
    assertThat(
            bounds(
                "double[] b = new double[n]; n = n - 3; for (int i = 0; i < n; i++) { x += b[i]; }"))
        .containsExactly(false);
  }

  @Test
  void countersBetweenSizes() {
    assertThat(
            bounds(
                "for (int i = 0; i < a.length; i++) { for (int j = 0; j < i; j++) { x += a[j]; } }"))
        .containsExactly(true, true);
    assertThat(bounds("for (int i = 0; i < n; i++) { for (int j = 0; j < i; j++) { x += 1; } }"))
        .containsExactly(false, false);
  }

  private static List<Boolean> bounds(String code) {
    List<Stmt> body =
        Primal.of("static double f(double x, double[] a, int n) { " + code + " return x; }").body();
    Sizes sizes = Sizes.in(body);
    List<Boolean> found = new ArrayList<>();
    Variables.forEachStatement(
        body,
        s -> {
          if (s instanceof Stmt.CountedFor loop) {
            found.add(sizes.contains(loop.bound()));
          }
        });
    return found;
  }
}
