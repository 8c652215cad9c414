package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import dev.tapeless.samples.gradbench.protocol.Input;
import dev.tapeless.samples.gradbench.protocol.Task;

/** What the tool answers about {@link Det}. */
@SuppressWarnings("ArrayRecordComponent")
record DetEval(double[] a, int ell) {

  static Eval eval() {
    return Eval.named("det")
        .with("primal", input -> Task.number(of(input)::determinant))
        .with("gradient", input -> Task.vector(of(input)::gradient));
  }

  private static DetEval of(Input input) {
    int ell = input.integer("ell", 1);
    return new DetEval(input.vector("A", Math.multiplyExact(ell, ell)), ell);
  }

  private double determinant() {
    return Det.determinant(a, ell);
  }

  private double[] gradient() {
    return DetAdjoint.determinantGradient(a, ell);
  }
}
