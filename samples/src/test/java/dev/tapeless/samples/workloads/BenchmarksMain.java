package dev.tapeless.samples.workloads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and prints their table. The argument {@code all} runs them with care, and
 * writes the page and the picture; the name of a workload runs that one in seconds.
 */
public final class BenchmarksMain {

  /** The version of Java of the page; others have pages of their own. */
  private static final int BASELINE = 17;

  private static final String QUICK_SIZE = "d10_K25";

  private BenchmarksMain() {}

  /**
   * Runs benchmarks in the current folder.
   *
   * @param args {@code all}, or one of {@code gmm}, {@code ba}, {@code lstm}, {@code rosenbrock},
   *     {@code pathloop}
   */
  public static void main(String[] args) throws RunnerException, IOException {
    boolean all = args[0].equals("all");
    var options = all ? thorough() : quick(args[0]);
    List<Measured> measured = Measured.of(new Runner(options.build()).run());
    String table = BenchmarkTable.of(measured);
    System.out.println(table);
    if (all) {
      int version = Runtime.version().feature();
      String name = version == BASELINE ? "benchmarks" : "benchmarks-jdk" + version;
      Files.writeString(Path.of("docs", name + ".md"), BenchmarkPage.of(table, name + ".png"));
      BenchmarkChart.write(measured, Path.of("docs", name + ".png"));
    }
  }

  private static ChainedOptionsBuilder thorough() {
    return new OptionsBuilder()
        .include("\\.workloads\\.")
        .addProfiler(GCProfiler.class)
        .forks(2)
        .warmupIterations(5)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1));
  }

  private static ChainedOptionsBuilder quick(String workload) {
    return new OptionsBuilder()
        .include("(?i)\\.workloads\\." + workload + "Benchmark\\.")
        .param("size", QUICK_SIZE)
        .addProfiler(GCProfiler.class)
        .verbosity(VerboseMode.SILENT)
        .forks(1)
        .warmupIterations(2)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(5)
        .measurementTime(TimeValue.milliseconds(500));
  }
}
