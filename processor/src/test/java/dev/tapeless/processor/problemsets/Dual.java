package dev.tapeless.processor.problemsets;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A number with its derivatives: the reference that generated derivatives are compared with.
 *
 * @param value the number
 * @param slopes its derivative by each variable
 * @param sizes for each variable the sum of the magnitudes of the terms that make up the
 *     derivative, which tells what rounding errors are to be expected
 */
record Dual(double value, double[] slopes, double[] sizes) {

  /** The variables, at a point. */
  static Dual[] variables(double... point) {
    Dual[] all = new Dual[point.length];
    for (int i = 0; i < point.length; i++) {
      double[] unit = new double[point.length];
      unit[i] = 1;
      all[i] = new Dual(point[i], unit, unit);
    }
    return all;
  }

  /** A constant among as many variables as this has. */
  Dual constant(double value) {
    return new Dual(value, new double[slopes.length], new double[slopes.length]);
  }

  private Dual combined(double value, Dual other, double byThis, double byOther) {
    DoubleBinaryOperator slope = (a, b) -> byThis * a + byOther * b;
    DoubleBinaryOperator size = (a, b) -> Math.abs(byThis) * a + Math.abs(byOther) * b;
    return new Dual(
        value,
        each(i -> slope.applyAsDouble(slopes[i], other.slopes[i])),
        each(i -> size.applyAsDouble(sizes[i], other.sizes[i])));
  }

  private Dual changed(double value, double derivative) {
    return new Dual(
        value, each(i -> derivative * slopes[i]), each(i -> Math.abs(derivative) * sizes[i]));
  }

  private double[] each(IntToDoubleFunction element) {
    return IntStream.range(0, slopes.length).mapToDouble(element).toArray();
  }

  Dual plus(Dual other) {
    return combined(value + other.value, other, 1, 1);
  }

  Dual plus(double other) {
    return changed(value + other, 1);
  }

  Dual minus(Dual other) {
    return combined(value - other.value, other, 1, -1);
  }

  Dual minus(double other) {
    return plus(-other);
  }

  Dual times(Dual other) {
    return combined(value * other.value, other, other.value, value);
  }

  Dual times(double other) {
    return changed(value * other, other);
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
    return changed(Math.pow(value, exponent), exponent * Math.pow(value, exponent - 1));
  }

  /** To a power that varies, of a positive number. */
  Dual power(Dual exponent) {
    return exponent.times(log()).exp();
  }

  Dual sqrt() {
    return power(0.5);
  }

  Dual exp() {
    return changed(Math.exp(value), Math.exp(value));
  }

  Dual log() {
    return changed(Math.log(value), 1 / value);
  }

  Dual sin() {
    return changed(Math.sin(value), Math.cos(value));
  }

  Dual cos() {
    return changed(Math.cos(value), -Math.sin(value));
  }

  Dual atan() {
    return changed(Math.atan(value), 1 / (1 + value * value));
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
