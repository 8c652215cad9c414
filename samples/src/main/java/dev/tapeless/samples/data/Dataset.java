package dev.tapeless.samples.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Observations and the class of each.
 *
 * @param features one row per observation
 * @param labels the class of each row
 */
public record Dataset(double[][] features, int[] labels) {

  /**
   * The number of observations.
   *
   * @return the number of rows
   */
  public int size() {
    return features.length;
  }

  /**
   * Some of the observations, in their order.
   *
   * @param rows says which rows are wanted
   * @return a dataset that shares its rows with this one
   */
  public Dataset select(IntPredicate rows) {
    List<double[]> selected = new ArrayList<>();
    List<Integer> classes = new ArrayList<>();
    for (int i = 0; i < features.length; i++) {
      if (rows.test(i)) {
        selected.add(features[i]);
        classes.add(labels[i]);
      }
    }
    return new Dataset(
        selected.toArray(new double[0][]), classes.stream().mapToInt(Integer::intValue).toArray());
  }
}
