package dev.tapeless.processor.adjoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a value is kept, by the nest of loops and branches around it. */
class SaveSlotsTest {

  @Test
  void inStraightCodeInALocal() {
    assertThat(slots("x = 2;")).isEqualTo("double xSaved = 0.0; | xSaved = x; | xSaved");
  }

  @Test
  void inABranchInALocalToo() {
    assertThat(slots("if (n > 0) { x = 2; }"))
        .isEqualTo("double xSaved = 0.0; | xSaved = x; | xSaved");
  }

  @Test
  void inACountedLoopInAnArrayOfItsTripCount() {
    assertThat(slots("for (int i = 0; i < a.length; i++) { x = 2; }"))
        .isEqualTo("double[] xSaved = new double[a.length]; | xSaved[i] = x; | xSaved[i]");
    assertThat(slots("for (int i = 0; i < n; i++) { x = 2; }"))
        .isEqualTo("double[] xSaved = new double[Math.max(0, n)]; | xSaved[i] = x; | xSaved[i]");
    assertThat(slots("for (int i = 0; i < 7; i++) { x = 2; }"))
        .isEqualTo("double[] xSaved = new double[7]; | xSaved[i] = x; | xSaved[i]");
  }

  @Test
  void theIndexCountsFromTheBeginningOfTheLoop() {
    assertThat(slots("for (int i = m; i <= n; i++) { x = 2; }"))
        .isEqualTo(
            "double[] xSaved = new double[Math.max(m, n + 1) - m]; | xSaved[i - m] = x; | xSaved[i - m]");
    assertThat(slots("for (int i = n; i > m; i--) { x = 2; }"))
        .isEqualTo(
            "double[] xSaved = new double[Math.max(m, n) - m]; | xSaved[n - i] = x; | xSaved[n - i]");
  }

  @Test
  void inANestOfCountedLoopsByRow() {
    assertThat(slots("for (int i = 0; i < n; i++) { for (int j = 0; j < m; j++) { x = 2; } }"))
        .isEqualTo(
            "double[] xSaved = new double[Math.max(0, n) * Math.max(0, m)];"
                + " | xSaved[i * Math.max(0, m) + j] = x; | xSaved[i * Math.max(0, m) + j]");
  }

  @Test
  void inAnInnerLoopWhoseTripsDependOnTheOuterOnAStack() {
    assertThat(slots("for (int i = 0; i < n; i++) { for (int j = 0; j < i; j++) { x = 2; } }"))
        .contains("push(x)");
    assertThat(
            slots("for (int i = 0; i < n; i++) { for (int j = 0; j < a.length; j++) { x = 2; } }"))
        .contains("push(x)");
    assertThat(
            slots(
                "for (int i = 0; i < n; i++) { m = m + i; for (int j = 0; j < m; j++) { x = 2; } }"))
        .contains("push(x)");
  }

  @Test
  void inALoopWithStepsOnAStack() {
    assertThat(slots("for (int i = 0; i < n; i += 2) { x = 2; }")).contains("push(x)");
  }

  @Test
  void inAGeneralLoopAndWithinItOnAStack() {
    assertThat(slots("while (x > n) { x = 2; }")).contains("push(x)");
    assertThat(slots("while (x > n) { for (int i = 0; i < 3; i++) { x = 2; } }"))
        .contains("push(x)");
    assertThat(slots("for (int i = 0; i < 3; i++) { while (x > n) { x = 2; } }"))
        .contains("push(x)");
  }

  @Test
  void inALoopInABranchOnAStack() {
    assertThat(slots("if (n > 0) { for (int i = 0; i < n; i++) { x = 2; } }")).contains("push(x)");
  }

  @Test
  void inABranchInALoopByTrip() {
    assertThat(slots("for (int i = 0; i < n; i++) { if (i > 2) { x = 2; } }"))
        .contains("xSaved[i] = x;");
  }

  @Test
  void inALoopInABranchInALoopOnAStackBecauseItMayRunSeldom() {
    assertThat(
            slots(
                "for (int i = 0; i < n; i++) { if (i == 0) { for (int j = 0; j < n; j++) { x = 2; } } }"))
        .contains("push(x)");
  }

  /** Prologue, save and restore for the innermost statement {@code x = 2}. */
  private static String slots(String statement) {
    Primal primal =
        Primal.of(
            "static double f(double x, double[] a, int n, int m) {\n"
                + statement
                + "\nreturn x; }");
    List<Stmt> prologue = new ArrayList<>();
    Stmt outermost = primal.body().get(0);
    SaveSlots slots = SaveSlots.around(outermost, prologue, Vars.after(primal.function()), false);
    SaveSlots inner = descended(outermost, slots);
    SaveSlots.Slot slot = inner.keep(primal.variable("x").read(), "x");
    return String.join(
            " | ",
            Printer.print(prologue),
            Printer.print(List.of(slot.save())),
            Printer.print(slot.restored()))
        .replace("\n", "");
  }

  private static SaveSlots descended(Stmt s, SaveSlots slots) {
    if (Children.blocks(s).isEmpty()) {
      return slots;
    }
    SaveSlots inner = s instanceof Stmt.If ? slots.inBranch() : slots.in(s);
    List<Stmt> block =
        Children.blocks(s).stream().filter(b -> !b.isEmpty()).findFirst().orElseThrow();
    return descended(block.get(block.size() - 1), inner);
  }
}
