package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An expression of the source, taken apart.
 *
 * @param before what has to run first: the side effects, and the calls
 * @param value the value, to be evaluated right after {@code before}
 */
record Lowered(List<Stmt> before, Expr value) {

  Lowered {
    before = List.copyOf(before);
  }

  /** An expression without side effects. */
  static Lowered pure(Expr value) {
    return new Lowered(List.of(), value);
  }

  /** Whether nothing has to run first. */
  boolean isPure() {
    return before.isEmpty();
  }

  /** The same with another value. */
  Lowered map(UnaryOperator<Expr> change) {
    return new Lowered(before, change.apply(value));
  }
}
