package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays that are parameters with a meaning for each index: their adjoints are variables. */
class ConstantElementsTest {

  @TestFactory
  Stream<DynamicTest> adjointsInVariables() {
    return new Programs()
        .add(
            "until the array is returned",
            """
            static double f(double[] p, double t) {
              double decay = Math.exp(-p[1] * t);
              double wave = p[0] * decay * Math.sin(p[2] * t);
              if (wave > p[3]) {
                wave = p[3] * p[0] * p[1];
              }
              return wave * p[3] + p[0] * p[2];
            }
            """,
            d -> {
              assertThat(d.generated()).contains("double pBar0 =").contains("pBar[3] = pBar3;");
              d.at(new double[] {1.5, 0.2, 0.7, 0.3}, 1.1).isRight();
              d.at(new double[] {1.5, 0.2, 0.7, 3}, 1.1).isRight();
            })
        .add(
            "for each row of a Jacobian, with a seed in variables",
            """
            static double[] f(double[] p, double[] x) {
              double r = Math.sqrt(x[0] * x[0] + x[1] * x[1]) * p[0];
              return new double[] {r * p[1] + x[0] * p[2], r * p[0] * p[2] - x[1]};
            }
            """,
            d -> {
              assertThat(d.generated()).contains("double v0 = i == 0 ? 1 : 0;");
              d.at(new double[] {0.4, 1.2, -0.7}, new double[] {0.8, 0.6}).isRight();
            })
        .add(
            "of single precision, in a loop",
            """
            static float f(float[] p, int n) {
              float s = 1;
              for (int i = 0; i < n; i++) {
                s = s * p[0] + p[1] * s * s * p[0];
              }
              return s * p[1];
            }
            """,
            d -> {
              d.at(new float[] {0.5f, 0.25f}, 3).isRight();
              d.at(new float[] {0.5f, 0.25f, 1}, 0).isRight();
            })
        .add(
            "of an array whose size stands in an array that changes",
            """
            static double f(double[] x, int[] n) {
              double[] w = new double[n[0]];
              for (int i = 0; i < 4; i++) {
                w[i] = x[i % 3] * x[0];
              }
              n[0] = 1;
              n[1] = 7;
              double s = w[0] * w[1] * w[2] * w[3] * n[1];
              s += Math.sin(w[0]) * w[0] * w[3] * n[0];
              return s * w[0] * w[1];
            }
            """,
            d -> d.at(new double[] {0.7, -0.4, 1.3}, new int[] {4, 2}).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> adjointsInArrays() {
    return new Programs()
        .add(
            "elements that only a branch accesses, and that may not be there",
            """
            static double f(double[] p) {
              double s = p[0] * p[1] + p[0] * p[0];
              if (p.length > 4) {
                s += p[4] * p[4] * p[0] + p[4] * s;
              }
              return s * p[1];
            }
            """,
            d -> {
              d.at(new double[] {0.5, 1.5}).isRight();
              d.at(new double[] {0.5, 1.5, 0, 0, 0.7}).isRight();
            })
        .add(
            "elements that are also found by an index",
            """
            static double f(double[] p, int k) {
              double s = p[0] * p[0] * p[1];
              for (int i = 0; i < k; i++) {
                s += p[i] * p[1] * p[0];
              }
              return s + p[k] * p[0] * p[0];
            }
            """,
            d -> d.at(new double[] {0.5, 1.5, 0.3}, 2).isRight())
        .add(
            "where one array is another one",
            """
            static double f(double[] p, double[] q, boolean same) {
              double[] r = same ? p : q;
              return r[0] * p[0] * q[1] + r[1] * r[0] * p[1] * p[0] + q[0] * q[0] * q[1];
            }
            """,
            d -> {
              d.at(new double[] {0.5, 1.5}, new double[] {0.7, 0.2}, true).isRight();
              d.at(new double[] {0.5, 1.5}, new double[] {0.7, 0.2}, false).isRight();
            })
        .tests();
  }
}
