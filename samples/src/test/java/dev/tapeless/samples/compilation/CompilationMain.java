package dev.tapeless.samples.compilation;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures how long compilations take in a new process, and prints a table. */
public final class CompilationMain {

  private static final int PROCESSES = 5;

  private CompilationMain() {}

  /**
   * Runs the benchmark.
   *
   * @param args none
   */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(CompilationBenchmark.class.getName())
                    .verbosity(VerboseMode.SILENT)
                    .forks(PROCESSES)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .build())
            .run();
    Map<Integer, Map<String, Double>> times = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getPrimaryResult().getLabel();
      int methods = Integer.parseInt(result.getParams().getParam("methods"));
      double median = result.getPrimaryResult().getStatistics().getPercentile(50);
      times.computeIfAbsent(methods, m -> new TreeMap<>()).put(name, median);
    }
    System.out.println("| methods | javac | with tapeless | more, for each method |");
    System.out.println("|--:|--:|--:|--:|");
    times.forEach((methods, t) -> System.out.println(row(methods, t)));
  }

  private static String row(int methods, Map<String, Double> times) {
    double alone = times.get("javac") / 1000;
    double with = times.get("withProcessor") / 1000;
    double each = 1000 * (with - alone) / methods;
    return String.format(
        Locale.ROOT, "| %d | %.1f s | %.1f s | %.0f ms |", methods, alone, with, each);
  }
}
