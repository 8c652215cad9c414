package dev.tapeless.processor;

import dev.tapeless.processor.frontend.Frontend;
import dev.tapeless.processor.frontend.MethodReading.TypeError;
import dev.tapeless.processor.frontend.Signature.Blame;
import dev.tapeless.processor.frontend.SignatureReader;
import dev.tapeless.processor.frontend.SourcePlace;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;

/** Prints what was found, at the smallest place that is to blame. */
final class Reporter {

  private final Messager messager;

  Reporter(Messager messager) {
    this.messager = messager;
  }

  /** Prints a problem of a declaration. */
  void error(Blame blame) {
    error(blame.problem(), blame.element());
  }

  /** Prints a problem at a declaration. */
  void error(Problem problem, Element element) {
    messager.printMessage(Diagnostic.Kind.ERROR, text(problem), element);
  }

  /** Prints a problem that has no place. */
  void error(Problem problem) {
    messager.printMessage(Diagnostic.Kind.ERROR, text(problem));
  }

  /** Prints a finding in a body, or at {@code method} if it has no place in the source. */
  void print(Diagnostic.Kind kind, Finding finding, Frontend frontend, ExecutableElement method) {
    String text = text(finding.problem());
    if (frontend.isElsewhere(finding.origin(), method)) {
      text += "\nreached from " + SignatureReader.describe(method);
    }
    Optional<SourcePlace> place = frontend.place(finding.origin());
    if (place.isPresent()) {
      place.get().print(kind, text);
    } else {
      messager.printMessage(kind, text, method);
    }
  }

  /** Prints a warning about {@code method}, unless its author does not want to hear of it. */
  void warn(Warnings.Warning warning, Frontend frontend, ExecutableElement method) {
    if (Suppressions.isSuppressed(warning.problem(), method)) {
      return;
    }
    if (warning.parameter().isEmpty()) {
      Finding finding = new Finding(warning.problem(), warning.origin());
      print(Diagnostic.Kind.WARNING, finding, frontend, method);
      return;
    }
    boolean hasReceiver = !method.getModifiers().contains(Modifier.STATIC);
    int index = warning.parameter().get() - (hasReceiver ? 1 : 0);
    Element element = index < 0 ? method : method.getParameters().get(index);
    messager.printMessage(Diagnostic.Kind.WARNING, text(warning.problem()), element);
  }

  /** Prints an error that is not ours in the compiler's own words. */
  void error(TypeError error) {
    error.place().print(Diagnostic.Kind.ERROR, error.message());
  }

  /** What {@code step} says; an error of ours in it becomes a message at {@code method}. */
  Verdict guarded(ExecutableElement method, Supplier<Verdict> step) {
    try {
      return step.get();
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
      error(Failure.of(e, method), method);
      return Verdict.REFUSED;
    }
  }

  private static String text(Problem problem) {
    return "[tapeless:" + problem.key() + "] " + problem.message() + "\n" + problem.advice();
  }
}
