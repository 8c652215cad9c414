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

  /** Filled by the generated Jacobian of each observation, and by the method itself. */
  void generated(BaInput in) {
    for (int i = 0; i < in.weights().length; i++) {
      double w = in.weights()[i];
      double[] camera = in.cameras()[in.camera()[i]];
      double[] point = in.points()[in.point()[i]];
      double[] feature = in.features()[i];
      double[] value = Ba.reprojectionError(camera, point, w, feature);
      var jacobian = BaAdjoint.reprojectionErrorJacobian(camera, point, w, feature);
      System.arraycopy(value, 0, error, 2 * i, 2);
      for (int k = 0; k < 2; k++) {
        int row = (2 * i + k) * ROW;
        System.arraycopy(jacobian.cam()[k], 0, blocks, row, 11);
        System.arraycopy(jacobian.x()[k], 0, blocks, row + 11, 3);
        blocks[row + 14] = jacobian.w()[k];
      }
      weightError[i] = 1 - w * w;
      weightBlocks[i] = -2 * w;
    }
  }
}
