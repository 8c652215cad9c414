package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import dev.tapeless.samples.gradbench.protocol.Input;
import dev.tapeless.samples.gradbench.protocol.Task;
import java.util.function.Function;

/**
 * What the tool answers about {@link Saddle}: where the largest height is least, and where it is
 * largest there. The letters are the modes, reverse or forward, of the outer and of the inner
 * derivative.
 */
final class SaddleEval {

  private static final double[] FIRST = {1, 0};
  private static final double[] SECOND = {0, 1};

  private SaddleEval() {}

  /** A function of a place and of where the search for another place starts. */
  @FunctionalInterface
  private interface Searching<T> {

    /** Its value. */
    T at(double[] x, double[] start);
  }

  static Eval eval() {
    return Eval.named("saddle")
        .with("rr", byReverse(SaddleAdjoint::worstByReverseGradient))
        .with("rf", byForward(SaddleAdjoint::worstByForwardGradient))
        .with("fr", byReverse(SaddleEval::worstByReverseJvps))
        .with("ff", byForward(SaddleEval::worstByForwardJvps));
  }

  private static Function<Input, Task<?>> byReverse(Searching<double[]> slope) {
    return best(Saddle::worstByReverse, slope, Saddle::answerByReverse);
  }

  private static Function<Input, Task<?>> byForward(Searching<double[]> slope) {
    return best(Saddle::worstByForward, slope, Saddle::answerByForward);
  }

  private static Function<Input, Task<?>> best(
      Searching<Double> worst, Searching<double[]> slope, Searching<double[]> answer) {
    return input -> {
      double[] start = input.vector("start", 2);
      return Task.vector(
          () -> {
            double[] x =
                Descent.minimum(start, at -> worst.at(at, start), at -> slope.at(at, start));
            double[] y = answer.at(x, start);
            return new double[] {x[0], x[1], y[0], y[1]};
          });
    };
  }

  private static double[] worstByReverseJvps(double[] x, double[] start) {
    return new double[] {
      SaddleAdjoint.worstByReverseJvp(x, start, FIRST),
      SaddleAdjoint.worstByReverseJvp(x, start, SECOND)
    };
  }

  private static double[] worstByForwardJvps(double[] x, double[] start) {
    return new double[] {
      SaddleAdjoint.worstByForwardJvp(x, start, FIRST),
      SaddleAdjoint.worstByForwardJvp(x, start, SECOND)
    };
  }
}
