package dev.tapeless.samples.workloads;

import dev.tapeless.samples.workloads.Inputs.BaInput;

/**
 * The residuals of bundle adjustment and their derivatives.
 *
 * @param error two residuals for each observation
 * @param weightError the residual of each weight
 * @param blocks two rows for each observation: the derivatives by camera (11), point (3), weight
 * @param weightBlocks the derivatives of the residuals of the weights
 */
record BaJacobian(double[] error, double[] weightError, double[] blocks, double[] weightBlocks) {

  private static final double[] FIRST = {1, 0};
  private static final double[] SECOND = {0, 1};
  private static final int ROW = 15;

  /** With room for a number of observations. */
  BaJacobian(int observations) {
    this(
        new double[2 * observations],
        new double[observations],
        new double[2 * ROW * observations],
        new double[observations]);
  }

  /** Filled by the method that is written by hand. */
  void byHand(BaInput in) {
    BaByHand.jacobian(
        in.cameras(),
        in.points(),
        in.weights(),
        in.camera(),
        in.point(),
        in.features(),
        error,
        weightError,
        blocks,
        weightBlocks);
  }

  /** Filled by the generated operations: two products with the transposed Jacobian. */
  void generated(BaInput in) {
    for (int i = 0; i < in.weights().length; i++) {
      double w = in.weights()[i];
      double[] camera = in.cameras()[in.camera()[i]];
      double[] point = in.points()[in.point()[i]];
      double[] feature = in.features()[i];
      var first = BaAdjoint.reprojectionErrorValueAndVjp(camera, point, w, feature, FIRST);
      var second = BaAdjoint.reprojectionErrorVjp(camera, point, w, feature, SECOND);
      System.arraycopy(first.value(), 0, error, 2 * i, 2);
      row(2 * i, first.gradient());
      row(2 * i + 1, second);
      weightError[i] = 1 - w * w;
      weightBlocks[i] = -2 * w;
    }
  }

  private void row(int row, BaAdjoint.ReprojectionErrorGradient gradient) {
    System.arraycopy(gradient.cam(), 0, blocks, ROW * row, 11);
    System.arraycopy(gradient.x(), 0, blocks, ROW * row + 11, 3);
    blocks[ROW * row + 14] = gradient.w();
  }
}
