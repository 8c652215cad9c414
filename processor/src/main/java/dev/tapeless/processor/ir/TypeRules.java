package dev.tapeless.processor.ir;

import dev.tapeless.processor.ir.Type.Primitive;

/** Which operands the operators take, when all conversions are explicit. */
final class TypeRules {

  private static final Type STRING = new Type.Reference("java.lang.String");

  private TypeRules() {}

  /** Whether {@code type} is a primitive type with arithmetic. */
  static boolean isNumeric(Type type) {
    return type instanceof Primitive primitive && primitive.isNumeric();
  }

  /** Whether the value of a constant is of its type. */
  static boolean holds(Expr.Literal literal) {
    Object value = literal.value();
    if (literal.type() instanceof Primitive primitive) {
      return switch (primitive) {
        case BOOLEAN -> value instanceof Boolean;
        case BYTE -> value instanceof Byte;
        case SHORT -> value instanceof Short;
        case CHAR -> value instanceof Character;
        case INT -> value instanceof Integer;
        case LONG -> value instanceof Long;
        case FLOAT -> value instanceof Float;
        case DOUBLE -> value instanceof Double;
      };
    }
    return value.equals(Expr.Literal.NULL)
        || value instanceof String && literal.type().equals(STRING);
  }

  /**
   * Whether a value of type {@code value} may go into a variable of type {@code target}. Which
   * class is a subclass of which is Java's to know.
   */
  static boolean isAssignable(Type value, Type target) {
    return value.equals(target) || isObject(value) && isObject(target);
  }

  /** Whether values of the type are references to something that holds no numbers of ours. */
  private static boolean isObject(Type type) {
    return type instanceof Type.Array array
        ? !(array.innermost() instanceof Primitive)
        : type instanceof Type.Reference;
  }

  /** Whether {@code op} takes an operand of that type. */
  static boolean fits(UnaryOp op, Type operand) {
    return switch (op) {
      case NEGATE -> isPromoted(operand);
      case NOT -> operand == Primitive.BOOLEAN;
      case COMPLEMENT -> isIntegral(operand);
    };
  }

  /** Whether the operands' and the result's types are those of the operator. */
  static boolean fits(Expr.Binary e) {
    Type left = e.left().type();
    Type right = e.right().type();
    boolean same = left.equals(right);
    boolean isBoolean = e.type() == Primitive.BOOLEAN;
    return switch (e.op()) {
      case ADD -> e.type().equals(STRING) || same && isPromoted(left) && e.type().equals(left);
      case SUB, MUL, DIV, REM -> same && isPromoted(left) && e.type().equals(left);
      case SHL, SHR, USHR -> isIntegral(left) && isIntegral(right) && e.type().equals(left);
      case LT, LE, GT, GE -> same && isPromoted(left) && isBoolean;
      case EQ, NE -> isBoolean && comparable(left, right);
      case AND, OR, XOR ->
          same && (isIntegral(left) || left == Primitive.BOOLEAN) && e.type().equals(left);
      case COND_AND, COND_OR -> same && left == Primitive.BOOLEAN && isBoolean;
    };
  }

  private static boolean comparable(Type left, Type right) {
    if (left instanceof Primitive || right instanceof Primitive) {
      return left.equals(right) && (isPromoted(left) || left == Primitive.BOOLEAN);
    }
    return true;
  }

  private static boolean isPromoted(Type type) {
    return isIntegral(type) || type.isReal();
  }

  private static boolean isIntegral(Type type) {
    return type == Primitive.INT || type == Primitive.LONG;
  }
}
