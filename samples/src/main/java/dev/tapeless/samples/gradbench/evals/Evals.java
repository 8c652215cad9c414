package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import java.util.List;

/** All problems. */
public final class Evals {

  private Evals() {}

  /** All problems, in the order of their names. */
  public static List<Eval> all() {
    return List.of(
        BaEval.eval(),
        DetEval.eval(),
        GmmEval.eval(),
        HelloEval.eval(),
        HtEval.eval(),
        KmeansEval.eval(),
        LlsqEval.eval(),
        LseEval.eval(),
        LstmEval.eval(),
        OdeEval.eval(),
        ParticleEval.eval(),
        SaddleEval.eval());
  }
}
