package dev.tapeless.samples.workloads;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/** The loss of a recurrent network with diagonal matrices, as ADBench has it. */
public final class Lstm {
  private Lstm() {}

  /**
   * The loss.
   *
   * @param main for each layer a row of weights (forget, in, out, change) and one of biases
   * @param extra the weights of the input, those of the output, and the biases of the output
   * @param state for each layer the hidden state and the cell at the start
   * @param sequence the inputs
   */
  @Differentiable
  public static double loss(
      double[][] main,
      double[][] extra,
      @Constant double[][] state,
      @Constant double[][] sequence) {
    int layers = main.length / 2;
    int b = extra[0].length;
    double[][] hidden = new double[layers][b];
    double[][] cell = new double[layers][b];
    for (int l = 0; l < layers; l++) {
      for (int i = 0; i < b; i++) {
        hidden[l][i] = state[2 * l][i];
        cell[l][i] = state[2 * l + 1][i];
      }
    }
    double total = 0;
    int count = 0;
    for (int t = 0; t < sequence.length - 1; t++) {
      double[] y = predict(main, extra, hidden, cell, sequence[t]);
      double lse = logSumExp(y);
      for (int i = 0; i < b; i++) {
        total += sequence[t + 1][i] * (y[i] - lse);
      }
      count += b;
    }
    return -total / count;
  }

  static double[] predict(
      double[][] main, double[][] extra, double[][] hidden, double[][] cell, double[] input) {
    int layers = hidden.length;
    int b = input.length;
    double[] y = new double[b];
    for (int i = 0; i < b; i++) {
      y[i] = input[i] * extra[0][i];
    }
    double[] in = y;
    for (int l = 0; l < layers; l++) {
      step(main[2 * l], main[2 * l + 1], hidden[l], cell[l], in);
      in = hidden[l];
    }
    for (int i = 0; i < b; i++) {
      y[i] = in[i] * extra[1][i] + extra[2][i];
    }
    return y;
  }

  static void step(double[] weight, double[] bias, double[] hidden, double[] cell, double[] in) {
    int b = hidden.length;
    for (int i = 0; i < b; i++) {
      double forget = sigmoid(in[i] * weight[i] + bias[i]);
      double ingate = sigmoid(hidden[i] * weight[b + i] + bias[b + i]);
      double outgate = sigmoid(in[i] * weight[2 * b + i] + bias[2 * b + i]);
      double change = Math.tanh(hidden[i] * weight[3 * b + i] + bias[3 * b + i]);
      cell[i] = cell[i] * forget + ingate * change;
      hidden[i] = outgate * Math.tanh(cell[i]);
    }
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  static double logSumExp(double[] y) {
    double s = 2;
    for (int i = 0; i < y.length; i++) {
      s += Math.exp(y[i]);
    }
    return Math.log(s);
  }
}
