package dev.tapeless.processor.emit;

import static dev.tapeless.processor.ir.Exprs.binary;
import static dev.tapeless.processor.ir.Exprs.cast;
import static dev.tapeless.processor.ir.Exprs.choose;
import static dev.tapeless.processor.ir.Exprs.minus;
import static dev.tapeless.processor.ir.Exprs.negated;
import static dev.tapeless.processor.ir.Exprs.num;
import static dev.tapeless.processor.ir.Exprs.over;
import static dev.tapeless.processor.ir.Exprs.plus;
import static dev.tapeless.processor.ir.Exprs.real;
import static dev.tapeless.processor.ir.Exprs.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.UnaryOp;
import dev.tapeless.processor.ir.Var;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions have the parentheses, casts and suffixes that Java needs, and no others. */
class ExpressionTextTest {

  private static final Var A = new Var(0, "a", Primitive.DOUBLE);
  private static final Var B = new Var(1, "b", Primitive.DOUBLE);
  private static final Var C = new Var(2, "c", Primitive.DOUBLE);
  private static final Var I = new Var(3, "i", Primitive.INT);
  private static final Var J = new Var(4, "j", Primitive.INT);
  private static final Var L = new Var(5, "l", Primitive.LONG);
  private static final Var F = new Var(6, "f", Primitive.FLOAT);
  private static final Var K = new Var(7, "k", Primitive.CHAR);
  private static final Var Y = new Var(8, "y", Primitive.BYTE);
  private static final Var P = new Var(9, "p", Primitive.BOOLEAN);
  private static final Var Q = new Var(10, "q", Primitive.BOOLEAN);
  private static final Var X = new Var(11, "x", new Type.Array(Primitive.DOUBLE));
  private static final List<Var> ALL = List.of(A, B, C, I, J, L, F, K, Y, P, Q, X);

  private static final Expr a = A.read();
  private static final Expr b = B.read();
  private static final Expr c = C.read();
  private static final Expr i = I.read();
  private static final Expr j = J.read();
  private static final Expr l = L.read();
  private static final Expr f = F.read();
  private static final Expr p = P.read();
  private static final Expr q = Q.read();

  private static Expr toDouble(Expr e) {
    return cast(Primitive.DOUBLE, e);
  }

  private static Expr toInt(Expr e) {
    return cast(Primitive.INT, e);
  }

  private static Expr written(Type type, Object value, String text) {
    return new Expr.Literal(type, value, text);
  }

  private static Expr string(String value) {
    return written(new Type.Reference("java.lang.String"), value, "");
  }

  private static Expr math(String name, Type type, Expr... arguments) {
    return Exprs.library("java.lang.Math", name, type, arguments);
  }

  static Stream<Arguments> association() {
    return Stream.of(
        Arguments.of("a + b + c", plus(plus(a, b), c)),
        Arguments.of("a + (b + c)", plus(a, plus(b, c))),
        Arguments.of("a - (b - c)", minus(a, minus(b, c))),
        Arguments.of("a - b - c", minus(minus(a, b), c)),
        Arguments.of("a * (b / c)", times(a, over(b, c))),
        Arguments.of("a * b / c", over(times(a, b), c)),
        Arguments.of("(a + b) * c", times(plus(a, b), c)),
        Arguments.of("a + b * c", plus(a, times(b, c))),
        Arguments.of("-a * b", times(negated(a), b)),
        Arguments.of("-(a * b)", negated(times(a, b))),
        Arguments.of("-(-a)", negated(negated(a))),
        Arguments.of("a - b", plus(a, negated(b))),
        Arguments.of("a - b * c", plus(a, times(negated(b), c))),
        Arguments.of("a + b", minus(a, negated(b))),
        Arguments.of("a - 2", plus(a, real(-2, Primitive.DOUBLE))),
        Arguments.of("a * -2", times(a, real(-2, Primitive.DOUBLE))),
        Arguments.of("a < b ? a : b", choose(binary(BinaryOp.LT, a, b), a, b)),
        Arguments.of("(p ? a : b) + c", plus(choose(p, a, b), c)),
        Arguments.of("p ? a : q ? b : c", choose(p, a, choose(q, b, c))),
        Arguments.of("p ? (q ? a : b) : c", choose(p, choose(q, a, b), c)),
        Arguments.of("p && q && p", binary(BinaryOp.COND_AND, p, binary(BinaryOp.COND_AND, q, p))),
        Arguments.of("p || (q && p)", binary(BinaryOp.COND_OR, p, binary(BinaryOp.COND_AND, q, p))),
        Arguments.of("!(p && q)", new Expr.Unary(UnaryOp.NOT, binary(BinaryOp.COND_AND, p, q))),
        Arguments.of(
            "x[i + 1] - x[i] * x[i]",
            minus(
                Exprs.element(X.read(), plus(i, num(1))),
                times(Exprs.element(X.read(), i), Exprs.element(X.read(), i)))),
        Arguments.of("x.clone()", new Expr.CloneArray(X.read())));
  }

