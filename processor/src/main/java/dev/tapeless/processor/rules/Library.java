package dev.tapeless.processor.rules;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Type;

/**
 * A class of mathematical functions that formulas call: that of the primal's own method, so that a
 * derivative of {@code StrictMath} is as reproducible as its primal.
 *
 * @param owner the qualified name of the class
 */
record Library(String owner) {

  /** A call whose type is that of its first argument. */
  Expr call(String method, Expr... arguments) {
    return Exprs.library(owner, method, arguments[0].type(), arguments);
  }

  /** A call of a method that exists for {@code double} only, as a value of the argument's type. */
  Expr viaDouble(String method, Expr argument) {
    Expr result = call(method, Exprs.cast(Type.Primitive.DOUBLE, argument));
    return Exprs.cast(argument.type(), result);
  }
}
