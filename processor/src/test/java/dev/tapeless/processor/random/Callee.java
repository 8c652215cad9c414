package dev.tapeless.processor.random;

import java.util.List;

/**
 * A helper method that can be called.
 *
 * @param result the type of its result, or {@link Sort#STATEMENT} for none
 * @param parameters their types, without the depth
 * @param hasDepth whether an int follows that bounds the recursion
 * @param inner whether the call stands in the helper itself
 */
record Callee(String name, Sort result, List<Sort> parameters, boolean hasDepth, boolean inner) {

  Callee {
    parameters = List.copyOf(parameters);
  }

  /** The same, seen from inside. */
  Callee fromInside() {
    return new Callee(name, result, parameters, hasDepth, true);
  }
}
