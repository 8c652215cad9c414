package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import dev.tapeless.samples.gradbench.protocol.Task;

/** What the tool answers about {@link Hello}. */
final class HelloEval {

  private HelloEval() {}

  static Eval eval() {
    return Eval.named("hello")
        .withNumber("square", x -> Task.number(() -> Hello.square(x)))
        .withNumber("double", x -> Task.number(() -> HelloAdjoint.squareGradient(x)));
  }
}
