package dev.tapeless.processor.frontend;

/** The user's text on one line and without comments; literals stay as they are. */
final class SnippetText {

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private SnippetText(String text) {
    this.text = text;
  }

  /** {@code text} with every comment and every run of white space folded into one space. */
  static String folded(String text) {
    SnippetText folding = new SnippetText(text);
    while (folding.at < text.length()) {
      folding.next();
    }
    return folding.out.toString();
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      literal(c);
    } else if (text.startsWith("//", at)) {
      skipTo(text.indexOf('\n', at), 1);
    } else if (text.startsWith("/*", at)) {
      skipTo(text.indexOf("*/", at), 2);
    } else if (Character.isWhitespace(c)) {
      at++;
      space();
    } else {
      out.append(c);
      at++;
    }
  }

  private void skipTo(int end, int length) {
    at = end < 0 ? text.length() : end + length;
    space();
  }

  private void space() {
    if (out.length() == 0 || out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  private void literal(char quote) {
    out.append(quote);
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      out.append(c);
      if (c == '\\' && at < text.length()) {
        out.append(text.charAt(at++));
      } else if (c == quote) {
        return;
      }
    }
  }
}
