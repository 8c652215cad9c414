package dev.tapeless.processor.rules;

import dev.tapeless.processor.ir.Expr;
import java.util.List;

/** The partial derivatives of a library method. Tangents and adjoints are both made from them. */
@FunctionalInterface
public interface Rule {

  /**
   * The partial derivative by one argument times {@code factor}: {@code factor} is the adjoint of
   * the result in reverse mode, the tangent of the argument in forward mode. The literal 0 where
   * the argument never changes the result.
   *
   * @param argument the index of the argument
   * @param arguments the arguments' values, cheap to evaluate again
   * @param result the result's value, cheap to evaluate again
   * @param factor cheap to evaluate again
   */
  Expr times(int argument, List<Expr> arguments, Expr result, Expr factor);
}
