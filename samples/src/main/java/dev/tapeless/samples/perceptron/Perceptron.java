package dev.tapeless.samples.perceptron;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/** A network of two layers: {@code tanh} units, and a linear layer that scores every class. */
final class Perceptron {

  private Perceptron() {}

  /**
   * The mean negative log-likelihood of the labels of the rows from {@code from} to before {@code
   * to}.
   *
   * @param w1 the weights of each hidden unit
   * @param b1 the bias of each hidden unit
   * @param w2 the weights of each class
   * @param b2 the bias of each class
   */
  @Differentiable
  static double loss(
      double[][] w1,
      double[] b1,
      double[][] w2,
      double[] b2,
      @Constant double[][] images,
      int[] labels,
      int from,
      int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double[] hidden = layer(w1, b1, images[i]);
      for (int k = 0; k < hidden.length; k++) {
        hidden[k] = Math.tanh(hidden[k]);
      }
      double[] scores = layer(w2, b2, hidden);
      sum += logSumExp(scores) - scores[labels[i]];
    }
    return sum / (to - from);
  }

  private static double[] layer(double[][] weights, double[] biases, double[] input) {
    double[] output = biases.clone();
    for (int k = 0; k < output.length; k++) {
      double[] row = weights[k];
      for (int j = 0; j < input.length; j++) {
        output[k] += row[j] * input[j];
      }
    }
    return output;
  }

  private static double logSumExp(double[] scores) {
    double largest = scores[0];
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - largest);
    }
    return largest + Math.log(sum);
  }

  /** The class of the highest score. */
  static int classify(double[][] w1, double[] b1, double[][] w2, double[] b2, double[] image) {
    double[] hidden = layer(w1, b1, image);
    for (int k = 0; k < hidden.length; k++) {
      hidden[k] = Math.tanh(hidden[k]);
    }
    double[] scores = layer(w2, b2, hidden);
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      if (scores[k] > scores[best]) {
        best = k;
      }
    }
    return best;
  }
}
