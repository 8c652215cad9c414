package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.problems.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * Answers what is known of the methods that a body calls. One lives for each class that is to be
 * generated.
 */
interface CalleeSource {

  /**
   * The package of the class that is to be generated; empty for the unnamed one. What is not
   * visible there is copied or refused.
   */
  String packageName();

  /**
   * What is known of {@code method}, a static method that is no library method. A caller that gets
   * {@link Body} relies on the method being read as well, under the key {@link Callees#of}; one
   * that gets {@link Linked} on its being in the program under that key.
   */
  Answer find(ExecutableElement method);

  /**
   * The method of the prelude that does what a method of the JDK does when it gets arguments of
   * these types.
   *
   * @param owner the qualified name of the class of the JDK
   */
  default Optional<ExecutableElement> prelude(String owner, String name, List<Type> arguments) {
    return Optional.empty();
  }

  /**
   * Whether a call of {@code method} changes nothing that its caller can see: its source says so.
   */
  default boolean isPure(ExecutableElement method) {
    return false;
  }

  /** What is known of a method that is called. */
  sealed interface Answer {}

  /** Its source is at hand. */
  record Body() implements Answer {}

  /** It has generated operations. */
  record Linked(LinkedDerivative derivative) implements Answer {}

  /**
   * It should have generated operations, and they cannot be used: the call is refused for this
   * reason.
   */
  record Unusable(Problem problem) implements Answer {}

  /** Nothing is known of it. */
  record Unknown() implements Answer {}
}
