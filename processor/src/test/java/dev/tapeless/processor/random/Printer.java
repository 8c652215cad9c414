package dev.tapeless.processor.random;

/**
 * Writes code as text: fills the holes, indents by braces, and leaves out parentheses that stand
 * alone in their place.
 */
final class Printer {

  private Printer() {}

  static String print(Code code) {
    StringBuilder text = new StringBuilder();
    fill(code, text);
    return text.toString();
  }

  private static void fill(Code code, StringBuilder out) {
    String text = code.text();
    int part = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '$') {
        String filling = print(code.parts().get(part++));
        out.append(standsAlone(text, i) ? withoutParentheses(filling) : filling);
      } else {
        out.append(text.charAt(i));
      }
    }
  }

  private static boolean standsAlone(String text, int hole) {
    String before = text.substring(0, hole);
    char after = hole + 1 < text.length() ? text.charAt(hole + 1) : ' ';
    boolean opens = before.matches("(?s).*(\\(|\\[|, |\\{|= |return )");
    return opens && "),];}".indexOf(after) >= 0;
  }

  private static String withoutParentheses(String text) {
    if (!text.startsWith("(")) {
      return text;
    }
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i == text.length() - 1 ? text.substring(1, i) : text;
      }
    }
    return text;
  }

  /** The lines indented by the braces that are open. */
  static String indented(String text, int depth) {
    StringBuilder out = new StringBuilder();
    int open = depth;
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      int here = line.startsWith("}") ? open - 1 : open;
      out.append("  ".repeat(here)).append(line).append('\n');
      open += balance(line);
    }
    return out.toString();
  }

  private static int balance(String line) {
    return (int)
        (line.chars().filter(c -> c == '{').count() - line.chars().filter(c -> c == '}').count());
  }
}
