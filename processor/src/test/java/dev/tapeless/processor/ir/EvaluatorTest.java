package dev.tapeless.processor.ir;

import static dev.tapeless.processor.ir.Exprs.binary;
import static dev.tapeless.processor.ir.Exprs.num;
import static dev.tapeless.processor.ir.Exprs.real;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.ir.Type.Primitive;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

  private static Object value(Expr expr) {
    return new Evaluator(Map.of()).evaluate(expr);
  }

  @Test
  void integersOverflowAsInJava() {
    assertThat(value(binary(BinaryOp.ADD, num(Integer.MAX_VALUE), num(1))))
        .isEqualTo(Integer.MIN_VALUE);
    assertThat(value(binary(BinaryOp.USHR, num(-1), num(28)))).isEqualTo(15);
  }

  @Test
  void floatsAreRoundedAtEachOperation() {
    Expr sum = binary(BinaryOp.ADD, real(1e8, Primitive.FLOAT), real(1, Primitive.FLOAT));
    assertThat(value(sum)).isEqualTo(1e8f);
  }

  @Test
  void castsSaturate() {
    assertThat(value(new Expr.Cast(Primitive.INT, real(1e300, Primitive.DOUBLE))))
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(value(new Expr.Cast(Primitive.BYTE, real(300, Primitive.DOUBLE))))
        .isEqualTo((byte) 44);
  }

  @Test
  void aZeroGuardSkipsItsValue() {
    Expr infinite = binary(BinaryOp.DIV, num(1), num(0));
    Expr guarded =
        new Expr.ZeroGuard(real(-0.0, Primitive.DOUBLE), new Expr.Cast(Primitive.DOUBLE, infinite));
    assertThat(value(guarded)).isEqualTo(0.0);
  }
}
