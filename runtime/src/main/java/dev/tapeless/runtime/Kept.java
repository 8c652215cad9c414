package dev.tapeless.runtime;

import java.util.Objects;

/**
 * Checks that a record of a library gives back what its constructor got. Generated code knows the
 * derivatives of these values only.
 */
public final class Kept {

  private Kept() {}

  /**
   * The two numbers are the same, to the last bit but for the bits of NaN.
   *
   * @param kept what the record has returned
   * @param given what its constructor got
   * @param accessor what has returned {@code kept}, for the message
   * @throws UnsupportedOperationException if they are not
   */
  public static void require(double kept, double given, String accessor) {
    require(Double.compare(kept, given) == 0, accessor);
  }

  /**
   * The two numbers are the same.
   *
   * @param kept what the record has returned
   * @param given what its constructor got
   * @param accessor what has returned {@code kept}, for the message
   * @throws UnsupportedOperationException if they are not
   */
  public static void require(long kept, long given, String accessor) {
    require(kept == given, accessor);
  }

  /**
   * The two objects are equal, arrays by their elements.
   *
   * @param kept what the record has returned
   * @param given what its constructor got
   * @param accessor what has returned {@code kept}, for the message
   * @throws UnsupportedOperationException if they are not
   */
  public static void require(Object kept, Object given, String accessor) {
    require(Objects.deepEquals(kept, given), accessor);
  }

  private static void require(boolean same, String accessor) {
    if (!same) {
      throw new UnsupportedOperationException(
          accessor + " is not what the constructor got, so that its derivative is not known");
    }
  }
}
