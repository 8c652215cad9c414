package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Calls of generated operations within methods that are differentiated themselves. */
class NestedDerivativesTest {

  private static final String POLYNOMIAL =
      """
      @Differentiable(order = 2)
      static double g(double[] x, double c) {
        double s = c * c * x[0];
        for (int i = 1; i < x.length; i++) {
          s += Math.sin(c * x[i]) * x[i - 1] * x[i - 1];
        }
        return s;
      }
      """;

  private static final String CUBE =
      """
      @Differentiable(order = 2)
      static double cube(double u) {
        return u * u * u;
      }
      """;

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> oneParameter() {
    return new Programs()
        .add(
            "the gradient of a number",
            "@Differentiable static double f(double a) { return a * SubjectAdjoint.cubeGradient(a * a); }"
                + CUBE,
            d -> d.at(0.5).isRight().gradientIs(15.0 / 16))
        .add(
            "perturbations do not mix: the derivative of a by a is taken twice",
            """
            @Differentiable static double f(double a) {
              return a * SubjectAdjoint.gGradient(1.0, a).b();
            }
            @Differentiable(order = 2) static double g(double b, double a) { return a + b; }
            """,
            d -> d.at(1.0).isRight().gradientIs(1))
        .add(
            "the vjp and the jvp of a number, in all arguments",
            """
            @Differentiable static double f(double a, double b) {
              return SubjectAdjoint.cubeVjp(a, b * b) * SubjectAdjoint.cubeJvp(b, a * a)
                  + SubjectAdjoint.cubeJvp(2, a) + SubjectAdjoint.cubeVjp(b, 3);
            }
            """
                + CUBE,
            d -> d.at(0.8, 1.2).isRight())
        .add(
            "the value and the gradient of a number",
            """
            @Differentiable static double f(double a) {
              var both = SubjectAdjoint.cubeValueAndGradient(a);
              return both.value() * both.gradient();
            }
            """
                + CUBE,
            d -> d.at(0.8).isRight())
        .add(
            "an array",
            """
            @Differentiable static double f(double[] x) {
              double[] g = SubjectAdjoint.hGradient(x);
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                g[i] += x[i];
                s += g[i] * g[i] * x[x.length - 1 - i];
              }
              return s;
            }
            @Differentiable(order = 2) static double h(double[] x) { return x[0] * x[1] * x[2] * x[2]; }
            """,
            d -> d.at(x()).isRight())
        .add(
            "floats",
            """
            @Differentiable static float f(float[] x, float a) {
              float[] g = SubjectAdjoint.hVjp(x, a);
              return g[0] * g[2] + SubjectAdjoint.hJvp(x, g);
            }
            @Differentiable(order = 2) static float h(float[] x) { return x[0] * x[1] * x[2] * x[2]; }
            """,
            d -> d.at(new float[] {0.7f, -0.4f, 1.3f}, 0.5f).isRight())
        .tests();
  }

