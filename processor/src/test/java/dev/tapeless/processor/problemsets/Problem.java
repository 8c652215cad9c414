package dev.tapeless.processor.problemsets;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A problem of a set.
 *
 * @param owner the class with the annotated methods
 * @param name the name of its method
 * @param reference the same function, written independently of it
 * @param start where solvers are to start
 * @param known values that the literature gives
 * @param minimum the sum of squares at the minimum that is reached from the start
 * @param isFit whether the sum of the squares of the function is to be small: it has a method too
 */
record Problem(
    Class<?> owner,
    String name,
    Reference reference,
    double[] start,
    List<Known> known,
    OptionalDouble minimum,
    boolean isFit) {

  /** A function of numbers that carry their derivatives. */
  @FunctionalInterface
  interface Reference {
    Dual[] at(Dual... x);
  }

  /** What a function, or the sum of the squares of a fit, is at a point. */
  record Known(double[] point, double value, double tolerance) {}

  @Override
  public String toString() {
    return name;
  }
}
