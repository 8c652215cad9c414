package dev.tapeless.samples.workloads;

/**
 * The gradient of {@link Gmm}, written by hand: for each point one way over the components and one
 * way back, nothing is stored across points.
 */
final class GmmByHand {
  private GmmByHand() {}

  record Gradient(double[] alphas, double[][] means, double[][] icf) {}

  record ValueAndGradient(double value, Gradient gradient) {}

  static ValueAndGradient valueAndGradient(
      double[] alphas, double[][] means, double[][] icf, double[][] x, double gamma, int m) {
    final int n = x.length;
    final int d = x[0].length;
    final int k = alphas.length;
    double[][] qdiag = new double[k][d];
    double[] sumQ = new double[k];
    for (int a = 0; a < k; a++) {
      double s = 0;
      for (int j = 0; j < d; j++) {
        double q = icf[a][j];
        s += q;
        qdiag[a][j] = Math.exp(q);
      }
      sumQ[a] = s;
    }
    double[] alphasBar = new double[k];
    double[][] meansBar = new double[k][d];
    double[][] icfBar = new double[k][icf[0].length];
    double[][] centered = new double[k][d];
    double[][] qx = new double[k][d];
    double[] terms = new double[k];
    double[] qxBar = new double[d];
    double total = 0;
    for (int i = 0; i < n; i++) {
      double[] xi = x[i];
      double max = Double.NEGATIVE_INFINITY;
      for (int a = 0; a < k; a++) {
        double t =
            alphas[a]
                + sumQ[a]
                - 0.5 * forward(d, xi, means[a], qdiag[a], icf[a], centered[a], qx[a]);
        terms[a] = t;
        max = Math.max(max, t);
      }
      double s = 0;
      for (int a = 0; a < k; a++) {
        double e = Math.exp(terms[a] - max);
        terms[a] = e;
        s += e;
      }
      total += Math.log(s) + max;
      double inv = 1 / s;
      for (int a = 0; a < k; a++) {
        double w = terms[a] * inv;
        alphasBar[a] += w;
        backward(d, -w, qx[a], centered[a], qdiag[a], icf[a], qxBar, meansBar[a], icfBar[a]);
      }
    }
    return finish(alphas, icf, qdiag, sumQ, alphasBar, meansBar, icfBar, total, n, gamma, m);
  }

  /**
   * The terms outside the loop over the points: normalisation, prior, and the chain through the
   * diagonal.
   */
  private static ValueAndGradient finish(
      double[] alphas,
      double[][] icf,
      double[][] qdiag,
      double[] sumQ,
      double[] alphasBar,
      double[][] meansBar,
      double[][] icfBar,
      double total,
      int n,
      double gamma,
      int m) {
    final int k = alphas.length;
    final int d = qdiag[0].length;
    double[] terms = new double[k];
    double g2 = gamma * gamma;
    double prior = 0;
    double alphaMax = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < k; a++) {
      double[] lb = icfBar[a];
      double[] l = icf[a];
      double[] qd = qdiag[a];
      double frobenius = 0;
      double w = alphasBar[a];
      for (int j = 0; j < d; j++) {
        double q2 = qd[j] * qd[j];
        frobenius += q2;
        lb[j] = lb[j] * qd[j] + w + g2 * q2 - m;
      }
      for (int j = d; j < l.length; j++) {
        frobenius += l[j] * l[j];
        lb[j] += g2 * l[j];
      }
      prior += 0.5 * g2 * frobenius - m * sumQ[a];
      alphaMax = Math.max(alphaMax, alphas[a]);
    }
    double s = 0;
    for (int a = 0; a < k; a++) {
      terms[a] = Math.exp(alphas[a] - alphaMax);
      s += terms[a];
    }
    for (int a = 0; a < k; a++) {
      alphasBar[a] -= n * (terms[a] / s);
    }
    int dof = d + m + 1;
    double constant =
        dof * d * (Math.log(gamma) - 0.5 * Math.log(2)) - Gmm.logMultiGamma(0.5 * dof, d);
    double value =
        -n * d * 0.5 * Math.log(2 * Math.PI)
            + total
            - n * (Math.log(s) + alphaMax)
            + prior
            - k * constant;
    return new ValueAndGradient(value, new Gradient(alphasBar, meansBar, icfBar));
  }

  private static double forward(
      int d, double[] xi, double[] mu, double[] qd, double[] l, double[] c, double[] q) {
    for (int j = 0; j < d; j++) {
      double t = xi[j] - mu[j];
      c[j] = t;
      q[j] = qd[j] * t;
    }
    int base = d - 1;
    for (int col = 0; col < d - 1; col++) {
      double t = c[col];
      for (int row = col + 1; row < d; row++) {
        q[row] += l[base + row] * t;
      }
      base += d - col - 2;
    }
    double s = 0;
    for (int j = 0; j < d; j++) {
      s += q[j] * q[j];
    }
    return s;
  }

  private static void backward(
      int d,
      double w,
      double[] q,
      double[] c,
      double[] qd,
      double[] l,
      double[] qb,
      double[] mub,
      double[] lb) {
    for (int j = 0; j < d; j++) {
      qb[j] = w * q[j];
    }
    int base = d - 1;
    for (int col = 0; col < d; col++) {
      double t = c[col];
      double s = qd[col] * qb[col];
      for (int row = col + 1; row < d; row++) {
        double b = qb[row];
        lb[base + row] += b * t;
        s += l[base + row] * b;
      }
      mub[col] -= s;
      lb[col] += qb[col] * t;
      base += d - col - 2;
    }
  }
}
