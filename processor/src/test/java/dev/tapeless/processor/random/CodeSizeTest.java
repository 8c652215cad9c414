package dev.tapeless.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The sizes that are estimated for the methods generated for random programs. */
final class CodeSizeTest {

  private static final String GENERATED = "subject.SubjectAdjoint";

  @Test
  void methodsAreNotLongerThanEstimatedAndNotMuchShorter() {
    Compiled compiled = compiled("-Atapeless.dump=size");
    Map<String, Integer> estimated = estimated(compiled);
    double[] sums = new double[2];
    for (Map.Entry<String, Integer> e : lengths(compiled).entrySet()) {
      if (estimated.containsKey(e.getKey())) {
        int estimate = estimated.get(e.getKey());
        assertThat(e.getValue()).as(e.getKey()).isLessThanOrEqualTo(estimate);
        sums[0] += estimate;
        sums[1] += e.getValue();
      }
    }
    assertThat(sums[0] / sums[1]).isBetween(1.0, 1.7);
  }

  @Test
  void methodsAreAsSmallAsIsWanted() {
    Map<String, Integer> lengths = lengths(compiled("-Atapeless.methodSize=700"));
    assertThat(lengths.keySet()).anyMatch(name -> name.matches(".*Forward\\d+"));
    assertThat(lengths).allSatisfy((name, length) -> assertThat(length).isLessThan(700));
  }

  private static Compiled compiled(String option) {
    String members =
        LongStream.range(0, 40)
            .mapToObj(seed -> ProgramGenerator.program(seed, "f" + seed).members())
            .collect(Collectors.joining("\n"));
    return Javac.plain()
        .with("-Atapeless.warnings=false", option)
        .compile(
            "package subject;\nimport dev.tapeless.*;\nfinal class Subject {\n" + members + "}")
        .succeeds();
  }

  /** By name, the largest of those that are overloaded. */
  private static Map<String, Integer> lengths(Compiled compiled) {
    Map<String, Integer> lengths = new HashMap<>();
    compiled
        .codeLengths(GENERATED)
        .forEach((name, n) -> lengths.merge(name.replaceAll("\\(.*", ""), n, Math::max));
    return lengths;
  }

  private static Map<String, Integer> estimated(Compiled compiled) {
    Map<String, Integer> sizes = new HashMap<>();
    compiled
        .file("subject/SubjectAdjoint.size.txt")
        .lines()
        .map(line -> line.split(" "))
        .forEach(line -> sizes.merge(line[0], Integer.valueOf(line[1]), Math::max));
    return sizes;
  }
}
