package dev.tapeless.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * Characters that tell {@link Layout} where a line that is too long may be broken. They are of a
 * private use area of Unicode, take no room, and are gone from the finished text.
 *
 * <p>A group is broken at all its marks or at none; groups within it are broken only when they do
 * not fit in turn.
 */
final class Marks {

  /** Begins a group whose further lines are indented by four more columns. */
  static final char OPEN = '\uE000';

  /** Begins a group that is indented as the one around it. */
  static final char OPEN_FLUSH = '\uE001';

  /** Ends a group. */
  static final char CLOSE = '\uE002';

  /** A place to break that is nothing on an unbroken line. */
  static final char CUT = '\uE003';

  /** A place to break that is a space on an unbroken line. */
  static final char SPACE = '\uE004';

  private Marks() {}

  /** {@code text} on one line, as it reads without marks. */
  static String removedFrom(String text) {
    StringBuilder plain = new StringBuilder();
    text.chars()
        .filter(c -> c < OPEN || c > CUT)
        .forEach(c -> plain.append(c == SPACE ? ' ' : (char) c));
    return plain.toString();
  }

  /** {@code inner} as a group. */
  static CodeBlock group(CodeBlock inner) {
    return CodeBlock.of("$L$L$L", OPEN, inner, CLOSE);
  }

  /** {@code (a, b, c)}, broken after the parenthesis first and between the elements second. */
  static CodeBlock listed(String opening, List<CodeBlock> elements, String closing) {
    if (elements.isEmpty()) {
      return CodeBlock.of("$L", opening + closing);
    }
    CodeBlock inner = elements.stream().collect(CodeBlock.joining("," + SPACE));
    return CodeBlock.of(
        "$L$L$L$L$L$L$L$L", opening, OPEN, CUT, OPEN_FLUSH, inner, CLOSE, CLOSE, closing);
  }
}
