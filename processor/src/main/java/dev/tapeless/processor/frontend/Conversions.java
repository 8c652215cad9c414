package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.UnaryOp;

/** Java's conversions between primitive types. */
final class Conversions {

  private Conversions() {}

  /** The type to which a single operand is promoted. */
  static Type promoted(Type type) {
    return type == Primitive.BYTE || type == Primitive.SHORT || type == Primitive.CHAR
        ? Primitive.INT
        : type;
  }

  /** The type to which two numeric operands are promoted. */
  static Type promoted(Type left, Type right) {
    for (Primitive wide : new Primitive[] {Primitive.DOUBLE, Primitive.FLOAT, Primitive.LONG}) {
      if (left == wide || right == wide) {
        return wide;
      }
    }
    return Primitive.INT;
  }

  /** {@code expr} as a value of {@code type}; literals are converted on the spot. */
  static Expr convert(Expr expr, Type type) {
    if (expr.type().equals(type)) {
      return expr;
    }
    if (expr instanceof Expr.Literal literal) {
      return literal(literal, type);
    }
    // The minus of a number that the user wrote stays in front of it; there is no int -0, so not
    // for 0.
    if (expr instanceof Expr.Unary minus
        && minus.op() == UnaryOp.NEGATE
        && minus.operand() instanceof Expr.Literal literal
        && type.isReal()
        && literal(literal, type) instanceof Expr.Literal positive
        && isPositive(positive)) {
      return new Expr.Unary(UnaryOp.NEGATE, positive);
    }
    return isConvertible(expr.type()) && isConvertible(type) ? new Expr.Cast(type, expr) : expr;
  }

  private static boolean isConvertible(Type type) {
    return type instanceof Primitive && type != Primitive.BOOLEAN;
  }

  private static boolean isPositive(Expr.Literal literal) {
    return literal.value() instanceof Number number && number.doubleValue() > 0;
  }

  private static Expr literal(Expr.Literal literal, Type type) {
    if (literal.value() == Expr.Literal.NULL) {
      return new Expr.Literal(type, literal.value(), literal.text());
    }
    if (!(type instanceof Primitive primitive)
        || !isConvertible(type)
        || !isConvertible(literal.type())) {
      return literal;
    }
    Object value = Numbers.cast(literal.value(), primitive);
    return new Expr.Literal(type, value, text(literal, value));
  }

  /** What the user wrote, where it reads the same as a number of the new type. */
  private static String text(Expr.Literal literal, Object value) {
    boolean plain = literal.text().matches("0|[1-9][0-9_]*[lL]?");
    if (!plain || !(literal.value() instanceof Number before) || !(value instanceof Number after)) {
      return "";
    }
    boolean same =
        before.longValue() == after.longValue() && before.doubleValue() == after.doubleValue();
    return same ? literal.text().replaceAll("[lL]$", "") : "";
  }
}
