package dev.tapeless.processor.ir;

/** Writes constants as Java does. */
final class LiteralText {

  private LiteralText() {}

  /** The literal as the user wrote it, or else as Java writes a constant of its type. */
  static String of(Expr.Literal literal) {
    Object value = literal.value();
    if (!literal.text().isEmpty()) {
      return signMissing(literal) ? "-" + literal.text() : literal.text();
    }
    if (value instanceof Double number) {
      return real(number, "Double", "");
    }
    if (value instanceof Float number) {
      return real(number, "Float", "f");
    }
    if (value instanceof Long) {
      return value + "L";
    }
    if (value instanceof Character) {
      return "'" + escaped(value.toString()) + "'";
    }
    if (value instanceof String text) {
      return '"' + escaped(text) + '"';
    }
    return value.equals(Expr.Literal.NULL) ? "null" : value.toString();
  }

  // Of hexadecimal literals and the like the bits may make a negative number without a sign.
  private static boolean signMissing(Expr.Literal literal) {
    String text = literal.text();
    boolean decimal = text.matches("\\.?[0-9].*") && !text.matches("0[xXbB_0-9].*");
    return decimal
        && literal.value() instanceof Number number
        && Math.copySign(1, number.doubleValue()) < 0;
  }

  private static String real(Number number, String box, String suffix) {
    double value = number.doubleValue();
    if (Double.isNaN(value)) {
      return box + ".NaN";
    }
    if (Double.isInfinite(value)) {
      return box + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
    }
    return number + suffix;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\'' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        escaped.append(String.format("\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
