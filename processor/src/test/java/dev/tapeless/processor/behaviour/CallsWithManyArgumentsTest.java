package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Methods with a variable number of arguments. */
class CallsWithManyArgumentsTest {

  private static final String SUM =
      """
      static double sum(double first, double... all) {
        double s = first;
        for (double v : all) {
          s += v * v;
        }
        return s;
      }
      """;

  @TestFactory
  Stream<DynamicTest> calls() {
    return new Programs()
        .add(
            "none, one, several, an array, integers",
            """
            static double f(double x, double[] y) {
              return sum(x) * sum(x, x) + sum(x * x, y[0], x, y[1]) * sum(2, y) + sum(1, 2, x);
            }
            """
                + SUM,
            d -> d.at(0.7, new double[] {0.3, -1.2}).isRight())
        .add(
            "in the order of evaluation",
            """
            static double f(double x, double[] y) {
              int i = 0;
              double z = sum(y[i++], y[i++] * x, x = 2 * x, next(y), y[i] + x);
              return z * x + sum(x, change(y)) * y[0];
            }

            static double next(double[] y) {
              y[2] *= 3;
              return y[1];
            }

            static double[] change(double[] y) {
              y[0] = y[1] * y[2];
              return y;
            }
            """
                + SUM,
            d -> d.at(0.7, new double[] {0.3, -1.2, 0.4}).isRight())
        .add(
            "a method of that kind itself",
            """
            static double f(int n, double... x) {
              double s = n;
              for (int i = 0; i < x.length; i++) {
                s *= x[i] + i;
              }
              return s;
            }
            """,
            d -> {
              d.at(2, new double[] {0.3, -1.2, 0.4}).isRight();
              d.at(2, new double[0]).isConsistent();
            })
        .add(
            "rows, integers and text",
            """
            static double f(double[] x, double y) {
              double[] z = {y, 2 * y};
              return norm("rows", x, z, new double[] {y * y}) + norm("none") + at(x, 0, 2)
                  + at(x) + at(x, null);
            }

            static double norm(String name, double[]... rows) {
              double s = name.length();
              for (double[] row : rows) {
                row[0] *= 2;
                for (double v : row) {
                  s += v * v;
                }
              }
              return s;
            }

            static double at(double[] x, int... indexes) {
              double s = 1;
              if (indexes == null) {
                return s;
              }
              for (int i : indexes) {
                s *= x[i];
              }
              return s;
            }
            """,
            d -> d.at(new double[] {0.3, -1.2, 0.4}, 0.6).isRight())
        .add(
            "a recursive one",
            """
            static double f(double x, double y) {
              return chain(2, x, y, x * y);
            }

            static double chain(int depth, double... all) {
              double s = 0;
              for (double v : all) {
                s += v * v;
              }
              return depth == 0 ? s : chain(depth - 1, s, all[0]) * all[1];
            }
            """,
            d -> d.at(0.6, 0.4).isRight())
        .tests();
  }
}
