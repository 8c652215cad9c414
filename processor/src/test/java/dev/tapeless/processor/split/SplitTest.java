package dev.tapeless.processor.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Verifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How functions are cut, with a limit so low that little ones are. */
class SplitTest {

  private static Split split(int size, String members) {
    Split split = Split.of(Primal.of(members).function(), size, Set.of());
    Verifier.verify(split.function());
    split.parts().forEach(p -> Verifier.verify(p.function()));
    return split;
  }

  private static String text(Split split) {
    return Printer.print(split.function())
        + split.parts().stream()
            .map(p -> Printer.print(p.function()))
            .collect(Collectors.joining());
  }

  @Test
  void whatIsSmallStaysAsItIs() {
    Function function = Primal.of("static double f(double x) { return x * x; }").function();
    Split split = Split.of(function, 100, Set.of());
    assertThat(split.function()).isSameAs(function);
    assertThat(split.parts()).isEmpty();
    assertThat(split.state()).isEmpty();
  }

  @Test
  void aPartReturnsTheOneVariableThatItChanges() {
    Split split =
        split(
            90,
            """
            static double f(double[] x) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                double a = Math.sin(x[i]) * Math.cos(x[i]) + Math.exp(x[i]);
                double b = a * x[0] * x[i] - a * a;
                s += a * b + Math.tanh(b) * a * x[i];
              }
              return s;
            }
            """);
    assertThat(split.state()).isEmpty();
    assertThat(text(split))
        .contains(" = fPart1(x, s#1);")
        .contains("static double fPart1(@Constant double[] x, @Constant double s)")
        .contains("return s;");
  }

  @Test
  void whatSeveralPartsChangeIsInAnObject() {
    String statements =
        IntStream.range(0, 12)
            .mapToObj(i -> "a = a * b + Math.sin(b * %d); b = b - a * %d;".formatted(i, i))
            .collect(Collectors.joining("\n"));
    Split split =
        split(
            150,
            "static double f(double x) { double a = x; double b = 1; "
                + statements
                + " return a;}");
    assertThat(split.state().orElseThrow().fields().values()).containsExactlyInAnyOrder("a", "b");
    assertThat(text(split)).contains("state = new FState();").contains("fPart2(state)");
    assertThat(split.parts())
        .allSatisfy(p -> assertThat(CodeSize.of(p.function())).isLessThanOrEqualTo(150));
  }

  @Test
  void partsAreDescribedByTheirFirstAndLastStatement() {
    String statements =
        IntStream.range(0, 40)
            .mapToObj(i -> "a = a * Math.sin(a * %d);".formatted(i))
            .collect(Collectors.joining("\n"));
    Split split =
        split(200, "static double f(double x) { double a = x; " + statements + " return a;}");
    assertThat(split.parts().get(0).description())
        .startsWith(
            "A part of {@link #f}, from {@code double a = x;} to {@code a = a * Math.sin(a *");
  }

  @Test
  void namesThatAreTakenAreLeftOut() {
    String statements = "a = a * Math.sin(a);\n".repeat(40);
    Function function =
        Primal.of("static double f(double x) { double a = x; " + statements + " return a;}")
            .function();
    Split split = Split.of(function, 200, Set.of("fPart1", "FState"));
    assertThat(split.parts()).noneMatch(p -> p.function().name().equals("fPart1"));
    assertThat(split.parts()).anyMatch(p -> p.function().name().equals("fPart2"));
  }

  @Test
  void aSumIsCutInTheOrderOfItsTerms() {
    String sum =
        IntStream.range(0, 30).mapToObj(i -> "x[" + i + "]").collect(Collectors.joining(" + "));
    Split split = split(120, "static double f(double[] x) { return " + sum + "; }");
    assertThat(text(split))
        .containsSubsequence(" = x[0] + x[1] + x[2]", " + x[5] + x[6]", " + x[27] + x[28]");
  }

  @Test
  void whatIsEvaluatedBeforeALongOperandStaysBeforeIt() {
    String sum =
        IntStream.range(0, 30).mapToObj(i -> "x[" + i + "]").collect(Collectors.joining(" + "));
    Split split =
        split(120, "static double f(double[] x, int i) { return x[7 / i] * (" + sum + "); }");
    assertThat(text(split)).containsSubsequence("x[7 / i]", "x[0] + x[1]");
  }

  @Test
  void aLongOperandThatMayNotRunIsInABranch() {
    String sum =
        IntStream.range(0, 30).mapToObj(i -> "x[" + i + "]").collect(Collectors.joining(" + "));
    Split split =
        split(
            120,
            "static double f(double[] x) { return x.length > 29 && " + sum + " > 1 ? 2 : 3; }");
    assertThat(text(split)).containsSubsequence("if (x.length > 29) {", " = fPart1(x", "} else {");
  }
}
