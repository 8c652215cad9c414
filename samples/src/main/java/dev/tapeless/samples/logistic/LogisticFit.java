package dev.tapeless.samples.logistic;

import dev.tapeless.samples.data.Dataset;
import java.util.function.Consumer;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;

/** Finds the weights of least loss, by conjugate gradients fed with the generated gradient. */
final class LogisticFit {

  private static final double GRADIENT_TOLERANCE = 1e-6;

  /** How exactly each line search finds its minimum; the optimiser's own 1e-8 is too coarse. */
  private static final double LINE_TOLERANCE = 1e-10;

  private static final double FIRST_STEP = 1;
  private static final int MAXIMAL_ITERATIONS = 500;
  private static final int MAXIMAL_EVALUATIONS = 100_000;

  private final Dataset data;
  private final double penalty;

  /**
   * A fit that has not begun.
   *
   * @param data standardised observations
   * @param penalty the strength of the L2 penalty
   */
  LogisticFit(Dataset data, double penalty) {
    this.data = data;
    this.penalty = penalty;
  }

  /** The loss at {@code weights}. */
  double loss(double[] weights) {
    return LogisticRegression.loss(weights, data.features(), data.labels(), penalty);
  }

  /** The gradient of the loss at {@code weights}. */
  double[] gradient(double[] weights) {
    return LogisticRegressionAdjoint.lossGradient(weights, data.features(), data.labels(), penalty);
  }

  /** The best weights; {@code progress} is told of every iteration. */
  double[] run(Consumer<Progress> progress) {
    return new NonLinearConjugateGradientOptimizer(
            NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
            checker(progress),
            LINE_TOLERANCE,
            LINE_TOLERANCE,
            FIRST_STEP)
        .optimize(
            GoalType.MINIMIZE,
            new InitialGuess(new double[data.features()[0].length + 1]),
            new ObjectiveFunction(this::loss),
            new ObjectiveFunctionGradient(this::gradient),
            new MaxEval(MAXIMAL_EVALUATIONS))
        .getPoint();
  }

  private ConvergenceChecker<PointValuePair> checker(Consumer<Progress> progress) {
    return (iteration, previous, current) -> {
      // The optimiser compares from its second iteration on: the first has no predecessor.
      var valueAndGradient =
          LogisticRegressionAdjoint.lossValueAndGradient(
              current.getPoint(), data.features(), data.labels(), penalty);
      double norm = norm(valueAndGradient.gradient());
      progress.accept(new Progress(iteration - 1, valueAndGradient.value(), norm));
      return norm < GRADIENT_TOLERANCE || iteration > MAXIMAL_ITERATIONS;
    };
  }

  private static double norm(double[] x) {
    double squares = 0;
    for (double component : x) {
      squares += component * component;
    }
    return Math.sqrt(squares);
  }
}
