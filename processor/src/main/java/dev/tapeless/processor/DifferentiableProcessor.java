package dev.tapeless.processor;

import com.google.auto.service.AutoService;
import dev.tapeless.processor.frontend.CustomDerivatives;
import dev.tapeless.processor.frontend.OuterCompiler;
import dev.tapeless.processor.frontend.SignatureReader;
import dev.tapeless.processor.problems.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Writes the derivatives of all methods that are annotated with {@code
 * dev.tapeless.Differentiable}.
 */
@AutoService(Processor.class)
public final class DifferentiableProcessor extends AbstractProcessor {

  private final Function<Options, Transforms> transforms;
  private final Set<String> pending = new LinkedHashSet<>();
  private final Set<String> refused = new LinkedHashSet<>();
  private final Set<String> withDerivatives = new LinkedHashSet<>();
  private Optional<OuterCompiler> compiler = Optional.empty();

  /** The processor as the compiler makes it. */
  public DifferentiableProcessor() {
    this(Derivation::new);
  }

  /** The processor with other transforms. */
  DifferentiableProcessor(Function<Options, Transforms> transforms) {
    this.transforms = transforms;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    // javac warns of annotations that nobody claims, also of those on generated classes.
    return Set.of(
        SignatureReader.DIFFERENTIABLE,
        SignatureReader.CONSTANT,
        SignatureReader.WRITES_ARGUMENTS,
        SignatureReader.GENERATED,
        SignatureReader.VJP,
        SignatureReader.JVP,
        SignatureReader.USE_DERIVATIVES,
        Generated.class.getName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(
        Options.DUMP, Options.VERIFY, Options.NAIVE, Options.WARNINGS, Options.METHOD_SIZE);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    try {
      compiler = OuterCompiler.of(environment);
    } catch (LinkageError noCompilerApi) {
      compiler = Optional.empty();
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Reporter reporter = new Reporter(processingEnv.getMessager());
    try {
      boolean hasNew =
          withDerivatives.addAll(
              classesWith(Set.of(SignatureReader.VJP, SignatureReader.JVP), annotations, round));
      Set<String> found = classesWith(Set.of(SignatureReader.DIFFERENTIABLE), annotations, round);
      process(found, hasNew, round, reporter);
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
      pending.clear();
      reporter.error(Failure.of(e, "this compilation"));
    }
    // Nobody else has a use for the annotations.
    return true;
  }

  private void process(
      Set<String> found, boolean hasNew, RoundEnvironment round, Reporter reporter) {
    Optional<Problem> obstacle = obstacle();
    if (obstacle.isPresent()) {
      classes(found).stream()
          .flatMap(c -> c.methods().stream())
          .forEach(m -> reporter.error(obstacle.get(), m));
      return;
    }
    pending.addAll(found);
    if (round.errorRaised() || pending.isEmpty() && !hasNew) {
      return;
    }
    CustomDerivatives custom = CustomDerivatives.of(compiler.orElseThrow(), types(withDerivatives));
    custom.blames().forEach(reporter::error);
    if (custom.blames().isEmpty() && !pending.isEmpty()) {
      run(custom, reporter, round.processingOver());
    }
  }

  private void run(CustomDerivatives custom, Reporter reporter, boolean isLast) {
    Options options = Options.of(processingEnv.getOptions());
    Pipeline pipeline =
        new Pipeline(
            transforms.apply(options), new HiddenNames(processingEnv.getElementUtils())::in);
    Generation generation = new Generation(processingEnv.getFiler(), reporter);
    Round round =
        new Round(compiler.orElseThrow(), pipeline, options, reporter, generation, custom);
    List<AnnotatedClass> now = classes(pending);
    List<AnnotatedClass> hopeless = classes(refused);
    Map<String, Verdict> verdicts = Deep.call(() -> round.run(now, hopeless, isLast));
    pending.clear();
    pending.addAll(names(verdicts, Verdict.WAITING));
    refused.addAll(names(verdicts, Verdict.REFUSED));
  }

  private static List<String> names(Map<String, Verdict> verdicts, Verdict wanted) {
    return verdicts.keySet().stream().filter(name -> verdicts.get(name) == wanted).toList();
  }

  /** What keeps the processor from working at all in this compilation. */
  private Optional<Problem> obstacle() {
    if (compiler.isEmpty()) {
      return Optional.of(new Problem.NotJavac());
    }
    SourceVersion version = processingEnv.getSourceVersion();
    return version.compareTo(SourceVersion.RELEASE_17) < 0
        ? Optional.of(new Problem.SourceTooOld(version.name().substring("RELEASE_".length())))
        : Optional.empty();
  }

  /** Elements do not outlive a round; names do. */
  private static Set<String> classesWith(
      Set<String> wanted, Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return annotations.stream()
        .filter(a -> wanted.contains(a.getQualifiedName().toString()))
        .flatMap(a -> ElementFilter.methodsIn(round.getElementsAnnotatedWith(a)).stream())
        .map(m -> ((TypeElement) m.getEnclosingElement()).getQualifiedName().toString())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<AnnotatedClass> classes(Set<String> names) {
    return types(names).stream()
        .map(AnnotatedClass::of)
        .filter(c -> !c.methods().isEmpty())
        .toList();
  }

  private List<TypeElement> types(Set<String> names) {
    return names.stream()
        .<TypeElement>map(name -> processingEnv.getElementUtils().getTypeElement(name))
        .filter(Objects::nonNull)
        .toList();
  }
}
