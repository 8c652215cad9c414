package dev.tapeless.processor.random;

import dev.tapeless.processor.dual.DualProgram;
import dev.tapeless.processor.dual.Real;
import dev.tapeless.processor.dual.Slopes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The Jacobian of a program at a point, by an interpreter of its source that knows nothing of the
 * processor. What is compared with it may be wrong in proportion to the sizes of the terms of which
 * each derivative is made.
 *
 * @param values the numbers of the result
 * @param jacobian a row for each of them
 * @param sizes the sums of the sizes of the terms
 */
record Reference(double[] values, double[][] jacobian, double[][] sizes) {

  /** Products of two numbers of that size have no second half left: they underflow. */
  private static final double FLOOR = 1e-140;

  static Reference of(DualProgram program, RandomProgram of, List<Object> point) {
    List<Boolean> active = of.parameters().stream().map(Parameter::isActive).toList();
    List<Real> result = program.run(of.name(), point, active);
    int inputs =
        IntStream.range(0, point.size())
            .filter(active::get)
            .map(i -> dev.tapeless.processor.testing.Reals.count(point.get(i)))
            .sum();
    double[][] jacobian = new double[result.size()][inputs];
    double[][] sizes = new double[result.size()][inputs];
    for (int i = 0; i < result.size(); i++) {
      int row = i;
      result.get(i).slopes().ifPresent(slopes -> fill(slopes, jacobian[row], sizes[row]));
    }
    double[] values = result.stream().mapToDouble(Real::value).toArray();
    return new Reference(values, jacobian, sizes);
  }

  private static void fill(Slopes slopes, double[] row, double... sizes) {
    Arrays.setAll(row, slopes::by);
    Arrays.setAll(sizes, slopes::size);
  }

  boolean isFinite() {
    return Arrays.stream(sizes).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)
        && Arrays.stream(jacobian).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  /** Whether {@code jt} is the Jacobian times {@code t}. */
  boolean agreesWithTangent(double[] jt, double[] t, double tolerance) {
    return IntStream.range(0, values.length)
        .allMatch(
            i -> {
              double sum = 0;
              double size = 0;
              for (int k = 0; k < t.length; k++) {
                sum += jacobian[i][k] * t[k];
                size += sizes[i][k] * Math.abs(t[k]);
              }
              return isClose(jt[i], sum, tolerance * size);
            });
  }

  /** Whether {@code jv} is the transposed Jacobian times {@code v}. */
  boolean agreesWithAdjoint(double[] jv, double[] v, double tolerance) {
    return IntStream.range(0, jv.length)
        .allMatch(
            k -> {
              double sum = 0;
              double size = 0;
              for (int i = 0; i < v.length; i++) {
                sum += jacobian[i][k] * v[i];
                size += sizes[i][k] * Math.abs(v[i]);
              }
              return isClose(jv[k], sum, tolerance * size);
            });
  }

  /** The size of the terms of which {@code v} times the Jacobian times {@code t} is made. */
  double size(double[] v, double[] t) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      for (int k = 0; k < t.length; k++) {
        sum += Math.abs(v[i]) * sizes[i][k] * Math.abs(t[k]);
      }
    }
    return sum;
  }

  private static boolean isClose(double found, double expected, double error) {
    return Math.abs(expected - found) <= error + FLOOR;
  }

  @Override
  public String toString() {
    return "the Jacobian is " + Arrays.deepToString(jacobian);
  }
}
