package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import dev.tapeless.samples.gradbench.protocol.Input;
import dev.tapeless.samples.gradbench.protocol.MalformedException;
import dev.tapeless.samples.gradbench.protocol.Task;
import java.util.List;

/** What the tool answers about {@link Ht}. */
@SuppressWarnings("ArrayRecordComponent")
record HtEval(double[] theta, double[][] us, Hand hand, int[] correspondences, double[][] points) {

  static Eval eval() {
    return Eval.named("ht")
        .with("objective", input -> Task.vector(of(input)::residuals))
        .with("jacobian", input -> Task.matrix(of(input)::jacobian));
  }

  private static HtEval of(Input input) {
    Input data = input.fields("data");
    double[][] us = input.matrix("us", 2);
    Hand hand = HandReader.read(data.fields("model"));
    double[][] points = data.matrix("points", 3);
    int targets = us.length == 0 ? hand.positions().length : hand.triangles().length;
    int[] correspondences = data.integers("correspondences", 0, targets);
    if (points.length != correspondences.length || us.length > 0 && us.length != points.length) {
      throw new MalformedException(
          "us, correspondences and points are of different lengths: "
              + List.of(us.length, correspondences.length, points.length));
    }
    return new HtEval(input.vector("theta", Ht.POSE), us, hand, correspondences, points);
  }

  private double[] residuals() {
    return us.length == 0
        ? Ht.toVertices(theta, hand, correspondences, points)
        : Ht.toTriangles(theta, us, hand, correspondences, points);
  }

  private double[][] jacobian() {
    if (us.length == 0) {
      return HtAdjoint.toVerticesJacobian(theta, hand, correspondences, points);
    }
    double[][] byPose = HtAdjoint.toTrianglesJacobian(theta, us, hand, correspondences, points);
    double[][] vertices = Ht.vertices(theta, hand);
    double[] byU = byU(vertices, 0);
    double[] byV = byU(vertices, 1);
    double[][] jacobian = new double[byPose.length][2 + Ht.POSE];
    for (int i = 0; i < jacobian.length; i++) {
      jacobian[i][0] = byU[i];
      jacobian[i][1] = byV[i];
      System.arraycopy(byPose[i], 0, jacobian[i], 2, Ht.POSE);
    }
    return jacobian;
  }

  /** By the own coordinate of each point: no other has an influence, so one direction will do. */
  private double[] byU(double[][] vertices, int coordinate) {
    double[][] direction = new double[us.length][2];
    for (double[] u : direction) {
      u[coordinate] = 1;
    }
    return HtAdjoint.toTrianglesJvp(
        vertices, us, hand.triangles(), correspondences, points, direction);
  }
}
