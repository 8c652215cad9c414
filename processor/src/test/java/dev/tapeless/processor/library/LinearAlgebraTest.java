package dev.tapeless.processor.library;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Factorizations, solvers and eigenvalues. */
class LinearAlgebraTest {

  private static final double[][] A = {{0.5, 2.0, -1.0}, {3.0, 1.0, 0.4}, {-0.7, 0.9, 2.5}};
  private static final double[][] SPD = {{4.0, 1.0, 0.5}, {1.0, 3.0, -0.4}, {0.5, -0.4, 5.0}};
  private static final double[] B = {1.0, -2.0, 0.5};

  @TestFactory
  Stream<DynamicTest> factorizations() {
    return new Programs()
        .add(
            "Cholesky by lines of a flat array, in place",
            """
            static double[] cholesky(double[] a, int n) {
              double[] l = a.clone();
              for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                  double sum = l[i * n + j];
                  int iEl = i * n, jEl = j * n;
                  for (int end = iEl + i; iEl < end; ) {
                    sum -= l[iEl++] * l[jEl++];
                  }
                  if (i == j) {
                    l[i * n + i] = Math.sqrt(sum);
                  } else {
                    l[j * n + i] = sum / l[i * n + i];
                  }
                }
              }
              for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) l[i * n + j] = 0;
              }
              return l;
            }
            """,
            f -> f.at(new double[] {4, 1, 0.5, 1, 3, -0.4, 0.5, -0.4, 5}, 3).isRight())
        .add(
            "modified Gram and Schmidt",
            """
            static double[][] orthonormal(double[][] v) {
              double[][] q = new double[v.length][];
              for (int i = 0; i < v.length; i++) {
                double[] w = v[i].clone();
                for (int j = 0; j < i; j++) {
                  double s = dot(q[j], w);
                  for (int k = 0; k < w.length; k++) w[k] -= s * q[j][k];
                }
                double norm = Math.sqrt(dot(w, w));
                for (int k = 0; k < w.length; k++) w[k] /= norm;
                q[i] = w;
              }
              return q;
            }

            private static double dot(double[] a, double[] b) {
              double s = 0;
              for (int i = 0; i < a.length; i++) s += a[i] * b[i];
              return s;
            }
            """,
            f -> f.at((Object) A).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> iterations() {
    return new Programs()
        .add(
            "Thomas' algorithm for tridiagonal systems",
            """
            static double[] thomas(double[] a, double[] b, double[] c, double[] d) {
              int n = d.length;
              double[] cp = new double[n];
              double[] x = new double[n];
              cp[0] = c[0] / b[0];
              x[0] = d[0] / b[0];
              for (int i = 1; i < n; i++) {
                double m = 1.0 / (b[i] - a[i] * cp[i - 1]);
                cp[i] = c[i] * m;
                x[i] = (d[i] - a[i] * x[i - 1]) * m;
              }
              for (int i = n - 1; i-- > 0; ) {
                x[i] -= cp[i] * x[i + 1];
              }
              return x;
            }
            """,
            f ->
                f.at(
                        new double[] {0, 1, 0.5, -1},
                        new double[] {4, 5, 3, 4},
                        new double[] {1, 0.3, 0.8, 0},
                        new double[] {1, 2, 3, 4})
                    .isRight())
        .add(
            "Gauss and Seidel until nothing changes much",
            """
            static double[] gaussSeidel(double[][] a, double[] b, double tolerance) {
              double[] x = new double[b.length];
              double change;
              do {
                change = 0;
                for (int i = 0; i < b.length; i++) {
                  double old = x[i];
                  double sum = b[i];
                  for (int j = 0; j < b.length; j++) {
                    if (j != i) sum -= a[i][j] * x[j];
                  }
                  x[i] = sum / a[i][i];
                  change = Math.max(change, Math.abs(x[i] - old));
                }
              } while (change > tolerance);
              return x;
            }
            """,
            f -> f.at(SPD, B, 1e-12).isConsistent())
        .add(
            "matrix power by squaring",
            """
            static double[][] power(double[][] a, int e) {
              int n = a.length;
              double[][] result = new double[n][n];
              for (int i = 0; i < n; i++) result[i][i] = 1;
              double[][] base = a;
              while (e > 0) {
                if ((e & 1) == 1) result = multiply(result, base);
                base = multiply(base, base);
                e >>= 1;
              }
              return result;
            }

            private static double[][] multiply(double[][] a, double[][] b) {
              double[][] c = new double[a.length][b[0].length];
              for (int i = 0; i < a.length; i++) {
                double[] ci = c[i];
                for (int k = 0; k < b.length; k++) {
                  double aik = a[i][k];
                  double[] bk = b[k];
                  for (int j = 0; j < ci.length; j++) ci[j] += aik * bk[j];
                }
              }
              return c;
            }
            """,
            f -> f.at(A, 5).isRight())
        .add(
            "matrix exponential by scaling and squaring",
            """
            static double[][] expm(double[][] a) {
              int n = a.length;
              double norm = 0;
              for (double[] row : a) {
                double s = 0;
                for (double x : row) s += Math.abs(x);
                norm = Math.max(norm, s);
              }
              int squarings = Math.max(0, (int) Math.ceil(Math.log(norm) / Math.log(2)) + 1);
              double scale = 1.0 / (1 << squarings);
              double[][] term = new double[n][n], sum = new double[n][n];
              for (int i = 0; i < n; i++) term[i][i] = sum[i][i] = 1;
              for (int k = 1; k <= 12; k++) {
                term = product(term, a, scale / k);
                for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) sum[i][j] += term[i][j];
              }
              for (int s = 0; s < squarings; s++) sum = product(sum, sum, 1);
              return sum;
            }

            static double[][] product(double[][] a, double[][] b, double factor) {
              int n = a.length;
              double[][] c = new double[n][n];
              for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) {
                  double s = 0;
                  for (int k = 0; k < n; k++) s += a[i][k] * b[k][j];
                  c[i][j] = s * factor;
                }
              return c;
            }
            """,
            f -> f.at((Object) A).isRight())
        .tests();
  }
}
