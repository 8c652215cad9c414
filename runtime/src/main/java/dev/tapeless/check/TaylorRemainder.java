package dev.tapeless.check;

import dev.tapeless.check.Comparison.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The order with which {@code f(x + h t) - f(x) - h g·t} vanishes as {@code h} does: 2 or more if
 * {@code g·t} is the derivative along {@code t}, 1 if it is not.
 */
final class TaylorRemainder {

  /** An order that is less than this part of 2 is too low. */
  static final double TOLERANCE = 0.1;

  private static final double GREATEST = 0.1;
  private static final int HALVINGS = 60;

  /** The order is seen over as many halvings. */
  private static final int SPAN = 3;

  /** What is below so many roundings of the terms is not looked at. */
  private static final double ROUNDINGS = 1000 * 0x1p-52;

  /** A remainder that is lost in rounding at such a step leaves no room for a wrong derivative. */
  private static final double AMPLE = 1e-5;

  private final DoubleUnaryOperator along;
  private final double slope;
  private final List<Double> remainders = new ArrayList<>();

  private TaylorRemainder(DoubleUnaryOperator along, double slope) {
    this.along = along;
    this.slope = slope;
  }

  /**
   * Looks at one direction.
   *
   * @param along {@code f(x + h t)} as a function of {@code h}
   * @param slope what the derivative says of the slope of {@code along} at 0
   */
  static Comparison of(String what, DoubleUnaryOperator along, double slope) {
    return new TaylorRemainder(along, slope).comparison(what);
  }

  private Comparison comparison(String what) {
    double step = GREATEST;
    for (int k = 0; k < HALVINGS; k++) {
      double remainder = remainder(step);
      if (remainder == 0 && step >= AMPLE) {
        return new Comparison(what, 2, 2, 0, Verdict.AGREES);
      }
      if (remainder == 0) {
        break;
      }
      remainders.add(remainder);
      step /= 2;
    }
    double order = order();
    return new Comparison(what, order, 2, 0, verdict(order));
  }

  /** 0 where it cannot be told from rounding errors. */
  private double remainder(double step) {
    double start = along.applyAsDouble(0);
    double end = along.applyAsDouble(step);
    double linear = step * slope;
    double remainder = Math.abs(end - start - linear);
    double noise = ROUNDINGS * (Math.abs(start) + Math.abs(end) + Math.abs(linear));
    return remainder <= noise ? 0 : remainder;
  }

  /** Over the smallest steps; NaN if there are too few. */
  private double order() {
    int last = remainders.size() - 1;
    return last < SPAN
        ? Double.NaN
        : Math.log(remainders.get(last - SPAN) / remainders.get(last)) / Math.log(2) / SPAN;
  }

  private static Verdict verdict(double order) {
    if (Double.isNaN(order) || Double.isInfinite(order)) {
      return Verdict.UNDECIDED;
    }
    return order >= 2 * (1 - TOLERANCE) ? Verdict.AGREES : Verdict.DIFFERS;
  }
}
