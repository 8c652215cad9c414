package dev.tapeless.samples.mechanics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.samples.numeric.FiniteDifferences;
import org.junit.jupiter.api.Test;

class PendulumTest {

  private static final double DURATION = 2;
  private static final int STEPS = 400;

  @Test
  void aroundRestItIsAHarmonicOscillator() {
    double length = 0.5;
    var jacobian = PendulumAdjoint.endStateJacobian(0, 0, length, 0, DURATION, STEPS);
    double frequency = Math.sqrt(Pendulum.GRAVITY / length);
    double phase = frequency * DURATION;
    assertThat(jacobian.angle())
        .containsExactly(
            new double[] {Math.cos(phase), -frequency * Math.sin(phase)}, within(1e-6));
    assertThat(jacobian.velocity())
        .containsExactly(new double[] {Math.sin(phase) / frequency, Math.cos(phase)}, within(1e-6));
    assertThat(jacobian.length()).containsExactly(0, 0);
  }

  @Test
  void withoutFrictionAreasInPhaseSpaceArePreserved() {
    var jacobian = PendulumAdjoint.endStateJacobian(1.5, 0.3, 1, 0, DURATION, STEPS);
    double[] a = jacobian.angle();
    double[] v = jacobian.velocity();
    assertThat(a[0] * v[1] - a[1] * v[0]).isCloseTo(1, within(1e-8));
  }

  @Test
  void frictionShrinksAreasExponentially() {
    double damping = 0.2;
    var jacobian = PendulumAdjoint.endStateJacobian(1.5, 0.3, 1, damping, DURATION, STEPS);
    double[] a = jacobian.angle();
    double[] v = jacobian.velocity();
    assertThat(a[0] * v[1] - a[1] * v[0]).isCloseTo(Math.exp(-damping * DURATION), within(1e-8));
  }

  @Test
  void theGradientOfTheEndAngleAgreesWithFiniteDifferences() {
    double[] x = {1.2, -0.4, 0.8, 0.15};
    double[] expected =
        FiniteDifferences.gradient(
            p -> Pendulum.endState(p[0], p[1], p[2], p[3], DURATION, STEPS)[0], x);
    var gradient =
        PendulumAdjoint.endStateVjp(x[0], x[1], x[2], x[3], DURATION, STEPS, new double[] {1, 0});
    assertThat(
            new double[] {
              gradient.angle(), gradient.velocity(), gradient.length(), gradient.damping()
            })
        .containsExactly(expected, within(1e-8));
  }

  @Test
  void theTangentAndTheAdjointSayTheSame() {
    double[] tangent =
        PendulumAdjoint.endStateJvp(1.2, -0.4, 0.8, 0.15, DURATION, STEPS, 0.1, 0.2, 0.3, 0.4);
    var gradient =
        PendulumAdjoint.endStateVjp(1.2, -0.4, 0.8, 0.15, DURATION, STEPS, new double[] {2, -3});
    double adjointSide =
        0.1 * gradient.angle()
            + 0.2 * gradient.velocity()
            + 0.3 * gradient.length()
            + 0.4 * gradient.damping();
    assertThat(2 * tangent[0] - 3 * tangent[1]).isCloseTo(adjointSide, within(1e-11));
  }
}
