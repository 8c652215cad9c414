package dev.tapeless.processor.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the README and of the pages in {@code docs}: a whole file compiles, and if it has
 * a {@code main}, prints what its comments say. A fragment is a method of the class that is
 * generated for the file before it, word for word; {@code -Dgoldens=write} brings it up to date.
 */
class ExamplesTest {

  private static final Pattern PRINTED = Pattern.compile("println\\(.*\\); // (.*)");
  private static final boolean REWRITES = System.getProperty("goldens", "").equals("write");

  static Stream<Page> pages() {
    return Stream.concat(Stream.of(Page.of("README.md")), Page.in("docs").stream())
        .filter(page -> !page.toString().endsWith("tutorial-autograd.md"))
        .filter(page -> !page.toString().endsWith("language.md"))
        .filter(page -> page.blocks().stream().anyMatch(b -> b.language().equals("java")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theExamplesDoWhatThePageSays(Page page) throws Exception {
    for (Page.Block block : page.blocks()) {
      if (block.isFile()) {
        Compiled compiled =
            Javac.plain().with("-Xlint:all", "-Werror").compile(block.text()).succeeds();
        if (block.text().contains("void main(")) {
          assertThat(output(compiled.load(block.className()))).isEqualTo(promised(block));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theGeneratedCodeIsWhatIsGenerated(Page page) throws IOException {
    StringBuilder right = new StringBuilder(page.text());
    String generated = "";
    int shift = 0;
    for (Page.Block block : page.blocks()) {
      if (block.isFile()) {
        generated = Compiled.of(block.text()).succeeds().generated(block.className() + "Adjoint");
      } else if (block.isFragment()) {
        String method = method(generated, block.text().lines().findFirst().orElseThrow());
        int start = block.start() + shift;
        right.replace(start, start + block.text().length(), method);
        shift += method.length() - block.text().length();
      }
    }
    if (REWRITES) {
      Files.writeString(page.file(), right.toString());
    } else {
      assertThat(page.text())
          .as("stale: rewrite it with -Dgoldens=write and read the difference")
          .isEqualTo(right.toString());
    }
  }

  @Test
  void theReadmeShowsAnExampleWithItsGeneratedCode() {
    List<Page.Block> java =
        Page.of("README.md").blocks().stream().filter(b -> b.language().equals("java")).toList();
    assertThat(java.get(0).isFile()).isTrue();
    assertThat(java.get(1).isFragment()).isTrue();
  }

  @Test
  void eachOperatorOfTheReadmeHasAnExample() {
    String examples =
        Page.of("docs/operators.md").blocks().stream()
            .filter(Page.Block::isFile)
            .map(Page.Block::text)
            .collect(Collectors.joining());
    List<String> operators =
        Pattern.compile("`f([A-Z]\\w+)\\(")
            .matcher(Page.of("README.md").text())
            .results()
            .map(m -> m.group(1))
            .distinct()
            .toList();
    assertThat(operators).contains("Gradient", "Hessian", "Jacobian", "Function");
    assertThat(operators)
        .allSatisfy(o -> assertThat(examples).containsPattern("[a-z]" + o + "\\("));
  }

  /** The method of a generated class that has this head. */
  private static String method(String generated, String head) {
    int start = generated.indexOf("\n" + head + "\n");
    if (start < 0) {
      throw new AssertionError("nothing like this is generated:\n" + head + "\nbut\n" + generated);
    }
    int end = generated.indexOf("\n  }\n", start);
    return generated.substring(start + 1, end + "\n  }\n".length());
  }

  private static List<String> promised(Page.Block block) {
    return PRINTED.matcher(block.text()).results().map(ExamplesTest::comment).toList();
  }

  private static String comment(MatchResult printed) {
    return printed.group(1);
  }

  private static List<String> output(Class<?> program) throws ReflectiveOperationException {
    Method main = program.getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
