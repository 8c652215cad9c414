package dev.tapeless.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which variables get one value at most on every path. */
class SingleAssignmentTest {

  @Test
  void aVariableThatIsDeclaredWithItsValue() {
    assertThat(single("double a = x; double b = x; b = 2; return a + b;")).containsExactly("a");
  }

  @Test
  void aVariableThatEachBranchAssigns() {
    assertThat(single("double a; if (n > 0) { a = x; } else { a = 2; } return a;"))
        .containsExactly("a");
    assertThat(single("double a; if (n > 0) { a = x; a = 3; } else { a = 2; } return a;"))
        .isEmpty();
    assertThat(single("double a = 1; if (n > 0) { a = x; } return a;")).isEmpty();
  }

  @Test
  void aVariableThatALoopAssignsAgainAndAgain() {
    assertThat(single("double a; a = 0; while (n > a) { a = x; } return a;")).isEmpty();
    assertThat(single("double a; do { a = x; } while (n > a); return a;")).isEmpty();
  }

  @Test
  void aLocalOfALoopIsNewInEachTrip() {
    assertThat(
            single("double s = 0; for (int i = 0; i < n; i++) { double a = x; s += a; } return s;"))
        .containsExactlyInAnyOrder("a", "i");
  }

  @Test
  void assignmentsOneAfterTheOtherAddUp() {
    assertThat(
            single(
                "double a; if (n > 0) { a = x; } else { a = 2; } if (n > 1) { a = 3; } return a;"))
        .isEmpty();
  }

  @Test
  void aValueIsCertainWhenAllPathsGiveOneBeforeItIsRead() {
    assertThat(isCertain("double a; if (n > 0) { a = x; } else { a = 2; } return a;")).isTrue();
    assertThat(
            isCertain(
                "double a; if (n > 0) { if (x > 1) { a = x; } else { a = 3; } } else { a = 2; } return a;"))
        .isTrue();
    assertThat(isCertain("double a; double b = x; a = b; return a;")).isTrue();
  }

  @Test
  void aValueIsNotCertainWhenAPathGivesNone() {
    assertThat(isCertain("double a; double b = 0; if (n > 0) { a = x; b = a; } return b;"))
        .isFalse();
    assertThat(
            isCertain(
                "double a; double b = 0; for (int i = 0; i < n; i++) { a = x; b = a; } return b;"))
        .isFalse();
  }

  private static List<String> single(String body) {
    Primal primal = of(body);
    return SingleAssignment.in(primal.body()).stream().map(Var::name).sorted().toList();
  }

  private static boolean isCertain(String body) {
    Primal primal = of(body);
    return SingleAssignment.isCertain(
        primal.variable("a"), primal.body().subList(1, primal.body().size()));
  }

  private static Primal of(String body) {
    return Primal.of("static double f(double x, int n) {\n" + body + "\n}");
  }
}
