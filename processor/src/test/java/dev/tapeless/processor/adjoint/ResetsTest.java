package dev.tapeless.processor.adjoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Stmt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which sums take the place of the reset before them. */
class ResetsTest {

  @Test
  void theSumThatFollowsAtOnce() {
    assertThat(merged("x = 0; x += y * y;")).isEqualTo("x = y * y;");
    assertThat(merged("x = 0; x -= y;")).isEqualTo("x = -y;");
    assertThat(merged("a[i] = 0; a[i] += y;")).isEqualTo("a[i] = y;");
  }

  @Test
  void theSumAfterWhatDoesNotKnowIt() {
    assertThat(merged("x = 0; y = 0; x -= 2; y += 3;")).isEqualTo("x = -2; y = 3;");
    assertThat(merged("x = 0; double z = y; a[i] = y; x += z;"))
        .isEqualTo("double z = y; a[i] = y; x = z;");
  }

  @Test
  void notPastWhatKnowsIt() {
    assertThat(merged("x = 0; y = x; x += y;")).startsWith("x = 0; y = x;");
    assertThat(merged("x = 0; a[i] = x; x += y;")).startsWith("x = 0; a[i] = x;");
    assertThat(merged("x = 0; while (y < 3) { y += x + 1; } x += y;")).startsWith("x = 0;");
  }

  @Test
  void theSumWithWhichBothBranchesBegin() {
    assertThat(merged("x = 0; if (i > 0) { x += y; } else { x += 2 * y; y = 1; }"))
        .isEqualTo("if (i > 0) { x = y; } else { x = 2 * y; y = 1; }");
    assertThat(merged("a[i] = 0; if (i > 0) { a[i] += y; } else { a[i] -= y; }"))
        .isEqualTo("if (i > 0) { a[i] = y; } else { a[i] = -y; }");
  }

  @Test
  void notWhenOneBranchHasNoSum() {
    assertThat(merged("x = 0; if (i > 0) { x += y; }"))
        .isEqualTo("x = 0; if (i > 0) { x = x + y; }");
    assertThat(merged("x = 0; if (i > 0) { x += y; } else { y = 2; x += y; }"))
        .startsWith("x = 0;");
  }

  @Test
  void notWhenTheConditionReadsIt() {
    assertThat(merged("x = 0; if (x > 0) { x += y; } else { x += 2; }")).startsWith("x = 0;");
    assertThat(merged("a[i] = 0; if (a[j] > 0) { a[i] += y; } else { a[i] += 2; }"))
        .startsWith("a[i] = 0;");
  }

  @Test
  void notWhenTheAmountReadsAnElementThatMayBeTheSame() {
    assertThat(merged("a[i] = 0; a[i] += a[j];")).isEqualTo("a[i] = 0; a[i] = a[i] + a[j];");
    assertThat(merged("double[] b = a; a[i] = 0; a[i] += b[j];")).contains("a[i] = 0;");
  }

  @Test
  void notAnotherElement() {
    assertThat(merged("a[i] = 0; a[j] += y;")).isEqualTo("a[i] = 0; a[j] = a[j] + y;");
    assertThat(merged("a[i] = 0; y = 2; a[i] += y;")).startsWith("a[i] = 0;");
  }

  @Test
  void notAnIndexThatChangesInBetween() {
    assertThat(merged("a[i] = 0; i = 2; a[i] += y;")).startsWith("a[i] = 0;");
  }

  @Test
  void notAStartOtherThanZeroAndNotIntegers() {
    assertThat(merged("x = 1; x += y;")).startsWith("x = 1;");
    assertThat(merged("i = 0; i += j;")).startsWith("i = 0;");
  }

  @Test
  void withinLoops() {
    assertThat(merged("for (int k = 0; k < 3; k++) { a[k] = 0; a[k] += y; }"))
        .isEqualTo("for (int k = 0; k < 3; k++) { a[k] = y; }");
  }

  @Test
  void notWhatTheMethodSays() {
    assertThat(printed(Resets.merged(method("x = 0; x -= y;")))).startsWith("x = 0;");
  }

  private static String merged(String body) {
    Function method = method(body);
    return printed(Resets.merged(method.withBody(ours(method.body()))));
  }

  private static Function method(String body) {
    return Primal.of(
            "static double f(double x, double y, double[] a, int i, int j) {\n"
                + body
                + "\nreturn x; }")
        .function();
  }

  /** The statements as a reverse sweep has them. */
  private static List<Stmt> ours(List<Stmt> statements) {
    return statements.stream()
        .map(
            s ->
                s instanceof Stmt.Assign a
                    ? new Stmt.Assign(a.target(), a.value(), Origin.NONE)
                    : Children.map(s, e -> e, ResetsTest::ours))
        .toList();
  }

  private static String printed(Function function) {
    return Printer.print(function.body()).replaceAll("\\s+", " ").strip();
  }
}
