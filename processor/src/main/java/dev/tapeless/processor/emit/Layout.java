package dev.tapeless.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Brings what JavaPoet wrote into the layout of google-java-format: no line longer than 100
 * columns, Javadoc and comments filled, signatures on one line or broken as calls are.
 */
final class Layout {

  static final int WIDTH = 100;

  /** A field without a value. */
  private static final Pattern FIELD = Pattern.compile(" {4}[\\w.]+[^=(]* \\w+;");

  private final List<String> in;
  private final List<String> out = new ArrayList<>();
  private int next;

  private Layout(String text) {
    in = MemberOrder.recordsFirst(text.lines().toList());
  }

  /** The finished text of a source file. */
  static String of(String text) {
    Layout layout = new Layout(text);
    while (layout.next < layout.in.size()) {
      layout.line();
    }
    return String.join("\n", layout.out) + "\n";
  }

  private void line() {
    String line = in.get(next++);
    String content = line.strip();
    int indent = line.length() - line.stripLeading().length();
    if (content.startsWith("/**")) {
      javadoc(indent);
    } else if (content.startsWith("// ")) {
      Filled.lines(content.substring(3), indent, "// ", "// ").forEach(out::add);
    } else if (opensClass(line)) {
      out.add(line);
      out.add("");
    } else if (content.equals("}") && isEmptyBody()) {
      int last = out.size() - 1;
      out.set(last, out.get(last) + "}");
    } else if (content.isEmpty()) {
      if (!isBetweenFields(in.get(next))) {
        blank();
      }
    } else if (isSignature(content, indent)) {
      signature(content, indent);
    } else if (line.indexOf(Marks.OPEN) >= 0 || line.indexOf(Marks.OPEN_FLUSH) >= 0) {
      out.addAll(Broken.lines(content, indent));
    } else {
      out.add(line.stripTrailing());
    }
  }

  /**
   * An empty line, but not the one that JavaPoet writes before a comment at the beginning of a
   * body.
   */
  private void blank() {
    boolean opens = isEmptyBody();
    boolean repeats = !out.isEmpty() && out.get(out.size() - 1).isEmpty();
    if (!opens && !repeats) {
      out.add("");
    }
  }

  /** Between statements there is an empty line only before a comment. */
  private boolean isBetweenFields(String following) {
    String before = out.isEmpty() ? "" : out.get(out.size() - 1);
    return FIELD.matcher(before).matches() && FIELD.matcher(following).matches();
  }

  private static boolean opensClass(String line) {
    return !line.startsWith(" ") && line.endsWith("{");
  }

  private boolean isEmptyBody() {
    return !out.isEmpty() && out.get(out.size() - 1).endsWith("{");
  }

  private void javadoc(int indent) {
    List<String> text = new ArrayList<>();
    while (!in.get(next).strip().equals("*/")) {
      String content = in.get(next++).strip();
      text.add(content.equals("*") ? "" : content.substring(2));
    }
    next++;
    String single = " ".repeat(indent) + "/** " + String.join("", text) + " */";
    if (text.size() == 1 && !text.get(0).startsWith("@") && single.length() <= WIDTH) {
      out.add(single);
      return;
    }
    out.add(" ".repeat(indent) + "/**");
    for (String paragraph : text) {
      if (paragraph.isEmpty()) {
        out.add(" ".repeat(indent) + " *");
      } else {
        String further = paragraph.startsWith("@") ? " *     " : " * ";
        out.addAll(Filled.lines(paragraph, indent, " * ", further));
      }
    }
    out.add(" ".repeat(indent) + " */");
  }

  /**
   * JavaPoet breaks signatures itself, everything else of a class body stands deeper or holds no
   * parenthesis.
   */
  private static boolean isSignature(String content, int indent) {
    return indent == 2
        && content.contains("(")
        && !content.startsWith("@")
        && !content.endsWith("{}");
  }

  private void signature(String first, int indent) {
    StringBuilder whole = new StringBuilder(first);
    while (!whole.toString().endsWith("{")) {
      String more = in.get(next++).strip();
      whole.append(whole.charAt(whole.length() - 1) == '(' ? "" : " ").append(more);
    }
    String text = whole.toString();
    int open = text.indexOf('(') + 1;
    int close = text.lastIndexOf(')');
    String parameters = text.substring(open, close).replace(", ", "," + Marks.SPACE);
    String marked =
        parameters.isEmpty()
            ? text
            : text.substring(0, open)
                + Marks.OPEN
                + Marks.CUT
                + Marks.OPEN_FLUSH
                + parameters
                + Marks.CLOSE
                + Marks.CLOSE
                + text.substring(close);
    out.addAll(Broken.lines(marked, indent));
  }
}
