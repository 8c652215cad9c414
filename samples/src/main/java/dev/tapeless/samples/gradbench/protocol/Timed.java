package dev.tapeless.samples.gradbench.protocol;

import java.util.Arrays;

/**
 * What became of a task: the output of its last run, and the times of all.
 *
 * @param output what is answered
 * @param timings of the preparation, the warm-up and the runs that count
 */
record Timed(Json output, Json.Timings timings) {

  /** How long a task is run before its runs count, unless less was asked for. */
  private static final double WARM_UP = 1e9;

  /** How often it should have been run then: long runs get several times as long for that. */
  private static final int WARM_RUNS = 10;

  private static final int PATIENCE = 5;

  private static final int FIRST_LENGTH = 1024;

  /**
   * Runs a task until it has been run often enough and long enough. Before that it is run until it
   * is compiled, as far as a run of a compiler can be waited for.
   *
   * @param runs how often, at least
   * @param seconds how long, at least, all runs together
   */
  static <T> Timed of(Task<T> task, long prepared, int runs, double seconds) {
    double enough = 1e9 * seconds;
    long warmUp = warmUp(task, Math.min(enough, WARM_UP));
    long[] times = new long[Math.min(runs, FIRST_LENGTH)];
    int count = 0;
    T result = null;
    for (double total = 0; count < runs || total < enough; total += times[count - 1]) {
      if (count == times.length) {
        times = Arrays.copyOf(times, 2 * count);
      }
      long start = System.nanoTime();
      result = task.run().get();
      times[count++] = System.nanoTime() - start;
    }
    Json output = task.output().apply(result);
    Finite.check(output);
    return new Timed(output, new Json.Timings(prepared, warmUp, Arrays.copyOf(times, count)));
  }

  private static long warmUp(Task<?> task, double enough) {
    long start = System.nanoTime();
    long total = 0;
    for (int run = 0; total < enough || run < WARM_RUNS && total < PATIENCE * enough; run++) {
      task.run().get();
      total = System.nanoTime() - start;
    }
    return total;
  }
}
