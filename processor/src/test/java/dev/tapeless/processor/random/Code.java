package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a program: Java text with a hole {@code $} for each of its parts. This is all that the
 * shrinker has to know.
 *
 * @param sort what it is
 * @param text Java, with one {@code $} for each part; a block has a hole for each statement
 * @param parts what fills the holes, in order
 */
record Code(Sort sort, String text, List<Code> parts) {

  Code {
    parts = List.copyOf(parts);
  }

  /** A value; compound expressions bring their own parentheses. */
  static Code value(Sort sort, String text, Code... parts) {
    return new Code(sort, text, List.of(parts));
  }

  /** One statement, or several that make no sense apart. */
  static Code statement(String text, Code... parts) {
    return new Code(Sort.STATEMENT, text, List.of(parts));
  }

  /** Statements in a row. */
  static Code block(List<Code> statements) {
    return new Code(Sort.BLOCK, "$\n".repeat(statements.size()).strip(), statements);
  }

  boolean isBlock() {
    return sort.equals(Sort.BLOCK);
  }

  /** The same with another part at that place. */
  Code with(int place, Code part) {
    List<Code> others = new ArrayList<>(parts);
    others.set(place, part);
    return new Code(sort, text, others);
  }

  /** The number of pieces. */
  int size() {
    return 1 + parts.stream().mapToInt(Code::size).sum();
  }
}
