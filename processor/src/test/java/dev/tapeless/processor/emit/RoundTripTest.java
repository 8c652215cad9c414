package dev.tapeless.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.contract.Operation;
import dev.tapeless.processor.ir.Evaluator;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random expressions have, once emitted and compiled, the value that the tree has, in every bit.
 */
class RoundTripTest {

  private static final int EXPRESSIONS = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 17, 36})
  void theTextMeansWhatTheTreeMeans(long seed) throws Throwable {
    RandomExpressions random = new RandomExpressions(new Random(seed));
    List<Var> parameters = RandomExpressions.VARIABLES;
    List<Expr> expressions = new ArrayList<>();
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < EXPRESSIONS; i++) {
      Type.Primitive type = Type.Primitive.values()[i % Type.Primitive.values().length];
      Expr expr = random.expression(type, 4);
      expressions.add(expr);
      operations.add(Emitted.operation("f" + i, parameters, List.of(), expr));
    }
    String source = Emitted.source(operations, List.of());
    Compiled compiled = Compiled.of(source);
    for (int round = 0; round < 5; round++) {
      Map<Var, Object> values = new HashMap<>();
      parameters.forEach(v -> values.put(v, random.value((Type.Primitive) v.type())));
      Object[] arguments = parameters.stream().map(values::get).toArray();
      for (int i = 0; i < EXPRESSIONS; i++) {
        Object expected = outcome(new Evaluator(values), expressions.get(i));
        Object actual = outcome(compiled, "f" + i, arguments);
        assertThat(actual).as("%s for %s in%n%s", "f" + i, values, source).isEqualTo(expected);
      }
    }
  }

  private static Object outcome(Evaluator evaluator, Expr expr) {
    try {
      return evaluator.evaluate(expr);
    } catch (ArithmeticException e) {
      return "ArithmeticException";
    }
  }

  private static Object outcome(Compiled compiled, String method, Object[] arguments)
      throws Throwable {
    try {
      return compiled.call("p.ModelAdjoint", method, arguments);
    } catch (ArithmeticException e) {
      return "ArithmeticException";
    }
  }
}
