package dev.tapeless.processor.testing;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lengths of the bytecode of all methods of a class, read from its class file (JVMS 4). */
final class CodeLengths {

  private final DataInputStream in;
  private final Map<Integer, String> texts = new LinkedHashMap<>();
  private final Map<String, Integer> lengths = new LinkedHashMap<>();

  private CodeLengths(byte[] classFile) {
    in = new DataInputStream(new ByteArrayInputStream(classFile));
  }

  /** The lengths by name and descriptor: {@code f(D)D}. */
  static Map<String, Integer> of(byte[] classFile) {
    try {
      CodeLengths found = new CodeLengths(classFile);
      found.read();
      return found.lengths;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() throws IOException {
    in.skipNBytes(8);
    constants();
    // Access, class and superclass.
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    members();
    members();
  }

  private void constants() throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          // A number of eight bytes takes two places.
          i++;
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("constant of kind " + tag);
      }
    }
  }

  /** Fields, or methods. */
  private void members() throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      in.skipNBytes(2);
      String member = texts.get(in.readUnsignedShort()) + texts.get(in.readUnsignedShort());
      int attributes = in.readUnsignedShort();
      for (int k = 0; k < attributes; k++) {
        attribute(member);
      }
    }
  }

  private void attribute(String member) throws IOException {
    boolean isCode = "Code".equals(texts.get(in.readUnsignedShort()));
    int length = in.readInt();
    if (isCode) {
      // The depth of the stack and the number of variables.
      in.skipNBytes(4);
      lengths.put(member, in.readInt());
      in.skipNBytes(length - 8L);
    } else {
      in.skipNBytes(length);
    }
  }
}
