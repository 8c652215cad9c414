package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import dev.tapeless.samples.gradbench.protocol.Input;
import dev.tapeless.samples.gradbench.protocol.Task;

/** What the tool answers about {@link Ode}. */
@SuppressWarnings("ArrayRecordComponent")
record OdeEval(double[] x, int s) {

  static Eval eval() {
    return Eval.named("ode")
        .with("primal", input -> Task.vector(of(input)::solution))
        .with("gradient", input -> Task.vector(of(input)::gradient));
  }

  private static OdeEval of(Input input) {
    return new OdeEval(input.vector("x"), input.integer("s", 1));
  }

  private double[] solution() {
    return Ode.solve(x, s);
  }

  /** The gradient of the last component. */
  private double[] gradient() {
    double[] last = new double[x.length];
    last[x.length - 1] = 1;
    return OdeAdjoint.solveVjp(x, s, last);
  }
}
