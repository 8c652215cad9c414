package dev.tapeless.processor.ir;

/**
 * What a call of a generated operation is to a method that is differentiated itself: the operation
 * belongs to a method f with second derivatives, and its own derivatives are calls of the other
 * operations of f.
 *
 * @param kind which one is called
 * @param parameters how many of its arguments are those of f
 * @param gradient takes the arguments of f; returns the gradient
 * @param vjp takes the arguments of f and a seed; returns the gradient times the seed
 * @param jvp takes the arguments of f and a tangent for each active parameter; returns the
 *     derivative along them
 * @param hvp takes the same; returns the derivative of the gradient along them
 */
public record NestedOperation(
    Kind kind, int parameters, Callee gradient, Callee vjp, Callee jvp, Callee hvp) {

  /** The operations that can be differentiated. */
  public enum Kind {
    GRADIENT,
    VALUE_AND_GRADIENT,
    VJP,
    JVP
  }
}
