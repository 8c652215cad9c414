package dev.tapeless.samples.logistic;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/** A linear model of the probability that an observation is of class 1. */
final class LogisticRegression {

  private LogisticRegression() {}

  /**
   * The mean negative log-likelihood of the labels, plus half of {@code penalty} times the sum of
   * the squared weights.
   *
   * @param weights one per feature, and the intercept, which is not penalised, as the last
   * @param features one row per observation
   * @param labels 0 or 1 for each row
   */
  @Differentiable
  static double loss(
      double[] weights, @Constant double[][] features, int[] labels, @Constant double penalty) {
    int intercept = weights.length - 1;
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      double score = weights[intercept];
      for (int j = 0; j < intercept; j++) {
        score += weights[j] * features[i][j];
      }
      sum += softplus(labels[i] == 1 ? -score : score);
    }
    double squares = 0;
    for (int j = 0; j < intercept; j++) {
      squares += weights[j] * weights[j];
    }
    return sum / features.length + 0.5 * penalty * squares;
  }

  /** {@code log(1 + exp(t))}, without overflow for large {@code t}. */
  private static double softplus(double t) {
    return t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(Math.exp(t));
  }

  /** The share of rows whose more probable class is their label. */
  static double accuracy(double[] weights, double[][] features, int[] labels) {
    int intercept = weights.length - 1;
    int right = 0;
    for (int i = 0; i < features.length; i++) {
      double score = weights[intercept];
      for (int j = 0; j < intercept; j++) {
        score += weights[j] * features[i][j];
      }
      if ((score > 0 ? 1 : 0) == labels[i]) {
        right++;
      }
    }
    return (double) right / features.length;
  }
}
