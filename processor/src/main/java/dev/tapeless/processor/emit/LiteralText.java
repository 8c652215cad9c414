package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * A number as a user wrote it, without sign.
 *
 * @param natural the type that Java gives to the text
 * @param value what it stands for
 * @param needsMinus whether Java allows it only after a minus sign
 */
record LiteralText(Type natural, Number value, boolean needsMinus) {

  private static final BigInteger TWO = BigInteger.valueOf(2);

  /** What {@code text} says; empty when it is no numeric literal. */
  static Optional<LiteralText> parse(String text) {
    try {
      return Optional.of(parseTrusted(text.replace("_", "").toLowerCase(Locale.ROOT)));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private static LiteralText parseTrusted(String text) {
    boolean isHex = text.startsWith("0x");
    boolean isBinary = text.startsWith("0b");
    boolean isHexReal = isHex && text.indexOf('p') >= 0;
    boolean isDecimalReal = !isHex && !isBinary && text.matches(".*[.efd].*");
    if (isHexReal || isDecimalReal) {
      return text.endsWith("f")
          ? new LiteralText(Primitive.FLOAT, Float.parseFloat(text), false)
          : new LiteralText(Primitive.DOUBLE, Double.parseDouble(text), false);
    }
    boolean isLong = text.endsWith("l");
    String digits = isLong ? text.substring(0, text.length() - 1) : text;
    boolean isOctal = !isHex && !isBinary && digits.length() > 1 && digits.startsWith("0");
    int radix = isHex ? 16 : isBinary ? 2 : isOctal ? 8 : 10;
    BigInteger value = new BigInteger(isHex || isBinary ? digits.substring(2) : digits, radix);
    return integer(value, isLong ? 64 : 32, radix);
  }

  private static LiteralText integer(BigInteger value, int bits, int radix) {
    BigInteger limit = TWO.pow(radix == 10 ? bits - 1 : bits);
    boolean isLeast = radix == 10 && value.equals(limit);
    if (value.signum() < 0 || value.compareTo(limit) >= 0 && !isLeast) {
      throw new NumberFormatException();
    }
    return bits == 64
        ? new LiteralText(Primitive.LONG, value.longValue(), isLeast)
        : new LiteralText(Primitive.INT, value.intValue(), isLeast);
  }

  /** Whether the text is {@code wanted} after conversion to {@code type}. */
  boolean stands(Number wanted, Type type) {
    return !needsMinus && isSame(value, wanted, type);
  }

  /**
   * Whether the text with a minus sign before it is {@code wanted} after conversion to {@code
   * type}.
   */
  boolean standsNegated(Number wanted, Type type) {
    return isSame(negated(), wanted, type);
  }

  private Number negated() {
    if (natural == Primitive.INT) {
      return -value.intValue();
    }
    if (natural == Primitive.LONG) {
      return -value.longValue();
    }
    return natural == Primitive.FLOAT
        ? (Number) (-value.floatValue())
        : (Number) (-value.doubleValue());
  }

  private boolean isSame(Number found, Number wanted, Type type) {
    if (!Conversions.widens(natural, type)) {
      return false;
    }
    if (type == Primitive.DOUBLE) {
      return Double.compare(found.doubleValue(), wanted.doubleValue()) == 0;
    }
    return type == Primitive.FLOAT
        ? Float.compare(found.floatValue(), wanted.floatValue()) == 0
        : found.longValue() == wanted.longValue();
  }
}
