package dev.tapeless.processor.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the records of a class, which JavaPoet writes last, between its constructor and its methods.
 */
final class MemberOrder {

  private MemberOrder() {}

  /** The lines of a source file in the order wanted. */
  static List<String> recordsFirst(List<String> lines) {
    int record = firstMatch(lines, 0, "  (public |private )?record .*");
    if (record < 0) {
      return lines;
    }
    int start = record;
    while (!lines.get(start - 1).isEmpty()) {
      start--;
    }
    int end = lines.lastIndexOf("}");
    int constructor = firstMatch(lines, 0, "  private \\w+\\(\\) \\{");
    int methods = firstMatch(lines, constructor, "  }") + 1;
    List<String> ordered = new ArrayList<>(lines.subList(0, methods));
    ordered.add("");
    ordered.addAll(lines.subList(start, end));
    ordered.addAll(lines.subList(methods, start - 1));
    ordered.addAll(lines.subList(end, lines.size()));
    return ordered;
  }

  private static int firstMatch(List<String> lines, int from, String pattern) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).matches(pattern)) {
        return i;
      }
    }
    return -1;
  }
}
