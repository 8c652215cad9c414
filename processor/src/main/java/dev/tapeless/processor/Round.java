package dev.tapeless.processor;

import dev.tapeless.processor.Pipeline.SourceText;
import dev.tapeless.processor.frontend.CustomDerivatives;
import dev.tapeless.processor.frontend.Frontend;
import dev.tapeless.processor.frontend.OuterCompiler;
import dev.tapeless.processor.frontend.Signature.Blame;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/**
 * One round of processing: each annotated class is generated, or refused, or waits for the next
 * round.
 */
final class Round {

  private final OuterCompiler compiler;
  private final Pipeline pipeline;
  private final Options options;
  private final Reporter reporter;
  private final Generation generation;
  private final CustomDerivatives custom;
  private final Map<String, String> stubs = new LinkedHashMap<>();
  private final Map<String, Verdict> verdicts = new LinkedHashMap<>();

  Round(
      OuterCompiler compiler,
      Pipeline pipeline,
      Options options,
      Reporter reporter,
      Generation generation,
      CustomDerivatives custom) {
    this.compiler = compiler;
    this.pipeline = pipeline;
    this.options = options;
    this.reporter = reporter;
    this.generation = generation;
    this.custom = custom;
  }

  /**
   * Processes {@code classes}, and says of each by its name what became of it.
   *
   * @param hopeless classes that were refused in earlier rounds; others may use what would have
   *     been generated for them
   * @param isLast whether there will be no other round: errors that a class waits for are the
   *     user's own
   */
  Map<String, Verdict> run(
      List<AnnotatedClass> classes, List<AnnotatedClass> hopeless, boolean isLast) {
    hopeless.forEach(this::addStubIfPossible);
    List<AnnotatedClass> readable = new ArrayList<>();
    for (AnnotatedClass c : classes) {
      Verdict verdict = reporter.guarded(c.first(), () -> declarations(c));
      verdicts.put(c.name(), verdict);
      if (verdict == Verdict.GENERATED) {
        readable.add(c);
      }
    }
    if (!readable.isEmpty()) {
      reporter.guarded(readable.get(0).first(), () -> bodies(readable, isLast));
    }
    return verdicts;
  }

  /** Looks at what the annotated methods declare. */
  private Verdict declarations(AnnotatedClass c) {
    c.blames().forEach(reporter::error);
    if (!addStub(c)) {
      reporter.error(
          new Problem.NameTaken(pipeline.stub(c.valid()).qualifiedName(), c.name()), c.first());
      return Verdict.REFUSED;
    }
    if (!compiler.isSource(c.name())) {
      reporter.error(new Problem.NoSource(c.name()), c.first());
      return Verdict.REFUSED;
    }
    List<Blame> used = custom.usedBy(c.type()).blames();
    used.forEach(b -> reporter.error(b.problem(), c.type()));
    if (!c.blames().isEmpty() || !used.isEmpty()) {
      return Verdict.REFUSED;
    }
    return c.isUnresolved() ? Verdict.WAITING : Verdict.GENERATED;
  }

  /** Lets other methods use what will be generated for {@code c}; false when its name is taken. */
  private boolean addStub(AnnotatedClass c) {
    if (c.valid().isEmpty()) {
      return true;
    }
    SourceText stub = pipeline.stub(c.valid());
    return !compiler.isSource(stub.qualifiedName())
        && stubs.putIfAbsent(stub.qualifiedName(), stub.text()) == null;
  }

  /** What is wrong with a class that was refused has been said. */
  private void addStubIfPossible(AnnotatedClass c) {
    try {
      addStub(c);
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError reported) {
      return;
    }
  }

  private Verdict bodies(List<AnnotatedClass> classes, boolean isLast) {
    // What fails before its turn is ours to mend, and not worth a second message.
    classes.forEach(c -> verdicts.put(c.name(), Verdict.REFUSED));
    List<TypeElement> types = classes.stream().map(AnnotatedClass::type).toList();
    try (Frontend frontend = Frontend.open(compiler, types, stubs, custom)) {
      for (AnnotatedClass c : classes) {
        verdicts.put(c.name(), reporter.guarded(c.first(), () -> generate(c, frontend, isLast)));
      }
    }
    return Verdict.GENERATED;
  }

  private Verdict generate(AnnotatedClass c, Frontend frontend, boolean isLast) {
    Stages stages = new Stages(options);
    Differentiation.Outcome outcome =
        Differentiation.of(c, frontend, pipeline, stages, reporter, isLast);
    if (outcome.verdict() == Verdict.GENERATED) {
      SourceText source = pipeline.source(outcome.derived(), options.methodSize(), stages);
      generation.write(source, c);
      generation.dump(source, stages.texts(), c);
    }
    return outcome.verdict();
  }
}
