package dev.tapeless.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.reference.GeneratedFunctions.Derivatives;
import dev.tapeless.processor.reference.GeneratedFunctions.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated derivatives of single calls against their forty digits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccuracyTest {

  /** In units of the last place. */
  private static final double BOUND = 4;

  /** Where the formula overflows, a derivative below the normal numbers is 0. */
  private static final Set<String> VANISHING = Set.of("atan");

  private GeneratedFunctions generated;

  static List<Variant> variants() {
    return GeneratedFunctions.variants();
  }

  static List<Function> functions() {
    return Functions.all();
  }

  @BeforeAll
  void compile() {
    generated = new GeneratedFunctions(1);
    if (System.getProperty("goldens", "").equals("write")) {
      for (Function function : Functions.all()) {
        Table.write(function, false);
        Table.write(function, true);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void partialsAreRightToFourUnits(Variant variant) {
    Derivatives derivatives = generated.derivatives(variant);
    List<String> wrong = new ArrayList<>();
    for (Row row : Table.read(variant.function(), variant.ofFloats())) {
      compare("gradient", variant, row, derivatives.gradient(row.point()), wrong);
      compare("tangents", variant, row, derivatives.tangents(row.point()), wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static void compare(
      String what, Variant variant, Row row, double[] partials, List<String> wrong) {
    for (int i = 0; i < partials.length; i++) {
      Number exact = row.partials().get(i);
      double ulps = Ulps.between(partials[i], exact, variant.ofFloats());
      if (ulps > BOUND && !vanishes(variant.function(), exact.doubleValue(), partials[i])) {
        wrong.add("%s %d at %s: %s, %s ulp off".formatted(what, i, row.text(), partials[i], ulps));
      }
    }
  }

  private static boolean vanishes(Function function, double exact, double actual) {
    return VANISHING.contains(function.name())
        && Math.abs(exact) < Double.MIN_NORMAL
        && actual == 0;
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theTablesHaveAllPoints(Function function) {
    assertThat(Table.read(function, false)).hasSize(Table.POINTS);
    assertThat(Table.read(function, true)).hasSize(Table.POINTS);
    Stream<String> stored = Table.read(function, false).stream().map(Row::text);
    List<String> special = function.special().stream().map(Row::text).toList();
    assertThat(stored.limit(special.size())).isEqualTo(special);
  }
}
