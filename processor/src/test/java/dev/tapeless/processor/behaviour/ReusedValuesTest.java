package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Elements and results that stay the same while a loop runs. */
class ReusedValuesTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> elementsThatStayTheSame() {
    return new Programs()
        .add(
            "of arrays that may be one",
            """
            static double f(double[] x, double[] y) {
              double[] a = x.clone();
              double[] b = x[0] > 0 ? a : y.clone();
              for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 3; j++) {
                  b[j] = a[i] * b[j] + y[i];
                }
              }
              return a[0] * b[1] * b[2];
            }
            """,
            d -> d.at(x(), x()).isRight().at(new double[] {-0.7, 0.4, 1.3}, x()).isRight())
        .add(
            "in a loop that does not run where they are not there",
            """
            static double f(double[] x, int[] k) {
              double[] sums = new double[2];
              double s = 0;
              for (int i = 0; i < k.length; i++) {
                for (int j = 0; j < k[i]; j++) {
                  sums[i] += x[j] * x[i];
                }
                s += i < 2 ? sums[i] * sums[i] : x[0];
              }
              return s;
            }
            """,
            d -> d.at(x(), new int[] {2, 3, 0}).isRight())
        .add(
            "beside others of the same array",
            """
            static double f(double[] x) {
              int n = x.length;
              double[] a = new double[n];
              for (int i = 0; i < n; i++) {
                a[i] = x[i];
              }
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                  a[i] += a[j] * x[j];
                  a[n - 1] *= 0.5;
                }
              }
              return a[0] * a[1] + a[2];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a result that comes after a fused loop",
            """
            static double f(double a, double[] x) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                s += Math.sin(a) * x[i] * x[i];
              }
              double c = Math.cos(a);
              return s + c * 3;
            }
            """,
            d -> d.at(0.7, new double[] {0.3, -0.6}).isRight())
        .tests();
  }
}
