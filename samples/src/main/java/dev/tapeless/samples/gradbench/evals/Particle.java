package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.Differentiable;

/** A charged particle that flies past two charges until it hits the ground. */
final class Particle {

  private static final double STEP = 0.1;

  private Particle() {}

  /** What drives the particle. */
  @FunctionalInterface
  private interface Field {

    /** The gradient of the potential at a place. */
    double[] at(double[] x);
  }

  /** The potential at a place; {@code w} moves one of the charges. */
  @Differentiable(order = 2)
  static double potential(double[] x, double w) {
    return 1 / Math.hypot(x[0] - 10, x[1] - (10 - w)) + 1 / Math.hypot(x[0] - 10, x[1]);
  }

  /** The square of where the particle lands; it is driven by gradients in reverse mode. */
  @Differentiable
  static double missByReverse(double w) {
    return miss(x -> ParticleAdjoint.potentialGradient(x, w).x());
  }

  /** The square of where the particle lands; it is driven by derivatives in forward mode. */
  @Differentiable
  static double missByForward(double w) {
    return miss(
        x ->
            new double[] {
              ParticleAdjoint.potentialJvp(x, w, new double[] {1, 0}, 0),
              ParticleAdjoint.potentialJvp(x, w, new double[] {0, 1}, 0)
            });
  }

  private static double miss(Field field) {
    double[] x = {0, 8};
    double[] v = {0.75, 0};
    while (true) {
      double[] force = field.at(x);
      x[0] += STEP * v[0];
      x[1] += STEP * v[1];
      if (x[1] <= 0) {
        double back = -x[1] / v[1];
        double landing = x[0] + back * v[0];
        return landing * landing;
      }
      v[0] -= STEP * force[0];
      v[1] -= STEP * force[1];
    }
  }
}
