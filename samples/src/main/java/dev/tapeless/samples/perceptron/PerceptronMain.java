package dev.tapeless.samples.perceptron;

import dev.tapeless.samples.data.Dataset;
import dev.tapeless.samples.data.Datasets;
import java.util.Locale;

/** Learns to read handwritten digits. */
public final class PerceptronMain {

  private static final int EPOCHS = 15;
  private static final double BRIGHTEST = 16;
  private static final int TEST_INTERVAL = 5;

  private PerceptronMain() {}

  /**
   * Runs the sample.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Training training = new Training(trainingDigits(), 42);
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      double loss = training.epoch();
      System.out.printf(
          Locale.ROOT,
          "epoch %2d   loss %.5f   accuracy on held-out digits %.4f%n",
          epoch,
          loss,
          training.accuracy(testDigits()));
    }
  }

  /** The digits to learn from, with pixels from 0 to 1. */
  static Dataset trainingDigits() {
    return scaled(Datasets.digits().select(i -> i % TEST_INTERVAL != 0));
  }

  /** The digits held out, with pixels from 0 to 1. */
  static Dataset testDigits() {
    return scaled(Datasets.digits().select(i -> i % TEST_INTERVAL == 0));
  }

  private static Dataset scaled(Dataset digits) {
    for (double[] image : digits.features()) {
      for (int j = 0; j < image.length; j++) {
        image[j] /= BRIGHTEST;
      }
    }
    return digits;
  }
}
