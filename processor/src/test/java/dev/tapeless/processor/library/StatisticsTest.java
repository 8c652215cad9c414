package dev.tapeless.processor.library;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Moments, likelihoods, filters, clusters, networks. */
class StatisticsTest {

  private static final double[] X = {0.3, 1.2, -0.7, 2.1, 0.9};
  private static final double[] Y = {1, 0.4, -0.3, 0.8, 1.7};
  private static final double[] W = {0.5, 1, 2, 0.3, 0.7};

  @TestFactory
  Stream<DynamicTest> moments() {
    return new Programs()
        .add(
            "Welford's variance",
            """
            static double variance(double[] x) {
              double mean = 0, m2 = 0;
              int n = 0;
              for (double v : x) {
                n++;
                double delta = v - mean;
                mean += delta / n;
                m2 += delta * (v - mean);
              }
              return n < 2 ? Double.NaN : m2 / (n - 1);
            }
            """,
            f -> f.at((Object) X).isRight())
        .add(
            "weighted mean, skewness and kurtosis",
            """
            static double[] moments(double[] x, double[] w) {
              double sw = 0, sx = 0;
              for (int i = 0; i < x.length; i++) {
                sw += w[i];
                sx += w[i] * x[i];
              }
              double mean = sx / sw;
              double m2 = 0, m3 = 0, m4 = 0;
              for (int i = 0; i < x.length; i++) {
                double d = x[i] - mean, dd = d * d;
                m2 += w[i] * dd;
                m3 += w[i] * dd * d;
                m4 += w[i] * dd * dd;
              }
              m2 /= sw;
              m3 /= sw;
              m4 /= sw;
              return new double[] {mean, m3 / Math.pow(m2, 1.5), m4 / (m2 * m2) - 3};
            }
            """,
            f -> f.at(X, W).isRight())
        .add(
            "correlation in one pass",
            """
            static double pearson(double[] x, double[] y) {
              if (x.length != y.length) {
                throw new IllegalArgumentException("Input vector sizes are different.");
              }
              double sx = 0, sy = 0, sxy = 0;
              double mx = x[0], my = y[0];
              for (int i = 1; i < x.length; i++) {
                double sweep = (double) i / (i + 1);
                double dx = x[i] - mx, dy = y[i] - my;
                sx += dx * dx * sweep;
                sy += dy * dy * sweep;
                sxy += dx * dy * sweep;
                mx += dx / (i + 1);
                my += dy / (i + 1);
              }
              return sxy / Math.sqrt(sx * sy);
            }
            """,
            f -> f.at(X, Y).isRight())
        .add(
            "autocorrelation",
            """
            static double[] autocorrelation(double[] x, int maxLag) {
              double mean = 0;
              for (double v : x) mean += v / x.length;
              double[] r = new double[maxLag + 1];
              for (int lag = 0; lag <= maxLag; lag++) {
                for (int i = 0; i + lag < x.length; i++) {
                  r[lag] += (x[i] - mean) * (x[i + lag] - mean);
                }
              }
              for (int lag = maxLag; lag >= 0; lag--) r[lag] /= r[0];
              return r;
            }
            """,
            f -> f.at(X, 2).isRight())
        .add(
            "Kahan's sum",
            """
            static double kahan(double[] x) {
              double sum = 0, c = 0;
              for (int i = 0; i < x.length; i++) {
                double t = sum + x[i];
                if (Math.abs(sum) >= Math.abs(x[i])) c += (sum - t) + x[i];
                else c += (x[i] - t) + sum;
                sum = t;
              }
              return sum + c;
            }
            """,
            f -> f.at((Object) X).isRight())
        .add(
            "median of a copy by insertion",
            """
            static double median(double[] values) {
              double[] a = values.clone();
              for (int i = 1; i < a.length; i++) {
                double v = a[i];
                int j = i - 1;
                while (j >= 0 && a[j] > v) {
                  a[j + 1] = a[j];
                  j--;
                }
                a[j + 1] = v;
              }
              int mid = a.length / 2;
              return a.length % 2 == 1 ? a[mid] : (a[mid - 1] + a[mid]) / 2;
            }
            """,
            f -> {
              f.at((Object) X).isRight();
              f.at((Object) new double[] {3, 1, 2, 5}).isRight();
            })
        .add(
            "geometric mean and entropy of counts",
            """
            static double entropy(double[] p) {
              double total = 0, h = 0;
              for (double v : p) {
                if (v < 0) throw new IllegalArgumentException("negative count " + v);
                total += v;
              }
              for (double v : p) {
                if (v > 0) h -= v / total * Math.log(v / total);
              }
              return h / Math.log(p.length);
            }
            """,
            f -> {
              f.at((Object) W).isRight();
            })
        .add(
            "kernel density with a bandwidth of Silverman's",
            """
            static double density(double[] sample, double at) {
              int n = sample.length;
              double sum = 0, sq = 0;
              for (double s : sample) {
                sum += s;
                sq += s * s;
              }
              double sd = Math.sqrt((sq - sum * sum / n) / (n - 1));
              double h = 1.06 * sd * Math.pow(n, -0.2);
              double d = 0;
              for (double s : sample) {
                double u = (at - s) / h;
                d += Math.exp(-u * u / 2);
              }
              return d / (n * h * Math.sqrt(2 * Math.PI));
            }
            """,
            f -> f.at(X, 0.5).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> models() {
    return new Programs()
        .add(
            "softmax, stable",
            """
            static double[] softmax(double[] x) {
              double max = Double.NEGATIVE_INFINITY;
              for (double v : x) if (v > max) max = v;
              double[] p = new double[x.length];
              double sum = 0;
              for (int i = 0; i < x.length; i++) sum += p[i] = Math.exp(x[i] - max);
              for (int i = 0; i < x.length; i++) p[i] /= sum;
              return p;
            }
            """,
            f -> f.at((Object) X).isRight())
        .add(
            "logarithm of a sum of exponentials, with infinities",
            """
            static double logSumExp(double[] x) {
              int n = x.length;
              if (n == 0) return Double.NEGATIVE_INFINITY;
              double max = x[0];
              for (int i = 1; i < n; i++) max = Math.max(max, x[i]);
              if (Double.isInfinite(max)) return max;
              double s = 0;
              for (int i = 0; i < n; i++) s += Math.exp(x[i] - max);
              return max + Math.log(s);
            }
            """,
            f -> {
              f.at((Object) X).isRight();
              f.at((Object) new double[0]).isConsistent();
            })
        .add(
            "logistic regression with weight decay",
            """
            static double loss(double[] w, double[][] x, int[] y, double lambda) {
              double loss = 0;
              for (int i = 0; i < x.length; i++) {
                double z = w[w.length - 1];
                for (int j = 0; j < x[i].length; j++) z += w[j] * x[i][j];
                loss += y[i] == 1 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
              }
              double penalty = 0;
              for (double v : w) penalty += v * v;
              return loss / x.length + 0.5 * lambda * penalty;
            }
            """,
            f ->
                f.at(
                        new double[] {0.3, -0.2, 0.1},
                        new double[][] {{1, 2}, {-1, 0.5}, {0.3, -2}},
                        new int[] {1, 0, 1},
                        0.1)
                    .isRight())
        .add(
            "k-means distances to the nearest centre",
            """
            static double distortion(double[][] points, double[][] centers) {
              double sum = 0;
              for (double[] p : points) {
                double best = Double.MAX_VALUE;
                for (double[] c : centers) {
                  double d = 0;
                  for (int i = 0; i < p.length; i++) d += (p[i] - c[i]) * (p[i] - c[i]);
                  if (d < best) best = d;
                }
                sum += best;
              }
              return sum;
            }
            """,
            f ->
                f.at(
                        new double[][] {{1, 2}, {-1, 0.5}, {0.3, -2}},
                        new double[][] {{0.5, 1}, {-1, -1}})
                    .isRight())
        .add(
            "a Kalman step of a constant velocity model",
            """
            static double[] kalman(double[] state, double[][] p, double z, double dt, double q,
                double r) {
              double x = state[0] + dt * state[1];
              double v = state[1];
              double p00 = p[0][0] + dt * (p[1][0] + p[0][1] + dt * p[1][1]) + q * dt * dt * dt / 3;
              double p01 = p[0][1] + dt * p[1][1] + q * dt * dt / 2;
              double p11 = p[1][1] + q * dt;
              double s = p00 + r;
              double k0 = p00 / s, k1 = p01 / s;
              double innovation = z - x;
              x += k0 * innovation;
              v += k1 * innovation;
              return new double[] {x, v, (1 - k0) * p00, (1 - k0) * p01, p11 - k1 * p01};
            }
            """,
            f ->
                f.at(
                        new double[] {0.2, 1.1},
                        new double[][] {{1, 0.2}, {0.2, 2}},
                        0.5,
                        0.1,
                        0.3,
                        0.4)
                    .isRight())
        .add(
            "likelihood of a Kalman filter",
            """
            static double logLikelihood(double[] y, double phi, double q, double r) {
              double m = 0;
              double p = q / (1 - phi * phi);
              double ll = 0;
              for (int t = 0; t < y.length; t++) {
                m *= phi;
                p = phi * p * phi + q;
                double e = y[t] - m;
                double s = p + r;
                ll -= 0.5 * (Math.log(2 * Math.PI * s) + e * e / s);
                double k = p / s;
                m += k * e;
                p *= 1 - k;
              }
              return ll;
            }
            """,
            f -> f.at(X, 0.8, 0.3, 0.5).isRight())
        .add(
            "GARCH likelihood",
            """
            static double garch(double[] returns, double omega, double alpha, double beta) {
              double variance = 0;
              for (double r : returns) variance += r * r;
              variance /= returns.length;
              double ll = 0;
              for (int t = 0; t < returns.length; t++) {
                if (t > 0) {
                  variance = omega + alpha * returns[t - 1] * returns[t - 1] + beta * variance;
                }
                ll += Math.log(variance) + returns[t] * returns[t] / variance;
              }
              return -0.5 * (ll + returns.length * Math.log(2 * Math.PI));
            }
            """,
            f -> f.at(X, 0.1, 0.2, 0.6).isRight())
        .add(
            "a layer of a network with a switch of activations",
            """
            static double[] layer(double[][] w, double[] b, double[] x, String activation) {
              double[] out = new double[b.length];
              for (int i = 0; i < out.length; i++) {
                double s = b[i];
                for (int j = 0; j < x.length; j++) s += w[i][j] * x[j];
                switch (activation) {
                  case "tanh":
                    out[i] = Math.tanh(s);
                    break;
                  case "sigmoid":
                    out[i] = 1 / (1 + Math.exp(-s));
                    break;
                  default:
                    out[i] = s > 0 ? s : 0.01 * s;
                }
              }
              return out;
            }
            """,
            f -> {
              double[][] w = {{0.3, -0.2, 0.4}, {1, 0.7, -0.1}};
              double[] x = {1, 2, -1};
              f.at(w, new double[] {0.1, 0.2}, x, "tanh").isRight();
              f.at(w, new double[] {0.1, 0.2}, x, "sigmoid").isRight();
              f.at(w, new double[] {0.1, 0.2}, x, "relu").isRight();
            })
        .tests();
  }
}
