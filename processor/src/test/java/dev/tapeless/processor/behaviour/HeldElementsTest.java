package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Elements that stay the same in a loop, and may not be there. */
class HeldElementsTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> areReadOnlyWhereTheMethodReadsThem() {
    return new Programs()
        .add(
            "behind or",
            """
            static double f(double[] x, int k) {
              double s = 1;
              for (int i = 0; i < x.length; i++) {
                s = s * (k >= x.length || x[k] > 0 ? 2.0 : 3.0) * x[i];
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 3).isRight();
              d.at(x(), 1).isRight();
            })
        .add(
            "behind and, in a branch",
            """
            static double f(double[] x, int k) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                if (k < x.length && x[k] * s > -1) {
                  s += x[i] * x[k];
                } else {
                  s += s * x[i] + 1;
                }
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 3).isRight();
              d.at(x(), 0).isRight();
            })
        .tests();
  }
}
