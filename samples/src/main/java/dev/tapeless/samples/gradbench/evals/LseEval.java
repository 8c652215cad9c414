package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import dev.tapeless.samples.gradbench.protocol.Task;

/** What the tool answers about {@link Lse}. */
final class LseEval {

  private LseEval() {}

  static Eval eval() {
    return Eval.named("lse")
        .with("primal", input -> value(input.vector("x")))
        .with("gradient", input -> gradient(input.vector("x")));
  }

  private static Task<?> value(double[] x) {
    return Task.number(() -> Lse.logSumExp(x));
  }

  private static Task<?> gradient(double[] x) {
    return Task.vector(() -> LseAdjoint.logSumExpGradient(x, Lse.max(x)));
  }
}
