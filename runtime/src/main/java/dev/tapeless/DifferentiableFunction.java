package dev.tapeless;

/**
 * A function of n variables that returns a number, with its gradient: what an optimiser asks for.
 *
 * <p>For a {@link Differentiable} method {@code double f(double[] x, ...)} with no other active
 * parameter, {@code fFunction(...)} of the generated class returns one: it holds the other
 * arguments fixed, and keeps references to them. It has no other state, and any number of threads
 * may use it.
 */
public interface DifferentiableFunction {

  /**
   * The value.
   *
   * @param x n numbers, which are not modified
   * @return {@code f(x)}
   */
  double value(double[] x);

  /**
   * The gradient.
   *
   * @param x n numbers, which are not modified
   * @return a new array of n numbers, {@code ∂f/∂x_j}
   */
  double[] gradient(double[] x);

  /**
   * The value and the gradient.
   *
   * @param x n numbers, which are not modified
   * @param gradient n numbers, over which the gradient is written
   * @return the value
   * @throws IllegalArgumentException if {@code gradient} does not have the length of {@code x}, or
   *     is {@code x}
   */
  double gradientInto(double[] x, double[] gradient);
}
