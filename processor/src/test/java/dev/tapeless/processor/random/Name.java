package dev.tapeless.processor.random;

/**
 * A variable that can be seen.
 *
 * @param isFixed whether generated code must not assign it
 * @param low together with {@code high} the bounds of an int, or of the elements of an int array;
 *     no bounds if {@code high < low}
 */
record Name(String text, Sort sort, boolean isFixed, int low, int high) {

  /** A variable that may be assigned. */
  static Name variable(String text, Sort sort) {
    return new Name(text, sort, false, 0, -1);
  }

  /** A variable that must not be assigned. */
  static Name fixed(String text, Sort sort) {
    return new Name(text, sort, true, 0, -1);
  }

  /** An int, or an array of them, that must not be assigned and whose bounds are known. */
  static Name bounded(String text, Sort sort, int low, int high) {
    return new Name(text, sort, true, low, high);
  }

  /** Whether {@code name + offset} is always a number below {@code length}. */
  boolean isIndexBelow(int length, int offset) {
    return isBounded() && low + offset >= 0 && high + offset < length;
  }

  /** Whether bounds are known, which must remain true. */
  boolean isBounded() {
    return high >= low;
  }

  Code read() {
    return Code.value(sort, text);
  }
}
