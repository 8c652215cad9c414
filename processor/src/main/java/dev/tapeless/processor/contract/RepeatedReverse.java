package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Var;
import java.util.List;

/**
 * A reverse-mode program, with value and with a seed for each element of the result, of which the
 * second part can be run once for each seed: it finds what the first part has left, and leaves it
 * as it is.
 *
 * @param split where the second part begins
 */
public record RepeatedReverse(Sweep sweep, int split) {

  /** What runs once. */
  List<Stmt> forward() {
    return sweep.body().subList(0, split);
  }

  /** What runs for each seed. */
  List<Stmt> reverse() {
    return sweep.body().subList(split, sweep.body().size());
  }

  /** The seed, an array like the result. */
  Var seed() {
    return sweep.extra().get(0);
  }
}
