package dev.tapeless.processor.frontend;

import dev.tapeless.processor.frontend.Signature.Blame;
import dev.tapeless.processor.ir.Callee;
import javax.lang.model.element.ExecutableElement;

/**
 * What the declaration of a custom derivative says: a method marked {@code @Vjp} or {@code @Jvp}.
 */
sealed interface CustomDerivative {

  /**
   * It can be used.
   *
   * @param primal the method that it is for
   * @param method the derivative itself
   * @param callee how it is called
   */
  record Valid(
      DerivativeForm form, ExecutableElement primal, ExecutableElement method, Callee callee)
      implements CustomDerivative {}

  /** It cannot be used. */
  record Invalid(Blame blame) implements CustomDerivative {}

  /**
   * It has a type that does not exist, or that is yet to be generated.
   *
   * @param owner the class that declares the method that it is for
   * @param name of that method
   * @param words the derivative in words
   */
  record Unresolved(String owner, String name, String words) implements CustomDerivative {}
}
