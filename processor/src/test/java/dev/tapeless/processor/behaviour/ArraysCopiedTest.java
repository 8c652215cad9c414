package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Programs;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code System.arraycopy}, and the methods of {@code java.util.Arrays} that copy and fill. */
class ArraysCopiedTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3, 0.9, -1.1};
  }

  private static double[][] matrix() {
    return new double[][] {{4, 1.5, -0.5}, {1.2, 5, 0.8}, {-0.3, 0.9, 3.5}};
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
            d -> {
              d.at((Object) x()).isRight();
              assertThat(d.generated()).contains("// System.arraycopy(x, 1, y, 3, x.length - 2);");
              assertThat(d.generated()).doesNotContain("x == y").doesNotContain("prelude");
            })
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
              d.at(x(), 0, 1, 4).isRight();
              d.at(x(), 1, 0, 4).isRight();
              d.at(x(), 1, 1, 2).isRight();
              d.at(x(), 1, 3, 2).isRight();
              d.at(x(), 5, 0, 0).isRight();
            })
        .add(
            "between what may be one array",
            """
            static double f(double[] x, boolean same, int to) {
              double[] y = same ? x : new double[] {x[4], x[3], x[2], x[1], x[0]};
              System.arraycopy(x, 1, y, to, 3);
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                s += x[i] * y[x.length - 1 - i] * (i + 1);
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), true, 2).isRight();
              d.at(x(), true, 0).isRight();
              d.at(x(), false, 2).isRight();
            })
        .add(
            "steps with a history that is shifted",
            """
            static double[] f(double[] x, int steps) {
              double[] history = new double[4];
              for (int t = 0; t < steps; t++) {
                System.arraycopy(history, 0, history, 1, history.length - 1);
                history[0] = x[t % x.length] + 0.5 * history[1] * history[3] - history[2];
              }
              return history;
            }
            """,
            d -> {
              d.at(x(), 9).isRight();
              d.at(x(), 0).isRight();
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
            d -> {
              d.at(x(), 0.3).isRight();
              assertThat(d.generated()).contains("double[] w = z.clone();");
            })
        .add(
            "as parts of expressions",
            """
            static double f(double[] x, int n) {
              return last(java.util.Arrays.copyOf(x, n--)) * last(java.util.Arrays.copyOf(x, n))
                  + java.util.Objects.requireNonNull(x)[n] * x[0];
            }

            static double last(double[] x) {
              x[0] *= 2;
              return x[x.length - 1] + x[0];
            }
            """,
            d -> d.at(x(), 3).isRight())
        .add(
            "of float",
            """
            static float f(float[] x) {
              float[] y = java.util.Arrays.copyOf(x, 7);
              java.util.Arrays.fill(y, 0, 2, x[1] * x[2]);
              System.arraycopy(x, 0, y, 4, 2);
              float s = 0;
              for (float v : y) {
                s += v * v;
              }
              return s;
            }
            """,
            d -> d.at((Object) new float[] {0.7f, -0.4f, 1.3f}).isRight())
        .add(
            "of rows",
            """
            static double f(double[][] a, double[] b) {
              double[][] rows = new double[4][];
              System.arraycopy(a, 0, rows, 1, 3);
              rows[0] = b;
              rows[1][0] *= 2;
              double[][] more = java.util.Arrays.copyOf(rows, 5);
              more[4] = rows[2];
              System.arraycopy(more[3], 0, more[2], 1, 2);
              double[] row = new double[3];
              java.util.Arrays.fill(row, b[1]);
              double[][] same = new double[2][];
              java.util.Arrays.fill(same, row);
              same[0][1] *= a[0][0];
              double s = same[1][1];
              for (double[] r : more) {
                for (double v : r) {
                  s += v * v;
                }
              }
              return s;
            }
            """,
            d -> d.at(matrix(), new double[] {0.3, 0.8}).isRight())
        .add(
            "of passive arrays",
            """
            static double f(double[] x, int[] order) {
              int[] mine = java.util.Arrays.copyOf(order, order.length);
              long[] weights = new long[x.length];
              boolean[] used = new boolean[x.length];
              java.util.Arrays.fill(weights, 2);
              java.util.Arrays.fill(used, 1, 3, true);
              System.arraycopy(order, 0, mine, 1, 2);
              double s = 1;
              for (int i = 0; i < mine.length; i++) {
                if (used[mine[i]]) {
                  s *= weights[i] * x[mine[i]];
                }
                weights[i % 2]++;
              }
              return s;
            }
            """,
            d -> d.at(x(), new int[] {2, 1, 0}).isRight())
        .tests();
  }

  @Test
  void exceptionsAreThoseOfTheLibrary() {
    Compiled compiled =
        Compiled.of(
            """
            package exceptions;
            import dev.tapeless.Differentiable;
            import java.util.Arrays;
            final class Subject {
              @Differentiable
              static double copy(double[] x, int from, int to, int n) {
                double[] y = new double[4];
                System.arraycopy(x, from, y, to, n);
                return y[0] * y[1];
              }
              @Differentiable
              static double rows(double[][] x, int from, int to, int n) {
                double[][] y = new double[4][];
                System.arraycopy(x, from, y, to, n);
                return y[0][0];
              }
              @Differentiable
              static double within(double[] x, int from, int to, int n) {
                System.arraycopy(x, from, x, to, n);
                return x[0];
              }
              @Differentiable
              static double fill(double[] x, int from, int to, int n) {
                Arrays.fill(x, from, to, n);
                return x[0];
              }
              @Differentiable
              static double range(double[] x, int from, int to, int n) {
                return x[0] + Arrays.copyOfRange(x, from, to).length;
              }
              @Differentiable
              static double grown(double[] x, int from, int to, int n) {
                return x[0] + Arrays.copyOf(x, n).length;
              }
            }
            """);
    double[] x = {1, 2, 3, 4, 5};
    int[] numbers = {-1, 0, 2, 4, 5, 6, Integer.MAX_VALUE, Integer.MIN_VALUE};
    for (String name : new String[] {"copy", "rows", "within", "fill", "range", "grown"}) {
      Object array = name.equals("rows") ? new double[][] {x, x, x, x, x} : x;
      for (int from : numbers) {
        for (int to : numbers) {
          for (int n : new int[] {-1, 0, 2, 4, 6, Integer.MAX_VALUE}) {
            if (!tooLarge(name, from, to, n)) {
              compare(compiled, name, array, from, to, n);
            }
          }
        }
      }
    }
  }

  private static boolean tooLarge(String name, int from, int to, int n) {
    return name.equals("grown") && n > 100 || name.equals("range") && to - from > 100;
  }

  private static void compare(Compiled compiled, String name, Object array, int... numbers) {
    Object[] arguments = {array, numbers[0], numbers[1], numbers[2]};
    Throwable primal = thrown(compiled, "exceptions.Subject", name, arguments);
    Throwable derivative =
        thrown(compiled, "exceptions.SubjectAdjoint", name + "Gradient", arguments);
    String where = name + java.util.Arrays.toString(numbers);
    assertThat(words(derivative)).as(where).isEqualTo(words(primal));
  }

  /** The message of a null pointer tells the name of a variable. */
  private static String words(Throwable thrown) {
    return thrown instanceof NullPointerException ? "null" : String.valueOf(thrown);
  }

  private static Throwable thrown(
      Compiled compiled, String owner, String name, Object[] arguments) {
    Method method =
        Stream.of(compiled.load(owner).getDeclaredMethods())
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    Throwable thrown = catchThrowable(() -> method.invoke(null, arguments.clone()));
    return thrown == null ? null : thrown.getCause();
  }
}
