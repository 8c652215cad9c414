package dev.tapeless.samples.gradbench.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream into lines, which may be long: hundreds of megabytes. */
final class Lines {

  private static final int FIRST_LENGTH = 1 << 16;

  private final InputStream in;
  private byte[] bytes = new byte[FIRST_LENGTH];

  /** What of the bytes has been read, and where the next line starts in them. */
  private int end;

  private int start;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line, which is valid until the one after it is read; nothing at the end. */
  Optional<Line> next() throws IOException {
    System.arraycopy(bytes, start, bytes, 0, end - start);
    end -= start;
    start = 0;
    int searched = 0;
    while (true) {
      for (; searched < end; searched++) {
        if (bytes[searched] == '\n') {
          start = searched + 1;
          return Optional.of(new Line(bytes, searched));
        }
      }
      if (end == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * end));
      }
      int read = in.read(bytes, end, bytes.length - end);
      if (read < 0) {
        start = end;
        return end > 0 ? Optional.of(new Line(bytes, end)) : Optional.empty();
      }
      end += read;
    }
  }
}
