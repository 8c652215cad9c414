package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Type.Primitive.DOUBLE;
import static dev.tapeless.processor.ir.Type.Primitive.FLOAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Evaluator;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorsTest {

  private static double partial(
      BinaryOp op, Type type, int argument, double g, double a, double b) {
    List<Expr> arguments = List.of(Exprs.real(a, type), Exprs.real(b, type));
    Evaluator evaluator = new Evaluator(Map.of());
    Object r = evaluator.evaluate(Exprs.binary(op, arguments.get(0), arguments.get(1)));
    Expr result = Exprs.real(((Number) r).doubleValue(), type);
    Expr formula =
        Operators.rule(op).orElseThrow().times(argument, arguments, result, Exprs.real(g, type));
    assertThat(formula.type()).isEqualTo(type);
    return ((Number) evaluator.evaluate(formula)).doubleValue();
  }

  @ParameterizedTest
  @CsvSource({"ADD,1,1", "SUB,1,-1", "MUL,4,7", "DIV,0.25,-0.4375", "REM,1,-1"})
  void partialsAtSevenAndFour(BinaryOp op, double byLeft, double byRight) {
    for (Type type : List.of(DOUBLE, FLOAT)) {
      assertThat(partial(op, type, 0, 1, 7, 4)).isEqualTo(byLeft);
      assertThat(partial(op, type, 1, 1, 7, 4)).isEqualTo(byRight);
      assertThat(partial(op, type, 1, 2, 7, 4)).isEqualTo(2 * byRight);
    }
  }

  @Test
  void aQuotientDoesNotOverflowOnTheWay() {
    assertThat(partial(BinaryOp.DIV, DOUBLE, 1, 1, 1e300, 1e200))
        .isCloseTo(-1e-100, Percentage.withPercentage(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "7,2,-3",
    "-7,2,3",
    "7,-2,3",
    "8,2,-4",
    "7,Infinity,0",
    "1e18,3,-333333333333333312",
    "0.3,0.1,-2"
  })
  void aRemainderHasTheQuotientCutOff(double a, double b, double byRight) {
    assertThat(partial(BinaryOp.REM, DOUBLE, 1, 1, a, b) + 0.0).isEqualTo(byRight);
  }

  @ParameterizedTest
  @EnumSource(BinaryOp.class)
  void operatorsWithARealResultHaveARule(BinaryOp op) {
    boolean real = op.ordinal() <= BinaryOp.REM.ordinal();
    assertThat(Operators.rule(op).isPresent()).isEqualTo(real);
  }

  @Test
  void aSignIsCarriedOver() {
    Expr g = Exprs.real(3, DOUBLE);
    Expr x = Exprs.real(2, DOUBLE);
    assertThat(
            Operators.rule(UnaryOp.NEGATE).orElseThrow().times(0, List.of(x), Exprs.negated(x), g))
        .isEqualTo(Exprs.negated(g));
    assertThat(Operators.rule(UnaryOp.NOT)).isEmpty();
  }
}
