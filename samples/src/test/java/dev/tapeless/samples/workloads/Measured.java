package dev.tapeless.samples.workloads;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** What was measured of one workload: the method, and its derivative by hand and generated. */
record Measured(String workload, Run primal, Run byHand, Run generated) {

  /**
   * The mean of the runs of one method.
   *
   * @param micros the time of a call in microseconds
   * @param error half of the interval that holds the true mean with 99.9 % confidence
   * @param bytes what a call allocates
   */
  record Run(double micros, double error, double bytes) {}

  /** The workloads in the order of their names, each with its three methods. */
  static List<Measured> of(Collection<RunResult> results) {
    Map<String, Map<String, Run>> runs = new LinkedHashMap<>();
    for (RunResult result : results) {
      String benchmark = result.getParams().getBenchmark();
      runs.computeIfAbsent(workload(result.getParams()), w -> new LinkedHashMap<>())
          .put(benchmark.substring(benchmark.lastIndexOf('.') + 1), run(result));
    }
    List<Measured> all = new ArrayList<>();
    runs.forEach(
        (workload, r) ->
            all.add(new Measured(workload, r.get("primal"), r.get("byHand"), r.get("generated"))));
    return all;
  }

  private static String workload(BenchmarkParams params) {
    String type = params.getBenchmark().replaceAll(".*\\.(\\w+)Benchmark\\.\\w+", "$1");
    String sizes =
        params.getParamsKeys().stream().map(params::getParam).collect(Collectors.joining(" "));
    return (type + " " + sizes).strip();
  }

  private static Run run(RunResult result) {
    var time = result.getPrimaryResult();
    return new Run(
        time.getScore(),
        time.getScoreError(),
        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
  }

  /** How many times as long as the method the derivative takes. */
  double cost(Run derivative) {
    return derivative.micros() / primal.micros();
  }

  /** How many times as long as the derivative by hand the generated one takes. */
  double ratio() {
    return generated.micros() / byHand.micros();
  }
}
