package dev.tapeless.processor.frontend;

import com.sun.source.tree.LiteralTree;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.UnaryOp;
import java.util.Map;
import java.util.Optional;

/** Reads literals and constants. */
final class Literals {

  private static final Map<Class<?>, Primitive> KINDS =
      Map.of(
          Boolean.class, Primitive.BOOLEAN,
          Byte.class, Primitive.BYTE,
          Short.class, Primitive.SHORT,
          Character.class, Primitive.CHAR,
          Integer.class, Primitive.INT,
          Long.class, Primitive.LONG,
          Float.class, Primitive.FLOAT,
          Double.class, Primitive.DOUBLE);

  private Literals() {}

  /** A literal. */
  static Optional<Expr> read(LiteralTree tree, String text) {
    if (tree.getValue() == null) {
      return Optional.of(new Expr.Literal(new Type.Reference("null"), Expr.Literal.NULL, "null"));
    }
    if (tree.getValue() instanceof String) {
      return Optional.of(any(tree.getValue()));
    }
    Primitive type = KINDS.get(tree.getValue().getClass());
    if (type == null) {
      return Optional.empty();
    }
    return Optional.of(
        text.startsWith("-")
            ? signed(type, tree.getValue())
            : new Expr.Literal(type, tree.getValue(), text));
  }

  /** A compile-time constant, unless it is a string. */
  static Optional<Expr> constant(Object value) {
    return Optional.ofNullable(KINDS.get(value.getClass()))
        .map(type -> new Expr.Literal(type, value, ""));
  }

  /** A compile-time constant of any kind. */
  static Expr any(Object value) {
    return value instanceof String
        ? new Expr.Literal(new Type.Reference("java.lang.String"), value, "")
        : constant(value).orElseThrow();
  }

  // javac reads -1 as one literal; only the smallest int and long have no positive counterpart.
  private static Expr signed(Primitive type, Object value) {
    long positive = -((Number) value).longValue();
    if (positive < 0 || type == Primitive.INT && positive > Integer.MAX_VALUE) {
      return new Expr.Literal(type, value, "");
    }
    Object boxed = Numbers.cast(positive, type);
    return new Expr.Unary(
        UnaryOp.NEGATE,
        new Expr.Literal(
            type, boxed, String.valueOf(positive) + (type == Primitive.LONG ? "L" : "")));
  }
}
