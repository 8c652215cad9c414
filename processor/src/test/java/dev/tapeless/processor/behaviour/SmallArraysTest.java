package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Small arrays, in whose place are numbers where nobody can tell. */
class SmallArraysTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> smallArrays() {
    return new Programs()
        .add(
            "numbers are put in their place, through branches and helpers",
            """
            static double f(double[] x) {
              double[] c;
              if (x[0] > 0) {
                c = cross(x, new double[] {x[1], 2, x[0]});
              } else {
                double[] t = {x[0], x[1] * x[2], 3};
                c = t;
              }
              return c[0] * c[1] + c[2] * c.length;
            }
            static double[] cross(double[] a, double[] b) {
              double[] out = new double[3];
              out[0] = a[1] * b[2] - a[2] * b[1];
              out[1] = a[2] * b[0] - a[0] * b[2];
              out[2] = a[0] * b[1] - a[1] * b[0];
              out[2] *= out[0];
              return out;
            }
            """,
            d -> {
              d.at(x()).isRight().at(new double[] {-0.7, 0.4, 1.3}).isRight();
              assertThat(d.generated()).doesNotContain("outBar").doesNotContain("new double[3]");
            })
        .add(
            "two names of one array",
            """
            static double f(double[] x) {
              double[] a = {x[0], x[1]};
              double[] b = a;
              b[0] = b[0] * x[2];
              double s = a[0] * a[1];
              double[] c = {x[2], x[0] * x[1]};
              double[] e = {1, 2};
              if (x[1] < 0) {
                e = c;
              }
              e[0] = x[0] * e[1];
              return s + c[0] * c[1] + e[0];
            }
            """,
            d -> d.at(x()).isRight().at(new double[] {0.7, 0.4, 1.3}).isRight())
        .add(
            "exchanged, copied, and with a variable index",
            """
            static double f(double[] x, int k) {
              double[] c = {x[0], x[1], x[0] * x[2]};
              for (int i = 0; i < k; i++) {
                c = new double[] {c[1], c[2], c[0] * x[0]};
              }
              double[] e = c.clone();
              e[1] = e[0] * c[1];
              double[] v = {x[0], x[1]};
              return c[0] * c[1] * c[2] + e[1] + v[k % 2] * v[0];
            }
            """,
            d -> d.at(x(), 2).isRight().at(x(), 5).isRight())
        .add(
            "given to a helper that calls itself, to a library method, compared and returned",
            """
            static double[] f(double[] x) {
              double[] c = {x[0], x[1]};
              double[] e = {x[2], x[1] * x[0]};
              double s = sum(c, 3);
              double[] y = {s * e[0], e[1] * e[0]};
              double[] z = {x[0], 5};
              if (z == y) {
                y[0] = z[1];
              }
              return y;
            }
            static double sum(double[] c, int n) {
              c[0] *= c[1];
              return n == 0 ? c[0] : c[1] + sum(c, n - 1);
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a small array in the condition of a loop",
            """
            static double f(double[] x) {
              double y = x[0];
              int k = 0;
              while (norm(x, y)[0] < 3 && k < 5) {
                y = y * 1.3 + x[1];
                k++;
              }
              return y;
            }
            static double[] norm(double[] x, double y) {
              double[] c = {y * x[0], y * x[1]};
              double[] e;
              if (y > 0) {
                e = c;
              } else {
                e = new double[] {1, 2};
              }
              e[0] += e[1];
              return e;
            }
            """,
            d -> d.at(new double[] {0.3, 0.6, 1.1}).isRight())
        .tests();
  }

  @Test
  void anElementBeyondASmallArrayIsStillMissed() {
    Compiled compiled =
        Compiled.of(
                """
                package p;
                public final class A {
                  @dev.tapeless.Differentiable
                  public static double f(double[] x) {
                    double[] c = {x[0], x[1]};
                    return c[0] + c[2];
                  }
                }
                """)
            .succeeds();
    assertThatThrownBy(() -> OperatorsCalled.of(compiled, "p.AAdjoint").call("fJvp", x(), x()))
        .hasStackTraceContaining("ArrayIndexOutOfBoundsException");
  }
}
