package dev.tapeless.processor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments {@code // expect [Key] text}, each about the next line that is not such a comment.
 */
final class Expectations {

  private static final Pattern COMMENT = Pattern.compile("^\\s*// expect (\\[\\w+] .*?)\\s*$");

  private Expectations() {}

  static List<String> in(SourceFile source) {
    List<String> found = new ArrayList<>();
    List<String> open = new ArrayList<>();
    List<String> lines = source.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = COMMENT.matcher(lines.get(i));
      if (comment.matches()) {
        open.add(comment.group(1));
      } else {
        String place = source.path() + ":" + (i + 1) + ": ";
        open.forEach(text -> found.add(place + text));
        open.clear();
      }
    }
    return found;
  }

  /**
   * An error in the form of the expectations: without our name in the key, and without the advice.
   */
  static String of(Message error) {
    return error.file() + ":" + error.line() + ": " + error.summary();
  }
}
