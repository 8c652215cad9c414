package dev.tapeless.processor.adjoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The heads of loops that run backwards. */
class ReversedLoopTest {

  @Test
  void upwards() {
    assertThat(reversed("int i = 0; i < n; i++"))
        .isEqualTo("int k = Math.max(0, n) - 1; k >= 0; k--");
    assertThat(reversed("int i = 3; i <= n; i++")).isEqualTo("int k = n; k >= 3; k--");
    assertThat(reversed("int i = m; i < 2 * n; i++"))
        .isEqualTo("int k = Math.max(m, 2 * n) - 1; k >= m; k--");
  }

  @Test
  void downwards() {
    assertThat(reversed("int i = n - 1; i >= 0; i--")).isEqualTo("int k = 0; k <= n - 1; k++");
    assertThat(reversed("int i = n; i > m; i--"))
        .isEqualTo("int k = Math.min(n, m) + 1; k <= n; k++");
  }

  @Test
  void stepsEndWhereTheLoopEnded() {
    assertThat(reversed("int i = 0; i < n; i += 2"))
        .isEqualTo("int k = Math.floorDiv(Math.max(0, n) - 1, 2) * 2; k >= 0; k -= 2");
    assertThat(reversed("int i = m; i <= n; i += 3"))
        .isEqualTo("int k = m + Math.floorDiv(Math.max(m - 1, n) - m, 3) * 3; k >= m; k -= 3");
    assertThat(reversed("int i = n; i > m; i -= 2"))
        .isEqualTo("int k = n - Math.floorDiv(n - (Math.min(n, m) + 1), 2) * 2; k <= n; k += 2");
  }

  @Test
  void theLastTripIsFoundForEveryCountOfTrips() {
    // The formulas above, run: floorDiv takes a loop without trips to before its beginning.
    for (int step = 1; step <= 4; step++) {
      for (int from = -2; from <= 2; from++) {
        for (int bound = -5; bound <= 8; bound++) {
          assertThat(backwards(from, bound, step)).isEqualTo(forwards(from, bound, step));
        }
      }
    }
  }

  private static List<Integer> forwards(int from, int bound, int step) {
    return IntStream.iterate(from, i -> i < bound, i -> i + step).boxed().toList();
  }

  private static List<Integer> backwards(int from, int bound, int step) {
    int last = from + Math.floorDiv(bound - 1 - from, step) * step;
    return IntStream.iterate(last, k -> k >= from, k -> k - step).boxed().sorted().toList();
  }

  private static String reversed(String head) {
    Primal primal =
        Primal.of(
            "static double f(double x, int n, int m) { for ("
                + head
                + ") { x = 2 * x; } return x; }");
    Stmt.CountedFor loop = (Stmt.CountedFor) primal.body().get(0);
    Stmt reversed =
        ReversedLoop.of(loop, new Var(99, "k", loop.counter().type()), loop.body(), e -> false);
    return Primal.firstLine(reversed).replace("for (", "").replace(") {", "");
  }
}
