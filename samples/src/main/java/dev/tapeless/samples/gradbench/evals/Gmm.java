package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/** The logarithm of the posterior density of a Gaussian mixture with a Wishart prior. */
final class Gmm {

  private Gmm() {}

  /**
   * The logarithm of the posterior density.
   *
   * @param alpha the logarithms of the weights, up to a common term
   * @param mu the means
   * @param q the logarithms of the diagonals of the inverse factors of the covariances
   * @param l their lower triangles, column by column
   * @param x the points
   * @param m degrees of freedom of the prior, beyond the dimension plus one
   * @param gamma precision of the prior
   */
  @Differentiable
  static double logPosterior(
      double[] alpha,
      double[][] mu,
      double[][] q,
      double[][] l,
      @Constant double[][] x,
      int m,
      @Constant double gamma) {
    int n = x.length;
    int k = alpha.length;
    int d = mu[0].length;
    double[][] diagonal = new double[k][d];
    double[] sumQ = new double[k];
    for (int a = 0; a < k; a++) {
      for (int j = 0; j < d; j++) {
        sumQ[a] += q[a][j];
        diagonal[a][j] = Math.exp(q[a][j]);
      }
    }
    double total = 0;
    for (int i = 0; i < n; i++) {
      double[] beta = new double[k];
      for (int a = 0; a < k; a++) {
        double distance = mahalanobis(x[i], mu[a], diagonal[a], l[a]);
        beta[a] = alpha[a] + sumQ[a] - 0.5 * distance;
      }
      total += logSumExp(beta);
    }
    return total
        - n * logSumExp(alpha)
        - 0.5 * n * d * Math.log(2 * Math.PI)
        + logPrior(diagonal, sumQ, l, m, gamma);
  }

  /** The squared length of the factor times the difference. */
  private static double mahalanobis(double[] x, double[] mu, double[] diagonal, double[] l) {
    int d = x.length;
    double[] product = new double[d];
    for (int j = 0; j < d; j++) {
      product[j] = diagonal[j] * (x[j] - mu[j]);
    }
    int next = 0;
    for (int column = 0; column < d - 1; column++) {
      double difference = x[column] - mu[column];
      for (int row = column + 1; row < d; row++) {
        product[row] += l[next] * difference;
        next++;
      }
    }
    return squaredNorm(product);
  }

  private static double logPrior(
      double[][] diagonal, double[] sumQ, double[][] l, int m, double gamma) {
    int k = sumQ.length;
    int d = diagonal[0].length;
    int freedom = d + m + 1;
    double constant =
        freedom * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma(0.5 * freedom, d);
    double squares = 0;
    double sum = 0;
    for (int a = 0; a < k; a++) {
      squares += squaredNorm(diagonal[a]) + squaredNorm(l[a]);
      sum += sumQ[a];
    }
    return m * sum - 0.5 * gamma * gamma * squares + k * constant;
  }

  private static double squaredNorm(double[] v) {
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      sum += v[j] * v[j];
    }
    return sum;
  }

  private static double logSumExp(double[] v) {
    double max = v[0];
    for (int j = 1; j < v.length; j++) {
      max = Math.max(max, v[j]);
    }
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      sum += Math.exp(v[j] - max);
    }
    return max + Math.log(sum);
  }

  /** The logarithm of the multivariate gamma function of a multiple of one half. */
  private static double logGamma(double a, int d) {
    double sum = 0.25 * d * (d - 1) * Math.log(Math.PI);
    for (int j = 0; j < d; j++) {
      sum += logGamma(a - 0.5 * j);
    }
    return sum;
  }

  private static double logGamma(double a) {
    double sum = 0;
    double rest = a;
    while (rest > 1.25) {
      rest -= 1;
      sum += Math.log(rest);
    }
    return rest < 0.75 ? sum + 0.5 * Math.log(Math.PI) : sum;
  }
}
