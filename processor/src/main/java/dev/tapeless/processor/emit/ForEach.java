package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A counted loop over all elements of an array that uses its counter for nothing but to read the
 * element.
 */
record ForEach(Var element, Expr array, List<Stmt> body) {

  /** {@code loop} as {@code for (element : array)}, when it is nothing else. */
  static Optional<ForEach> of(Stmt.CountedFor loop) {
    if (loop.step() != 1
        || loop.compare() != BinaryOp.LT
        || !Exprs.isNumber(loop.from(), 0)
        || !(loop.bound() instanceof Expr.Length length)
        || !(length.array() instanceof Expr.Read)
        || loop.body().isEmpty()
        || !(loop.body().get(0) instanceof Stmt.Declare first)
        || !first
            .value()
            .equals(Optional.of(Exprs.element(length.array(), loop.counter().read())))) {
      return Optional.empty();
    }
    List<Stmt> rest = loop.body().subList(1, loop.body().size());
    Set<Var> read = Variables.readBy(rest);
    return read.contains(loop.counter())
        ? Optional.empty()
        : Optional.of(new ForEach(first.variable(), length.array(), rest));
  }
}
