package dev.tapeless.processor.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every problem has a page in the documentation, an entry in the list of pages, and a test that
 * provokes it.
 */
class ProblemCatalogueTest {

  private static final Path PAGES = Path.of("..", "docs", "problems");
  private static final Path TESTS = Path.of("src", "test", "java");

  static Stream<String> keys() {
    return Stream.of(Problem.class, Problem.Doubt.class)
        .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
        .filter(Class::isRecord)
        .map(Class::getSimpleName);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void hasAPage(String key) {
    assertThat(PAGES.resolve(key + ".md")).isRegularFile().content().startsWith("# " + key + "\n");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void isListed(String key) {
    assertThat(PAGES.resolve("README.md")).content().contains("[" + key + "](" + key + ".md)");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void isProvokedByATest(String key) {
    assertThat(allTests()).contains("[" + key + "]");
  }

  private static String allTests() {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(ProblemCatalogueTest::text)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
