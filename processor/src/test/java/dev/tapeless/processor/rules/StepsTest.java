package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Type.Primitive.BOOLEAN;
import static dev.tapeless.processor.ir.Type.Primitive.DOUBLE;
import static dev.tapeless.processor.ir.Type.Primitive.FLOAT;
import static dev.tapeless.processor.ir.Type.Primitive.INT;
import static dev.tapeless.processor.ir.Type.Primitive.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.ir.Type;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {

  private static Probe method(String owner, String name, Type result, Type parameter) {
    return new Probe("java.lang." + owner, name, result, List.of(parameter));
  }

  private static void assertStep(Probe probe, boolean warned) {
    assertThat(Rules.isStep(probe.call())).isTrue();
    assertThat(Rules.rule(probe.call())).isEmpty();
    assertThat(Rules.losesDerivative(probe.call())).isEqualTo(warned);
  }

  @ParameterizedTest
  @ValueSource(strings = {"signum", "floor", "ceil", "rint", "ulp"})
  void stepsAreWorthAWarning(String name) {
    assertStep(method("Math", name, DOUBLE, DOUBLE), true);
    assertStep(method("StrictMath", name, DOUBLE, DOUBLE), true);
  }

  @Test
  void roundingToIntegersIsWorthAWarning() {
    assertStep(method("Math", "round", LONG, DOUBLE), true);
    assertStep(method("Math", "round", INT, FLOAT), true);
    assertStep(method("Math", "getExponent", INT, DOUBLE), true);
  }

  @Test
  void questionsAboutNumbersAreNot() {
    assertStep(method("Double", "isNaN", BOOLEAN, DOUBLE), false);
    assertStep(method("Double", "doubleToLongBits", LONG, DOUBLE), false);
    assertStep(method("Double", "longBitsToDouble", DOUBLE, LONG), false);
    assertStep(method("Math", "abs", INT, INT), false);
    assertStep(method("Integer", "bitCount", INT, INT), false);
  }

  @Test
  void anUnknownMethodOfRealsIsNeither() {
    Probe unknown = new Probe("java.lang.Math", "gamma", DOUBLE, List.of(DOUBLE));
    assertThat(Rules.isStep(unknown.call())).isFalse();
    assertThat(Rules.rule(unknown.call())).isEmpty();
  }

  @Test
  void specialPointsAreTold() {
    assertThat(Rules.specialPoints(method("Math", "abs", DOUBLE, DOUBLE).call()))
        .contains("0 at 0");
    assertThat(Rules.specialPoints(method("Math", "sin", DOUBLE, DOUBLE).call())).isEmpty();
  }
}