  static Stream<Arguments> conversions() {
    return Stream.of(
        Arguments.of("a * i", times(a, toDouble(i))),
        Arguments.of("i * a", times(toDouble(i), a)),
        Arguments.of("(double) i / j", over(toDouble(i), toDouble(j))),
        Arguments.of("i", toDouble(i)),
        Arguments.of("i / j", toDouble(over(i, j))),
        Arguments.of("a + i / j", plus(a, toDouble(over(i, j)))),
        Arguments.of("-(double) i", negated(toDouble(i))),
        Arguments.of("(int) (a / b)", toInt(over(a, b))),
        Arguments.of("(int) -a", toInt(negated(a))),
        Arguments.of("(int) a / i", over(toInt(a), i)),
        Arguments.of("(float) a", cast(Primitive.FLOAT, a)),
        Arguments.of("i", cast(Primitive.FLOAT, toDouble(i))),
        Arguments.of("k + 1", plus(toInt(K.read()), num(1))),
        Arguments.of("(char) (k + 1)", cast(Primitive.CHAR, plus(toInt(K.read()), num(1)))),
        Arguments.of("-(double) k", negated(toDouble(toInt(K.read())))),
        Arguments.of("-y", negated(toInt(Y.read()))),
        Arguments.of("l + i", plus(l, cast(Primitive.LONG, i))),
        Arguments.of("l << i", new Expr.Binary(BinaryOp.SHL, l, i, Primitive.LONG)),
        Arguments.of(
            "(long) i << j",
            new Expr.Binary(BinaryOp.SHL, cast(Primitive.LONG, i), j, Primitive.LONG)),
        Arguments.of("y >>> i", new Expr.Binary(BinaryOp.USHR, toInt(Y.read()), i, Primitive.INT)),
        Arguments.of("f * 2", times(f, real(2, Primitive.FLOAT))),
        Arguments.of("f * 0.5f", times(f, real(0.5, Primitive.FLOAT))),
        Arguments.of("a + f", plus(a, toDouble(f))),
        Arguments.of("p ? i : a", choose(p, toDouble(i), a)),
        Arguments.of("p ? i : j", toDouble(choose(p, i, j))));
  }

