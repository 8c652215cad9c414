package dev.tapeless.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.ir.Evaluator;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Variables;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JDK that runs the test offers is known, every overload of it. */
class EveryMethodTest {

  static Stream<Probe> methods() {
    return Stream.of(
            Math.class,
            StrictMath.class,
            Double.class,
            Float.class,
            org.hipparchus.util.FastMath.class,
            net.jafama.FastMath.class)
        .flatMap(c -> Arrays.stream(c.getMethods()))
        .filter(
            m ->
                Modifier.isStatic(m.getModifiers())
                    && allPrimitive(m)
                    && m.getParameterCount() > 0
                    && !m.getName().equals("norm"))
        .map(
            m ->
                new Probe(
                    m.getDeclaringClass().getName(),
                    m.getName(),
                    type(m.getReturnType()),
                    parameters(m)));
  }

  static Stream<Probe> realMethods() {
    return methods()
        .filter(p -> p.result().isReal() && p.parameters().stream().anyMatch(Type::isReal));
  }

  static Stream<Probe> rules() {
    return realMethods().filter(p -> !Rules.isStep(p.call()));
  }

  private static boolean allPrimitive(Method method) {
    return method.getReturnType().isPrimitive()
        && method.getReturnType() != void.class
        && Arrays.stream(method.getParameterTypes()).allMatch(Class::isPrimitive);
  }

  private static List<Type> parameters(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(EveryMethodTest::type).toList();
  }

  private static Type type(Class<?> primitive) {
    return Arrays.stream(Primitive.values())
        .filter(p -> Evaluator.javaType(p) == primitive)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aMethodHasARuleOrIsNeverActive(Probe method) {
    boolean hasRule = Rules.rule(method.call()).isPresent();
    assertThat(hasRule).isNotEqualTo(Rules.isStep(method.call()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void derivativesHaveTheTypeOfTheResult(Probe method) {
    for (int i : realArguments(method)) {
      assertThat(method.formula(i).type()).isEqualTo(method.result());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void derivativesCanBeDifferentiatedAgain(Probe method) {
    for (int i : realArguments(method)) {
      for (Expr.LibraryCall call : calls(method.formula(i))) {
        assertThat(Rules.rule(call).isPresent() || Rules.isStep(call)).as(call.method()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void derivativesCallTheClassOfThePrimal(Probe method) {
    for (int i : realArguments(method)) {
      for (Expr.LibraryCall call : calls(method.formula(i))) {
        assertThat(call.type() == Primitive.BOOLEAN || call.owner().equals(method.owner()))
            .as(call.method())
            .isTrue();
      }
    }
  }

  private static List<Integer> realArguments(Probe method) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < method.parameters().size(); i++) {
      if (method.parameters().get(i).isReal()) {
        found.add(i);
      }
    }
    return found;
  }

  private static List<Expr.LibraryCall> calls(Expr formula) {
    List<Expr.LibraryCall> found = new ArrayList<>();
    Variables.forEachNode(
        formula,
        e -> {
          if (e instanceof Expr.LibraryCall call) {
            found.add(call);
          }
        });
    return found;
  }
}
