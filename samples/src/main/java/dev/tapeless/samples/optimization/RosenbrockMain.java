package dev.tapeless.samples.optimization;

import java.util.Arrays;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;

/** Walks down the banana valley by conjugate gradients. */
public final class RosenbrockMain {

  private RosenbrockMain() {}

  /**
   * Runs the sample.
   *
   * @param args none
   */
  public static void main(String[] args) {
    PointValuePair minimum = minimum(new double[] {-1.2, 1, -1.2, 1, -1.2, 1});
    System.out.println("minimum " + minimum.getValue());
    System.out.println("at      " + Arrays.toString(minimum.getPoint()));
  }

  /** The minimum that is found from {@code start}. */
  static PointValuePair minimum(double[] start) {
    return new NonLinearConjugateGradientOptimizer(
            NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
            new SimpleValueChecker(-1, 1e-25))
        .optimize(
            GoalType.MINIMIZE,
            new InitialGuess(start),
            new ObjectiveFunction(Rosenbrock::rosenbrock),
            new ObjectiveFunctionGradient(RosenbrockAdjoint::rosenbrockGradient),
            new MaxEval(100_000));
  }
}
