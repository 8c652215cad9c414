package dev.tapeless.samples.logistic;

import dev.tapeless.samples.data.Dataset;

/**
 * Brings every feature to mean 0 and standard deviation 1, by what the training rows say.
 *
 * @param mean the mean of each feature
 * @param deviation the standard deviation of each feature; 1 for a feature that never changes
 */
record Standardization(double[] mean, double[] deviation) {

  /** The statistics of the rows of {@code training}. */
  static Standardization of(Dataset training) {
    double[][] rows = training.features();
    int columns = rows[0].length;
    double[] mean = new double[columns];
    double[] deviation = new double[columns];
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (double[] row : rows) {
        sum += row[j];
      }
      mean[j] = sum / rows.length;
      double squares = 0;
      for (double[] row : rows) {
        squares += (row[j] - mean[j]) * (row[j] - mean[j]);
      }
      deviation[j] = squares == 0 ? 1 : Math.sqrt(squares / rows.length);
    }
    return new Standardization(mean, deviation);
  }

  /** The rows of {@code data}, standardised. */
  Dataset apply(Dataset data) {
    double[][] rows = new double[data.size()][mean.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        rows[i][j] = (data.features()[i][j] - mean[j]) / deviation[j];
      }
    }
    return new Dataset(rows, data.labels());
  }
}
