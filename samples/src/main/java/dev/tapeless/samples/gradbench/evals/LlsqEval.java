package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import dev.tapeless.samples.gradbench.protocol.Input;
import dev.tapeless.samples.gradbench.protocol.Task;

/** What the tool answers about {@link Llsq}. */
@SuppressWarnings("ArrayRecordComponent")
record LlsqEval(double[] x, int n) {

  static Eval eval() {
    return Eval.named("llsq")
        .with("primal", input -> Task.number(of(input)::error))
        .with("gradient", input -> Task.vector(of(input)::gradient));
  }

  private static LlsqEval of(Input input) {
    return new LlsqEval(input.vector("x"), input.integer("n", 2));
  }

  private double error() {
    return Llsq.error(x, n);
  }

  private double[] gradient() {
    return LlsqAdjoint.errorGradient(x, n);
  }
}
