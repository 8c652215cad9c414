package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import dev.tapeless.samples.gradbench.protocol.Input;
import dev.tapeless.samples.gradbench.protocol.Json;
import dev.tapeless.samples.gradbench.protocol.MalformedException;
import dev.tapeless.samples.gradbench.protocol.Task;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the tool answers about {@link Gmm}. */
@SuppressWarnings("ArrayRecordComponent")
record GmmEval(
    double[] alpha, double[][] mu, double[][] q, double[][] l, double[][] x, int m, double gamma) {

  static Eval eval() {
    return Eval.named("gmm")
        .with("objective", input -> Task.number(of(input)::objective))
        .with("jacobian", input -> new Task<>(of(input)::gradient, GmmEval::json));
  }

  private static GmmEval of(Input input) {
    int d = input.integer("d", 1);
    int k = input.integer("k", 1);
    double gamma = input.number("gamma");
    if (gamma <= 0) {
      throw new MalformedException("gamma is not positive: " + gamma);
    }
    return new GmmEval(
        input.vector("alpha", k),
        input.matrix("mu", k, d),
        input.matrix("q", k, d),
        input.matrix("l", k, d * (d - 1) / 2),
        input.matrix("x", input.integer("n", 1), d),
        input.integer("m", 0),
        gamma);
  }

  private double objective() {
    return Gmm.logPosterior(alpha, mu, q, l, x, m, gamma);
  }

  private GmmAdjoint.LogPosteriorGradient gradient() {
    return GmmAdjoint.logPosteriorGradient(alpha, mu, q, l, x, m, gamma);
  }

  private static Json json(GmmAdjoint.LogPosteriorGradient gradient) {
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("alpha", new Json.Numbers(gradient.alpha()));
    fields.put("mu", new Json.Rows(gradient.mu()));
    fields.put("q", new Json.Rows(gradient.q()));
    fields.put("l", new Json.Rows(gradient.l()));
    return new Json.Fields(fields);
  }
}
