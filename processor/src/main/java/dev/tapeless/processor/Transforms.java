package dev.tapeless.processor;

import dev.tapeless.processor.contract.Derived;

/** Makes the derivative programs of a method. */
@FunctionalInterface
interface Transforms {

  /**
   * The derivatives of {@code method}.
   *
   * @param stages sees the result of each stage
   */
  Derived derive(Pipeline.Method method, Stages stages);
}
