package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import dev.tapeless.samples.gradbench.protocol.Input;
import dev.tapeless.samples.gradbench.protocol.MalformedException;
import dev.tapeless.samples.gradbench.protocol.Task;
import java.util.Arrays;

/** What the tool answers about {@link Kmeans}. */
@SuppressWarnings("ArrayRecordComponent")
record KmeansEval(double[][] points, double[][] centroids) {

  static Eval eval() {
    return Eval.named("kmeans")
        .with("cost", input -> Task.number(of(input)::cost))
        .with("dir", input -> Task.matrix(of(input)::direction));
  }

  private static KmeansEval of(Input input) {
    double[][] points = input.matrix("points");
    return new KmeansEval(points, input.matrix("centroids", points[0].length)).notEmpty();
  }

  private KmeansEval notEmpty() {
    if (centroids.length == 0) {
      throw new MalformedException("centroids is empty");
    }
    return this;
  }

  private double cost() {
    return Kmeans.cost(points, centroids);
  }

  /** The gradient, divided by the diagonal of the Hessian, which has nothing else. */
  private double[][] direction() {
    double[][] direction = KmeansAdjoint.costGradient(points, centroids);
    double[][] ones = new double[centroids.length][centroids[0].length];
    for (double[] row : ones) {
      Arrays.fill(row, 1);
    }
    double[][] diagonal = KmeansAdjoint.costHvp(points, centroids, ones);
    for (int j = 0; j < direction.length; j++) {
      for (int i = 0; i < direction[j].length; i++) {
        direction[j][i] /= diagonal[j][i];
      }
    }
    return direction;
  }
}
