package dev.tapeless.processor;

import dev.tapeless.processor.contract.Derived;
import dev.tapeless.processor.frontend.Frontend;
import dev.tapeless.processor.frontend.MethodReading;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic;

/**
 * Reads and differentiates the annotated methods of one class. All of them are looked at, so that
 * all findings are printed at once.
 */
final class Differentiation {

  private final AnnotatedClass annotated;
  private final Frontend frontend;
  private final Pipeline pipeline;
  private final Stages stages;
  private final Reporter reporter;
  private final boolean isLast;
  private final List<Pipeline.Method> read = new ArrayList<>();
  private final List<Derived> derived = new ArrayList<>();

  private Differentiation(
      AnnotatedClass annotated,
      Frontend frontend,
      Pipeline pipeline,
      Stages stages,
      Reporter reporter,
      boolean isLast) {
    this.annotated = annotated;
    this.frontend = frontend;
    this.pipeline = pipeline;
    this.stages = stages;
    this.reporter = reporter;
    this.isLast = isLast;
  }

  /**
   * What became of the class.
   *
   * @param derived its methods' derivatives, if the verdict is that they can be written
   */
  record Outcome(Verdict verdict, List<Derived> derived) {}

  /** Differentiates {@code annotated}. */
  static Outcome of(
      AnnotatedClass annotated,
      Frontend frontend,
      Pipeline pipeline,
      Stages stages,
      Reporter reporter,
      boolean isLast) {
    Differentiation d =
        new Differentiation(annotated, frontend, pipeline, stages, reporter, isLast);
    Verdict verdict = d.each(annotated.methods(), m -> m, d::read);
    if (verdict != Verdict.WAITING) {
      verdict = verdict.and(d.each(d.read, Pipeline.Method::element, d::derive));
    }
    return new Outcome(verdict, List.copyOf(d.derived));
  }

  private <T> Verdict each(
      List<T> methods, Function<T, ExecutableElement> element, Function<T, Verdict> step) {
    Verdict verdict = Verdict.GENERATED;
    for (T method : methods) {
      Verdict one = reporter.guarded(element.apply(method), () -> step.apply(method));
      verdict = verdict.and(one);
    }
    return verdict;
  }

  private Verdict read(ExecutableElement method) {
    MethodReading reading = frontend.read(method);
    if (reading instanceof MethodReading.Refused refused) {
      return refuse(refused.findings(), method);
    }
    if (reading instanceof MethodReading.Waiting waiting) {
      if (isLast) {
        waiting.errors().forEach(reporter::error);
      }
      return Verdict.WAITING;
    }
    MethodReading.Read r = (MethodReading.Read) reading;
    read.add(
        new Pipeline.Method(
            method,
            annotated.signature(method),
            r.function(),
            r.program(),
            (origin, text) -> frontend.words(origin, r.function().origin(), text)));
    return Verdict.GENERATED;
  }

  private Verdict derive(Pipeline.Method method) {
    try {
      derived.add(pipeline.derive(method, stages));
      stages.warn(Warnings.ofConstants(method.element()));
      stages.takeWarnings().forEach(w -> reporter.warn(w, frontend, method.element()));
      return Verdict.GENERATED;
    } catch (Refusal refusal) {
      return refuse(refusal.findings(), method.element());
    }
  }

  private Verdict refuse(List<Finding> findings, ExecutableElement method) {
    findings.forEach(f -> reporter.print(Diagnostic.Kind.ERROR, f, frontend, method));
    return Verdict.REFUSED;
  }
}