  static Stream<Arguments> literals() {
    return Stream.of(
        Arguments.of("a * 100", times(a, written(Primitive.DOUBLE, 100.0, "100"))),
        Arguments.of("a * 0.10", times(a, written(Primitive.DOUBLE, 0.1, "0.10"))),
        Arguments.of("a + 1e-3", plus(a, written(Primitive.DOUBLE, 1e-3, "1e-3"))),
        Arguments.of("a - 5", plus(a, written(Primitive.DOUBLE, -5.0, "5"))),
        Arguments.of(
            "1.0 / 2",
            over(written(Primitive.DOUBLE, 1.0, "1"), written(Primitive.DOUBLE, 2.0, "2"))),
        Arguments.of("i / 2.0", over(toDouble(i), real(2, Primitive.DOUBLE))),
        Arguments.of("1.0 / i", over(real(1, Primitive.DOUBLE), toDouble(i))),
        Arguments.of("-0.0", real(-0.0, Primitive.DOUBLE)),
        Arguments.of("-0.0", negated(real(0, Primitive.DOUBLE))),
        Arguments.of("-5", negated(real(5, Primitive.DOUBLE))),
        Arguments.of("Double.NaN", real(Double.NaN, Primitive.DOUBLE)),
        Arguments.of(
            "a == Double.NEGATIVE_INFINITY",
            binary(BinaryOp.EQ, a, real(Double.NEGATIVE_INFINITY, Primitive.DOUBLE))),
        Arguments.of("Float.POSITIVE_INFINITY", real(Float.POSITIVE_INFINITY, Primitive.FLOAT)),
        Arguments.of("Double.MIN_VALUE", real(Double.MIN_VALUE, Primitive.DOUBLE)),
        Arguments.of("-Double.MAX_VALUE", real(-Double.MAX_VALUE, Primitive.DOUBLE)),
        Arguments.of("Integer.MIN_VALUE", num(Integer.MIN_VALUE)),
        Arguments.of("-2147483648", written(Primitive.INT, Integer.MIN_VALUE, "2147483648")),
        Arguments.of("0xFFFF_FFFF", written(Primitive.INT, -1, "0xFFFF_FFFF")),
        Arguments.of("0x1p3", written(Primitive.DOUBLE, 8.0, "0x1p3")),
        Arguments.of("l + 5L", plus(l, written(Primitive.LONG, 5L, "5L"))),
        Arguments.of("l + 5", plus(l, written(Primitive.LONG, 5L, "5"))),
        Arguments.of("5000000000L", written(Primitive.LONG, 5_000_000_000L, "")),
        Arguments.of("1e10", real(1e10, Primitive.DOUBLE)),
        Arguments.of("'x'", written(Primitive.CHAR, 'x', "")),
        Arguments.of("'\\''", written(Primitive.CHAR, '\'', "")),
        Arguments.of("'\\n'", written(Primitive.CHAR, '\n', "")),
        Arguments.of("'\\u00e9'", written(Primitive.CHAR, '\u00e9', "")),
        Arguments.of("\"it's\\n\\\"two\\\"\"", string("it's\n\"two\"")),
        Arguments.of("\"$S \\\\ \\ue002\\t\"", string("$S \\ \ue002\t")),
        Arguments.of("7", written(Primitive.BYTE, (byte) 7, "")),
        Arguments.of("x == null", binary(BinaryOp.EQ, X.read(), Exprs.nothing(X.type()))));
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        Arguments.of("Math.sin(i)", math("sin", Primitive.DOUBLE, toDouble(i))),
        Arguments.of("Math.pow(a, 2)", math("pow", Primitive.DOUBLE, a, real(2, Primitive.DOUBLE))),
        Arguments.of("Math.abs((double) i)", math("abs", Primitive.DOUBLE, toDouble(i))),
        Arguments.of("Math.abs(i)", toDouble(math("abs", Primitive.INT, i))),
        Arguments.of("Math.max(a, 0)", math("max", Primitive.DOUBLE, a, real(0, Primitive.DOUBLE))),
        Arguments.of(
            "Math.max(1.0, 0.0)",
            math("max", Primitive.DOUBLE, real(1, Primitive.DOUBLE), real(0, Primitive.DOUBLE))),
        Arguments.of("Math.round((double) f)", math("round", Primitive.LONG, toDouble(f))),
        Arguments.of("Math.sqrt(f)", math("sqrt", Primitive.DOUBLE, toDouble(f))),
        Arguments.of(
            "Math.PI * a", times(Expr.Field.constant("java.lang.Math", "PI", Primitive.DOUBLE), a)),
        Arguments.of("a == 0 ? 0 : a / b", new Expr.ZeroGuard(a, over(a, b))),
        Arguments.of("c + (a == 0 ? 0 : a / b)", plus(c, new Expr.ZeroGuard(a, over(a, b)))));
  }

  @ParameterizedTest
  @MethodSource({"association", "conversions", "literals", "calls"})
  void isWrittenAs(String expected, Expr expr) {
    assertThat(Emitted.text(ALL, expr)).isEqualTo(expected);
  }

  @Test
  void allOfThemCompileWithoutWarning() {
    List<String> sources =
        Stream.of(association(), conversions(), literals(), calls())
            .flatMap(s -> s)
            .map(arguments -> (Expr) arguments.get()[1])
            .map(e -> Emitted.source(ALL, List.of(), e))
            .toList();
    for (String source : sources) {
      Compiled.of(source);
    }
  }
}
