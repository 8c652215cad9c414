package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Programs;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Jacobians whose rows may share a forward sweep. */
class JacobianRowsTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> jacobiansOfOneForwardSweep() {
    return new Programs()
        .add(
            "rows",
            """
            static double[] f(double[] x, double[] y, double a) {
              double[] d = {x[0] - y[0], x[1] * y[1], a * y[2]};
              double r = Math.sqrt(d[0] * d[0] + d[1] * d[1]);
              return new double[] {r * d[2] * a, Math.sin(d[0]) * Math.cos(d[0])};
            }
            """,
            d -> {
              d.at(x(), x(), 0.8).isRight();
              Matcher jacobian =
                  Pattern.compile("(?s) fJacobian\\(.*?\n  }").matcher(d.generated());
              assertThat(jacobian.find()).isTrue();
              assertThat(jacobian.group()).contains("Math.sqrt").doesNotContain("fVjp(");
            })
        .add(
            "that are always fewer than the columns",
            """
            static double[] f(double[] x, float[] p, double a) {
              double b = Math.sin(x[0]) * x[2] + a;
              return new double[] {b * p[1], b + p[0] * p[0], a * b, x[1]};
            }
            """,
            d -> {
              assertThat(d.generated())
                  .contains("double[][] xJacobian = new double[result.length][x.length];")
                  .doesNotContain("Jvps");
              d.at(x(), new float[] {0.5f, -0.7f}, 0.8).isRight();
              d.at(new double[] {0.7, -0.4, 1.3, 2}, new float[] {0.5f, -0.7f, 3}, 0.8).isRight();
            })
        .add(
            "that may be more than the columns, as far as can be told",
            """
            static double[] f(double[] x) {
              double a = x.length > 5 ? x[5] : x[0];
              double b = x.length > 6 && x[6] > 0 ? 2 * a : a * a;
              return new double[] {a * x[1], b, a * b};
            }
            """,
            d -> {
              assertThat(d.generated()).contains("if (result.length < x.length) {");
              d.at(new double[] {0.7, -0.4}).isRight();
              d.at(x()).isRight();
              d.at(new double[] {0.7, -0.4, 1.3, 0.3, 0.2, 0.9}).isRight();
              d.at(new double[] {0.7, -0.4, 1.3, 0.3, 0.2, 0.9, 1.1}).isRight();
            })
        .add(
            "with overwritten values, which cannot be run again",
            """
            static double[] f(double[] x) {
              double[] y = new double[2];
              double t = x[0];
              for (int i = 0; i < x.length; i++) {
                t = t * t + x[i];
                y[i % 2] += t * x[i];
              }
              return y;
            }
            """,
            d -> d.at(new double[] {0.7, -0.4, 1.3, 0.2}).isRight())
        .add(
            "of one of the arguments itself, and of what does not depend on one",
            """
            static double[] f(double[] x, double[] y) {
              double s = x[0] * x[1];
              x[0] = s * y[0];
              return x[2] > 0 ? x : new double[] {s};
            }
            """,
            d -> d.at(x(), x()).isRight())
        .tests();
  }
}
