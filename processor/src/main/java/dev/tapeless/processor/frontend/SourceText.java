package dev.tapeless.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user's own words for a tree, on one line and without comments. */
final class SourceText {

  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|//[^\\n\\r]*", Pattern.DOTALL);

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final CharSequence source;

  SourceText(CompilationUnitTree unit, SourcePositions positions) {
    this.unit = unit;
    this.positions = positions;
    try {
      this.source = unit.getSourceFile().getCharContent(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of an expression. */
  String of(Tree tree) {
    return between(start(tree), end(tree));
  }

  /** The text of a simple statement, with its semicolon. */
  String statement(Tree tree) {
    String text = tree instanceof VariableTree variable ? declaration(variable) : of(tree);
    return withoutSemicolon(text) + ";";
  }

  /** The text of a statement up to the statement that it governs. */
  String head(Tree tree, Tree body) {
    return between(start(tree), start(body));
  }

  /** Whether a constructor of a record has no list of parameters (JLS 8.10.4.2). */
  boolean isCompactConstructor(MethodTree constructor) {
    return !head(constructor, constructor.getBody()).matches(".*\\)(\\s*throws\\s.*)?");
  }

  /**
   * The text of the declaration of one variable; it may share its type with others: {@code double a
   * = 1, b = 2}.
   */
  private String declaration(VariableTree variable) {
    String text = var(variable) + withoutSemicolon(of(variable));
    String name = variable.getName().toString();
    Tree value = variable.getInitializer();
    String head = value == null ? text : var(variable) + between(start(variable), start(value));
    Matcher shared =
        Pattern.compile("^([^,=]*?)\\s[^,]*,.*?\\b(" + Pattern.quote(name) + "\\b.*)$")
            .matcher(head);
    if (!shared.matches()) {
      return text;
    }
    return shared.group(1) + " " + shared.group(2) + (value == null ? "" : " " + of(value));
  }

  // JDK 17 gives no position to the word var, so that a declaration starts at its name.
  private String var(VariableTree variable) {
    int start = (int) start(variable);
    if (start < 0) {
      return "";
    }
    String line = source.subSequence(Math.max(0, start - 80), start).toString();
    return line.matches("(?s).*\\bvar\\s+") ? "var " : "";
  }

  private static String withoutSemicolon(String text) {
    return text.replaceAll("[\\s;,]+$", "");
  }

  /** Where the tree begins in the file; -1 for one that does not stand there. */
  int startOf(Tree tree) {
    return (int) start(tree);
  }

  /** Where the tree ends in the file. */
  int endOf(Tree tree) {
    return (int) end(tree);
  }

  /** The text of the tree as it stands in the file. */
  String raw(Tree tree) {
    return raw(startOf(tree), endOf(tree));
  }

  /** The text between two places of the file. */
  String raw(int start, int end) {
    return start < 0 || end < start || end > source.length()
        ? ""
        : source.subSequence(start, end).toString();
  }

  /** Where the name of a declared variable begins; -1 if it is not to be found. */
  int nameOf(VariableTree variable) {
    int start = startOf(variable);
    int type = variable.getType() == null ? -1 : endOf(variable.getType());
    Tree value = variable.getInitializer();
    int end = value == null ? endOf(variable) : startOf(value);
    if (start < 0 || end < start) {
      return -1; // Made up by javac, such as the parameters of an anonymous class's constructor.
    }
    String quoted = Pattern.quote(variable.getName().toString());
    Matcher name = Pattern.compile("(?<![\\w$.])" + quoted + "(?![\\w$])").matcher(source);
    name.region(type > start && type < end ? type : start, end);
    name.useTransparentBounds(true);
    return name.find() ? name.start() : -1;
  }

  private long start(Tree tree) {
    return positions.getStartPosition(unit, tree);
  }

  private long end(Tree tree) {
    return positions.getEndPosition(unit, tree);
  }

  private String between(long start, long end) {
    if (start < 0 || end < start || end > source.length()) {
      return "";
    }
    String text = source.subSequence((int) start, (int) end).toString();
    return COMMENT.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }
}
