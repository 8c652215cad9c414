package dev.tapeless.processor.random;

import dev.tapeless.processor.dual.DualProgram;
import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import dev.tapeless.processor.testing.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Programs that are compiled together as one class and then checked one by one. */
final class Batch {

  private static final String CLASS = "subject.Subject";
  private static final int PATIENCE_IN_SECONDS = 30;

  private final List<RandomProgram> programs;
  private final boolean withNaive;
  private final Tally tally;

  private Batch(List<RandomProgram> programs, boolean withNaive, Tally tally) {
    this.programs = programs;
    this.withNaive = withNaive;
    this.tally = tally;
  }

  /** The programs that fail, and how. */
  static Map<RandomProgram, Failure> failures(List<RandomProgram> programs, Tally tally) {
    tally.programs(programs);
    return new Batch(programs, true, tally).failures();
  }

  /**
   * How one program fails, if it does; only such checks are done as are needed to see a failure
   * like that one.
   */
  static Optional<Failure> failure(RandomProgram program, Failure like) {
    Batch batch = new Batch(List.of(program), like.isNaive(), new Tally());
    return Optional.ofNullable(batch.failures().get(program));
  }

  private Map<RandomProgram, Failure> failures() {
    Compiled compiled = compile();
    Optional<Failure> failure = failure(compiled, false);
    Optional<Compiled> naive = Optional.empty();
    if (failure.isEmpty() && withNaive) {
      // Methods are cut into parts as well, as if the JVM had a lower limit.
      Compiled analysesOff = compile("-Atapeless.naive=true", "-Atapeless.methodSize=700");
      failure = failure(analysesOff, true);
      naive = Optional.of(analysesOff);
    }
    Map<RandomProgram, Failure> failures = new LinkedHashMap<>();
    if (failure.isEmpty()) {
      DualProgram reference = DualProgram.of(source());
      for (RandomProgram program : programs) {
        patiently(program, compiled, naive, reference).ifPresent(f -> failures.put(program, f));
      }
    } else if (programs.size() == 1) {
      failures.put(programs.get(0), failure.get());
    } else {
      int half = programs.size() / 2;
      failures.putAll(part(0, half));
      failures.putAll(part(half, programs.size()));
    }
    return failures;
  }

  private Map<RandomProgram, Failure> part(int from, int to) {
    return new Batch(programs.subList(from, to), withNaive, tally).failures();
  }

  private static Optional<Failure> failure(Compiled compiled, boolean isNaive) {
    return compiled.messages().stream()
        .filter(m -> m.isError() || m.isWarning())
        .findFirst()
        .map(m -> Failure.compilation(m, isNaive));
  }

  private Compiled compile(String... options) {
    return Javac.plain()
        .with("-Xlint:all", "-Werror", "-Atapeless.warnings=false")
        .with(options)
        .compile(source());
  }

  private String source() {
    String members =
        programs.stream().map(RandomProgram::members).collect(Collectors.joining("\n"));
    return "package subject;\n"
        + "import dev.tapeless.*;\n"
        + "@SuppressWarnings({\"fallthrough\", \"lossy-conversions\"})\n"
        + "final class Subject {\n"
        + members
        + "}\n";
  }

  private Optional<Failure> patiently(
      RandomProgram program, Compiled compiled, Optional<Compiled> naive, DualProgram reference) {
    CompletableFuture<Optional<Failure>> check =
        CompletableFuture.supplyAsync(
            () ->
                Checker.check(
                    program,
                    operations(program, compiled),
                    naive.map(n -> operations(program, n)),
                    reference,
                    tally));
    try {
      return check.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return Optional.of(new Failure("time", "does not end"));
    } catch (ExecutionException e) {
      return Optional.of(
          e.getCause() instanceof Broken broken
              ? broken.failure()
              : Failure.exception("the program itself", e.getCause()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Operations operations(RandomProgram program, Compiled compiled) {
    List<Boolean> active = program.parameters().stream().map(Parameter::isActive).toList();
    return new Operations(
        compiled.load(CLASS), compiled.load(CLASS + "Adjoint"), program.name(), active);
  }
}
