package dev.tapeless.processor.ir;

import static dev.tapeless.processor.ir.Exprs.binary;
import static dev.tapeless.processor.ir.Exprs.element;
import static dev.tapeless.processor.ir.Exprs.length;
import static dev.tapeless.processor.ir.Exprs.minus;
import static dev.tapeless.processor.ir.Exprs.negated;
import static dev.tapeless.processor.ir.Exprs.num;
import static dev.tapeless.processor.ir.Exprs.over;
import static dev.tapeless.processor.ir.Exprs.plus;
import static dev.tapeless.processor.ir.Exprs.real;
import static dev.tapeless.processor.ir.Exprs.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.ir.Type.Primitive;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrinterTest {

  private static final Type REALS = new Type.Array(Primitive.DOUBLE);
  private final Vars vars = new Vars();
  private final Var a = vars.make("a", Primitive.DOUBLE);
  private final Var b = vars.make("b", Primitive.DOUBLE);
  private final Var xs = vars.make("xs", REALS);

  @Test
  void parenthesesStandWhereJavaNeedsThem() {
    Expr sum = plus(a.read(), b.read());
    assertThat(Printer.print(times(sum, sum))).isEqualTo("(a + b) * (a + b)");
    assertThat(Printer.print(minus(sum, sum))).isEqualTo("a + b - (a + b)");
    assertThat(Printer.print(plus(a.read(), over(a.read(), b.read())))).isEqualTo("a + a / b");
    assertThat(Printer.print(negated(negated(a.read())))).isEqualTo("-(-a)");
    assertThat(Printer.print(negated(sum))).isEqualTo("-(a + b)");
    assertThat(Printer.print(new Expr.Cast(Primitive.INT, sum))).isEqualTo("(int) (a + b)");
  }

  @Test
  void conditionalsNestToTheRight() {
    Expr test = binary(BinaryOp.LT, a.read(), b.read());
    Expr inner = Exprs.choose(test, a.read(), b.read());
    assertThat(Printer.print(Exprs.choose(test, inner, inner)))
        .isEqualTo("a < b ? (a < b ? a : b) : a < b ? a : b");
  }

  @Test
  void constantsAreWrittenAsTheUserDid() {
    assertThat(Printer.print(new Expr.Literal(Primitive.DOUBLE, 100.0, "1e2"))).isEqualTo("1e2");
    assertThat(Printer.print(new Expr.Literal(Primitive.INT, -1, "1"))).isEqualTo("-1");
    assertThat(Printer.print(new Expr.Literal(Primitive.INT, -1, "0xFFFFFFFF")))
        .isEqualTo("0xFFFFFFFF");
    assertThat(Printer.print(real(2, Primitive.FLOAT))).isEqualTo("2.0f");
    assertThat(Printer.print(real(Double.NaN, Primitive.DOUBLE))).isEqualTo("Double.NaN");
    assertThat(Printer.print(new Expr.Literal(Primitive.CHAR, '\n', ""))).isEqualTo("'\\u000a'");
  }

  @Test
  void onlySharedNamesCarryTheirNumber() {
    Var other = vars.make("a", Primitive.DOUBLE);
    assertThat(Printer.print(times(plus(a.read(), other.read()), b.read())))
        .isEqualTo("(a#0 + a#3) * b");
  }

  @Test
  void statementsLookLikeJava() {
    Var i = vars.make("i", Primitive.INT);
    Var stack = vars.make("saved", new Type.Stack(Primitive.DOUBLE));
    Expr.Element x = element(xs.read(), i.read());
    List<Stmt> body =
        List.of(
            new Stmt.Push(stack, x, Origin.NONE),
            new Stmt.If(
                binary(BinaryOp.GT, x, real(0, Primitive.DOUBLE)),
                List.of(new Stmt.Assign(x, negated(x), Origin.NONE)),
                List.of(new Stmt.Comment("nothing")),
                Origin.NONE));
    Stmt loop =
        new Stmt.CountedFor(i, num(0), BinaryOp.LT, length(xs.read()), 2, body, Origin.NONE);
    assertThat(Printer.print(List.of(loop)))
        .isEqualTo(
            """
            for (int i = 0; i < xs.length; i += 2) {
              saved.push(xs[i]);
              if (xs[i] > 0.0) {
                xs[i] = -xs[i];
              } else {
                // nothing
              }
            }
            """);
  }

  @Test
  void aLoopMayLeaveInTheMiddle() {
    Stmt half =
        new Stmt.Assign(a.read(), times(real(0.5, Primitive.DOUBLE), a.read()), Origin.NONE);
    Expr test = binary(BinaryOp.GT, a.read(), b.read());
    assertThat(
            Printer.print(List.of(new Stmt.Loop(List.of(half), test, List.of(half), Origin.NONE))))
        .isEqualTo(
            """
            while (true) {
              a = 0.5 * a;
              if (!(a > b)) break;
              a = 0.5 * a;
            }
            """);
  }

  @Test
  void aFunctionHasAHeadAndAnExit() {
    Callee callee =
        new Callee("", "f", List.of(REALS, Primitive.DOUBLE), Optional.of(Primitive.DOUBLE));
    List<Parameter> parameters = List.of(new Parameter(xs, true), new Parameter(a, false));
    Function f =
        new Function(callee, true, parameters, List.of(), Optional.of(a.read()), Origin.NONE);
    assertThat(Printer.print(f))
        .isEqualTo(
            """
            static double f(double[] xs, @Constant double a) {
              return a;
            }
            """);
  }
}
