package dev.tapeless.processor.problemsets;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A number with its first and second derivatives: the reference that generated derivatives are
 * compared with.
 *
 * @param value the number
 * @param slopes its derivative by each variable
 * @param sizes for each variable the sum of the magnitudes of the terms that make up the
 *     derivative, which tells what rounding errors are to be expected
 * @param curvatures its second derivatives
 * @param curvatureSizes the sums of the magnitudes of their terms
 */
record Dual(
    double value,
    double[] slopes,
    double[] sizes,
    double[][] curvatures,
    double[][] curvatureSizes) {

  /** An element of a matrix. */
  private interface Entry {
    double at(int i, int j);
  }

  /** The variables, at a point. */
  static Dual[] variables(double... point) {
    Dual[] all = new Dual[point.length];
    for (int i = 0; i < point.length; i++) {
      double[] unit = new double[point.length];
      unit[i] = 1;
      double[][] none = new double[point.length][point.length];
      all[i] = new Dual(point[i], unit, unit, none, none);
    }
    return all;
  }

  /** A constant among as many variables as this has. */
  Dual constant(double value) {
    return changed(value, 0, 0);
  }

  /**
   * @param byBoth the mixed second derivative; the others vanish
   */
  private Dual combined(double value, Dual other, double byThis, double byOther, double byBoth) {
    DoubleBinaryOperator slope = (a, b) -> byThis * a + byOther * b;
    DoubleBinaryOperator size = (a, b) -> Math.abs(byThis) * a + Math.abs(byOther) * b;
    return new Dual(
        value,
        each(i -> slope.applyAsDouble(slopes[i], other.slopes[i])),
        each(i -> size.applyAsDouble(sizes[i], other.sizes[i])),
        matrix(
            (i, j) ->
                slope.applyAsDouble(curvatures[i][j], other.curvatures[i][j])
                    + byBoth * (slopes[i] * other.slopes[j] + slopes[j] * other.slopes[i])),
        matrix(
            (i, j) ->
                size.applyAsDouble(curvatureSizes[i][j], other.curvatureSizes[i][j])
                    + Math.abs(byBoth) * (sizes[i] * other.sizes[j] + sizes[j] * other.sizes[i])));
  }

  private Dual changed(double value, double first, double second) {
    return new Dual(
        value,
        each(i -> first * slopes[i]),
        each(i -> Math.abs(first) * sizes[i]),
        matrix((i, j) -> first * curvatures[i][j] + second * slopes[i] * slopes[j]),
        matrix(
            (i, j) ->
                Math.abs(first) * curvatureSizes[i][j] + Math.abs(second) * sizes[i] * sizes[j]));
  }

  private double[][] matrix(Entry entry) {
    return IntStream.range(0, slopes.length)
        .mapToObj(i -> each(j -> entry.at(i, j)))
        .toArray(double[][]::new);
  }

  private double[] each(IntToDoubleFunction element) {
    return IntStream.range(0, slopes.length).mapToDouble(element).toArray();
  }

  Dual plus(Dual other) {
    return combined(value + other.value, other, 1, 1, 0);
  }

  Dual plus(double other) {
    return changed(value + other, 1, 0);
  }

  Dual minus(Dual other) {
    return combined(value - other.value, other, 1, -1, 0);
  }

  Dual minus(double other) {
    return plus(-other);
  }

  Dual times(Dual other) {
    return combined(value * other.value, other, other.value, value, 1);
  }

  Dual times(double other) {
    return changed(value * other, other, 0);
  }

  Dual over(Dual other) {
    return times(other.power(-1));
  }

  Dual over(double other) {
    return times(1 / other);
  }

  Dual negated() {
    return times(-1);
  }

  Dual squared() {
    return times(this);
  }

  /** To a constant power. */
  Dual power(double exponent) {
    double factor = exponent * (exponent - 1);
    return changed(
        Math.pow(value, exponent),
        exponent * Math.pow(value, exponent - 1),
        factor == 0 ? 0 : factor * Math.pow(value, exponent - 2));
  }

  /** To a power that varies, of a positive number. */
  Dual power(Dual exponent) {
    return exponent.times(log()).exp();
  }

  Dual sqrt() {
    return power(0.5);
  }

  Dual exp() {
    return changed(Math.exp(value), Math.exp(value), Math.exp(value));
  }

  Dual log() {
    return changed(Math.log(value), 1 / value, -1 / (value * value));
  }

  Dual sin() {
    return changed(Math.sin(value), Math.cos(value), -Math.sin(value));
  }

  Dual cos() {
    return changed(Math.cos(value), -Math.sin(value), -Math.cos(value));
  }

  Dual atan() {
    double slope = 1 / (1 + value * value);
    return changed(Math.atan(value), slope, -2 * value * slope * slope);
  }

  Dual abs() {
    return value < 0 ? negated() : this;
  }

  /** The sum of at least one number. */
  static Dual sum(Dual... terms) {
    return Arrays.stream(terms).reduce(Dual::plus).orElseThrow();
  }

  /** The sum of the squares of at least one number. */
  static Dual sumOfSquares(Dual... terms) {
    return sum(Arrays.stream(terms).map(Dual::squared).toArray(Dual[]::new));
  }
}
