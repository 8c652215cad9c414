package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Var;
import java.util.Optional;

/**
 * The elements of a stream's source, and the loop {@code for (int counter = from; counter compare
 * bound; counter++)} that has them all.
 *
 * @param array the array that has them, if there is one
 * @param size how many there are
 * @param index the index of the current element
 * @param element the current element
 */
record StreamElements(
    Optional<Expr> array,
    Var counter,
    Expr from,
    BinaryOp compare,
    Expr bound,
    Expr size,
    Expr index,
    Expr element) {

  /** The same loop, with another element for each counter. */
  StreamElements with(Expr number, Expr each) {
    return new StreamElements(array, counter, from, compare, bound, number, index, each);
  }
}
