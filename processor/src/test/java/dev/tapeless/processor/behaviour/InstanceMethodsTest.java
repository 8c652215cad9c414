package dev.tapeless.processor.behaviour;

import static dev.tapeless.processor.testing.Differentiated.differentiate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.processor.testing.Compiled;
import org.junit.jupiter.api.Test;

/** Methods of objects: the object is a constant. */
class InstanceMethodsTest {

  private static final String GAMMA =
      """
      package host;
      import dev.tapeless.Constant;
      import dev.tapeless.Differentiable;

      public class Gamma {
        private final double shape;
        private final double[] weights = {1, 2, 3};
        protected double scale = 2;
        int calls;

        Gamma(double shape) {
          this.shape = shape;
        }

        @Differentiable
        static double f(double x, @Constant double shape) {
          return new Gamma(shape).density(x);
        }

        @Differentiable
        public double density(double x) {
          calls++;
          if (x < 0 || getScale() < 0) {
            throw new IllegalArgumentException("outside: " + x + " of " + this.shape);
          }
          double s = 0;
          for (int i = 0; i < weights.length; i++) {
            s += power(x, i) * weights[i];
          }
          return s * Math.pow(x, shape - 1) * Math.exp(-x / this.scale) * half(x);
        }

        public double getScale() {
          return scale;
        }

        private double power(double x, int n) {
          return n == 0 ? shape : power(x, n - 1) * x * shape;
        }

        final double half(double x) {
          return x / 2 + scale;
        }

        static double[] both() {
          double x = 0.7;
          Gamma self = new Gamma(1.5);
          return new double[] {
            GammaAdjoint.densityGradient(self, x), GammaAdjoint.fGradient(x, 1.5), self.calls
          };
        }
      }
      """;

  @Test
  void anInstanceMethodReadsTheFieldsOfItsObject() {
    differentiate("host.Gamma", GAMMA).at(0.7, 1.5).isRight();
  }

  @Test
  void theObjectIsTheFirstArgumentOfAnOperation() {
    Compiled compiled = Compiled.of(GAMMA);
    double[] gradients = (double[]) compiled.run("host.Gamma", "both");
    assertThat(gradients[0]).isEqualTo(gradients[1]);
    assertThat(gradients[2]).isEqualTo(1);
    assertThat(compiled.generated("host.GammaAdjoint"))
        .contains("public static double densityGradient(Gamma self, double x)");
  }

  @Test
  void aMethodThatCouldBeAnotherOneIsOnlyReadOnObjectsOfItsClass() {
    Compiled compiled =
        Compiled.of(
            """
            package host;
            import dev.tapeless.Differentiable;

            public class Model {
              double twice(double x) {
                return 2 * x;
              }

              @Differentiable
              double f(double x) {
                return x * twice(x);
              }

              static double direct() {
                return ModelAdjoint.fGradient(new Model(), 3);
              }

              static double other() {
                return ModelAdjoint.fGradient(new Model() {
                  @Override
                  double twice(double x) {
                    return 3 * x;
                  }
                }, 3);
              }
            }
            """);
    assertThat(compiled.run("host.Model", "direct")).isEqualTo(12.0);
    assertThatThrownBy(() -> compiled.run("host.Model", "other"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Model.twice(double) may be another method in host.Model$1");
  }

  @Test
  void methodsOfOtherObjectsAreReadWhereTheirSourceIsKnown() {
    differentiate(
            """
            static final class Line {
              private final double slope = 2;
              final double offset;

              Line(double offset) {
                this.offset = offset;
              }

              double at(double x) {
                return slope * x + offset;
              }
            }

            static double f(double x, int n) {
              Line line = new Line(n);
              double s = x;
              for (int i = 0; i < n; i++) {
                s = line.at(s) * Math.sin(s);
              }
              return s;
            }
            """)
        .at(0.3, 3)
        .isRight();
  }
}
