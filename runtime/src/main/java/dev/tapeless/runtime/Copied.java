package dev.tapeless.runtime;

/**
 * How many elements {@link System#arraycopy} copies, for generated code that copies them itself:
 * the length that it gets, or the exception that it throws.
 */
public final class Copied {

  private Copied() {}

  /**
   * The number of elements copied between arrays of {@code double}.
   *
   * @param fromLength the length of the array that is read
   * @param fromStart the index of the first element read
   * @param toLength the length of the array that is written
   * @param toStart the index of the first element written
   * @param length how many elements are to be copied
   * @return {@code length}
   * @throws ArrayIndexOutOfBoundsException as {@link System#arraycopy} throws it
   */
  public static int doubles(int fromLength, int fromStart, int toLength, int toStart, int length) {
    return checked("double[", fromLength, fromStart, toLength, toStart, length);
  }

  /**
   * The number of elements copied between arrays of {@code float}.
   *
   * @param fromLength the length of the array that is read
   * @param fromStart the index of the first element read
   * @param toLength the length of the array that is written
   * @param toStart the index of the first element written
   * @param length how many elements are to be copied
   * @return {@code length}
   * @throws ArrayIndexOutOfBoundsException as {@link System#arraycopy} throws it
   */
  public static int floats(int fromLength, int fromStart, int toLength, int toStart, int length) {
    return checked("float[", fromLength, fromStart, toLength, toStart, length);
  }

  /**
   * The number of elements copied between arrays of {@code int}.
   *
   * @param fromLength the length of the array that is read
   * @param fromStart the index of the first element read
   * @param toLength the length of the array that is written
   * @param toStart the index of the first element written
   * @param length how many elements are to be copied
   * @return {@code length}
   * @throws ArrayIndexOutOfBoundsException as {@link System#arraycopy} throws it
   */
  public static int ints(int fromLength, int fromStart, int toLength, int toStart, int length) {
    return checked("int[", fromLength, fromStart, toLength, toStart, length);
  }

  /**
   * The number of elements copied between arrays of {@code long}.
   *
   * @param fromLength the length of the array that is read
   * @param fromStart the index of the first element read
   * @param toLength the length of the array that is written
   * @param toStart the index of the first element written
   * @param length how many elements are to be copied
   * @return {@code length}
   * @throws ArrayIndexOutOfBoundsException as {@link System#arraycopy} throws it
   */
  public static int longs(int fromLength, int fromStart, int toLength, int toStart, int length) {
    return checked("long[", fromLength, fromStart, toLength, toStart, length);
  }

  /**
   * The number of elements copied between arrays of {@code short}.
   *
   * @param fromLength the length of the array that is read
   * @param fromStart the index of the first element read
   * @param toLength the length of the array that is written
   * @param toStart the index of the first element written
   * @param length how many elements are to be copied
   * @return {@code length}
   * @throws ArrayIndexOutOfBoundsException as {@link System#arraycopy} throws it
   */
  public static int shorts(int fromLength, int fromStart, int toLength, int toStart, int length) {
    return checked("short[", fromLength, fromStart, toLength, toStart, length);
  }

  /**
   * The number of elements copied between arrays of {@code byte}.
   *
   * @param fromLength the length of the array that is read
   * @param fromStart the index of the first element read
   * @param toLength the length of the array that is written
   * @param toStart the index of the first element written
   * @param length how many elements are to be copied
   * @return {@code length}
   * @throws ArrayIndexOutOfBoundsException as {@link System#arraycopy} throws it
   */
  public static int bytes(int fromLength, int fromStart, int toLength, int toStart, int length) {
    return checked("byte[", fromLength, fromStart, toLength, toStart, length);
  }

  /**
   * The number of elements copied between arrays of {@code char}.
   *
   * @param fromLength the length of the array that is read
   * @param fromStart the index of the first element read
   * @param toLength the length of the array that is written
   * @param toStart the index of the first element written
   * @param length how many elements are to be copied
   * @return {@code length}
   * @throws ArrayIndexOutOfBoundsException as {@link System#arraycopy} throws it
   */
  public static int chars(int fromLength, int fromStart, int toLength, int toStart, int length) {
    return checked("char[", fromLength, fromStart, toLength, toStart, length);
  }

  /**
   * The number of elements copied between arrays of {@code boolean}.
   *
   * @param fromLength the length of the array that is read
   * @param fromStart the index of the first element read
   * @param toLength the length of the array that is written
   * @param toStart the index of the first element written
   * @param length how many elements are to be copied
   * @return {@code length}
   * @throws ArrayIndexOutOfBoundsException as {@link System#arraycopy} throws it
   */
  public static int booleans(int fromLength, int fromStart, int toLength, int toStart, int length) {
    return checked("boolean[", fromLength, fromStart, toLength, toStart, length);
  }

  /**
   * The number of elements copied between arrays of objects, such as rows.
   *
   * @param fromLength the length of the array that is read
   * @param fromStart the index of the first element read
   * @param toLength the length of the array that is written
   * @param toStart the index of the first element written
   * @param length how many elements are to be copied
   * @return {@code length}
   * @throws ArrayIndexOutOfBoundsException as {@link System#arraycopy} throws it
   */
  public static int objects(int fromLength, int fromStart, int toLength, int toStart, int length) {
    return checked("object array[", fromLength, fromStart, toLength, toStart, length);
  }

  private static int checked(
      String type, int fromLength, int fromStart, int toLength, int toStart, int length) {
    if ((fromStart | toStart | length) < 0
        || fromStart > fromLength - length
        || toStart > toLength - length) {
      String problem = problem(type, fromLength, fromStart, toLength, toStart, length);
      throw new ArrayIndexOutOfBoundsException("arraycopy: " + problem);
    }
    return length;
  }

  private static String problem(
      String type, int fromLength, int fromStart, int toLength, int toStart, int length) {
    if (fromStart < 0) {
      return beyond("source index " + fromStart, type, fromLength);
    }
    if (toStart < 0) {
      return beyond("destination index " + toStart, type, toLength);
    }
    if (length < 0) {
      return "length " + length + " is negative";
    }
    // The sums overflow into the sign bit at most.
    return fromStart > fromLength - length
        ? beyond(
            "last source index " + Integer.toUnsignedString(fromStart + length), type, fromLength)
        : beyond(
            "last destination index " + Integer.toUnsignedString(toStart + length), type, toLength);
  }

  private static String beyond(String index, String type, int length) {
    return index + " out of bounds for " + type + length + "]";
  }
}
