package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Results of library methods that a derivative finds where the method has put them. */
class KnownCallsTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> areUsedWhereTheyAreThere() {
    return new Programs()
        .add(
            "before a loop that is reversed on the spot",
            """
            static double f(double[] x, int n) {
              double a = x[0];
              double c = Math.cos(a);
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += Math.sin(a) * x[i];
              }
              return s * 2 + c;
            }
            """,
            d -> {
              assertThat(d.generated()).contains("* c");
              d.at(x(), 3).isRight();
            })
        .add(
            "but not after it, around a branch",
            """
            static double f(double[] x, int n) {
              double a = x[0];
              double s = 0;
              if (n > 0) {
                if (n > 1) {
                  for (int i = 0; i < n; i++) {
                    s += Math.sin(a);
                  }
                }
                double c = Math.cos(a);
                s += c * x[1];
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 0).isRight();
              d.at(x(), 1).isRight();
              d.at(x(), 2).isRight();
            })
        .add(
            "nor in the block around",
            """
            static double f(double[] x, int n) {
              double a = x[0];
              double s = 0;
              if (n > 2) {
                for (int i = 0; i < n; i++) {
                  s += Math.sin(a * x[i % 3]) * Math.sin(a);
                }
              } else {
                for (int i = 0; i < n; i++) {
                  s += Math.pow(a, 1.5) * x[i];
                }
              }
              double c = Math.cos(a);
              return s * 2 + c + Math.log(a);
            }
            """,
            d -> {
              d.at(x(), 2).isRight();
              d.at(x(), 4).isRight();
            })
        .add(
            "nor in the rest of a trip, which goes on with what has no adjoint",
            """
            static double f(double[] x, int n) {
              double s = 0;
              int k = 0;
              for (int i = 0; i < n; i++) {
                double a = x[i % 3];
                s += Math.sin(a) * x[k % 3];
                double c = Math.cos(a);
                if (c > 0.8) {
                  k++;
                }
              }
              return s * 2 + x[k % 3];
            }
            """,
            d -> {
              d.at(x(), 2).isRight();
              d.at(x(), 5).isRight();
            })
        .tests();
  }
}
