package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import dev.tapeless.samples.gradbench.protocol.Input;
import dev.tapeless.samples.gradbench.protocol.MalformedException;
import dev.tapeless.samples.gradbench.protocol.Task;
import dev.tapeless.samples.workloads.Lstm;
import dev.tapeless.samples.workloads.LstmAdjoint;
import java.util.Arrays;
import java.util.stream.Stream;

/** What the tool answers about {@link Lstm}. */
@SuppressWarnings("ArrayRecordComponent")
record LstmEval(double[][] main, double[][] extra, double[][] state, double[][] sequence) {

  static Eval eval() {
    return Eval.named("lstm")
        .with("objective", input -> Task.number(of(input)::loss))
        .with("jacobian", input -> Task.vector(of(input)::gradient));
  }

  private static LstmEval of(Input input) {
    double[][] sequence = input.matrix("sequence");
    int b = sequence[0].length;
    double[][] main = input.matrix("main_params", 4 * b);
    if (main.length == 0 || main.length % 2 != 0 || sequence.length < 2) {
      throw new MalformedException(
          "there must be two rows of main_params for each layer, and two of sequence at least");
    }
    return new LstmEval(
        main, input.matrix("extra_params", 3, b), input.matrix("state", main.length, b), sequence);
  }

  private double loss() {
    return Lstm.loss(main, extra, state, sequence);
  }

  private double[] gradient() {
    LstmAdjoint.LossGradient gradient = LstmAdjoint.lossGradient(main, extra, state, sequence);
    return Stream.of(gradient.main(), gradient.extra())
        .flatMap(Arrays::stream)
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }
}
