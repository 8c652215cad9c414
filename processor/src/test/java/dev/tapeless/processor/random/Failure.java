package dev.tapeless.processor.random;

import java.util.Arrays;

/**
 * What is wrong with the derivative of a program.
 *
 * @param kind the check that failed; a shrunk program must fail in the same kind
 * @param text what came out and what should have
 */
record Failure(String kind, String text) {

  static final String DIFFERENCES = "finite differences";
  static final String NAIVE = "naive";

  /** A failure to compile; the kind tells by which message. */
  static Failure compilation(String message) {
    String key = message.lines().findFirst().orElse("").replaceAll("'.*?'|\\d+|\\b\\w*\\d\\w*\\b", "_");
    return new Failure("compilation: " + key, message);
  }

  /** An exception that the program itself does not throw. */
  static Failure exception(String operation, Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String place = Arrays.stream(trace).limit(4).map(StackTraceElement::toString).toList().toString();
    return new Failure(
        "exception " + thrown.getClass().getSimpleName() + " in " + operation, thrown + " " + place);
  }

  @Override
  public String toString() {
    return kind + ": " + text;
  }
}
