package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code System.arraycopy} and the methods of {@code java.util.Arrays}. */
class ArraysCopiedTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3, 0.9, -1.1};
  }

  @TestFactory
  Stream<DynamicTest> copies() {
    return new Programs()
        .add(
            "into another array",
            """
            static double f(double[] x) {
              double[] y = new double[x.length + 2];
              System.arraycopy(x, 1, y, 3, x.length - 2);
              double s = 0;
              for (int i = 0; i < y.length; i++) {
                s += y[i] * y[i] * (i + 1);
              }
              return s;
            }
            """,
            d -> {System.out.println(d.generated().replaceAll("(?s)  static FGradient fVjp.*",""));d.at((Object) x()).isRight();})
        .add(
            "overlapping",
            """
            static double f(double[] x, int from, int to, int n) {
              System.arraycopy(x, from, x, to, n);
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                x[i] *= x[i];
                s += x[i] * (i + 1);
              }
              System.arraycopy(x, to, x, from, n);
              return s + x[0] * x[1] * x[2];
            }
            """,
            d -> {
              System.out.println(d.generated().replaceAll("(?s)  static FGradient fVjp.*",""));
              d.at(x(), 0, 1, 4).isRight();
              d.at(x(), 1, 0, 4).isRight();
              d.at(x(), 1, 1, 2).isRight();
              d.at(x(), 1, 3, 2).isRight();
              d.at(x(), 5, 0, 0).isRight();
            })
        .add(
            "filled, grown and cut",
            """
            static double f(double[] x, double a) {
              double[] y = java.util.Arrays.copyOf(x, x.length + 3);
              java.util.Arrays.fill(y, 1, 3, a * a);
              double[] z = java.util.Arrays.copyOfRange(y, 2, 9);
              java.util.Arrays.fill(x, 3);
              double[] w = java.util.Arrays.copyOf(z, z.length);
              double s = 0;
              for (int i = 0; i < z.length; i++) {
                s += w[i] * z[i] * y[i] + x[i % 5];
              }
              return s;
            }
            """,
            d -> {System.out.println(d.generated().replaceAll("(?s)  static FGradient fVjp.*",""));d.at(x(), 0.3).isRight();})
        .tests();
  }
}
