package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.AdjointForm;
import dev.tapeless.processor.ir.Sweep;
import java.util.List;
import java.util.Optional;

/** The derivative programs of one method, made when they are asked for. */
public interface Sweeps {

  /** The reverse-mode program of that form. */
  Sweep adjoint(AdjointForm form);

  /** Whether the method writes into its array arguments. */
  default boolean writesArguments() {
    return false;
  }

  /**
   * For a method that returns nothing the indexes of the leaves of its parameters ({@link
   * dev.tapeless.processor.ir.MethodSignature#leaves}) whose arrays are its results.
   */
  default List<Integer> outputs() {
    return List.of();
  }

  /** The reverse-mode program in two parts, of which the second can be run for each seed. */
  default Optional<RepeatedReverse> repeated() {
    return Optional.empty();
  }

  /** The forward-mode program: one tangent parameter for each active parameter, in order. */
  Sweep tangent();

  /**
   * The forward-mode program along several directions at once: the tangent parameters of the first
   * direction, then those of the second; its derivatives likewise. Empty where that does not pay.
   */
  default Optional<Sweep> tangents(int directions) {
    return Optional.empty();
  }

  /** The derivative of the gradient along several directions at once, likewise. */
  default Optional<Sweep> tangentsOfGradient(int directions) {
    return Optional.empty();
  }

  /**
   * The derivative of the gradient: one tangent parameter for each active parameter, and what their
   * direction changes each adjoint by.
   */
  default Sweep tangentOfGradient() {
    throw new UnsupportedOperationException("first derivatives only");
  }
}
