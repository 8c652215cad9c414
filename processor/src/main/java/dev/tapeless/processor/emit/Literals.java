package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.Expr.Literal;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import java.util.Optional;

/**
 * Writes constants: as the user wrote them when that is known and still right, else as short as
 * they can be.
 */
final class Literals {

  private Literals() {}

  /** The constant, in a type that Java widens to its own: {@code 2} for the {@code double} 2. */
  static Code loose(Literal literal) {
    Optional<Code> asWritten = asWritten(literal);
    if (asWritten.isPresent()) {
      return asWritten.get();
    }
    if (isTiny(literal.type())) {
      return signed(literal.value().toString(), literal.type());
    }
    return literal.value() instanceof Number number && isSmallWhole(number)
        ? signed(Integer.toString(number.intValue()), Primitive.INT)
        : canonical(literal);
  }

  /** The constant, in its own type: {@code 2.0} for the {@code double} 2. */
  static Code strict(Literal literal) {
    Optional<Code> asWritten = asWritten(literal);
    if (asWritten.isPresent() && asWritten.get().natural().equals(literal.type())) {
      return asWritten.get();
    }
    if (isTiny(literal.type())) {
      return Code.of(
          Code.UNARY, literal.type(), "($L) $L", keyword(literal.type()), literal.value());
    }
    return canonical(literal);
  }

  private static Optional<Code> asWritten(Literal literal) {
    String text = literal.text();
    if (text.startsWith("'") && text.chars().allMatch(Literals::isPlain)) {
      boolean fits =
          literal.type() == Primitive.CHAR || Conversions.widens(Primitive.CHAR, literal.type());
      return fits
          ? Optional.of(Code.of(Code.PRIMARY, Primitive.CHAR, "$L", text))
          : Optional.empty();
    }
    if (text.isEmpty() || !(literal.value() instanceof Number value) || isTiny(literal.type())) {
      return Optional.empty();
    }
    Optional<LiteralText> parsed = LiteralText.parse(text);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    Type natural = parsed.get().natural();
    if (parsed.get().stands(value, literal.type())) {
      return Optional.of(Code.of(Code.PRIMARY, natural, "$L", text));
    }
    return parsed.get().standsNegated(value, literal.type())
        ? Optional.of(Code.of(Code.UNARY, natural, "-$L", text))
        : Optional.empty();
  }

  private static Code canonical(Literal literal) {
    Object value = literal.value();
    Type type = literal.type();
    if (value == Literal.NULL) {
      return Code.of(Code.PRIMARY, type, "null");
    }
    if (value instanceof Character c) {
      return Code.of(Code.PRIMARY, type, "$L", Quoted.of(c));
    }
    if (value instanceof String text) {
      return Code.of(Code.PRIMARY, type, "$L", Quoted.of(text));
    }
    if (value instanceof Integer i) {
      return i == Integer.MIN_VALUE || i == Integer.MAX_VALUE
          ? named(Integer.class, type, i > 0 ? "MAX_VALUE" : "MIN_VALUE")
          : signed(i.toString(), type);
    }
    if (value instanceof Long l) {
      return l == Long.MIN_VALUE || l == Long.MAX_VALUE
          ? named(Long.class, type, l > 0 ? "MAX_VALUE" : "MIN_VALUE")
          : signed(l + "L", type);
    }
    if (value instanceof Double d) {
      return real(d, Double.class, type, Double.MIN_VALUE, Double.MAX_VALUE, tidy(d.toString()));
    }
    if (value instanceof Float f) {
      return real(f, Float.class, type, Float.MIN_VALUE, Float.MAX_VALUE, tidy(f.toString()) + "f");
    }
    return Code.of(Code.PRIMARY, type, "$L", value);
  }

  private static Code real(
      double value, Class<?> box, Type type, double least, double greatest, String text) {
    if (Double.isNaN(value)) {
      return named(box, type, "NaN");
    }
    if (Double.isInfinite(value)) {
      return named(box, type, value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY");
    }
    if (Math.abs(value) == least || Math.abs(value) == greatest) {
      String name = Math.abs(value) == least ? "MIN_VALUE" : "MAX_VALUE";
      return value > 0 ? named(box, type, name) : Code.of(Code.UNARY, type, "-$T.$L", box, name);
    }
    return signed(text, type);
  }

  /** Java's own text with {@code 1.0E-5} shortened to {@code 1e-5}. */
  private static String tidy(String text) {
    return text.replace(".0E", "e").replace('E', 'e');
  }

  private static Code named(Class<?> box, Type type, String name) {
    return Code.of(Code.PRIMARY, type, "$T.$L", box, name);
  }

  private static Code signed(String text, Type natural) {
    return Code.of(text.startsWith("-") ? Code.UNARY : Code.PRIMARY, natural, "$L", text);
  }

  private static boolean isSmallWhole(Number number) {
    double value = number.doubleValue();
    boolean isNegativeZero = value == 0 && 1 / value < 0;
    return value == (int) value && Math.abs(value) < 1e9 && !isNegativeZero;
  }

  /** Whether a character means itself, or an escape that JavaPoet knows, in every encoding. */
  private static boolean isPlain(int c) {
    return c < 0x7f;
  }

  private static boolean isTiny(Type type) {
    return type == Primitive.BYTE || type == Primitive.SHORT;
  }

  private static String keyword(Type type) {
    return ((Primitive) type).keyword();
  }
}
