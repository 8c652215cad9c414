package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Results that are arrays. */
class ArraysReturnedTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  private static double[][] matrix() {
    return new double[][] {{0.5, 2, 1}, {3, -1, 0.7}};
  }

  @TestFactory
  Stream<DynamicTest> returned() {
    return new Programs()
        .add(
            "a new array of rank one",
            """
            static double[] f(double[] x, double a) {
              double[] y = new double[x.length + 1];
              for (int i = 0; i < x.length; i++) {
                y[i] = x[i] * x[i] * a;
                y[i + 1] += y[i] * x[0];
              }
              return y;
            }
            """,
            d -> {
              d.at(x(), 1.5).isRight();
              d.at(new double[0], 1.5).isRight();
            })
        .add(
            "a new array of rank two",
            """
            static double[][] f(double[] x, double[] y) {
              double[][] outer = new double[x.length][y.length];
              for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < y.length; j++) {
                  outer[i][j] = x[i] * y[j] * y[j];
                }
              }
              return outer;
            }
            """,
            d -> {
              d.at(x(), new double[] {2, -1}).isRight();
              d.at(new double[0], new double[] {2, -1}).isRight();
              d.at(x(), new double[0]).isRight();
            })
        .add(
            "a new array of rank three with ragged rows",
            """
            static double[][][] f(double[] x) {
              double[][][] y = new double[2][x.length][];
              for (int i = 0; i < y.length; i++) {
                for (int j = 0; j < x.length; j++) {
                  y[i][j] = new double[j + i];
                  for (int k = 0; k < y[i][j].length; k++) {
                    y[i][j][k] = x[j] * x[k % x.length] + i * x[j];
                  }
                }
              }
              return y;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "the matrix product",
            """
            static double[][] f(double[][] a, double[][] b) {
              double[][] c = new double[a.length][b[0].length];
              for (int i = 0; i < a.length; i++) {
                for (int k = 0; k < b.length; k++) {
                  for (int j = 0; j < b[k].length; j++) {
                    c[i][j] += a[i][k] * b[k][j];
                  }
                }
              }
              return c;
            }
            """,
            d -> d.at(matrix(), new double[][] {{1, 2}, {0.5, -1}, {0.3, 2}}).isRight())
        .add(
            "a parameter that is not written",
            """
            static double[] f(double[] x) {
              return x;
            }
            """,
            d -> d.at(x()).isRight().gradientIs(1, 1, 1))
        .add(
            "a parameter of rank two that is written",
            """
            static double[][] f(double[][] a, double c) {
              for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < a[i].length; j++) {
                  a[i][j] = a[i][j] * a[i][0] * c;
                }
              }
              return a;
            }
            """,
            d -> d.at(matrix(), 0.7).isRight())
        .add(
            "a row of a parameter",
            """
            static double[] f(double[][] a, int k) {
              for (int j = 0; j < a[k].length; j++) {
                a[k][j] *= a[0][j];
              }
              return a[k];
            }
            """,
            d -> {
              d.at(matrix(), 0).isRight();
              d.at(matrix(), 1).isRight();
            })
        .add(
            "a row of a parameter that is not written",
            """
            static double[] f(double[][] a, int k) {
              return a[k];
            }
            """,
            d -> d.at(matrix(), 1).isRight().gradientIs(0, 0, 0, 1, 1, 1))
        .add(
            "a row of a local array",
            """
            static double[] f(double[] x) {
              double[][] t = new double[2][x.length];
              for (int i = 0; i < x.length; i++) {
                t[0][i] = x[i] * x[i];
                t[1][i] = t[0][i] * x[0];
              }
              return t[1];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "an initialiser",
            """
            static double[] f(double a, double b) {
              return new double[] {a * b, Math.sin(a), b, 3};
            }
            """,
            d -> d.at(0.7, 1.3).isRight())
        .add(
            "an initialiser of rank two",
            """
            static double[][] f(double a, double b) {
              return new double[][] {{a * b}, {Math.sin(a), b * b}, {}};
            }
            """,
            d -> d.at(0.7, 1.3).isRight())
        .add(
            "an initialiser of rank two made of parameters",
            """
            static double[][] f(double[] x, double[] y) {
              x[0] *= y[0];
              return new double[][] {x, y};
            }
            """,
            d -> d.at(x(), new double[] {2, -1}).isRight())
        .add(
            "an initialiser with one row twice",
            """
            static double[][] f(double[] x) {
              x[0] *= x[1];
              return new double[][] {x, x};
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a clone",
            """
            static double[] f(double[] x) {
              x[1] *= x[0];
              return x.clone();
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a clone of rank two",
            """
            static double[][] f(double[][] a) {
              a[0][0] *= a[1][1];
              return a.clone();
            }
            """,
            d -> d.at((Object) matrix()).isRight())
        .add(
            "a new array of zeros",
            """
            static double[] f(double[] x) {
              return new double[x.length];
            }
            """,
            d -> d.at(x()).isRight().gradientIs(0, 0, 0))
        .add(
            "an empty array",
            """
            static double[] f(double[] x) {
              return new double[] {};
            }
            """,
            d -> d.at(x()).isRight().gradientIs(0, 0, 0))
        .add(
            "one of two arrays",
            """
            static double[] f(double[] x, boolean first) {
              double[] y = {x[0] * x[1], x[2] * x[2]};
              return first ? x : y;
            }
            """,
            d -> {
              d.at(x(), true).isRight();
              d.at(x(), false).isRight();
            })
        .add(
            "one array here and another there",
            """
            static double[] f(double[] x, int n) {
              if (n == 0) {
                return x;
              }
              double[] y = new double[n];
              for (int i = 0; i < n; i++) {
                y[i] = x[i] * x[0];
              }
              if (n == 1) {
                return new double[] {y[0], y[0] * x[1]};
              }
              return y;
            }
            """,
            d -> {
              d.at(x(), 0).isRight();
              d.at(x(), 1).isRight();
              d.at(x(), 3).isRight();
            })
        .add(
            "an array that is read after the result was computed",
            """
            static double[] f(double[] x) {
              double[] y = x.clone();
              for (int t = 0; t < 3; t++) {
                for (int i = 0; i < y.length; i++) {
                  y[i] = Math.sin(y[i]) + x[i] * y[i];
                }
              }
              double[] z = y;
              z[0] += 1;
              return y;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "the state after a loop that exchanges buffers",
            """
            static double[][] f(double[][] a, int n) {
              double[][] u = a;
              double[][] v = new double[a.length][a[0].length];
              for (int t = 0; t < n; t++) {
                for (int i = 0; i < u.length; i++) {
                  for (int j = 0; j < u[i].length; j++) {
                    v[i][j] = u[i][j] * u[(i + 1) % u.length][j] + 0.2;
                  }
                }
                double[][] swap = u;
                u = v;
                v = swap;
              }
              return u;
            }
            """,
            d -> {
              d.at(matrix(), 0).isRight();
              d.at(matrix(), 1).isRight();
              d.at(matrix(), 4).isRight();
            })
        .add(
            "a float array",
            """
            static float[] f(float[] x, float a) {
              float[] y = new float[x.length];
              for (int i = 0; i < x.length; i++) {
                y[i] = x[i] * a;
                y[i] *= y[i];
              }
              return y;
            }
            """,
            d -> d.at(new float[] {0.5f, 1.25f}, 0.75f).isRight())
        .add(
            "doubles from floats and floats from doubles",
            """
            static double[] f(float[] x, double[] y) {
              float[] z = new float[y.length];
              double[] w = new double[y.length];
              for (int i = 0; i < y.length; i++) {
                z[i] = (float) (y[i] * y[i]);
                z[i] += y[i];
                w[i] = x[i] * z[i] * y[i];
              }
              return w;
            }
            """,
            d -> d.at(new float[] {0.5f, 1.25f}, new double[] {0.75, 1.5}).isRight())
        .tests();
  }
}
