package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Several names of one array, and names that change what they stand for. */
class ArraysAliasedTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  private static double[][] matrix() {
    return new double[][] {{0.5, 2, 1}, {3, -1, 0.7}, {1.1, 0.4, 2}};
  }

  @TestFactory
  Stream<DynamicTest> names() {
    return new Programs()
        .add(
            "a row by a name of its own",
            """
            static double f(double[][] a) {
              double s = 0;
              for (int i = 0; i < a.length; i++) {
                double[] row = a[i];
                for (int j = 0; j < row.length; j++) {
                  s += row[j] * row[j] * a[0][j];
                }
              }
              return s;
            }
            """,
            d -> d.at((Object) matrix()).isRight())
        .add(
            "a row that is written by its name",
            """
            static double f(double[][] a) {
              for (int i = 1; i < a.length; i++) {
                double[] row = a[i];
                double[] above = a[i - 1];
                for (int j = 0; j < row.length; j++) {
                  row[j] = row[j] * above[j] + a[i][0];
                }
              }
              return a[2][0] * a[2][1] + a[1][2];
            }
            """,
            d -> d.at((Object) matrix()).isRight())
        .add(
            "two names of one array",
            """
            static double f(double[] x) {
              double[] y = x;
              y[0] = x[0] * x[1];
              x[1] = y[0] + y[2];
              y[2] *= x[1];
              return x[0] * y[1] * x[2];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "two names of one new array",
            """
            static double f(double[] x) {
              double[] a = new double[3];
              double[] b = a;
              a[0] = x[0] * x[1];
              b[0] *= x[2];
              b[1] = a[0] * a[0];
              return a[0] + a[1] * b[1];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a name that stands for one array and then for another",
            """
            static double f(double[] x, double[] y) {
              double[] z = x;
              double s = z[0] * z[1];
              z = y;
              s += z[0] * z[1] * x[0];
              z[1] = s;
              z = x;
              z[2] = s * y[1];
              return x[2] * y[1];
            }
            """,
            d -> d.at(x(), new double[] {0.3, 1.7}).isRight())
        .add(
            "a plane and a row of an array of rank three",
            """
            static double f(double[][][] a) {
              double s = 0;
              for (int i = 0; i < a.length; i++) {
                double[][] plane = a[i];
                double[] first = plane[0];
                for (int j = 0; j < plane.length; j++) {
                  double[] row = plane[j];
                  row[0] += first[0] * s;
                  s += row[0] * row[1];
                }
              }
              return s;
            }
            """,
            d ->
                d.at((Object) new double[][][] {{{0.5, 2}, {3, -1}}, {{0.7, 0.9}, {1.2, 0.2}}})
                    .isRight())
        .add(
            "one row stands at two places",
            """
            static double f(double[] x) {
              double[][] m = {x, x.clone(), x};
              m[0][0] *= 2;
              m[2][0] *= m[1][1];
              m[1][0] = m[0][0] + m[2][2];
              return m[0][0] * m[1][0];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a row that is put into an array and written afterwards",
            """
            static double f(double[] x) {
              double[][] m = new double[2][];
              double[] row = new double[] {x[0], 1};
              m[0] = row;
              m[1] = row;
              row[1] = x[1] * x[0];
              m[1][0] = row[1] * row[0];
              return m[0][0] * m[1][1];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a comparison of references",
            """
            static double f(double[] x) {
              double[] y = x;
              double[] z = x.clone();
              double s = 0;
              if (x == y) {
                s += y[0] * y[0];
              }
              if (z != x) {
                s *= z[1];
              }
              return s;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a name that may be null",
            """
            static double f(double[] x, int n) {
              double[] last = null;
              double s = 0;
              for (int i = 0; i < n; i++) {
                double[] now = {x[i % x.length], s};
                if (last != null) {
                  s += last[0] * now[0] + last[1];
                }
                last = now;
              }
              return s;
            }
            """,
            d -> d.at(x(), 5).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> choices() {
    return new Programs()
        .add(
            "a conditional expression chooses an array",
            """
            static double f(double[] x, double[] y, boolean first) {
              double[] z = first ? x : y;
              z[0] = z[0] * z[1];
              return x[0] * y[0] * z[1];
            }
            """,
            d -> {
              d.at(x(), new double[] {0.3, 1.7}, true).isRight();
              d.at(x(), new double[] {0.3, 1.7}, false).isRight();
            })
        .add(
            "a conditional expression chooses in a loop",
            """
            static double f(double[] x, double[] y) {
              double s = 1;
              for (int i = 0; i < 6; i++) {
                double[] z = i % 2 == 0 ? x : y;
                double[] w = s > 1 ? z : x;
                s += w[i % w.length] * z[0];
                w[0] += 0.1 * s;
              }
              return s * x[0];
            }
            """,
            d -> d.at(x(), new double[] {0.3, 1.7}).isRight())
        .add(
            "a conditional expression that is indexed at once",
            """
            static double f(double[] x, double[] y, int n) {
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += (i > 1 ? x : y)[i % 2] * s + x[i];
              }
              return s;
            }
            """,
            d -> d.at(x(), new double[] {0.3, 1.7}, 3).isRight())
        .add(
            "a conditional expression creates or shares",
            """
            static double f(double[] x, boolean copy) {
              double[] w = copy ? x.clone() : x;
              w[0] = w[0] * w[2];
              return w[0] * x[0] * x[1];
            }
            """,
            d -> {
              d.at(x(), true).isRight();
              d.at(x(), false).isRight();
            })
        .add(
            "branches choose the array that is written",
            """
            static double f(double[] x) {
              double[] low = new double[x.length];
              double[] high = new double[x.length];
              int l = 0;
              int h = 0;
              for (int i = 0; i < x.length; i++) {
                double[] target;
                int at;
                if (x[i] < 0.5) {
                  target = low;
                  at = l++;
                } else {
                  target = high;
                  at = h++;
                }
                target[at] = x[i] * x[i] * (i + 1);
              }
              return low[0] * high[0] + high[1] * high[1];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "the row is chosen by data",
            """
            static double f(double[][] a, int[] path) {
              double s = 0;
              double[] row = a[0];
              for (int k : path) {
                s += row[k] * a[k][0];
                row = a[k];
                row[1] *= 1.5;
              }
              return s * row[1];
            }
            """,
            d -> d.at(matrix(), new int[] {1, 2, 1, 0, 2}).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> exchanges() {
    return new Programs()
        .add(
            "two buffers that change places in a counted loop",
            """
            static double f(double[] x, int n) {
              double[] u = x.clone();
              double[] v = new double[x.length];
              for (int t = 0; t < n; t++) {
                for (int i = 0; i < u.length; i++) {
                  v[i] = u[i] * u[(i + 1) % u.length] + 0.3 * u[i];
                }
                double[] swap = u;
                u = v;
                v = swap;
              }
              return u[0] * u[1] + v[0];
            }
            """,
            d -> {
              d.at(x(), 3).isRight();
              d.at(x(), 4).isRight();
              d.at(x(), 0).isRight();
            })
        .add(
            "two buffers that change places in a while loop",
            """
            static double[] f(double[] x, @Constant double limit) {
              double[] u = x.clone();
              double[] v = new double[x.length];
              double error = 1;
              int trips = 0;
              while (error > limit && trips < 50) {
                trips++;
                error = 0;
                for (int i = 0; i < u.length; i++) {
                  v[i] = Math.cos(u[i] * 0.5) + 0.1 * x[i];
                  error = Math.max(error, Math.abs(v[i] - u[i]));
                }
                double[] swap = u;
                u = v;
                v = swap;
              }
              return u;
            }
            """,
            d -> d.at(x(), 1e-3).isRight())
        .add(
            "three buffers in turn",
            """
            static double f(double[] start, double c, int n) {
              double[] before = start;
              double[] now = start.clone();
              double[] after = new double[start.length];
              for (int t = 0; t < n; t++) {
                for (int i = 1; i < now.length - 1; i++) {
                  after[i] = 2 * now[i] - before[i] + c * (now[i - 1] - 2 * now[i] + now[i + 1]) * now[i];
                }
                double[] free = before;
                before = now;
                now = after;
                after = free;
              }
              double s = 0;
              for (int i = 0; i < now.length; i++) {
                s += now[i] * now[i] + before[i];
              }
              return s;
            }
            """,
            d -> d.at(new double[] {0, 0.7, -0.4, 1.3, 0.2}, 0.3, 5).isRight())
        .add(
            "parameters that change places",
            """
            static double f(double[] x, double[] y, int n) {
              for (int t = 0; t < n; t++) {
                double s = x[0] * y[1];
                double[] swap = x;
                x = y;
                y = swap;
                x[1] += s;
              }
              return x[0] * x[1] * y[0];
            }
            """,
            d -> d.at(x(), new double[] {0.3, 1.7}, 3).isRight())
        .add(
            "rows that change places inside an array",
            """
            static double f(double[][] a) {
              double[] first = a[0];
              a[0] = a[2];
              a[2] = first;
              a[0][1] *= a[2][0];
              a[1] = a[0];
              a[1][2] += a[2][2] * a[2][2];
              return a[0][1] * a[0][2] + a[1][0] * first[1];
            }
            """,
            d -> d.at((Object) matrix()).isRight())
        .add(
            "rows that are rotated in a loop",
            """
            static double f(double[][] a, int n) {
              double s = 0;
              for (int t = 0; t < n; t++) {
                double[] first = a[0];
                for (int i = 1; i < a.length; i++) {
                  a[i - 1] = a[i];
                }
                a[a.length - 1] = first;
                first[0] = first[0] * a[0][1];
                s += a[0][0] * a[1][1];
              }
              return s;
            }
            """,
            d -> d.at(matrix(), 4).isRight())
        .add(
            "a row replaced by a new one while the old one is read",
            """
            static double f(double[][] a, int n) {
              for (int t = 0; t < n; t++) {
                double[] old = a[t % a.length];
                double[] now = new double[old.length];
                for (int j = 0; j < now.length; j++) {
                  now[j] = old[j] * old[(j + 1) % old.length];
                }
                a[t % a.length] = now;
                old[0] = 5;
              }
              return a[0][0] * a[1][1] * a[2][2];
            }
            """,
            d -> d.at(matrix(), 5).isRight())
        .tests();
  }
}
