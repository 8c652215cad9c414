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
  private static final double BOUND = 16;

  /**
   * Along a very long side the second derivative of a length is the difference of two numbers that
   * are nearly equal: it is as exact as the largest one of all second derivatives.
   */
  private static final Set<String> LENGTHS = Set.of("hypot", "length");

  private GeneratedFunctions generated;

  static List<Variant> variants() {
    return GeneratedFunctions.variants().stream().filter(v -> !v.ofFloats()).toList();
  }

  static List<Function> functions() {
    return Functions.all();
  }

  @BeforeAll
  void compile() {
    generated = new GeneratedFunctions(2);
    if (System.getProperty("goldens", "").equals("write")) {
      Functions.all().forEach(SecondPartials::write);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void secondDerivativesAreRightToSixteenUnits(Variant variant) {
    Derivatives derivatives = generated.derivatives(variant);
    List<String> wrong = new ArrayList<>();
    for (Row row : SecondPartials.read(variant.function())) {
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
          double units = Ulps.between(found, exact, false);
          if (LENGTHS.contains(variant.function().name())) {
            units *= Math.ulp(exact.doubleValue()) / Math.ulp(largest);
          }
          if (!(units <= BOUND)) {
            wrong.add("%d %d at %s: %s, %s ulp off".formatted(i, j, row.text(), found, units));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theTablesHaveAllPoints(Function function) {
    assertThat(SecondPartials.read(function)).hasSize(SecondPartials.POINTS);
  }
}
