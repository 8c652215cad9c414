package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.processor.testing.Compiled;
import org.junit.jupiter.api.Test;

/**
 * Calls whose outcome differs from call to call: they are made once, in order, and never again in
 * reverse.
 */
class CallsOfRandomTest {

  private static final OperatorsCalled METHODS =
      OperatorsCalled.of(
          Compiled.of(
                  """
                  package p;
                  import dev.tapeless.*;
                  public final class C {
                    /** v / (df/dx) at x = 1 is 1/3 whatever was drawn, if the draw of the value is that of the gradient. */
                    @Differentiable
                    public static double cubed(double x) {
                      double r = Math.random();
                      double y = x * r;
                      r = y * y;
                      return r * y;
                    }
                    @Differentiable
                    public static double inLoop(double x, int n) {
                      double s = 0;
                      for (int i = 0; i < n; i++) {
                        double r = 1 + Math.random();
                        if (Math.random() > 0.5) {
                          s += r * x * x;
                        } else {
                          s = s * r + x * x;
                        }
                      }
                      return s;
                    }
                    @Differentiable
                    public static double unused(double x) {
                      double r = Math.random();
                      return x * x;
                    }
                    @Differentiable
                    public static double viaHelper(double x) {
                      return noisy(x) * noisy(x);
                    }
                    private static double noisy(double x) {
                      return x * Math.random() + 0 * x;
                    }
                    @Differentiable
                    public static double untilBig(double x) {
                      double s = x;
                      int n = 0;
                      while (Math.random() < 0.8) {
                        s = s * x;
                        n++;
                      }
                      return s * s;
                    }
                    public static double untilBigPower(double x) {
                      CAdjoint.UntilBigValueAndGradient g = CAdjoint.untilBigValueAndGradient(x);
                      // s = x^(n+1), f = s^2: x f' / f = 2 (n + 1).
                      return x * g.gradient() / g.value();
                    }
                  }
                  """)
              .succeeds(),
          "p.CAdjoint");

  private static double ratio(String operation, int power, Object... arguments) {
    Object both = METHODS.call(operation + "ValueAndGradient", arguments);
    double value = (double) OperatorsCalled.part(both, "value");
    double gradient = (double) OperatorsCalled.part(both, "gradient");
    return (double) arguments[0] * gradient / value / power;
  }

  @Test
  void theValueAndItsGradientSeeTheSameDraw() {
    for (int i = 0; i < 20; i++) {
      assertThat(ratio("cubed", 3, 1.3)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void drawsInALoopThatSteerAndScale() {
    for (int i = 0; i < 20; i++) {
      assertThat(ratio("inLoop", 2, 1.3, 9)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void twoDrawsOfAHelperAreTwoDraws() {
    for (int i = 0; i < 20; i++) {
      assertThat(ratio("viaHelper", 2, 1.3)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void aDrawThatNobodyUses() {
    assertThat(METHODS.call("unusedGradient", 3.0)).isEqualTo(6.0);
  }

  @Test
  void aLoopThatEndsByChance() {
    for (int i = 0; i < 20; i++) {
      double twice = ratio("untilBig", 2, 1.1);
      assertThat(twice).isCloseTo(Math.rint(twice), within(1e-9)).isGreaterThan(0.5);
    }
  }
}
