package dev.tapeless.samples.perceptron;

import dev.tapeless.samples.data.Dataset;
import java.util.Random;

/** A perceptron that learns by stochastic gradient descent with momentum. */
final class Training {

  private static final int HIDDEN = 32;
  private static final int CLASSES = 10;
  private static final int BATCH = 32;
  private static final double RATE = 0.1;
  private static final double MOMENTUM = 0.9;

  private final Dataset data;
  private final double[][] w1;
  private final double[] b1 = new double[HIDDEN];
  private final double[][] w2;
  private final double[] b2 = new double[CLASSES];
  private final double[][] w1Speed;
  private final double[] b1Speed = new double[HIDDEN];
  private final double[][] w2Speed = new double[CLASSES][HIDDEN];
  private final double[] b2Speed = new double[CLASSES];

  /**
   * Starts with small random weights, the same for the same seed.
   *
   * @param data what to learn from, with features from 0 to about 1
   * @param seed decides the weights
   */
  Training(Dataset data, long seed) {
    this.data = data;
    int inputs = data.features()[0].length;
    Random random = new Random(seed);
    this.w1 = randomWeights(HIDDEN, inputs, random);
    this.w2 = randomWeights(CLASSES, HIDDEN, random);
    this.w1Speed = new double[HIDDEN][inputs];
  }

  /** Goes through the data once, and returns the loss over all of them after that. */
  double epoch() {
    double[][] images = data.features();
    int[] labels = data.labels();
    for (int from = 0; from < data.size(); from += BATCH) {
      int to = Math.min(from + BATCH, data.size());
      var gradient = PerceptronAdjoint.lossGradient(w1, b1, w2, b2, images, labels, from, to);
      step(w1, w1Speed, gradient.w1());
      step(b1, b1Speed, gradient.b1());
      step(w2, w2Speed, gradient.w2());
      step(b2, b2Speed, gradient.b2());
    }
    return Perceptron.loss(w1, b1, w2, b2, images, labels, 0, data.size());
  }

  /** The share of {@code test} that is recognised. */
  double accuracy(Dataset test) {
    int right = 0;
    for (int i = 0; i < test.size(); i++) {
      if (Perceptron.classify(w1, b1, w2, b2, test.features()[i]) == test.labels()[i]) {
        right++;
      }
    }
    return (double) right / test.size();
  }

  private static void step(double[][] weights, double[][] speeds, double[][] gradient) {
    for (int i = 0; i < weights.length; i++) {
      step(weights[i], speeds[i], gradient[i]);
    }
  }

  private static void step(double[] weights, double[] speeds, double[] gradient) {
    for (int i = 0; i < weights.length; i++) {
      speeds[i] = MOMENTUM * speeds[i] - RATE * gradient[i];
      weights[i] += speeds[i];
    }
  }

  private static double[][] randomWeights(int rows, int columns, Random random) {
    double[][] weights = new double[rows][columns];
    for (double[] row : weights) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextGaussian() / Math.sqrt(columns);
      }
    }
    return weights;
  }
}
