package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Type;
import java.util.Set;

/** Which values can bring a real number from one place of a program to another. */
final class Carriers {

  /** Classes that hold no number, but at most what one looks like. */
  private static final Set<String> CLASSES =
      Set.of(
          "java.lang.String",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.lang.Class",
          "null");

  private Carriers() {}

  /**
   * Whether a value of {@code type} may hold a real number. Of a class that is not known to hold
   * none, it may.
   */
  static boolean mayCarry(Type type) {
    if (type instanceof Type.Array array) {
      return mayCarry(array.element());
    }
    return type instanceof Type.Primitive
        ? type.isReal()
        : Boxes.unboxed(type).map(Type::isReal).orElseGet(() -> !holdsNone(type));
  }

  private static boolean holdsNone(Type type) {
    return type instanceof Type.Reference reference && CLASSES.contains(reference.name());
  }
}
