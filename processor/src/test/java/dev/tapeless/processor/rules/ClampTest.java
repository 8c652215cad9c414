package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Type.Primitive.DOUBLE;
import static dev.tapeless.processor.ir.Type.Primitive.FLOAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.ir.Evaluator;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code Math.clamp} exists from JDK 21; its rule does not call it. */
class ClampTest {

  private static double clamp(Type type, int argument, double... point) {
    Probe probe = Probe.math("clamp", type, 3);
    Map<Var, Object> values = new HashMap<>();
    for (Var variable : probe.variables()) {
      values.put(variable, box(type, point[variable.id()]));
    }
    values.put(new Var(11, "g", type), box(type, 1));
    return ((Number) new Evaluator(values).evaluate(probe.formula(argument))).doubleValue();
  }

  private static Object box(Type type, double value) {
    return type == DOUBLE ? (Object) value : (Object) (float) value;
  }

  /** The partials of {@code max(low, min(x, high))}, by the rules of the two. */
  private static double[] expected(double x, double low, double high) {
    double inner = Math.min(x, high);
    double byInner = Probe.math("max", DOUBLE, 2).partial(1, 1, low, inner);
    double byLow = Probe.math("max", DOUBLE, 2).partial(0, 1, low, inner);
    Probe min = Probe.math("min", DOUBLE, 2);
    return new double[] {
      byInner * min.partial(0, 1, x, high), byLow, byInner * min.partial(1, 1, x, high)
    };
  }

  @Test
  void clampIsAMinimumWithinAMaximum() {
    double[] values = {-1, 0, 1, 2};
    for (double x : values) {
      for (double low : values) {
        for (double high : values) {
          compare(x, low, high);
        }
      }
    }
  }

  private static void compare(double x, double low, double high) {
    for (Type type : List.of(DOUBLE, FLOAT)) {
      for (int i = 0; i < 3; i++) {
        assertThat(clamp(type, i, x, low, high))
            .as("clamp(%s, %s, %s) by %d", x, low, high, i)
            .isEqualTo(expected(x, low, high)[i]);
      }
    }
  }

  @Test
  void aNanValueHasNoDerivatives() {
    for (int i = 0; i < 3; i++) {
      assertThat(clamp(DOUBLE, i, Double.NaN, 0, 1)).isNaN();
      assertThat(clamp(DOUBLE, i, Double.NaN, 1, 1)).isNaN();
    }
  }

  @Test
  void aClampOfIntegersIsNeverActive() {
    Probe integers =
        new Probe(
            "java.lang.Math",
            "clamp",
            Type.Primitive.INT,
            List.of(Type.Primitive.LONG, Type.Primitive.INT, Type.Primitive.INT));
    Expr.LibraryCall call = integers.call();
    assertThat(Rules.isStep(call)).isTrue();
    assertThat(Rules.rule(call)).isEmpty();
  }
}
