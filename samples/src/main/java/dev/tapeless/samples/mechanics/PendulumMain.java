package dev.tapeless.samples.mechanics;

import java.util.Locale;

/** Prints how the end state of a pendulum depends on its start, its length and its friction. */
public final class PendulumMain {

  private PendulumMain() {}

  /**
   * Runs the sample.
   *
   * @param args none
   */
  public static void main(String[] args) {
    double[] end = Pendulum.endState(1, 0, 0.5, 0.1, 2, 1000);
    var jacobian = PendulumAdjoint.endStateJacobian(1, 0, 0.5, 0.1, 2, 1000);
    row("end state", end);
    row("d/d angle", jacobian.angle());
    row("d/d velocity", jacobian.velocity());
    row("d/d length", jacobian.length());
    row("d/d damping", jacobian.damping());
  }

  private static void row(String name, double[] state) {
    System.out.printf(
        Locale.ROOT, "%-14s angle %10.6f   velocity %10.6f%n", name, state[0], state[1]);
  }
}
