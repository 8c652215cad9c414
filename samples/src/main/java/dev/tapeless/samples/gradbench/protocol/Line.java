package dev.tapeless.samples.gradbench.protocol;

/**
 * A line, as bytes in UTF-8.
 *
 * @param bytes an array that may be longer, and is used again for the next line
 * @param length the number of bytes without the end of the line
 */
@SuppressWarnings("ArrayRecordComponent")
record Line(byte[] bytes, int length) {

  /** Whether there is nothing to read. */
  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (bytes[i] > ' ') {
        return false;
      }
    }
    return true;
  }
}
