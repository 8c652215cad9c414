package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A run over the programs of successive seeds, compiled many at a time. */
final class RandomPrograms {

  private static final int BATCH = 25;
  private static final int MOST_REPORTS = 3;
  private static final int SECONDS_TO_SHRINK = 40;

  private final Tally tally = new Tally();
  private final List<String> reports = new ArrayList<>();
  private final List<Long> failing = new ArrayList<>();

  private final int most;

  private RandomPrograms(int most) {
    this.most = most;
  }

  /**
   * Checks {@code count} programs of about {@code most} statements, the first one made from {@code
   * seed}.
   */
  static RandomPrograms run(long seed, int count, int most) {
    RandomPrograms run = new RandomPrograms(most);
    for (long first = seed; first < seed + count; first += BATCH) {
      run.batch(first, Math.min(first + BATCH, seed + count));
    }
    return run;
  }

  private void batch(long from, long to) {
    List<RandomProgram> programs =
        LongStream.range(from, to)
            .mapToObj(s -> ProgramGenerator.program(s, "f" + (s - from), most))
            .toList();
    Map<RandomProgram, Failure> failures = Batch.failures(programs, tally);
    failures.forEach(
        (program, failure) -> {
          if (failure.isRefusal()) {
            tally.refused();
          } else {
            failed(program, failure);
          }
        });
  }

  private void failed(RandomProgram program, Failure failure) {
    failing.add(program.seed());
    tally.failed(failure);
    if (reports.size() < MOST_REPORTS) {
      reports.add(report(Shrinker.shrink(program, failure, SECONDS_TO_SHRINK), failure));
    }
  }

  Tally tally() {
    return tally;
  }

  /** The seeds of the programs that failed. */
  List<Long> failing() {
    return List.copyOf(failing);
  }

  /** The first failures, each as a test. */
  String reports() {
    return String.join("\n", reports);
  }

  /** A shrunk program as a test, ready to be added to {@link FoundByRandomProgramsTest}. */
  static String report(RandomProgram program, Failure failure) {
    String arguments =
        program.points().get(0).stream().map(Arguments::text).collect(Collectors.joining(", "));
    boolean hasRecords = arguments.contains("f.make(");
    return "  // seed "
        + program.seed()
        + ", "
        + failure.kind()
        + ": "
        + failure.text().lines().limit(2).map(String::strip).collect(Collectors.joining(" "))
        + "\n"
        + "  @Test\n  void seed"
        + program.seed()
        + "() {\n    "
        + (hasRecords ? "Differentiated f = " : "")
        + "differentiate(\n            \"\"\"\n"
        + Printer.indented(program.members(), 6)
        + "            \"\"\")"
        + (hasRecords ? ";\n    f" : "\n        ")
        + ".at("
        + arguments
        + ")\n        .isRight();\n  }\n";
  }
}
