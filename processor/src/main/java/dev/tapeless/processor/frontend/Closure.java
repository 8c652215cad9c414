package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Expr;
import java.util.List;

/**
 * A function object that is known while compiling.
 *
 * @param values what is captured, to be given to the lambda in front of its own arguments
 */
record Closure(Lambda lambda, List<Expr> values) {

  Closure {
    values = List.copyOf(values);
  }
}
