package dev.tapeless.processor.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import dev.tapeless.processor.testing.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of problems: what stands before the advice is refused with the page's key and no other,
 * what stands after it compiles, or if no program stands there, the program before it. Of several
 * files that are refused the first ones are a library, compiled without the processor; a block
 * {@code javac OPTIONS FILE} says how to compile.
 */
class ProblemPagesTest {

  private static final String ADVICE = "**What to do.**";

  /** Problems of a compiler or of the processor, which no program of its own can show. */
  private static final Set<String> WITHOUT_EXAMPLE =
      Set.of("CannotWrite", "InternalError", "NoSource", "NotJavac");

  @TempDir Path folder;

  static Stream<Page> pages() {
    return Page.in("docs/problems").stream().filter(p -> !p.toString().endsWith("README.md"));
  }

  static Stream<Page> pagesWithExamples() {
    return pages().filter(page -> !WITHOUT_EXAMPLE.contains(key(page)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachPageHasAnAdvice(Page page) {
    assertThat(page.text()).contains("\n" + ADVICE + " ");
  }

  @ParameterizedTest
  @MethodSource("pagesWithExamples")
  void theExampleIsRefusedAsThePageSays(Page page) {
    List<Page.Block> before = part(page, true);
    List<String> files = files(before);
    int last = files.size() - 1;
    if (last > 0) {
      String[] library = files.subList(0, last).toArray(String[]::new);
      Javac.plain().with("-proc:none").compile(library).writeTo(folder);
    }
    Compiled compiled =
        Javac.plain().with(options(before)).classPath(folder).compile(files.get(last));
    List<Message> found = compiled.errors().isEmpty() ? compiled.warnings() : compiled.errors();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).summary()).startsWith("[" + key(page) + "]");
  }

  @ParameterizedTest
  @MethodSource("pagesWithExamples")
  void theRewriteCompiles(Page page) {
    List<Page.Block> after = part(page, false);
    List<String> files = files(after).isEmpty() ? files(part(page, true)) : files(after);
    Javac.plain().with(options(after)).compile(files.toArray(String[]::new)).succeeds();
  }

  @Test
  void theOthersShowNoProgram() {
    List<String> without =
        pages()
            .filter(page -> page.blocks().stream().noneMatch(b -> b.language().equals("java")))
            .map(ProblemPagesTest::key)
            .toList();
    assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT_EXAMPLE);
  }

  private static String key(Page page) {
    return page.file().getFileName().toString().replace(".md", "");
  }

  private static List<Page.Block> part(Page page, boolean before) {
    int advice = page.text().indexOf(ADVICE);
    return page.blocks().stream().filter(b -> b.start() < advice == before).toList();
  }

  /** What stands between {@code javac} and the name of the file. */
  private static String[] options(List<Page.Block> blocks) {
    return blocks.stream()
        .filter(b -> b.language().equals("text") && b.text().startsWith("javac "))
        .map(b -> b.text().strip().split(" "))
        .flatMap(words -> Stream.of(words).skip(1).limit(words.length - 2))
        .toArray(String[]::new);
  }

  private static List<String> files(List<Page.Block> blocks) {
    return blocks.stream().filter(Page.Block::isFile).map(Page.Block::text).toList();
  }
}
