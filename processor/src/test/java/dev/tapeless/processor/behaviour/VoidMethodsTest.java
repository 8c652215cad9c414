package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import org.junit.jupiter.api.Test;

/** A method that returns nothing has the arrays that it writes as results. */
class VoidMethodsTest {

  private static final String SOURCE =
      """
      package host;
      import dev.tapeless.Constant;
      import dev.tapeless.Differentiable;

      final class Model {
        @Differentiable
        static void scale(double[] x, double a) {
          for (int i = 0; i < x.length; i++) {
            x[i] = Math.sin(x[i]) * a;
          }
          x[0] += x[1] * x[1];
        }

        @Differentiable
        static double[] scaled(double[] x, double a) {
          double[] y = x.clone();
          scale(y, a);
          return y;
        }

        @Differentiable
        static void both(double[] x, @Constant double[] y, double[][] z, int n) {
          for (int i = 0; i < n; i++) {
            y[i] = x[i] * x[i] * z[0][i];
            z[1][i] *= y[i];
          }
          z = new double[3][3];
          z[0][0] = 5;
        }

        static double[] gradients() {
          double[] x = {0.3, 0.5, 0.7};
          double[] v = {1, 2, 3};
          var g = ModelAdjoint.scaleVjp(x, 1.5, v);
          var h = ModelAdjoint.scaledVjp(x, 1.5, v);
          double worst = Math.abs(g.a() - h.a());
          for (int i = 0; i < 3; i++) {
            worst = Math.max(worst, Math.abs(g.x()[i] - h.x()[i]));
            worst = Math.max(worst, Math.abs(x[i] - (0.3 + 0.2 * i)) - 1e-15);
          }
          double[] xDot = {0.2, -0.4, 0.1};
          double[] t = ModelAdjoint.scaleJvp(x, 1.5, xDot, 0.3);
          double left = g.a() * 0.3;
          double right = 0;
          for (int i = 0; i < 3; i++) {
            left += g.x()[i] * xDot[i];
            right += v[i] * t[i];
          }
          return new double[] {worst, left - right};
        }

        static double severalOutputs() {
          double[] x = {0.3, 0.5};
          double[] y = {0, 0};
          double[][] z = {{1.5, 0.7}, {0.4, 0.9}};
          double[] yBar = {1, -2};
          double[][] zBar = {{0.5, 0.25}, {2, 3}};
          var g = ModelAdjoint.bothVjp(x, y, z, 2, yBar, zBar);
          double[] xDot = {0.7, 0.2};
          double[][] zDot = {{0.1, 0.6}, {-0.3, 0.8}};
          var t = ModelAdjoint.bothJvp(x, y, z, 2, xDot, zDot);
          double left = 0;
          double right = 0;
          for (int i = 0; i < 2; i++) {
            left += g.x()[i] * xDot[i];
            right += yBar[i] * t.y()[i];
            for (int j = 0; j < 2; j++) {
              left += g.z()[i][j] * zDot[i][j];
              right += zBar[i][j] * t.z()[i][j];
            }
          }
          // y[i] = x * x * z0 and z1' = z1 * y
          double y0 = 1 + 2 * 0.4;
          double expected = 2 * 0.3 * 1.5 * y0;
          return Math.abs(left - right) + Math.abs(expected - g.x()[0]);
        }

        static void badSeed() {
          ModelAdjoint.scaleVjp(new double[] {1, 2}, 3, new double[3]);
        }
      }
      """;

  @Test
  void theSeedIsTheAdjointOfWhatTheMethodLeaves() {
    Compiled compiled = Javac.plain().with("-Xlint:all", "-Werror").compile(SOURCE);
    double[] differences = (double[]) compiled.run("host.Model", "gradients");
    assertThat(differences[0]).isZero();
    assertThat(differences[1]).isCloseTo(0, within(1e-15));
  }

  @Test
  void thereIsASeedForEachArrayThatIsWritten() {
    assertThat((double) Compiled.of(SOURCE).run("host.Model", "severalOutputs"))
        .isCloseTo(0, within(1e-14));
  }

  @Test
  void aSeedOfAnotherShapeIsRefused() {
    Compiled compiled = Compiled.of(SOURCE);
    assertThatThrownBy(() -> compiled.run("host.Model", "badSeed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("xBar has length 3 but needs length 2, that of x");
  }

  @Test
  void aMethodThatLeavesNothingIsRefused() {
    Compiled.of(
            """
            import dev.tapeless.Differentiable;
            class Sample {
              @Differentiable
              // expect [NoOutput] Sample.f returns nothing and writes no array of real numbers
              static void f(double[] x) {
                System.out.println(x[0]);
              }
            }
            """)
        .findsWhatItExpects();
  }
}
