package dev.tapeless.processor.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tutorial: the methods that it shows are those of the samples, and its expressions have the
 * values that stand in the comments beside them. A comment that begins with "the same" means the
 * value of the line before.
 */
class TutorialTest {

  private static final Page TUTORIAL = Page.of("docs/tutorial-autograd.md");
  private static final Path SAMPLES =
      Page.root().resolve("samples/src/main/java/dev/tapeless/samples/autograd");
  private static final Pattern LINE =
      Pattern.compile("(?m)^(?:double\\[] (\\w+) = )?(\\w.*\\));\\s+// (.*)$");
  private static final Pattern NUMBERS = Pattern.compile("(?:^|[ (])(\\[.*]|-?\\d[\\d.]*)$");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  /** An expression of the page, and what the comment says of its value. */
  private record Claim(String expression, String comment) {}

  @Test
  void theMethodsAreThoseOfTheSamples() {
    String samples = squeezed(samples().collect(Collectors.joining()));
    List<String> methods =
        TUTORIAL.blocks().stream()
            .flatMap(b -> Stream.of(b.text().split("\n\n")))
            .filter(part -> part.startsWith("@Differentiable"))
            .toList();
    assertThat(methods).isNotEmpty().allSatisfy(m -> assertThat(samples).contains(squeezed(m)));
  }

  @Test
  void theExpressionsHaveTheValuesThatThePageSays() {
    List<Claim> claims = claims();
    List<List<Double>> values = values(claims);
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      List<Double> expected =
          claim.comment().startsWith("the same") ? values.get(i - 1) : numbers(claim.comment());
      if (!expected.isEmpty()) {
        assertThat(values.get(i)).as(claim.toString()).hasSameSizeAs(expected);
        for (int j = 0; j < expected.size(); j++) {
          assertThat(values.get(i).get(j))
              .as(claim.toString())
              .isCloseTo(expected.get(j), within(1e-12));
        }
      }
    }
  }

  private static List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (Page.Block block : TUTORIAL.blocks()) {
      if (block.isFragment()) {
        LINE.matcher(block.text()).results().map(TutorialTest::claim).forEach(claims::add);
      }
    }
    assertThat(claims).hasSizeGreaterThan(10);
    return claims;
  }

  private static Claim claim(MatchResult line) {
    return new Claim(line.group(2), line.group(3));
  }

  /** The numbers at the end of a comment. */
  private static List<Double> numbers(String comment) {
    return NUMBERS
        .matcher(comment)
        .results()
        .flatMap(r -> NUMBER.matcher(r.group(1)).results())
        .map(r -> Double.valueOf(r.group()))
        .toList();
  }

  private static List<List<Double>> values(List<Claim> claims) {
    String values =
        claims.stream().map(c -> c.expression()).collect(Collectors.joining(",\n      "));
    String program =
        """
        package dev.tapeless.samples.autograd;

        import dev.tapeless.Projections;

        public final class Tutorial {
          static final double[] p = {1, 0.5};
          static final double[] l = {3, 4};
          static final double[] x = {1, 2, 3};
          static final double[] xy = {1, 2};
          static final double[] uv = Chain.f(xy);

          public static Object values() {
            return new Object[] {
              %s
            };
          }
        }
        """
            .formatted(values);
    List<String> sources = new ArrayList<>(samples().toList());
    sources.add(program);
    Compiled compiled = Javac.plain().compile(sources.toArray(String[]::new));
    Object[] all = (Object[]) compiled.run("dev.tapeless.samples.autograd.Tutorial", "values");
    return Stream.of(all).map(value -> flat(value).boxed().toList()).toList();
  }

  private static DoubleStream flat(Object value) {
    if (value instanceof double[][] matrix) {
      return Stream.of(matrix).flatMapToDouble(DoubleStream::of);
    }
    return value instanceof double[] vector
        ? DoubleStream.of(vector)
        : DoubleStream.of((Double) value);
  }

  private static Stream<String> samples() {
    return Stream.of("Hill", "Squares", "Chain").map(name -> text(SAMPLES.resolve(name + ".java")));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
