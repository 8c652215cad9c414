package dev.tapeless.processor.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * A documentation comment.
 *
 * @param paragraphs the first begins with the summary
 * @param tags block tags such as {@code @return the value}
 */
public record Javadoc(List<String> paragraphs, List<String> tags) {

  public Javadoc {
    paragraphs = List.copyOf(paragraphs);
    tags = List.copyOf(tags);
  }

  /** A comment of one paragraph. */
  public static Javadoc of(String summary) {
    return new Javadoc(List.of(summary), List.of());
  }

  /** The whole comment, one line for each paragraph and each tag. */
  public String text() {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(lines.isEmpty() ? paragraph : "<p>" + paragraph);
    }
    if (!tags.isEmpty()) {
      lines.add("");
    }
    lines.addAll(tags);
    return String.join("\n", lines) + "\n";
  }
}
