package dev.tapeless.processor.testing;

import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What the compiler printed.
 *
 * @param file the path below the source root; empty when the message is about no file
 * @param text without "error:" and without position
 */
public record Message(Diagnostic.Kind kind, String file, long line, long column, String text) {

  static Message of(Diagnostic<? extends JavaFileObject> d) {
    String file = d.getSource() == null ? "" : d.getSource().toUri().getPath().substring(1);
    return new Message(
        d.getKind(), file, d.getLineNumber(), d.getColumnNumber(), d.getMessage(null));
  }

  /** The first line, a key of ours being shortened: {@code [NoSource] the source of ...}. */
  public String summary() {
    return text.lines().findFirst().orElse("").replace("[tapeless:", "[");
  }

  /** Whether it is an error. */
  public boolean isError() {
    return kind == Diagnostic.Kind.ERROR;
  }

  /** Whether it is a warning of any kind. */
  public boolean isWarning() {
    return kind == Diagnostic.Kind.WARNING || kind == Diagnostic.Kind.MANDATORY_WARNING;
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + kind + ": " + text;
  }
}
