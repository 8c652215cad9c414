package dev.tapeless.processor.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * The derivatives of random programs: loops of every kind, branches, switches, jumps, overwritten
 * and aliasing arrays, work arrays, records, function objects, helper calls, side effects, repeated
 * expressions, functions at special points.
 *
 * <p>Each program compiles without a warning; the value is that of the method to the last bit; the
 * arguments are as before and a second call tells the same; {@code v . (J t) = (transposed J v) .
 * t}; {@code J t} and {@code transposed J v} agree with a {@link Reference} that knows nothing of
 * the processor, and with extrapolated finite differences, where their own estimate of the error
 * says that they can be relied on; and all is the same with the analyses off.
 *
 * <p>The programs are those of successive seeds, and the same in every run. More of them, or
 * others:
 *
 * <pre>
 * mvn -pl processor -am test -Dtest=RandomProgramsTest -Dsurefire.failIfNoSpecifiedTests=false -Dtapeless.random.seed=10000 -Dtapeless.random.count=5000
 * </pre>
 *
 * <p>The first failing programs are shrunk and printed as tests for {@link
 * FoundByRandomProgramsTest}.
 */
final class RandomProgramsTest {

  private static final long SEED = Long.getLong("tapeless.random.seed", 1);
  private static final int COUNT = Integer.getInteger("tapeless.random.count", 300);
  private static final int SHORT_COUNT = Integer.getInteger("tapeless.random.short", 700);

  /** The statements of a short program. */
  private static final int SHORT = 3;

  @Test
  void derivativesOfRandomProgramsAreRight() {
    allAreRight(RandomPrograms.run(SEED, COUNT, Workshop.MOST_STATEMENTS));
  }

  /** Many more for the same time: most mistakes show in a few statements. */
  @Test
  void derivativesOfShortRandomProgramsAreRight() {
    allAreRight(RandomPrograms.run(SEED, SHORT_COUNT, SHORT));
  }

  private static void allAreRight(RandomPrograms run) {
    assertThat(run.failing())
        .as("seeds that fail, of %s; the first ones shrunk:%n%s", run.tally(), run.reports())
        .isEmpty();
    assertThat(run.tally().share()).as("not checked, of %s", run.tally()).isLessThan(0.02);
  }

  @Test
  void aProgramIsTheSameForTheSameSeed() {
    RandomProgram program = ProgramGenerator.program(SEED, "f");
    assertThat(ProgramGenerator.program(SEED, "f").members()).isEqualTo(program.members());
  }

  @Test
  void finiteDifferencesKnowTheirError() {
    Differences differences = Differences.of(h -> Math.sin(0.7 + h), 1e-3);
    assertThat(differences.derivative()).isCloseTo(Math.cos(0.7), within(1e-11));
    assertThat(differences.error()).isLessThan(1e-10);
  }
}
