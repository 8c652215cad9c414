package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import dev.tapeless.samples.gradbench.protocol.Input;
import dev.tapeless.samples.gradbench.protocol.Task;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * What the tool answers about {@link Particle}: where the miss is least. The letters are the modes,
 * reverse or forward, of the outer and of the inner derivative.
 */
final class ParticleEval {

  private ParticleEval() {}

  static Eval eval() {
    return Eval.named("particle")
        .with("rr", least(Particle::missByReverse, ParticleAdjoint::missByReverseGradient))
        .with("rf", least(Particle::missByForward, ParticleAdjoint::missByForwardGradient))
        .with("fr", least(Particle::missByReverse, w -> ParticleAdjoint.missByReverseJvp(w, 1)))
        .with("ff", least(Particle::missByForward, w -> ParticleAdjoint.missByForwardJvp(w, 1)));
  }

  private static Function<Input, Task<?>> least(
      DoubleUnaryOperator miss, DoubleUnaryOperator slope) {
    return input -> {
      double[] start = {input.number("w")};
      return Task.number(
          () ->
              Descent.minimum(
                  start,
                  w -> miss.applyAsDouble(w[0]),
                  w -> new double[] {slope.applyAsDouble(w[0])})[0]);
    };
  }
}
