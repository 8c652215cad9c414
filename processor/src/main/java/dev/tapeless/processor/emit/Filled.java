package dev.tapeless.processor.emit;

import java.util.ArrayList;
import java.util.List;

/** Breaks prose at spaces. */
final class Filled {

  private Filled() {}

  /**
   * {@code text} in lines that are as long as they may be, the first with another beginning than
   * the others.
   */
  static List<String> lines(String text, int indent, String first, String further) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(" ".repeat(indent) + first);
    boolean isEmpty = true;
    for (String word : text.split(" ", -1)) {
      if (!isEmpty && line.length() + 1 + word.length() > Layout.WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(indent) + further);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
