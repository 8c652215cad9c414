package dev.tapeless.samples.mechanics;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/** A damped pendulum, followed in time by the classical Runge-Kutta method. */
final class Pendulum {

  /** Acceleration of free fall in metres per square second. */
  static final double GRAVITY = 9.80665;

  private Pendulum() {}

  /**
   * The angle and the angular velocity after {@code duration} seconds.
   *
   * @param angle the angle from the vertical at the start, in radians
   * @param velocity the angular velocity at the start, in radians per second
   * @param length the length of the rod in metres
   * @param damping the friction: the deceleration per angular velocity
   */
  @Differentiable
  static double[] endState(
      double angle,
      double velocity,
      double length,
      double damping,
      @Constant double duration,
      int steps) {
    double h = duration / steps;
    for (int step = 0; step < steps; step++) {
      double a1 = velocity;
      double v1 = acceleration(angle, velocity, length, damping);
      double a2 = velocity + 0.5 * h * v1;
      double v2 = acceleration(angle + 0.5 * h * a1, a2, length, damping);
      double a3 = velocity + 0.5 * h * v2;
      double v3 = acceleration(angle + 0.5 * h * a2, a3, length, damping);
      double a4 = velocity + h * v3;
      double v4 = acceleration(angle + h * a3, a4, length, damping);
      angle += h / 6 * (a1 + 2 * a2 + 2 * a3 + a4);
      velocity += h / 6 * (v1 + 2 * v2 + 2 * v3 + v4);
    }
    return new double[] {angle, velocity};
  }

  private static double acceleration(double angle, double velocity, double length, double damping) {
    return -GRAVITY / length * Math.sin(angle) - damping * velocity;
  }
}
