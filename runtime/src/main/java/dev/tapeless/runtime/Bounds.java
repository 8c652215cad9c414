package dev.tapeless.runtime;

/** Ranges of array elements, for generated code: checked as {@link java.util.Arrays} does. */
public final class Bounds {

  private Bounds() {}

  /**
   * The end of a range within an array.
   *
   * @param length of the array
   * @param from the first index
   * @param to the index behind the last
   * @return {@code to}
   */
  public static int end(int length, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
    }
    if (from < 0) {
      throw new ArrayIndexOutOfBoundsException(from);
    }
    if (to > length) {
      throw new ArrayIndexOutOfBoundsException(to);
    }
    return to;
  }

  /**
   * The length of a range that may end behind the array.
   *
   * @param from the first index of the range
   * @param to the index after the last of the range
   * @return {@code to - from}
   * @throws IllegalArgumentException if that is negative
   */
  public static int length(int from, int to) {
    int length = to - from;
    if (length < 0) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    return length;
  }
}
