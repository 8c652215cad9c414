package dev.tapeless.samples.gradbench.protocol;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A function with its arguments.
 *
 * @param run the mathematics, which are timed
 * @param output makes of their result what is answered
 */
public record Task<T>(Supplier<T> run, Function<T, Json> output) {

  /** Whose result is a number. */
  public static Task<Double> number(Supplier<Double> run) {
    return new Task<>(run, Json.Real::new);
  }

  /** Whose result is an array of numbers. */
  public static Task<double[]> vector(Supplier<double[]> run) {
    return new Task<>(run, Json.Numbers::new);
  }

  /** Whose result is an array of rows of numbers. */
  public static Task<double[][]> matrix(Supplier<double[][]> run) {
    return new Task<>(run, Json.Rows::new);
  }
}
