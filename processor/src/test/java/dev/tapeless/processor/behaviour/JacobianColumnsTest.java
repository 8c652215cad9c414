package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Jacobians whose columns are made several at a time, by one run of the method for each group. */
class JacobianColumnsTest {

  private static double[] x(int length) {
    double[] x = new double[length];
    for (int i = 0; i < length; i++) {
      x[i] = 0.4 + 0.3 * i - 0.05 * i * i;
    }
    return x;
  }

  @TestFactory
  Stream<DynamicTest> columnsOfAList() {
    return new Programs()
        .add(
            "for each number of columns, also none",
            """
            static double[] f(double[] x) {
              double[] y = new double[12];
              for (int i = 0; i < y.length; i++) {
                double s = 0.1 * i;
                for (int k = 0; k < x.length; k++) {
                  s += Math.sin(x[k] * (i + 1)) / (1 + x[k] * x[k]) + Math.pow(s, x[0]);
                }
                y[i] = s;
              }
              return y;
            }
            """,
            d -> {
              assertThat(d.generated()).containsOnlyOnce("private static FJvps fJvps(");
              for (int n = 0; n <= 9; n++) {
                d.at(x(n)).isRight();
              }
            })
        .add(
            "beside a number, an array of arrays, and constants",
            """
            record Scale(double[] by, double offset) {}
            static double[] f(double[] x, float a, double[][] w, @Constant Scale scale) {
              double[] y = new double[9];
              for (int i = 0; i < y.length; i++) {
                y[i] = scale.by()[i % 2] * x[i % 3] * w[i % 2][0] * Math.exp(a) + scale.offset();
              }
              return y;
            }
            """,
            d -> {
              Object scale = d.make("Scale", new double[] {0.5, 2}, 0.7);
              d.at(x(3), 0.5f, new double[][] {{0.3}, {0.8}}, scale).isRight();
            })
        .add(
            "of an argument that is overwritten and returned",
            """
            static double[] f(double[] x, double[] y) {
              double first = x[0];
              for (int i = 0; i < x.length; i++) {
                x[i] = x[i] * first + y[i % 2];
              }
              double[] kept = x;
              x = new double[] {first, kept[0], kept[1], y[0], y[1], kept[2]};
              return x;
            }
            """,
            d -> d.at(x(3), x(2)).isRight())
        .add(
            "with arrays that change places, and stay while their tangents do",
            """
            static double[][] f(double[] x) {
              double[] u = x.clone();
              double[] v = new double[x.length];
              double[][] rows = new double[3][];
              for (int t = 0; t < 3; t++) {
                for (int i = 0; i < v.length; i++) {
                  v[i] = Math.cos(u[i]) + u[(i + 1) % u.length] * t;
                }
                double[] kept = u;
                u = v;
                v = kept;
                rows[t] = u.clone();
              }
              return rows;
            }
            """,
            d -> d.at(x(5)).isRight())
        .add(
            "of float numbers",
            """
            static float[] f(float[] x) {
              float[] y = new float[6];
              for (int i = 0; i < y.length; i++) {
                y[i] = x[i % x.length] * x[(i + 1) % x.length] + (float) Math.sqrt(x[0]);
              }
              return y;
            }
            """,
            d -> d.at(new float[] {0.5f, 1.5f, 0.25f}).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> columnsOfNumbers() {
    Programs programs = new Programs();
    String[] names = {"a", "b", "c", "d", "e", "g", "h", "k", "l"};
    for (int n = 2; n <= names.length; n++) {
      StringBuilder parameters = new StringBuilder("double a");
      StringBuilder product = new StringBuilder("a * i");
      Object[] point = new Object[n];
      point[0] = 0.4;
      for (int k = 1; k < n; k++) {
        parameters.append(", double ").append(names[k]);
        product.append(k % 2 == 0 ? " + " : " * ").append("Math.sin(").append(names[k]).append(")");
        point[k] = 0.5 + 0.1 * k;
      }
      String method =
          """
          static double[] f(PARAMETERS) {
            double[] y = new double[2];
            for (int i = 0; i < y.length; i++) {
              y[i] = PRODUCT;
            }
            return y;
          }
          """;
      programs.add(
          n + " of them",
          method.replace("PARAMETERS", parameters).replace("PRODUCT", product),
          d -> {
            assertThat(d.generated()).containsOnlyOnce("private static FJvps fJvps(");
            d.at(point).isRight();
          });
    }
    return programs.tests();
  }

  @TestFactory
  Stream<DynamicTest> oneByOneWhereOthersDerivativesAreCalled() {
    return new Programs()
        .add(
            "a recursive helper",
            """
            static double[] f(double[] x) {
              double[] y = new double[6];
              for (int i = 0; i < y.length; i++) {
                y[i] = power(x[i % x.length], i);
              }
              return y;
            }
            private static double power(double x, int n) {
              return n == 0 ? 1 : x * power(x, n - 1);
            }
            """,
            d -> {
              assertThat(d.generated()).doesNotContain("fJvps(");
              d.at(x(3)).isRight();
            })
        .tests();
  }
}
