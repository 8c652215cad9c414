package dev.tapeless.processor.ir;

/**
 * A parameter of a function.
 *
 * @param active whether derivatives are taken with respect to it: of a differentiable type and not
 *     {@code @Constant}
 */
public record Parameter(Var variable, boolean active) {}
