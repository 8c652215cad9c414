package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.ir.Callee;
import java.util.List;

/** Which helpers can be run together with their adjoints. */
@FunctionalInterface
public interface OnTheSpot {

  /** None. */
  OnTheSpot NEVER = (helper, active) -> false;

  /**
   * Whether a call of {@code helper} may add to the adjoints of its arguments while it runs.
   *
   * @param active for each of its parameters whether it is active
   */
  boolean isPossible(Callee helper, List<Boolean> active);
}
