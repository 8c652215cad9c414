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
            "LU with partial pivoting and swapped rows",
            """
            static double[] solve(double[][] a, double[] rhs) {
              int n = rhs.length;
              double[][] lu = new double[n][];
              for (int i = 0; i < n; i++) lu[i] = a[i].clone();
              double[] b = rhs.clone();
              for (int k = 0; k < n; k++) {
                int p = k;
                for (int i = k + 1; i < n; i++) {
                  if (Math.abs(lu[i][k]) > Math.abs(lu[p][k])) {
                    p = i;
                  }
                }
                if (lu[p][k] == 0) {
                  throw new ArithmeticException("matrix is singular");
                }
                double[] row = lu[k];
                lu[k] = lu[p];
                lu[p] = row;
                double t = b[k];
                b[k] = b[p];
                b[p] = t;
                for (int i = k + 1; i < n; i++) {
                  double factor = lu[i][k] / lu[k][k];
                  b[i] -= factor * b[k];
                  for (int j = k; j < n; j++) {
                    lu[i][j] -= factor * lu[k][j];
                  }
                }
              }
              double[] x = new double[n];
              for (int i = n - 1; i >= 0; i--) {
                double sum = 0;
                for (int j = i + 1; j < n; j++) sum += lu[i][j] * x[j];
                x[i] = (b[i] - sum) / lu[i][i];
              }
              return x;
            }
            """,
            f -> f.at(A, B).isRight())
        .add(
            "determinant by Gauss with a permutation of indices",
            """
            static double determinant(double[][] m) {
              int n = m.length;
              double[][] a = new double[n][n];
              int[] perm = new int[n];
              for (int i = 0; i < n; i++) {
                perm[i] = i;
                for (int j = 0; j < n; j++) a[i][j] = m[i][j];
              }
              double det = 1;
              for (int k = 0; k < n; k++) {
                int max = k;
                for (int i = k; i < n; i++) {
                  if (Math.abs(a[perm[i]][k]) > Math.abs(a[perm[max]][k])) max = i;
                }
                if (max != k) {
                  int t = perm[max];
                  perm[max] = perm[k];
                  perm[k] = t;
                  det = -det;
                }
                double pivot = a[perm[k]][k];
                if (Math.abs(pivot) < 1e-12) return 0;
                det *= pivot;
                for (int i = k + 1; i < n; i++) {
                  double f = a[perm[i]][k] / pivot;
                  for (int j = k + 1; j < n; j++) a[perm[i]][j] -= f * a[perm[k]][j];
                }
              }
              return det;
            }
            """,
            f -> {
              f.at((Object) A).isRight();
              f.at((Object) new double[][] {{0, 0}, {0, 0}}).isConsistent();
            })
        .add(
            "Cholesky, solve and log determinant",
            """
            static double logDensity(double[][] cov, double[] x) {
              int n = x.length;
              double[][] l = new double[n][n];
              for (int j = 0; j < n; j++) {
                double d = cov[j][j];
                for (int k = 0; k < j; k++) d -= l[j][k] * l[j][k];
                if (d <= 0) {
                  throw new IllegalArgumentException("not positive definite");
                }
                l[j][j] = Math.sqrt(d);
                for (int i = j + 1; i < n; i++) {
                  double s = cov[i][j];
                  for (int k = 0; k < j; k++) s -= l[i][k] * l[j][k];
                  l[i][j] = s / l[j][j];
                }
              }
              double quad = 0, logDet = 0;
              double[] z = new double[n];
              for (int i = 0; i < n; i++) {
                double s = x[i];
                for (int k = 0; k < i; k++) s -= l[i][k] * z[k];
                z[i] = s / l[i][i];
                quad += z[i] * z[i];
                logDet += Math.log(l[i][i]);
              }
              return -0.5 * (quad + 2 * logDet + n * Math.log(2 * Math.PI));
            }
            """,
            f -> f.at(SPD, B).isRight())
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
            "QR by Householder, least squares",
            """
            static double[] leastSquares(double[][] a, double[] b) {
              int m = a.length, n = a[0].length;
              double[][] qr = new double[m][n];
              for (int i = 0; i < m; i++) System.arraycopy(a[i], 0, qr[i], 0, n);
              double[] rdiag = new double[n];
              double[] y = b.clone();
              for (int k = 0; k < n; k++) {
                double nrm = 0;
                for (int i = k; i < m; i++) nrm = Math.hypot(nrm, qr[i][k]);
                if (nrm != 0.0) {
                  if (qr[k][k] < 0) nrm = -nrm;
                  for (int i = k; i < m; i++) qr[i][k] /= nrm;
                  qr[k][k] += 1.0;
                  for (int j = k + 1; j < n; j++) {
                    double s = 0.0;
                    for (int i = k; i < m; i++) s += qr[i][k] * qr[i][j];
                    s = -s / qr[k][k];
                    for (int i = k; i < m; i++) qr[i][j] += s * qr[i][k];
                  }
                }
                rdiag[k] = -nrm;
              }
              for (int k = 0; k < n; k++) {
                double s = 0.0;
                for (int i = k; i < m; i++) s += qr[i][k] * y[i];
                s = -s / qr[k][k];
                for (int i = k; i < m; i++) y[i] += s * qr[i][k];
              }
              double[] x = new double[n];
              for (int k = n - 1; k >= 0; k--) {
                x[k] = y[k] / rdiag[k];
                for (int i = 0; i < k; i++) y[i] -= x[k] * qr[i][k];
              }
              return x;
            }
            """,
            f ->
                f.at(
                        new double[][] {{1, 2}, {0.5, -1}, {2, 0.3}, {0.7, 1.1}},
                        new double[] {1, 2, 3, 4})
                    .isRight())
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
        .add(
            "inverse by Gauss and Jordan, in place",
            """
            static double[][] inverse(double[][] in) {
              int n = in.length;
              double[][] a = new double[n][n];
              for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a[i][j] = in[i][j];
              for (int k = 0; k < n; k++) {
                double p = 1 / a[k][k];
                a[k][k] = 1;
                for (int j = 0; j < n; j++) a[k][j] *= p;
                for (int i = 0; i < n; i++) {
                  if (i == k) continue;
                  double f = a[i][k];
                  a[i][k] = 0;
                  for (int j = 0; j < n; j++) a[i][j] -= f * a[k][j];
                }
              }
              return a;
            }
            """,
            f -> f.at((Object) SPD).isRight())
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
            "conjugate gradients",
            """
            static double[] conjugateGradients(double[][] a, double[] b, int maxIterations) {
              int n = b.length;
              double[] x = new double[n];
              double[] r = b.clone();
              double[] p = r.clone();
              double rs = dot(r, r);
              for (int k = 0; k < maxIterations; k++) {
                double[] ap = times(a, p);
                double alpha = rs / dot(p, ap);
                for (int i = 0; i < n; i++) {
                  x[i] += alpha * p[i];
                  r[i] -= alpha * ap[i];
                }
                double next = dot(r, r);
                if (Math.sqrt(next) < 1e-9) break;
                for (int i = 0; i < n; i++) p[i] = r[i] + next / rs * p[i];
                rs = next;
              }
              return x;
            }

            static double dot(double[] a, double[] b) {
              double s = 0;
              for (int i = 0; i < a.length; i++) s += a[i] * b[i];
              return s;
            }

            static double[] times(double[][] a, double[] x) {
              double[] y = new double[a.length];
              for (int i = 0; i < a.length; i++) y[i] = dot(a[i], x);
              return y;
            }
            """,
            f -> f.at(SPD, B, 2).isRight())
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
            "power iteration with the Rayleigh quotient",
            """
            static double largestEigenvalue(double[][] a, int iterations) {
              int n = a.length;
              double[] v = new double[n];
              java.util.Arrays.fill(v, 1.0 / Math.sqrt(n));
              double lambda = 0;
              for (int it = 0; it < iterations; it++) {
                double[] w = new double[n];
                for (int i = 0; i < n; i++) {
                  for (int j = 0; j < n; j++) {
                    w[i] += a[i][j] * v[j];
                  }
                }
                lambda = 0;
                double norm = 0;
                for (int i = 0; i < n; i++) {
                  lambda += w[i] * v[i];
                  norm += w[i] * w[i];
                }
                norm = Math.sqrt(norm);
                for (int i = 0; i < n; i++) w[i] /= norm;
                v = w;
              }
              return lambda;
            }
            """,
            f -> f.at(SPD, 12).isRight())
        .add(
            "Jacobi's rotations for symmetric eigenvalues",
            """
            static double[] eigenvalues(double[][] s) {
              int n = s.length;
              double[][] a = new double[n][n];
              for (int i = 0; i < n; i++) a[i] = s[i].clone();
              for (int sweep = 0; sweep < 30; sweep++) {
                double off = 0;
                for (int p = 0; p < n - 1; p++) {
                  for (int q = p + 1; q < n; q++) off += Math.abs(a[p][q]);
                }
                if (off < 1e-9) break;
                for (int p = 0; p < n - 1; p++) {
                  for (int q = p + 1; q < n; q++) {
                    if (Math.abs(a[p][q]) < 1e-14) continue;
                    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
                    double t = (theta >= 0 ? 1 : -1)
                        / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
                    double c = 1 / Math.sqrt(t * t + 1), sn = t * c;
                    for (int k = 0; k < n; k++) {
                      double akp = a[k][p], akq = a[k][q];
                      a[k][p] = c * akp - sn * akq;
                      a[k][q] = sn * akp + c * akq;
                    }
                    for (int k = 0; k < n; k++) {
                      double apk = a[p][k], aqk = a[q][k];
                      a[p][k] = c * apk - sn * aqk;
                      a[q][k] = sn * apk + c * aqk;
                    }
                  }
                }
              }
              double[] d = new double[n];
              for (int i = 0; i < n; i++) d[i] = a[i][i];
              return d;
            }
            """,
            f -> f.at((Object) SPD).isRight())
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
