package dev.tapeless.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.processor.ir.Evaluator;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule against differences of sixth order at points inside the domain, away from kinks and
 * jumps. This cannot see relative errors below about 1e-9, nor anything at special points.
 */
class DifferencesTest {

  private static final double[] WEIGHTS = {45.0 / 60, -9.0 / 60, 1.0 / 60};
  private static final Set<String> NEIGHBOURS = Set.of("nextUp", "nextDown", "nextAfter");

  /** Where the points are, it is not defined. */
  private static final String BEYOND = "acosh";

  /**
   * Neighbours differ from the identity by less than differences can see, and so do functions of
   * {@code float}.
   */
  static Stream<Probe> smooth() {
    return EveryMethodTest.rules()
        .filter(p -> p.result() == Primitive.DOUBLE && !NEIGHBOURS.contains(p.method()))
        .filter(p -> !p.method().equals(BEYOND));
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void agreesWithDifferences(Probe method) {
    Random random = new Random(3);
    for (int sample = 0; sample < 50; sample++) {
      double[] point = point(method, random);
      for (int i = 0; i < point.length; i++) {
        if (method.parameters().get(i).isReal()) {
          double expected = difference(method, point, i);
          double tolerance = 1e-9 * Math.max(1, Math.abs(expected));
          assertThat(method.partial(i, 1, point))
              .as("%s by %d at %s", method.method(), i, List.of(point))
              .isCloseTo(expected, within(tolerance));
        }
      }
    }
  }

  /** Between 0.1 and 0.9, where all functions are defined, and apart from each other. */
  private static double[] point(Probe method, Random random) {
    double[] point = new double[method.parameters().size()];
    do {
      for (int i = 0; i < point.length; i++) {
        Type type = method.parameters().get(i);
        point[i] = type.isReal() ? 0.1 + 0.8 * random.nextDouble() : random.nextInt(5);
      }
    } while (!isInside(method, point));
    return point;
  }

  private static boolean isInside(Probe method, double[] point) {
    boolean apart = point.length < 2 || Math.abs(point[0] - point[1]) > 0.01;
    if (method.method().equals("IEEEremainder") || method.method().equals("remainder")) {
      double least = (point[0] - 0.003) / (point[1] + 0.003);
      double greatest = (point[0] + 0.003) / (point[1] - 0.003);
      return Math.rint(least) == Math.rint(greatest);
    }
    if (method.method().equals("clamp")) {
      return apart && point[1] < point[2] - 0.01 && Math.abs(point[0] - point[2]) > 0.01;
    }
    if (method.method().equals("toRange")) {
      return apart
          && point[0] < point[1] - 0.01
          && Math.abs(point[2] - point[1]) > 0.01
          && Math.abs(point[2] - point[0]) > 0.01;
    }
    return apart;
  }

  private static double difference(Probe method, double[] point, int argument) {
    double h = 1e-3;
    double sum = 0;
    for (int k = 1; k <= WEIGHTS.length; k++) {
      sum +=
          WEIGHTS[k - 1]
              * (shifted(method, point, argument, k * h)
                  - shifted(method, point, argument, -k * h));
    }
    return sum / h;
  }

  private static double shifted(Probe method, double[] point, int argument, double by) {
    Map<Var, Object> values = new HashMap<>();
    for (Var variable : method.variables()) {
      double value = point[variable.id()] + (variable.id() == argument ? by : 0);
      values.put(variable, Probe.number(value, variable.type()));
    }
    return (double) new Evaluator(values).evaluate(method.call());
  }
}
