package dev.tapeless.processor.ir;

import dev.tapeless.processor.ir.Type.Primitive;
import java.util.List;

/**
 * Makes expressions, with the types that Java gives them. It folds nothing: that is the work of
 * {@code simplify}.
 */
public final class Exprs {

  /**
   * The class of {@code of(path, value)}: the value, with the derivative of the path. It is there
   * until the derivatives have been taken.
   */
  public static final String VALUE = "tapeless.prelude.Value";

  private Exprs() {}

  /** An {@code int} constant. */
  public static Expr.Literal num(int value) {
    return new Expr.Literal(Primitive.INT, value, "");
  }

  /** A {@code boolean} constant. */
  public static Expr.Literal bool(boolean value) {
    return new Expr.Literal(Primitive.BOOLEAN, value, "");
  }

  /** The constant {@code value} as a {@code double} or {@code float}. */
  public static Expr.Literal real(double value, Type type) {
    Object boxed = type == Primitive.FLOAT ? (Object) (float) value : (Object) value;
    return new Expr.Literal(type, boxed, "");
  }

  /** The literal {@code null} as a value of {@code type}. */
  public static Expr.Literal nothing(Type type) {
    return new Expr.Literal(type, Expr.Literal.NULL, "null");
  }

  /** A value to start with, where Java wants one. */
  public static Expr initial(Type type) {
    if (!(type instanceof Type.Primitive primitive)) {
      return nothing(type);
    }
    return switch (primitive) {
      case BOOLEAN -> bool(false);
      case BYTE -> new Expr.Literal(type, (byte) 0, "");
      case SHORT -> new Expr.Literal(type, (short) 0, "");
      case CHAR -> new Expr.Literal(type, '\0', "");
      case INT -> num(0);
      case LONG -> new Expr.Literal(type, 0L, "");
      case FLOAT, DOUBLE -> real(0, type);
    };
  }

  /** {@code a + b}. */
  public static Expr plus(Expr a, Expr b) {
    return binary(BinaryOp.ADD, a, b);
  }

  /** {@code a - b}. */
  public static Expr minus(Expr a, Expr b) {
    return binary(BinaryOp.SUB, a, b);
  }

  /** {@code a * b}. */
  public static Expr times(Expr a, Expr b) {
    return binary(BinaryOp.MUL, a, b);
  }

  /** {@code a * b} of real numbers, of which one may be {@code float} and the other not. */
  public static Expr product(Expr a, Expr b) {
    Type type = a.type() == Primitive.DOUBLE ? a.type() : b.type();
    return times(cast(type, a), cast(type, b));
  }

  /** {@code a / b}. */
  public static Expr over(Expr a, Expr b) {
    return binary(BinaryOp.DIV, a, b);
  }

  /** {@code -a}. */
  public static Expr negated(Expr a) {
    return new Expr.Unary(UnaryOp.NEGATE, a);
  }

  /** {@code a op b} for operands of one type. */
  public static Expr binary(BinaryOp op, Expr a, Expr b) {
    boolean isBoolean = op.isComparison() || op == BinaryOp.COND_AND || op == BinaryOp.COND_OR;
    return new Expr.Binary(op, a, b, isBoolean ? Primitive.BOOLEAN : a.type());
  }

  /** {@code condition ? whenTrue : whenFalse}. */
  public static Expr choose(Expr condition, Expr whenTrue, Expr whenFalse) {
    return new Expr.Conditional(condition, whenTrue, whenFalse);
  }

  /** {@code expr} as a value of {@code type}. */
  public static Expr cast(Type type, Expr expr) {
    return expr.type().equals(type) ? expr : new Expr.Cast(type, expr);
  }

  /** A call of a library method. */
  public static Expr library(String owner, String method, Type type, Expr... arguments) {
    return new Expr.LibraryCall(owner, method, List.of(arguments), type, Origin.NONE);
  }

  /** {@code array[index]}. */
  public static Expr.Element element(Expr array, Expr index) {
    return new Expr.Element(array, index);
  }

  /** {@code array.length}. */
  public static Expr length(Expr array) {
    return new Expr.Length(array);
  }

  /** Whether {@code e} makes an array, so that nothing else refers to it. */
  public static boolean isNewArray(Expr e) {
    return e instanceof Expr.NewArray
        || e instanceof Expr.ArrayLiteral
        || e instanceof Expr.CloneArray
        || e instanceof Expr.DeepCopy
        || e instanceof Expr.ZerosLike;
  }

  /** Whether {@code e} reads an element of an array, which may be another one later. */
  public static boolean readsElement(Expr e) {
    return e instanceof Expr.Element || Children.of(e).stream().anyMatch(Exprs::readsElement);
  }

  /** Whether {@code expr} is a number literal of that value. */
  public static boolean isNumber(Expr expr, double value) {
    return expr instanceof Expr.Literal literal
        && literal.value() instanceof Number number
        && number.doubleValue() == value;
  }
}
