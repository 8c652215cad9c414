package dev.tapeless.samples.workloads;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/** The logarithm of the posterior density of a Gaussian mixture, as ADBench has it. */
final class Gmm {
  private Gmm() {}

  /**
   * The objective.
   *
   * @param alphas the logarithms of the weights
   * @param means the means
   * @param icf the inverse factors of the covariances: logarithms of the diagonal, then the lower
   *     triangle by columns
   * @param x the points
   * @param gamma of the Wishart prior
   * @param m of the Wishart prior
   */
  @Differentiable
  static double objective(
      double[] alphas,
      double[][] means,
      double[][] icf,
      @Constant double[][] x,
      @Constant double gamma,
      int m) {
    int n = x.length;
    int d = x[0].length;
    int k = alphas.length;
    double[][] qdiag = new double[k][d];
    double[] sumQ = new double[k];
    for (int a = 0; a < k; a++) {
      for (int j = 0; j < d; j++) {
        sumQ[a] += icf[a][j];
        qdiag[a][j] = Math.exp(icf[a][j]);
      }
    }
    double[] centered = new double[d];
    double[] qx = new double[d];
    double[] terms = new double[k];
    double total = 0;
    for (int i = 0; i < n; i++) {
      for (int a = 0; a < k; a++) {
        for (int j = 0; j < d; j++) {
          centered[j] = x[i][j] - means[a][j];
        }
        multiplyByQ(qdiag[a], icf[a], centered, qx);
        terms[a] = alphas[a] + sumQ[a] - 0.5 * squaredNorm(qx);
      }
      total += logSumExp(terms);
    }
    return -n * d * 0.5 * Math.log(2 * Math.PI)
        + total
        - n * logSumExp(alphas)
        + wishartPrior(qdiag, sumQ, icf, gamma, m);
  }

  static void multiplyByQ(double[] diag, double[] icf, double[] v, double[] out) {
    int d = diag.length;
    for (int j = 0; j < d; j++) {
      out[j] = diag[j] * v[j];
    }
    int pos = d;
    for (int col = 0; col < d; col++) {
      for (int row = col + 1; row < d; row++) {
        out[row] += icf[pos] * v[col];
        pos++;
      }
    }
  }

  static double squaredNorm(double[] v) {
    double s = 0;
    for (int j = 0; j < v.length; j++) {
      s += v[j] * v[j];
    }
    return s;
  }

  static double logSumExp(double[] v) {
    double max = v[0];
    for (int j = 1; j < v.length; j++) {
      max = Math.max(max, v[j]);
    }
    double s = 0;
    for (int j = 0; j < v.length; j++) {
      s += Math.exp(v[j] - max);
    }
    return Math.log(s) + max;
  }

  static double wishartPrior(double[][] qdiag, double[] sumQ, double[][] icf, double gamma, int m) {
    int k = sumQ.length;
    int d = qdiag[0].length;
    int dof = d + m + 1;
    double constant = dof * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logMultiGamma(0.5 * dof, d);
    double out = 0;
    for (int a = 0; a < k; a++) {
      double frobenius = squaredNorm(qdiag[a]);
      for (int j = d; j < icf[a].length; j++) {
        frobenius += icf[a][j] * icf[a][j];
      }
      out += 0.5 * gamma * gamma * frobenius - m * sumQ[a];
    }
    return out - k * constant;
  }

  /** log of the multivariate gamma function of dimension p; a is a multiple of one half here. */
  static double logMultiGamma(double a, int p) {
    double s = 0.25 * p * (p - 1) * Math.log(Math.PI);
    for (int j = 0; j < p; j++) {
      s += logGammaHalfInteger(a - 0.5 * j);
    }
    return s;
  }

  static double logGammaHalfInteger(double a) {
    double s = 0;
    while (a > 1.25) {
      a -= 1;
      s += Math.log(a);
    }
    return a < 0.75 ? s + 0.5 * Math.log(Math.PI) : s;
  }
}
