package dev.tapeless.processor.ir;

import java.util.List;

/**
 * The generated operations of a differentiable method whose body is not read: it comes from a jar,
 * or belongs to another file.
 *
 * @param active for each parameter of the method whether it is active
 * @param vjp takes the method's arguments and the seed; returns the adjoint of the one active
 *     parameter, or a record of several in order
 * @param jvp takes the method's arguments and a tangent for each active parameter
 */
public record LinkedDerivative(List<Boolean> active, Callee vjp, Callee jvp) {

  public LinkedDerivative {
    active = List.copyOf(active);
  }
}
