package dev.tapeless.processor.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Differentiated;
import dev.tapeless.processor.testing.Javac;
import dev.tapeless.processor.testing.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on the language: what it says is supported is right, and what is refused is refused. */
class LanguageTest {

  private static final Page PAGE = Page.of("docs/language.md");

  private static final Pattern REFUSED = Pattern.compile("// refused: (\\w+)");

  private static final Pattern METHOD =
      Pattern.compile("(?m)^static double f\\((.*)\\) (?:throws [\\w.]+ )?\\{$");

  static Stream<String> supported() {
    return blocks(true);
  }

  static Stream<String> refused() {
    return blocks(false);
  }

  private static Stream<String> blocks(boolean isSupported) {
    int border = PAGE.text().indexOf("\n## Refused\n");
    assertThat(border).isPositive();
    return PAGE.blocks().stream()
        .filter(b -> b.start() < border == isSupported)
        .map(Page.Block::text);
  }

  @ParameterizedTest
  @MethodSource("supported")
  void whatIsSupportedHasTheRightDerivatives(String members) {
    assertThat(members).doesNotContain("refused");
    Differentiated.differentiate(members).at(arguments(members)).isRight();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsRefusedIsRefusedInThatLine(String members) {
    String annotated = METHOD.matcher(members).replaceFirst("@dev.tapeless.Differentiable $0");
    String source = "class Sample {\n" + annotated + "}\n";
    Compiled compiled = Javac.plain().with("-Atapeless.warnings=false").compile(source);
    List<String> expected = new ArrayList<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = REFUSED.matcher(lines.get(i));
      if (comment.find()) {
        expected.add(i + 2 + ": " + comment.group(1));
      }
    }
    assertThat(expected).isNotEmpty();
    assertThat(compiled.messages().stream().filter(Message::isError).map(LanguageTest::place))
        .as(members)
        .containsExactlyElementsOf(expected);
  }

  private static String place(Message message) {
    return message.line() + ": " + message.text().replaceAll("(?s).*\\[tapeless:(\\w+)\\].*", "$1");
  }

  /** An argument for each parameter of the method, by its type. */
  private static Object[] arguments(String members) {
    Matcher method = METHOD.matcher(members);
    assertThat(method.find()).as(members).isTrue();
    List<Object> arguments = new ArrayList<>();
    for (String parameter : method.group(1).split(", ")) {
      arguments.add(argument(parameter.substring(0, parameter.lastIndexOf(' ')), arguments.size()));
    }
    return arguments.toArray();
  }

  private static Object argument(String type, int index) {
    return switch (type) {
      case "double" -> 0.7 + 0.1 * index;
      case "float" -> 0.7f + 0.1f * index;
      case "double[]" -> new double[] {1.2, 0.4, 0.9};
      case "double[][]" -> new double[][] {{0.3, 1.1, 0.8}, {0.5, 0.2, 1.4}};
      case "int" -> 2;
      case "long" -> 5L;
      case "boolean" -> true;
      case "char" -> 'c';
      case "byte" -> (byte) 3;
      case "short" -> (short) 2;
      case "String" -> "ab";
      default -> throw new AssertionError(type);
    };
  }
}
