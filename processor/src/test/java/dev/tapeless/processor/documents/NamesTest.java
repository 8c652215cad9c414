package dev.tapeless.processor.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.DifferentiableProcessor;
import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documents speak of is there: files, classes, options, stages, links and the commands of
 * the README.
 */
class NamesTest {

  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern PATH =
      Pattern.compile("\\.?[\\w-]+(?:/[\\w.-]+)+/?|[\\w-]+\\.(?:md|java|xml|csv)|LICENSE");
  private static final Pattern TYPE =
      Pattern.compile("(?:[A-Z]\\w*[a-z]\\w*\\.)*([A-Z]\\w*[a-z]\\w*)");
  private static final Pattern OPTION = Pattern.compile("-A(tapeless\\.\\w+)");
  private static final Pattern DUMP = Pattern.compile("-Atapeless\\.dump=([a-z]+(?:,[a-z]+)+)");
  private static final Pattern SAMPLE = Pattern.compile("(?m)^\\| `([a-z]+)\\.(\\w+)` \\|");

  /** Folders that only a build makes. */
  private static final Set<String> MADE = Set.of("target", "build");

  /** Classes of others. */
  private static final List<String> LIBRARIES =
      List.of("java.lang.", "java.util.", "javax.annotation.processing.");

  static List<Page> pages() {
    return Page.all();
  }

  static List<Page> guides() {
    return List.of(Page.of("ARCHITECTURE.md"), Page.of("CONTRIBUTING.md"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theLinksLeadSomewhere(Page page) {
    assertThat(LINK.matcher(page.prose()).results().map(r -> r.group(1)))
        .filteredOn(link -> !link.startsWith("http"))
        .allSatisfy(link -> assertThat(isTarget(page, link)).as(link).isTrue());
  }

  private static boolean isTarget(Page page, String link) {
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
    return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
  }

  private static List<String> anchors(Path file) {
    return HEADING.matcher(text(file)).results().map(r -> anchor(r.group(1))).toList();
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theFilesAreThere(Page page) {
    assertThat(codes(page))
        .filteredOn(code -> PATH.matcher(code).matches() && !MADE.contains(code.split("/")[0]))
        .allSatisfy(path -> assertThat(isFile(page, path)).as(path).isTrue());
  }

  private static boolean isFile(Page page, String path) {
    String main = "processor/src/main/java/dev/tapeless/processor/";
    String full = path.replaceFirst("^P/", main).replaceFirst("^T/", main.replace("main", "test"));
    return Files.exists(Page.root().resolve(full))
        || Files.exists(page.file().resolveSibling(full));
  }

  @ParameterizedTest
  @MethodSource("guides")
  void theClassesAreThere(Page page) {
    Set<String> ours = classes();
    assertThat(codes(page))
        .filteredOn(code -> TYPE.matcher(code).matches())
        .allSatisfy(
            name -> assertThat(ours.contains(simple(name)) || isForeign(name)).as(name).isTrue());
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static boolean isForeign(String name) {
    return LIBRARIES.stream().anyMatch(prefix -> isClass(prefix + name));
  }

  private static boolean isClass(String name) {
    try {
      Class.forName(name, false, NamesTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** The simple names of all types that our sources declare. */
  private static Set<String> classes() {
    Pattern declaration = Pattern.compile("\\b(?:class|interface|enum|record|@interface) (\\w+)");
    return Stream.of("runtime", "processor", "samples")
        .flatMap(module -> sources(Page.root().resolve(module).resolve("src")).stream())
        .flatMap(source -> declaration.matcher(source).results())
        .map(r -> r.group(1))
        .collect(Collectors.toSet());
  }

  private static List<String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".java")).map(NamesTest::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theOptionsExist(Page page) {
    assertThat(OPTION.matcher(page.text()).results().map(r -> r.group(1)))
        .isSubsetOf(new DifferentiableProcessor().getSupportedOptions());
  }

  @Test
  void everyStageCanBeDumped() {
    String stages =
        DUMP.matcher(Page.of("CONTRIBUTING.md").text())
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    Compiled compiled =
        Javac.plain()
            .with("-Atapeless.dump=" + stages, "-Atapeless.methodSize=50")
            .compile(
                """
                final class Power {
                  @dev.tapeless.Differentiable(order = 2)
                  static double power(double x, int n) {
                    return n == 0 ? 1 : x * power(x, n - 1);
                  }
                }
                """);
    assertThat(stages.split(","))
        .allSatisfy(
            stage -> assertThat(compiled.file("PowerAdjoint." + stage + ".txt")).isNotEmpty());
  }

  @Test
  void theReadmeBeginsWithTwoCommands() {
    List<String> commands =
        Page.of("README.md").blocks().stream()
            .filter(b -> b.language().equals("sh"))
            .findFirst()
            .orElseThrow()
            .text()
            .lines()
            .toList();
    assertThat(commands).hasSize(2);
    assertThat(text(Page.root().resolve(".ci/run"))).contains("\n" + commands.get(1) + "\n");
  }

  @Test
  void theSamplesOfTheReadmeAreThere() {
    Path samples = Page.root().resolve("samples/src/main/java/dev/tapeless/samples");
    assertThat(SAMPLE.matcher(Page.of("README.md").text()).results())
        .isNotEmpty()
        .allSatisfy(
            r ->
                assertThat(samples.resolve(r.group(1)).resolve(r.group(2) + ".java"))
                    .content()
                    .contains("public static void main("));
  }

  private static List<String> codes(Page page) {
    return CODE.matcher(page.prose()).results().map(r -> r.group(1)).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
