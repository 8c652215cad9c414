package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Exprs.choose;
import static dev.tapeless.processor.ir.Exprs.times;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;

/**
 * The words that formulas are written in. Constants take the type of the expression that they are
 * used with.
 */
final class Formulas {

  private Formulas() {}

  /** The constant {@code value} in the type of {@code like}. */
  static Expr constant(double value, Expr like) {
    return Exprs.real(value, like.type());
  }

  /** The factor of an argument that never changes the result. */
  static Expr nothing(Expr factor) {
    return constant(0, factor);
  }

  /** The derivative where there is none. */
  static Expr undefined(Expr like) {
    return constant(Double.NaN, like);
  }

  /** {@code value}, which is linear in {@code factor}, or 0 where the factor is exactly zero. */
  static Expr strongZero(Expr factor, Expr value) {
    return new Expr.ZeroGuard(factor, value);
  }

  /** {@code value}, which is differentiated as {@code path} is. */
  static Expr along(Expr path, Expr value) {
    return Exprs.library(Exprs.VALUE, "of", value.type(), path, value);
  }

  /** {@code x}, which is not below 0, without the sign of -0.0. */
  static Expr unsigned(Library math, Expr x) {
    return along(x, math.call("abs", x));
  }

  /** {@code 1 - x * x}: its value has all digits next to 1, its derivative also next to 0. */
  static Expr oneMinusSquare(Expr x) {
    Expr one = constant(1, x);
    return along(Exprs.minus(one, times(x, x)), times(Exprs.minus(one, x), Exprs.plus(one, x)));
  }

  /** {@code factor} times a constant. */
  static Expr share(double share, Expr factor) {
    return times(constant(share, factor), factor);
  }

  static Expr less(Expr a, Expr b) {
    return Exprs.binary(BinaryOp.LT, a, b);
  }

  static Expr greater(Expr a, Expr b) {
    return Exprs.binary(BinaryOp.GT, a, b);
  }

  static Expr equal(Expr a, Expr b) {
    return Exprs.binary(BinaryOp.EQ, a, b);
  }

  static Expr both(Expr a, Expr b) {
    return Exprs.binary(BinaryOp.COND_AND, a, b);
  }

  static Expr either(Expr a, Expr b) {
    return Exprs.binary(BinaryOp.COND_OR, a, b);
  }

  static Expr not(Expr a) {
    return new Expr.Unary(UnaryOp.NOT, a);
  }

  /** One of the predicates of {@code Double} and {@code Float}, such as {@code isNaN}. */
  static Expr is(String predicate, Expr x) {
    String box = x.type() == Type.Primitive.FLOAT ? "java.lang.Float" : "java.lang.Double";
    return Exprs.library(box, predicate, Type.Primitive.BOOLEAN, x);
  }

  /** {@code value} where {@code x} is not below {@code edge}, the end of the domain; NaN below. */
  static Expr from(double edge, Expr x, Expr value) {
    return choose(less(x, constant(edge, x)), undefined(value), value);
  }
}
