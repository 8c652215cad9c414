package dev.tapeless;

/**
 * A function of n variables that returns m numbers, with its Jacobian: what a least-squares solver
 * asks for.
 *
 * <p>For a {@link Differentiable} method {@code double[] f(double[] x, ...)} with no other active
 * parameter, {@code fFunction(...)} of the generated class returns one: it holds the other
 * arguments fixed, and keeps references to them. It has no other state, and any number of threads
 * may use it.
 */
public interface DifferentiableMapping {

  /**
   * The values.
   *
   * @param x n numbers, which are not modified
   * @return m numbers
   */
  double[] value(double[] x);

  /**
   * The Jacobian.
   *
   * @param x n numbers, which are not modified
   * @return a new array of m rows of n numbers, {@code ∂y_i/∂x_j}
   */
  double[][] jacobian(double[] x);

  /**
   * The transposed Jacobian times a vector.
   *
   * @param x n numbers, which are not modified
   * @param v m numbers, which are not modified
   * @return a new array of n numbers
   * @throws IllegalArgumentException if {@code v} does not have the length of the result
   */
  double[] vjp(double[] x, double[] v);

  /**
   * The Jacobian times a direction.
   *
   * @param x n numbers, which are not modified
   * @param direction n numbers, which are not modified
   * @return a new array of m numbers
   * @throws IllegalArgumentException if {@code direction} does not have the length of {@code x}
   */
  double[] jvp(double[] x, double[] direction);
}
