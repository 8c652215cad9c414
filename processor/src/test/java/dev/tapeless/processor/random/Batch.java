package dev.tapeless.processor.random;

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
  private final Tally tally;

  private Batch(List<RandomProgram> programs, Tally tally) {
    this.programs = programs;
    this.tally = tally;
  }

  /** The programs that fail, and how. */
  static Map<RandomProgram, Failure> failures(List<RandomProgram> programs, Tally tally) {
    tally.programs(programs.size());
    return new Batch(programs, tally).failures();
  }

  /** How one program fails, if it does. */
  static Optional<Failure> failure(RandomProgram program) {
    Batch batch = new Batch(List.of(program), new Tally());
    return Optional.ofNullable(batch.failures().get(program));
  }

  /** Whether a program compiles, without derivatives. */
  static boolean compiles(RandomProgram program) {
    return isFine(new Batch(List.of(program), new Tally()).compile("-proc:none"));
  }

  private Map<RandomProgram, Failure> failures() {
    Compiled compiled = compile();
    Compiled naive = compile("-Atapeless.naive=true");
    Map<RandomProgram, Failure> failures = new LinkedHashMap<>();
    if (isFine(compiled) && isFine(naive)) {
      for (RandomProgram program : programs) {
        patiently(program, compiled, naive).ifPresent(f -> failures.put(program, f));
      }
    } else if (programs.size() == 1) {
      failures.put(programs.get(0), Failure.compilation(message(isFine(compiled) ? naive : compiled)));
    } else {
      int half = programs.size() / 2;
      failures.putAll(new Batch(programs.subList(0, half), tally).failures());
      failures.putAll(new Batch(programs.subList(half, programs.size()), tally).failures());
    }
    return failures;
  }

  private Compiled compile(String... options) {
    String members = programs.stream().map(RandomProgram::members).collect(Collectors.joining("\n"));
    String source =
        "package subject;\nimport dev.tapeless.*;\n@SuppressWarnings(\"lossy-conversions\")\nfinal class Subject {\n"
            + members + "}\n";
    return Javac.plain().with("-Xlint:all", "-Werror").with(options).compile(source);
  }

  private static boolean isFine(Compiled compiled) {
    return compiled.messages().stream().noneMatch(m -> m.isError() || m.isWarning());
  }

  private static String message(Compiled compiled) {
    return compiled.messages().stream()
        .filter(m -> m.isError() || m.isWarning())
        .findFirst()
        .map(m -> m.summary() + "\n  " + m)
        .orElse("");
  }

  private Optional<Failure> patiently(RandomProgram program, Compiled compiled, Compiled naive) {
    CompletableFuture<Optional<Failure>> check =
        CompletableFuture.supplyAsync(
            () ->
                Checker.check(
                    program, operations(program, compiled), Optional.of(operations(program, naive)), tally));
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
    return new Operations(compiled.load(CLASS), compiled.load(CLASS + "Adjoint"), program.name(), active);
  }
}