  @Test
  void itsResultsAreNew() {
    String source =
        """
        package p;
        import dev.tapeless.*;
        final class A {
          @Differentiable
          static double f(double[] x) {
            double[] y = {1, 1};
            double[] g = AAdjoint.hGradient(x, y).y();
            g[1] *= 2;
            y[0] -= g[0] * g[1];
            return h(x, y);
          }
          @Differentiable(order = 2)
          static double h(double[] x, double[] y) {
            return x[0] * y[0] * y[1] * y[0] + x[1];
          }
        }
        """;
    assertThat(Compiled.of(source).succeeds().messages()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> severalParameters() {
    return new Programs()
        .add(
            "both parts of the gradient",
            """
            @Differentiable static double f(double[] x, double c) {
              SubjectAdjoint.GGradient g = SubjectAdjoint.gGradient(x, c * c);
              double s = g.c() * c;
              for (double e : g.x()) {
                s += e * e * x[1];
              }
              return s;
            }
            """
                + POLYNOMIAL,
            d -> d.at(x(), 0.9).isRight())
        .add(
            "one part of the gradient, by a parameter that it does not belong to",
            """
            @Differentiable static double f(double c) {
              return SubjectAdjoint.gGradient(new double[] {0.3, c, 2}, c).x()[1];
            }
            """
                + POLYNOMIAL,
            d -> d.at(0.9).isRight())
        .add(
            "the vjp",
            """
            @Differentiable static double f(double[] x, double c, double v) {
              var g = SubjectAdjoint.gVjp(x, c, v * v);
              return g.c() * g.x()[0] * g.x()[2];
            }
            """
                + POLYNOMIAL,
            d -> d.at(x(), 0.9, 0.7).isRight())
        .add(
            "the vjp with a constant seed, and with constant arguments",
            """
            @Differentiable static double f(double[] x, double c, double v, @Constant double[] y) {
              var g = SubjectAdjoint.gVjp(x, c, 2.5);
              var h = SubjectAdjoint.gVjp(y, 2, v);
              return g.c() * g.x()[0] * g.x()[2] * h.c() * h.x()[1];
            }
            """
                + POLYNOMIAL,
            d -> d.at(x(), 0.9, 0.7, new double[] {0.2, 0.5}).isRight())
        .add(
            "the jvp",
            """
            @Differentiable static double f(double[] x, double c, double[] t) {
              double y = SubjectAdjoint.gJvp(x, c, t, c * c);
              return y * y + SubjectAdjoint.gJvp(t, c, x, 0);
            }
            """
                + POLYNOMIAL,
            d -> d.at(x(), 0.9, new double[] {0.2, 0.5, -1}).isRight())
        .add(
            "the jvp along a constant direction, and from a constant place",
            """
            @Differentiable static double f(double[] x, double c, @Constant double[] t) {
              return SubjectAdjoint.gJvp(x, c, t, 1) * SubjectAdjoint.gJvp(t, 2, x, c);
            }
            """
                + POLYNOMIAL,
            d -> d.at(x(), 0.9, new double[] {0.2, 0.5, -1}).isRight())
        .add(
            "the value and the gradient",
            """
            @Differentiable static double f(double[] x, double c) {
              var both = SubjectAdjoint.gValueAndGradient(x, c);
              double[] rows = both.gradient().x();
              return both.value() * rows[0] + both.gradient().c() * rows[1];
            }
            """
                + POLYNOMIAL,
            d -> d.at(x(), 0.9).isRight())
        .add(
            "the value alone, or the gradient alone, of both",
            """
            @Differentiable static double f(double[] x, double c) {
              return SubjectAdjoint.gValueAndGradient(x, c).value()
                  * SubjectAdjoint.gValueAndGradient(x, 2 * c).gradient().c();
            }
            """
                + POLYNOMIAL,
            d -> d.at(x(), 0.9).isRight())
        .add(
            "a parameter that is held constant",
            """
            @Differentiable static double f(double[] x, int n) {
              double[] g = SubjectAdjoint.powersGradient(x, n, 0.5);
              return g[0] * g[1];
            }
            @Differentiable(order = 2) static double powers(double[] x, int n, @Constant double k) {
              double p = k;
              for (int i = 0; i < n; i++) {
                p *= x[i % x.length];
              }
              return p;
            }
            """,
            d -> d.at(x(), 5).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> inside() {
    return new Programs()
        .add(
            "a loop that runs as often as the values say",
            """
            @Differentiable static double f(double[] start, double c) {
              double[] x = start.clone();
              double size = 10;
              while (size > 0.3) {
                double[] g = SubjectAdjoint.hillGradient(x, c).x();
                size = 0;
                for (int i = 0; i < x.length; i++) {
                  x[i] -= 0.1 * g[i];
                  size += g[i] * g[i];
                }
              }
              return x[0] * x[1] + c;
            }
            @Differentiable(order = 2) static double hill(double[] x, double c) {
              return x[0] * x[0] * c + x[1] * x[1] * x[1] * x[1] + x[0] * x[1];
            }
            """,
            d -> d.at(new double[] {1.1, 0.9}, 1.3).isRight())
        .add(
            "a helper, and a recursive one",
            """
            @Differentiable static double f(double x, int n) {
              return n == 0 ? slope(x) : slope(x) + 0.5 * down(x * x, n);
            }
            static double slope(double x) { return SubjectAdjoint.cubeGradient(x); }
            static double down(double x, int n) {
              if (n == 0) {
                return x;
              }
              var both = SubjectAdjoint.cubeValueAndGradient(x);
              return both.gradient() * down(both.value(), n - 1);
            }
            """
                + CUBE,
            d -> d.at(0.8, 3).isRight())
        .add(
            "an array of arrays and a row of it",
            """
            @Differentiable static double f(double[][] m) {
              double[][] g = SubjectAdjoint.traceGradient(m);
              double[] row = g[1];
              g[0][0] *= 2;
              return row[0] * row[1] + g[0][0];
            }
            @Differentiable(order = 2) static double trace(double[][] m) {
              return m[0][0] * m[0][0] * m[1][1] + m[1][0] * m[0][1] * m[1][1];
            }
            """,
            d -> d.at((Object) new double[][] {{0.7, 0.2}, {-0.4, 1.3}}).isRight())
        .add(
            "a record, its gradient and its product with a number",
            """
            record Point(double x, double y, int kind) {}
            @Differentiable static double f(double a, double b) {
              Point p = new Point(a * b, b, 3);
              Point g = SubjectAdjoint.potentialGradient(p);
              Point v = SubjectAdjoint.potentialVjp(p, a);
              double along = SubjectAdjoint.potentialJvp(p, new Point(b, a, 3));
              return g.x() * g.y() * g.kind() + v.x() * b + along * v.y();
            }
            @Differentiable(order = 2) static double potential(Point p) {
              return 1 / Math.sqrt(p.x() * p.x() + p.y() * p.y() * p.kind());
            }
            """,
            d -> d.at(0.8, 1.2).isRight())
        .add(
            "records with arrays among several parameters",
            """
            record Layer(double[] weights, double bias, String name) {}
            @Differentiable static double f(double[] w, double b) {
              Layer layer = new Layer(w, b * w[0], "first");
              var g = SubjectAdjoint.lossGradient(layer, b);
              Layer step = g.layer();
              return step.weights()[0] * step.bias() + g.x() * step.weights()[1];
            }
            @Differentiable(order = 2) static double loss(Layer layer, double x) {
              double s = layer.bias();
              for (double w : layer.weights()) {
                s += w * w * x * layer.bias();
              }
              return s * s;
            }
            """,
            d -> d.at(new double[] {0.3, -0.6}, 1.2).isRight())
        .tests();
  }
}
