package dev.tapeless.samples.optimization;

import dev.tapeless.DifferentiableFunction;
import dev.tapeless.DifferentiableMapping;
import dev.tapeless.TwiceDifferentiableFunction;
import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/** Function objects in the hands of solvers that know nothing of tapeless. */
public final class SolversMain {

  private static final NonLinearConjugateGradientOptimizer CONJUGATE_GRADIENTS =
      new NonLinearConjugateGradientOptimizer(
          NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
          new SimpleValueChecker(-1, 1e-25));

  private SolversMain() {}

  /**
   * Runs the sample.
   *
   * @param args none
   */
  public static void main(String[] args) {
    double[] start = {-1.2, 1};
    System.out.println("conjugate gradients " + Arrays.toString(byConjugateGradients(start)));
    System.out.println("Newton              " + Arrays.toString(byNewton(start, 20)));
    double[] fitted = byLevenbergMarquardt(new double[] {500, 0.0001});
    System.out.println("Levenberg-Marquardt " + Arrays.toString(fitted));
  }

  /** Where Rosenbrock's function is least. */
  static double[] byConjugateGradients(double[] start) {
    DifferentiableFunction f = RosenbrockAdjoint.rosenbrockFunction();
    return CONJUGATE_GRADIENTS
        .optimize(
            GoalType.MINIMIZE,
            new InitialGuess(start),
            new ObjectiveFunction(f::value),
            new ObjectiveFunctionGradient(f::gradient),
            new MaxEval(100_000))
        .getPoint();
  }

  /** The same by steps to where the gradient's linear model is zero. */
  static double[] byNewton(double[] start, int steps) {
    TwiceDifferentiableFunction f = RosenbrockAdjoint.rosenbrockFunction();
    SimpleMatrix x = new SimpleMatrix(start);
    for (int step = 0; step < steps; step++) {
      double[] at = x.getDDRM().getData();
      x = x.minus(new SimpleMatrix(f.hessian(at)).solve(new SimpleMatrix(f.gradient(at))));
    }
    return x.getDDRM().getData();
  }

  /** The parameters with which {@link Misra1a} fits the observations best. */
  static double[] byLevenbergMarquardt(double[] start) {
    DifferentiableMapping f = Misra1aAdjoint.volumeFunction(Misra1a.PRESSURE);
    return new LevenbergMarquardtOptimizer()
        .optimize(
            new LeastSquaresBuilder()
                .start(start)
                .target(Misra1a.VOLUME)
                .model(f::value, f::jacobian)
                .maxEvaluations(1000)
                .maxIterations(1000)
                .build())
        .getPoint()
        .toArray();
  }
}
