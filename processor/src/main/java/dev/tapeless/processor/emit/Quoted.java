package dev.tapeless.processor.emit;

/**
 * Characters and strings as literals on one line, which mean the same in every encoding of the
 * source.
 */
final class Quoted {

  private Quoted() {}

  /** The literal of a string. */
  static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> quoted.append(c == '\'' ? "'" : escaped((char) c)));
    return quoted.append('"').toString();
  }

  /** The literal of a character. */
  static String of(char c) {
    return "'" + (c == '"' ? "\"" : escaped(c)) + "'";
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case '"' -> "\\\"";
      case '\'' -> "\\'";
      case '\\' -> "\\\\";
      default -> c >= ' ' && c < 0x7f ? String.valueOf(c) : String.format("\\u%04x", (int) c);
    };
  }
}
