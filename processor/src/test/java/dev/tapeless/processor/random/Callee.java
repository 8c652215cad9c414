package dev.tapeless.processor.random;

import java.util.List;

/**
 * A helper method that can be called.
 *
 * @param result the type of its result, or {@link Sort#STATEMENT} for none
 * @param parameters their types, without the depth; that of the receiver first, if there is one
 * @param hasDepth whether an int follows that bounds the recursion
 * @param inner whether the call stands in the helper itself
 * @param isInstance whether it has a receiver
 */
record Callee(
    String name,
    Sort result,
    List<Sort> parameters,
    boolean hasDepth,
    boolean inner,
    boolean isInstance) {

  Callee {
    parameters = List.copyOf(parameters);
  }

  /** A static helper. */
  Callee(String name, Sort result, List<Sort> parameters, boolean hasDepth, boolean inner) {
    this(name, result, parameters, hasDepth, inner, false);
  }

  /** A method of the first parameter. */
  static Callee ofRecord(String name, Sort result, List<Sort> parameters) {
    return new Callee(name, result, parameters, false, false, true);
  }

  /** The same, seen from inside. */
  Callee fromInside() {
    return new Callee(name, result, parameters, hasDepth, true, isInstance);
  }
}
