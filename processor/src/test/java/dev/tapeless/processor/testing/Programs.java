package dev.tapeless.processor.testing;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Many small programs, each with its own checks, that are compiled together because starting a
 * compiler for each takes longer than all else. When they do not compile together, each is compiled
 * by itself, so that only those fail which are to blame.
 */
public final class Programs {

  /** Ample for one program; only one that does not end takes longer. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<Program> programs = new ArrayList<>();
  private final Supplier<Compiled> together = once(() -> Differentiated.analysed(sources()));
  private final Supplier<Compiled> naive = once(() -> Differentiated.naive(sources()));

  private record Program(String name, Subject subject, Consumer<Differentiated> checks) {}

  /**
   * Adds a program.
   *
   * @param name what it shows
   * @param members as for {@link Differentiated#differentiate(String)}
   */
  public Programs add(String name, String members, Consumer<Differentiated> checks) {
    Subject subject = Subject.ofMembers("subject.p" + programs.size(), members);
    programs.add(new Program(name, subject, checks));
    return this;
  }

  /** One test for each program. */
  public Stream<DynamicTest> tests() {
    return programs.stream().map(p -> DynamicTest.dynamicTest(p.name(), () -> test(p)));
  }

  private void test(Program program) {
    Differentiated differentiated = differentiated(program);
    assertTimeoutPreemptively(LIMIT, () -> program.checks().accept(differentiated));
  }

  private Differentiated differentiated(Program program) {
    String source = program.subject().source();
    Compiled compiled = or(together, () -> Differentiated.analysed(source));
    return new Differentiated(
        program.subject(), compiled, () -> or(naive, () -> Differentiated.naive(source)));
  }

  private static Compiled or(Supplier<Compiled> together, Supplier<Compiled> alone) {
    try {
      return together.get();
    } catch (AssertionError notTogether) {
      return alone.get();
    }
  }

  private String[] sources() {
    return programs.stream().map(p -> p.subject().source()).toArray(String[]::new);
  }

  /** Remembers the outcome, be it an error. */
  private static Supplier<Compiled> once(Supplier<Compiled> compilation) {
    List<Compiled> compiled = new ArrayList<>();
    List<AssertionError> errors = new ArrayList<>();
    return () -> {
      if (compiled.isEmpty() && errors.isEmpty()) {
        try {
          compiled.add(compilation.get());
        } catch (AssertionError | RuntimeException e) {
          errors.add(new AssertionError(e));
        }
      }
      if (!errors.isEmpty()) {
        throw errors.get(0);
      }
      return compiled.get(0);
    };
  }
}
