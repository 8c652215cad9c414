package dev.tapeless.processor.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The numbers on the page of promises are those of the tests. */
class PromisesTest {

  private static final String PROMISES = Page.of("docs/promises.md").text();

  @Test
  void pagesOfProblems() {
    long pages = Page.in("docs/problems").stream().filter(p -> !isIndex(p)).count();
    assertThat(PROMISES).contains(pages + " kinds of problems");
  }

  private static boolean isIndex(Page page) {
    return page.file().endsWith("README.md");
  }

  @Test
  void referenceValuesOfRules() throws IOException {
    assertThat(PROMISES)
        .contains(rows(".double.txt") + rows(".float.txt") + " derivatives of forty digits")
        .contains(
            "second ones at " + (rows(".secondDouble.txt") + rows(".secondFloat.txt")) + " points");
  }

  /** The lines of all tables whose names end like that. */
  private static long rows(String ending) throws IOException {
    Path folder =
        Page.root().resolve("processor/src/test/resources/dev/tapeless/processor/reference");
    long rows = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          rows += lines.filter(line -> !line.startsWith("#")).count();
        }
      }
    }
    return rows;
  }

  @Test
  void randomPrograms() throws IOException {
    Path test =
        Page.root()
            .resolve(
                "processor/src/test/java/dev/tapeless/processor/random/RandomProgramsTest.java");
    assertThat(PROMISES)
        .contains(number(test, "count") + " random programs per build")
        .contains(number(test, "short") + " short ones");
  }

  private static String number(Path test, String property) throws IOException {
    String declared = "(?s).*\"tapeless.random." + property + "\", (\\d+)\\).*";
    return Files.readString(test).replaceAll(declared, "$1");
  }
}
