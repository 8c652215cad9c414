package dev.tapeless.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * The derivatives of a method whose body is not read: the generated operations of a differentiable
 * method that comes from a jar or belongs to another file, or custom derivatives, of which one may
 * be missing.
 *
 * @param active for each parameter of the method whether it is active
 * @param vjp takes the method's arguments and the seed; returns the adjoint of the one active
 *     parameter, or a record of several in order, or an array if all are numbers
 * @param jvp takes the method's arguments and a tangent for each active parameter
 * @param isCustom whether they were written by hand, so that the shapes of what they return are
 *     checked
 */
public record LinkedDerivative(
    List<Boolean> active, Optional<Callee> vjp, Optional<Callee> jvp, boolean isCustom) {

  public LinkedDerivative {
    active = List.copyOf(active);
    if (vjp.isEmpty() && jvp.isEmpty()) {
      throw new IllegalArgumentException("no derivative at all");
    }
  }

  /** The generated operations of a differentiable method. */
  public LinkedDerivative(List<Boolean> active, Callee vjp, Callee jvp) {
    this(active, Optional.of(vjp), Optional.of(jvp), false);
  }
}
