package dev.tapeless.runtime;

import java.lang.reflect.Array;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** The rows of arrays of arrays, for generated code that works on copies of them. */
public final class Rows {

  private Rows() {}

  /**
   * Demands that the rows of an array, at any depth, are different arrays. Nobody can write into
   * those without elements.
   *
   * @param array null is fine, and so are rows that are
   * @param name what the message calls the array
   * @throws IllegalArgumentException if a row is there twice
   */
  public static void requireDistinct(Object[] array, String name) {
    if (array != null) {
      require(array, name, Collections.newSetFromMap(new IdentityHashMap<>()));
    }
  }

  private static void require(Object[] array, String name, Set<Object> known) {
    for (Object row : array) {
      if (row != null && Array.getLength(row) > 0 && !known.add(row)) {
        throw new IllegalArgumentException("two rows of " + name + " are the same array");
      }
      if (row instanceof Object[] rows) {
        require(rows, name, known);
      }
    }
  }
}
