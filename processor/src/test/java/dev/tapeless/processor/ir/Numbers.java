package dev.tapeless.processor.ir;

import dev.tapeless.processor.ir.Type.Primitive;

/** Java's arithmetic on boxes. */
final class Numbers {

  private Numbers() {}

  /** {@code value}, a number or character, converted to a numeric type. */
  static Object cast(Type type, Object value) {
    Number number = value instanceof Character c ? (Number) (int) c : (Number) value;
    boolean real = number instanceof Double || number instanceof Float;
    long integer = real ? (long) number.doubleValue() : number.longValue();
    int narrow = real ? (int) number.doubleValue() : (int) integer;
    return switch ((Primitive) type) {
      case BYTE -> (byte) narrow;
      case SHORT -> (short) narrow;
      case CHAR -> (char) narrow;
      case INT -> narrow;
      case LONG -> integer;
      case FLOAT -> number.floatValue();
      case DOUBLE -> number.doubleValue();
      case BOOLEAN -> throw new AssertionError("cast to boolean");
    };
  }

  /** {@code a op b} for operands of that type, both of them evaluated. */
  static Object binary(BinaryOp op, Type type, Object a, Object b) {
    return switch ((Primitive) type) {
      case DOUBLE -> of(op, (double) a, (double) b);
      case FLOAT -> of(op, (float) a, (float) b);
      case INT -> op.isShift() ? shift(op, (int) a, (Number) b) : of(op, (int) a, (int) b);
      case LONG -> op.isShift() ? shift(op, (long) a, (Number) b) : of(op, (long) a, (long) b);
      case BOOLEAN -> of(op, (boolean) a, (boolean) b);
      default -> throw new AssertionError(type);
    };
  }

  private static Object of(BinaryOp op, double a, double b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      case LT -> a < b;
      case LE -> a <= b;
      case GT -> a > b;
      case GE -> a >= b;
      case EQ -> a == b;
      case NE -> a != b;
      default -> throw new AssertionError(op);
    };
  }

  private static Object of(BinaryOp op, float a, float b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      default -> of(op, (double) a, (double) b);
    };
  }

  private static Object of(BinaryOp op, long a, long b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case LT -> a < b;
      case LE -> a <= b;
      case GT -> a > b;
      case GE -> a >= b;
      case EQ -> a == b;
      case NE -> a != b;
      default -> throw new AssertionError(op);
    };
  }

  private static Object of(BinaryOp op, int a, int b) {
    Object result = of(op, (long) a, (long) b);
    return result instanceof Long number ? (Object) (int) (long) number : result;
  }

  private static Object of(BinaryOp op, boolean a, boolean b) {
    return switch (op) {
      case AND -> a & b;
      case OR -> a | b;
      case XOR, NE -> a ^ b;
      case EQ -> a == b;
      default -> throw new AssertionError(op);
    };
  }

  private static Object shift(BinaryOp op, int a, Number b) {
    int by = b.intValue();
    return op == BinaryOp.SHL ? a << by : op == BinaryOp.SHR ? a >> by : a >>> by;
  }

  private static Object shift(BinaryOp op, long a, Number b) {
    int by = b.intValue();
    return op == BinaryOp.SHL ? a << by : op == BinaryOp.SHR ? a >> by : a >>> by;
  }
}
