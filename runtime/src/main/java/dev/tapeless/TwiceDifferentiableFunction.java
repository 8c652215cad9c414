package dev.tapeless;

/**
 * A function with second derivatives, such as Newton's method asks for: what {@code fFunction(...)}
 * returns for a method with {@code @Differentiable(order = 2)}.
 */
public interface TwiceDifferentiableFunction extends DifferentiableFunction {

  /**
   * The Hessian.
   *
   * @param x n numbers, which are not modified
   * @return a new array of n rows of n numbers, {@code ∂²f/∂x_i∂x_j}
   */
  double[][] hessian(double[] x);

  /**
   * The Hessian times a direction, at the cost of a few gradients.
   *
   * @param x n numbers, which are not modified
   * @param direction n numbers, which are not modified
   * @return a new array of n numbers
   * @throws IllegalArgumentException if {@code direction} does not have the length of {@code x}
   */
  double[] hvp(double[] x, double[] direction);
}
