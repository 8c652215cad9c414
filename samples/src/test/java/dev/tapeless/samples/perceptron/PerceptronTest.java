package dev.tapeless.samples.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.samples.numeric.FiniteDifferences;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PerceptronTest {

  private static final int INPUTS = 4;
  private static final int HIDDEN = 3;
  private static final int CLASSES = 2;
  private static final double[][] IMAGES = {{1, 0, 0.5, 0.2}, {0, 1, 0.25, 0.1}, {0.3, 0.3, 0, 1}};
  private static final int[] LABELS = {0, 1, 1};

  @Test
  void theGradientAgreesWithFiniteDifferences() {
    double[] x =
        new Random(1)
            .doubles(HIDDEN * INPUTS + HIDDEN + CLASSES * HIDDEN + CLASSES, -1, 1)
            .toArray();
    Parameters p = Parameters.of(x);
    var gradient = PerceptronAdjoint.lossGradient(p.w1, p.b1, p.w2, p.b2, IMAGES, LABELS, 0, 3);
    double[] flat =
        new Parameters(gradient.w1(), gradient.b1(), gradient.w2(), gradient.b2()).flat();
    assertThat(flat)
        .containsExactly(FiniteDifferences.gradient(y -> loss(Parameters.of(y)), x), within(1e-10));
  }

  @Test
  void theOutputBiasesGetTheErrorOfTheProbabilities() {
    double[][] w1 = new double[HIDDEN][INPUTS];
    double[][] w2 = new double[CLASSES][HIDDEN];
    var gradient =
        PerceptronAdjoint.lossGradient(
            w1, new double[HIDDEN], w2, new double[CLASSES], IMAGES, LABELS, 0, 1);
    assertThat(gradient.b2()).containsExactly(new double[] {-0.5, 0.5}, within(1e-15));
    assertThat(gradient.b1()).containsOnly(0);
  }

  @Test
  void theDigitsAreLearned() {
    Training training = new Training(PerceptronMain.trainingDigits(), 42);
    double first = training.epoch();
    double last = first;
    for (int epoch = 1; epoch < 8; epoch++) {
      last = training.epoch();
    }
    assertThat(last).isLessThan(first / 3);
    assertThat(training.accuracy(PerceptronMain.testDigits())).isGreaterThan(0.93);
  }

  private static double loss(Parameters p) {
    return Perceptron.loss(p.w1, p.b1, p.w2, p.b2, IMAGES, LABELS, 0, 3);
  }

  /** The weights of the network, and the same as one vector. */
  private record Parameters(double[][] w1, double[] b1, double[][] w2, double[] b2) {

    static Parameters of(double[] x) {
      int b1 = HIDDEN * INPUTS;
      int w2 = b1 + HIDDEN;
      int b2 = w2 + CLASSES * HIDDEN;
      return new Parameters(
          matrix(x, 0, HIDDEN, INPUTS),
          Arrays.copyOfRange(x, b1, w2),
          matrix(x, w2, CLASSES, HIDDEN),
          Arrays.copyOfRange(x, b2, b2 + CLASSES));
    }

    double[] flat() {
      return DoubleStream.concat(
              DoubleStream.concat(
                  Arrays.stream(w1).flatMapToDouble(Arrays::stream), Arrays.stream(b1)),
              DoubleStream.concat(
                  Arrays.stream(w2).flatMapToDouble(Arrays::stream), Arrays.stream(b2)))
          .toArray();
    }

    private static double[][] matrix(double[] x, int from, int rows, int columns) {
      double[][] matrix = new double[rows][];
      for (int i = 0; i < rows; i++) {
        matrix[i] = Arrays.copyOfRange(x, from + i * columns, from + (i + 1) * columns);
      }
      return matrix;
    }
  }
}
