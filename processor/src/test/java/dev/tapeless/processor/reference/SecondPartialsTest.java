package dev.tapeless.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.reference.GeneratedFunctions.Derivatives;
import dev.tapeless.processor.reference.GeneratedFunctions.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated second derivatives of single calls against their forty digits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondPartialsTest {

  /** In units of the last place. */
  private static final double BOUND = 6;

  /**
   * The formulas have a root in the fifth power, the error of three sides, or a cubed logarithm.
   */
  private static final Set<String> LONG_FORMULAS = Set.of("cbrt", "length", "logToBase");

  /**
   * Next to a zero of the second derivative it is the difference of two nearly equal numbers, one
   * of them a logarithm: as exact as the largest one of all second derivatives.
   */
  private static boolean hasZeros(Function function, int i, int j) {
    return switch (function.name()) {
      case "pow" -> i != j;
      case "logToBase" -> i == 0 && j == 0;
      default -> false;
    };
  }

  private GeneratedFunctions generated;

  static List<Variant> variants() {
    return GeneratedFunctions.variants();
  }

  static List<Function> functions() {
    return Functions.all();
  }

  @BeforeAll
  void compile() {
    generated = new GeneratedFunctions(2);
    if (System.getProperty("goldens", "").equals("write")) {
      for (Function function : Functions.all()) {
        SecondPartials.write(function, false);
        SecondPartials.write(function, true);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void secondDerivativesAreRightToSixUnits(Variant variant) {
    Derivatives derivatives = generated.derivatives(variant);
    List<String> wrong = new ArrayList<>();
    for (Row row : SecondPartials.read(variant.function(), variant.ofFloats())) {
      compare(variant, row, derivatives.hessian(row.point()), wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static void compare(Variant variant, Row row, double[][] hessian, List<String> wrong) {
    double largest =
        row.partials().stream().mapToDouble(p -> Math.abs(p.doubleValue())).max().orElseThrow();
    int next = 0;
    for (int i = 0; i < hessian.length; i++) {
      for (int j = 0; j <= i; j++) {
        Number exact = row.partials().get(next++);
        for (double found : new double[] {hessian[i][j], hessian[j][i]}) {
          double units = Ulps.between(found, exact, variant.ofFloats());
          if (hasZeros(variant.function(), i, j)) {
            units *= unit(exact.doubleValue(), variant) / unit(largest, variant);
          }
          if (!(units <= bound(variant.function()))) {
            wrong.add("%d %d at %s: %s, %s ulp off".formatted(i, j, row.text(), found, units));
          }
        }
      }
    }
  }

  private static double bound(Function function) {
    return LONG_FORMULAS.contains(function.name()) ? 2 * BOUND : BOUND;
  }

  private static double unit(double x, Variant variant) {
    return variant.ofFloats() ? Math.ulp((float) x) : Math.ulp(x);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theTablesHaveAllPoints(Function function) {
    assertThat(SecondPartials.read(function, false)).hasSize(SecondPartials.POINTS);
    assertThat(SecondPartials.read(function, true)).hasSize(SecondPartials.POINTS);
  }
}
