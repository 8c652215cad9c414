package dev.tapeless.processor.emit;

import dev.tapeless.processor.contract.GeneratedClass;
import dev.tapeless.processor.ir.LocalClass;
import dev.tapeless.processor.ir.Snippet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the user's classes that stand within methods, as they are written there, at the end of the
 * generated class.
 */
final class LocalClassWriter {

  private static final String INDENT = "  ";

  private static final Pattern COMMENT = Pattern.compile("(?m)//.*$|^ *\\*.*$");

  private final GeneratedClass generated;
  private final TypeNames types;

  LocalClassWriter(GeneratedClass generated, TypeNames types) {
    this.generated = generated;
    this.types = types;
  }

  /** {@code text}, the source file, with the classes that it or one of them mentions. */
  String added(String text) {
    String whole = text;
    List<LocalClass> open = generated.classes();
    while (true) {
      String sofar = whole;
      List<LocalClass> used = open.stream().filter(c -> mentions(sofar, c)).toList();
      if (used.isEmpty()) {
        return whole;
      }
      String declarations = used.stream().map(this::declaration).collect(Collectors.joining());
      int end = whole.lastIndexOf('}');
      whole = whole.substring(0, end) + declarations + whole.substring(end);
      open = open.stream().filter(c -> !used.contains(c)).toList();
    }
  }

  private static boolean mentions(String text, LocalClass local) {
    String code = COMMENT.matcher(text).replaceAll("");
    return Pattern.compile("\\b" + Pattern.quote(local.simpleName()) + "\\b").matcher(code).find();
  }

  private String declaration(LocalClass local) {
    StringBuilder text = new StringBuilder();
    for (Snippet.Piece piece : local.text().pieces()) {
      text.append(text(piece));
    }
    String declaration = text.toString();
    boolean isClass = Pattern.compile("^[^{]*\\bclass\\b").matcher(declaration).find();
    return "\n"
        + INDENT
        + (isClass ? "private static " : "private ")
        + indented(declaration)
        + "\n";
  }

  private String text(Snippet.Piece piece) {
    if (piece instanceof Snippet.TypeName name) {
      return types.of(name.type()).toString();
    }
    return piece instanceof Snippet.Local local
        ? local.variable().name()
        : ((Snippet.Text) piece).text();
  }

  /**
   * The lines after the first, the last of which is the closing brace, moved to where it belongs.
   */
  private static String indented(String declaration) {
    List<String> lines = declaration.lines().toList();
    String last = lines.get(lines.size() - 1);
    int shift = INDENT.length() - (last.length() - last.stripLeading().length());
    return lines.get(0)
        + lines.stream().skip(1).map(l -> "\n" + shifted(l, shift)).collect(Collectors.joining());
  }

  private static String shifted(String line, int shift) {
    int indent = line.length() - line.stripLeading().length();
    return " ".repeat(Math.max(0, indent + shift)) + line.stripLeading();
  }
}
