package dev.tapeless.samples.workloads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The page of the benchmarks. */
final class BenchmarkPage {

  private static final String TEXT =
      """
      # Benchmarks

      How long does a generated derivative take, against one that somebody wrote by hand, and against the method itself? This page is written by

      ```sh
      mvn -B -ntp -q -pl samples -am test-compile exec:exec@benchmarks
      ```

      which takes some ten minutes. It measures with JMH: two processes for each number, five seconds of warm-up and five of measurement in each, `-prof gc` for what a
      call allocates. With `-Dbenchmarks=gmm` (or `ba`, `lstm`, `rosenbrock`, `pathloop`) it measures one workload in less than twenty seconds, prints its table, and writes nothing.

      {TABLE}
      Machine: {MACHINE}. Java: {JAVA}. After ± stands the error of the mean, at 99.9 % confidence.

      With another version of Java than 17 the page has its name: [JDK 25](benchmarks-jdk25.md), [JDK 17](benchmarks.md).

      ![times of the derivatives, by that of the method]({PICTURE})

      ## The workloads

      They are in `samples/src/main/java/dev/tapeless/samples/workloads`, each with its derivative by hand beside it. A test compares the two: they agree to 12 digits.

      | workload | is | the derivative |
      |---|---|---|
      | Gmm | the posterior of a Gaussian mixture, with 1000 points, of ADBench; d dimensions, K components | value and gradient by weights, means and factors |
      | Ba | bundle adjustment with 31,843 observations, of ADBench | all residuals, and the sparse Jacobian: two rows of 15 numbers for each observation. The generated one is two calls for each, of the method and of its Jacobian |
      | Lstm | the loss of a recurrent network with 2 layers and 14 bits over 1024 characters, of ADBench | value and gradient by all weights |
      | Rosenbrock | Rosenbrock's function of 1000 variables | the gradient into a given array |
      | PathLoop | the price of a barrier option over 1000 simulated paths of 100 steps | value and gradient by five numbers |

      The methods are written as a user would write them, with helpers that return arrays; those written by hand are engineered: scalars in place of small arrays, nothing stored that is cheap, nothing computed twice.
      """;

  private BenchmarkPage() {}

  static String of(String table, String picture) throws IOException {
    return TEXT.replace("{TABLE}", table)
        .replace("{PICTURE}", picture)
        .replace("{MACHINE}", machine())
        .replace(
            "{JAVA}",
            System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
  }

  private static String machine() throws IOException {
    String processors = Runtime.getRuntime().availableProcessors() + " processors";
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return System.getProperty("os.arch") + ", " + processors;
    }
    try (Stream<String> lines = Files.lines(info)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", " + processors)
          .orElse(processors);
    }
  }
}
