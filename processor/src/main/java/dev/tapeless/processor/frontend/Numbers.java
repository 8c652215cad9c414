package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Type.Primitive;

/** Converts boxed constants as Java's casts do. */
final class Numbers {

  private Numbers() {}

  /** {@code value}, a number or a character, cast to {@code type}. */
  static Object cast(Object value, Primitive type) {
    Number number = value instanceof Character c ? Integer.valueOf(c) : (Number) value;
    switch (type) {
      case BYTE:
        return (byte) asInt(number);
      case SHORT:
        return (short) asInt(number);
      case CHAR:
        return (char) asInt(number);
      case INT:
        return asInt(number);
      case LONG:
        return number.longValue();
      case FLOAT:
        return number.floatValue();
      case DOUBLE:
        return number.doubleValue();
      default:
        throw new IllegalArgumentException("not a numeric type: " + type);
    }
  }

  // Number.intValue of the boxes is the cast: of a long the low bits, of a double saturating.
  private static int asInt(Number number) {
    return number.intValue();
  }
}
