package dev.tapeless.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which adjoint {@code s} has before the statements of a tail, when it is known there. */
class TailAdjointTest {

  @Test
  void theResultItself() {
    assertThat(adjoint("return s;")).isEqualTo("g");
  }

  @Test
  void linearFunctionsOfIt() {
    assertThat(adjoint("return -s;")).isEqualTo("-g");
    assertThat(adjoint("return s + x;")).isEqualTo("g");
    assertThat(adjoint("return x - s;")).isEqualTo("-g");
    assertThat(adjoint("return 3 * s;")).isEqualTo("3 * g");
    assertThat(adjoint("return s / n;")).isEqualTo("g / (double) n");
    assertThat(adjoint("return x * (s - 1) / y;")).isEqualTo("x * (g / y)");
  }

  @Test
  void throughVariables() {
    assertThat(adjoint("double t = 2 * s; double u = t + s; return u;")).isEqualTo("g + 2 * g");
    assertThat(adjoint("double t = 5; t = s; return t;")).isEqualTo("g");
    assertThat(adjoint("double t = 5; t += x * s; return t;")).isEqualTo("x * g");
    assertThat(adjoint("double t = 5; t -= s; return t;")).isEqualTo("-g");
  }

  @Test
  void theAdjointBeforeAnOverwritingIsThatOfWhatFollowsTheRead() {
    assertThat(adjoint("double t = s; s = x; return t * 2;")).isEqualTo("2 * g");
    assertThat(adjoint("s = x; return s;")).isEqualTo("unknown");
    assertThat(adjoint("s += x; return s;")).isEqualTo("g");
  }

  @Test
  void nonlinearFunctionsOfIt() {
    assertThat(adjoint("return s * s;")).isEqualTo("unknown");
    assertThat(adjoint("return x / s;")).isEqualTo("unknown");
    assertThat(adjoint("return Math.exp(s);")).isEqualTo("unknown");
    assertThat(adjoint("return s % 2;")).isEqualTo("unknown");
    assertThat(adjoint("return n > 0 ? s : x;")).isEqualTo("unknown");
  }

  @Test
  void oneNonlinearUseIsEnough() {
    assertThat(adjoint("double t = s * s; return s + t;")).isEqualTo("unknown");
    assertThat(adjoint("double t = s * s; return s;")).isEqualTo("g");
  }

  @Test
  void factorsThatTheTailComputes() {
    assertThat(adjoint("double c = x * y; return c * s;")).isEqualTo("unknown");
    assertThat(adjoint("y = 3; return y * s;")).isEqualTo("unknown");
  }

  @Test
  void conversions() {
    assertThat(adjoint("float t = (float) s; return t;")).isEqualTo("unknown");
  }

  @Test
  void whatBranchesLoopsAndArraysDoIsNotSeen() {
    assertThat(adjoint("double t = 0; if (n > 0) { t = s; } return t;")).isEqualTo("unknown");
    assertThat(adjoint("double t = 0; for (int i = 0; i < n; i++) { t += s; } return t;"))
        .isEqualTo("unknown");
    assertThat(adjoint("double t = s; if (n > 0) { t = 0; } return t;")).isEqualTo("unknown");
    assertThat(adjoint("if (n > 0) { s = 0; } return s;")).isEqualTo("unknown");
    assertThat(adjoint("a[0] = s; return s;")).isEqualTo("unknown");
    assertThat(adjoint("a[0] += s; return s;")).isEqualTo("unknown");
  }

  @Test
  void sumsOfOthersInBranchesAndLoopsLeaveItAlone() {
    assertThat(adjoint("double t = 0; for (int i = 0; i < n; i++) { t += x; } return s + t;"))
        .isEqualTo("g");
    assertThat(adjoint("if (n > 0) { s += x; } return s;")).isEqualTo("g");
  }

  /** The adjoint of {@code s}; {@code g} is that of the result. */
  private static String adjoint(String tail) {
    Primal primal =
        Primal.of(
            "static double f(double s, double x, double y, double[] a, int n) {\n" + tail + "\n}");
    Type type = Type.Primitive.DOUBLE;
    Var result = new Var(-1, "result", type);
    Var g = new Var(-2, "g", type);
    List<Stmt> statements = new ArrayList<>(primal.body());
    statements.add(
        new Stmt.Declare(result, Optional.of(primal.results().get(0)), primal.function().origin()));
    Set<Var> changing = Variables.assignedIn(statements);
    changing.addAll(Variables.declaredIn(statements));
    Map<Var, Expr> exits = Map.of(result, g.read());
    return TailAdjoint.of(
            primal.variable("s"),
            statements,
            exits,
            e -> Variables.readBy(e).stream().noneMatch(changing::contains))
        .map(Printer::print)
        .orElse("unknown");
  }
}
