package dev.tapeless.processor;

import dev.tapeless.processor.frontend.SignatureReader;
import dev.tapeless.processor.problems.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;

/**
 * What to say when the processor itself is wrong: enough for a report, at a place that the user
 * knows.
 */
final class Failure {

  private static final int FRAMES = 8;

  private Failure() {}

  /** The problem that {@code thrown} is for the user of {@code method}. */
  static Problem of(Throwable thrown, ExecutableElement method) {
    return of(thrown, SignatureReader.describe(method));
  }

  /** The problem that {@code thrown} is for the user of what the words describe. */
  static Problem of(Throwable thrown, String words) {
    String frames =
        causes(thrown).map(Failure::describe).collect(Collectors.joining("\n  caused by "));
    String java = "on Java " + Runtime.version();
    return new Problem.InternalError(words, frames + "\n  " + java);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(3);
  }

  private static String describe(Throwable thrown) {
    List<String> frames =
        Arrays.stream(thrown.getStackTrace())
            .limit(FRAMES)
            .map(frame -> "\n    at " + frame)
            .toList();
    return thrown + String.join("", frames);
  }
}
