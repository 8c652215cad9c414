package dev.tapeless.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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
    int end = endOfRecords(lines, record);
    int constructor = firstMatch(lines, 0, "  private \\w+\\(\\) \\{");
    int methods = firstMatch(lines, constructor, "  }") + 1;
    List<String> ordered = new ArrayList<>(lines.subList(0, methods));
    ordered.add("");
    ordered.addAll(lines.subList(start, end));
    ordered.addAll(lines.subList(methods, start - 1));
    ordered.addAll(lines.subList(end, lines.size()));
    return ordered;
  }

  /** Classes of states come after the records, and stay where they are. */
  private static int endOfRecords(List<String> lines, int record) {
    int state = firstMatch(lines, record, "  private static final class .*");
    if (state < 0) {
      return lines.lastIndexOf("}");
    }
    while (!lines.get(state).isEmpty()) {
      state--;
    }
    return state;
  }

  private static int firstMatch(List<String> lines, int from, String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    for (int i = from; i < lines.size(); i++) {
      if (wanted.matcher(lines.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }
}
