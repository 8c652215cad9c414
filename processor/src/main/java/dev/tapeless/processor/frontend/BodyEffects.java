package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Stmt.Effect;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * What the body of one method does.
 *
 * @param calls what it can do by the methods that it calls and whose source is not read, and by
 *     assigning fields
 * @param callsParameters whether it calls functions that it gets
 * @param writesArrays whether it writes into an array that it has not made itself
 * @param namesForeignArrays whether it passes on or keeps an array that a field holds, or an object
 * @param writesForeignArrays whether it writes into such an array where it stands
 * @param called the methods that it calls and whose source is read
 */
record BodyEffects(
    Effect calls,
    boolean callsParameters,
    boolean writesArrays,
    boolean namesForeignArrays,
    boolean writesForeignArrays,
    Set<ExecutableElement> called) {

  BodyEffects {
    called = Set.copyOf(called);
  }

  /** A body that changes nothing, and may return an array of its object. */
  static BodyEffects nothing(boolean returnsArray) {
    return new BodyEffects(Effect.NONE, false, false, returnsArray, false, Set.of());
  }

  /** A body of which nothing is known. */
  static BodyEffects unknown() {
    return new BodyEffects(Effect.STATE, true, true, true, false, Set.of());
  }
}
