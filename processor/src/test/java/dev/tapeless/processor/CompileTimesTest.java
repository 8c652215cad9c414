package dev.tapeless.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long methods take to be differentiated, and how long what comes out is.
 *
 * <p>Time is printed and nothing is asserted of it, since it depends on the machine. For the curve:
 *
 * <pre>
 * mvn -pl processor -am test -Dtest=CompileTimesTest -Dsurefire.failIfNoSpecifiedTests=false -Dtapeless.sizes=100,1000,2500,5000
 * </pre>
 */
final class CompileTimesTest {

  private static final List<Integer> SIZES =
      Arrays.stream(System.getProperty("tapeless.sizes", "50,200").split(","))
          .map(Integer::valueOf)
          .toList();

  /** Bodies with so many statements. */
  private static final Map<String, IntFunction<String>> BODIES =
      Map.of(
          "straight",
          n -> repeated(n, i -> i % 2 == 0 ? "a = a * b - s;" : "b = b * a + s;"),
          "branches",
          n -> repeated(n / 2, i -> "if (a > x[%d]) { b += a * x[0]; }".formatted(i % 9)),
          "arrays",
          n -> repeated(n / 4, CompileTimesTest::array));

  private static String array(int i) {
    return """
        double[] u%1$d = new double[x.length];
        u%1$d[x.length / 2] = a * b;
        a += Math.sin(u%1$d[x.length / 2]) * last[0];
        last = u%1$d;
        """
        .formatted(i);
  }

  private static String repeated(int times, IntFunction<String> statement) {
    return IntStream.range(0, times).mapToObj(statement).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"straight", "branches", "arrays"})
  void generatedCodeGrowsAsTheMethodDoes(String kind) {
    StringBuilder curve = new StringBuilder(kind);
    double shortest = 0;
    double longest = 0;
    differentiated(kind, SIZES.get(0));
    for (int size : SIZES) {
      long before = processorTime();
      String generated = differentiated(kind, size);
      long milliseconds = (processorTime() - before) / 1_000_000;
      double length = generated.length() / (double) size;
      curve.append(", %d: %d ms, %.0f characters".formatted(size, milliseconds, length * size));
      shortest = shortest == 0 ? length : Math.min(shortest, length);
      longest = Math.max(longest, length);
    }
    System.out.println(curve);
    assertThat(longest / shortest).as(curve.toString()).isLessThan(2.5);
  }

  private static String differentiated(String kind, int size) {
    String source =
        """
        package subject;
        final class Subject {
          @dev.tapeless.Differentiable
          static double f(double[] x, double s) {
            double a = s;
            double b = s;
            double[] last = {s, s};
            %s
            return a + b + last[1];
          }
        }
        """
            .formatted(BODIES.get(kind).apply(size));
    Compiled compiled = Javac.plain().with("-Atapeless.verify=false").compile(source).succeeds();
    return compiled.file("subject/SubjectAdjoint.java");
  }

  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
