package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators of methods whose parameters or results are records, called as users call them. */
class RecordOperatorsTest {

  private static final String SOURCE =
      """
      package p;
      import dev.tapeless.*;
      public final class C {
        public record Polar(double r, double phi) {}
        public record Outer(Polar polar, double z) {}
        @Differentiable
        public static Polar polar(double x, double y) {
          return new Polar(Math.hypot(x, y), Math.atan2(y, x));
        }
        @Differentiable
        public static Outer quotients(double x, double y) {
          return new Outer(new Polar(x / y, (y > 0 ? x * Math.exp(y) : y) / x), 2 * x);
        }
        @Differentiable(order = 2)
        public static double long_(Outer o) {
          double s = o.z();
          for (int i = 0; i < 3; i++) {
            s += Math.sin(s) * o.polar().r() + o.polar().phi() / s;
            s *= 0.5 + Math.cos(o.polar().phi()) * s;
          }
          return s * o.z();
        }
      }
      """;

  private static Object record(Compiled compiled, String name, Object... components) {
    try {
      return compiled.load("p.C$" + name).getConstructors()[0].newInstance(components);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object outer(Compiled compiled, double r, double phi, double z) {
    return record(compiled, "Outer", record(compiled, "Polar", r, phi), z);
  }

  @Test
  void theComponentsOfAResultMayBeFunctions() {
    Compiled compiled = Compiled.of(SOURCE).succeeds().hasCleanGeneratedCode();
    OperatorsCalled operators = OperatorsCalled.of(compiled, "p.CAdjoint");
    Object gradient = operators.call("polarVjp", 3.0, 4.0, record(compiled, "Polar", 1.0, 25.0));
    assertThat(number(gradient, "x")).isCloseTo(0.6 - 4, within(1e-14));
    assertThat(number(gradient, "y")).isCloseTo(0.8 + 3, within(1e-14));
    Object tangent = operators.call("polarJvp", 3.0, 4.0, 1.0, 2.0);
    assertThat(number(tangent, "r")).isCloseTo(0.6 + 1.6, within(1e-14));
    assertThat(number(tangent, "phi")).isCloseTo((-4 + 6) / 25.0, within(1e-14));
  }

  @Test
  void andQuotientsAndChoices() {
    Compiled compiled = Compiled.of(SOURCE).succeeds();
    OperatorsCalled operators = OperatorsCalled.of(compiled, "p.CAdjoint");
    Object gradient = operators.call("quotientsVjp", 3.0, 2.0, outer(compiled, 4, 1, 7));
    assertThat(number(gradient, "x")).isCloseTo(4 / 2.0 + 14, within(1e-14));
    assertThat(number(gradient, "y")).isCloseTo(-4 * 3 / 4.0 + Math.exp(2), within(1e-13));
  }

  @Test
  void methodsOfRecordsCanBeCutIntoParts() {
    Compiled whole = Compiled.of(SOURCE).succeeds();
    Compiled parts =
        Javac.plain()
            .with("-Xlint:all", "-Atapeless.naive=true", "-Atapeless.methodSize=150")
            .compile(SOURCE)
            .succeeds();
    assertThat(parts.generated("p/CAdjoint")).contains("Part1");
    for (String operation : List.of("long_Jvp", "long_Hvp")) {
      String expected = called(whole, operation);
      assertThat(called(parts, operation)).as(operation).isEqualTo(expected);
    }
  }

  private static String called(Compiled compiled, String operation) {
    return OperatorsCalled.of(compiled, "p.CAdjoint")
        .call(operation, outer(compiled, 0.3, 0.5, 0.7), outer(compiled, 1, -1, 2))
        .toString()
        .replaceAll("(\\d\\.\\d{10})\\d*", "$1");
  }

  private static double number(Object record, String component) {
    return (double) OperatorsCalled.part(record, component);
  }
}
