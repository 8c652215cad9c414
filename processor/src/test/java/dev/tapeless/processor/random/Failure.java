package dev.tapeless.processor.random;

import dev.tapeless.processor.testing.Message;
import java.util.Arrays;

/**
 * What is wrong with the derivative of a program.
 *
 * @param kind the check that failed; a shrunk program must fail in the same kind
 * @param text what came out and what should have
 */
record Failure(String kind, String text) {

  private static final String NAIVE = "naive";

  /** A message of the compiler; the kind tells by which message. */
  static Failure compilation(Message message, boolean isNaive) {
    String text = message.text();
    if (message.file().endsWith("Subject.java") && !text.startsWith("[")) {
      return new Failure("the program itself does not compile", message.toString());
    }
    String tail = text.substring(Math.max(0, text.indexOf("mistake:"))).strip();
    String key =
        tail.lines()
            .limit(2)
            .map(String::strip)
            .reduce("", (a, b) -> a + " " + b)
            .replaceAll("[A-Z]\\w*\\[.*\\]", "_")
            .replaceAll(
                "in: .*|'.*?'|\\(.*?\\)|\\w*\\d\\w*|\\w+Bar|(variable|variables?) \\w+", "_");
    return new Failure((isNaive ? NAIVE + " " : "") + "compilation:" + key, message.toString());
  }

  /** An exception that the program itself does not throw. */
  static Failure exception(String operation, Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String place =
        Arrays.stream(trace).limit(4).map(StackTraceElement::toString).toList().toString();
    return new Failure(
        "exception " + thrown.getClass().getSimpleName() + " in " + operation,
        thrown + " " + place);
  }

  /** Whether the program was refused, as not supported yet. */
  boolean isRefusal() {
    return kind.contains("NotSupportedYet");
  }

  /** Whether it takes the operations with analyses off to see it. */
  boolean isNaive() {
    return kind.contains(NAIVE);
  }

  @Override
  public String toString() {
    return kind + ": " + text;
  }
}
