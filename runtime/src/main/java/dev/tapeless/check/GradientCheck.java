package dev.tapeless.check;

import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Compares derivatives with finite differences, forward with reverse mode, and gradients with the
 * remainders of Taylor's formula.
 *
 * <pre>{@code
 * GradientCheck.gradient(Rosenbrock::rosenbrock, RosenbrockAdjoint::rosenbrockGradient, x).orThrow();
 * GradientCheck.derivative(Gamma::logGamma, x -> Rules.logGammaVjp(x, 1), 2.5).orThrow();
 * }</pre>
 *
 * <p>Finite differences are extrapolated to the step zero and come with an estimate of their error.
 * A number agrees if it differs from them by no more than the tolerance, relative to the number
 * itself or, where it is small, to a thousandth of the greatest one, plus five times that estimate.
 * Where the estimate is too great for a verdict, as at a kink, the comparison is undecided, and the
 * check has not passed.
 *
 * <p>A method of several arguments is checked by one at a time, in a lambda expression; of a matrix
 * the numbers are put into one array. Of more than 200 numbers, derivatives along random directions
 * are compared in place of those by each. The directions are always the same.
 */
public final class GradientCheck {

  /** The tolerance where none is given. */
  public static final double TOLERANCE = 1e-6;

  private static final double DOT_TOLERANCE = 1e-10;

  private GradientCheck() {}

  /**
   * Checks {@code derivative}, the derivative of {@code f}, at {@code x}.
   *
   * @param f a function of one variable
   * @param derivative what is checked
   * @param x where it is checked
   * @return what came of it
   */
  public static CheckResult derivative(
      DoubleUnaryOperator f, DoubleUnaryOperator derivative, double x) {
    return derivative(f, derivative, x, TOLERANCE);
  }

  /**
   * The same with another tolerance.
   *
   * @param f a function of one variable
   * @param derivative what is checked
   * @param x where it is checked
   * @param tolerance by how much a number may differ, relative to it
   * @return what came of it
   */
  public static CheckResult derivative(
      DoubleUnaryOperator f, DoubleUnaryOperator derivative, double x, double tolerance) {
    return gradient(
        at -> f.applyAsDouble(at[0]),
        at -> new double[] {derivative.applyAsDouble(at[0])},
        new double[] {x},
        tolerance);
  }

  /**
   * Checks {@code gradient}, the gradient of {@code f}, at {@code x}.
   *
   * @param f a function of n variables
   * @param gradient what is checked: takes n numbers, returns n
   * @param x where it is checked: n numbers, which are not modified
   * @return what came of it
   */
  public static CheckResult gradient(
      ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double[] x) {
    return gradient(f, gradient, x, TOLERANCE);
  }

  /**
   * The same with another tolerance.
   *
   * @param f a function of n variables
   * @param gradient what is checked: takes n numbers, returns n
   * @param x where it is checked: n numbers, which are not modified
   * @param tolerance by how much a number may differ, relative to it
   * @return what came of it
   */
  public static CheckResult gradient(
      ToDoubleFunction<double[]> f,
      UnaryOperator<double[]> gradient,
      double[] x,
      double tolerance) {
    return new PointCheck("gradient", x, tolerance)
        .reverse(
            at -> new double[] {f.applyAsDouble(at)},
            (at, v) -> gradient.apply(at),
            new double[] {1});
  }

  /**
   * Checks {@code vjp} at {@code x}: it takes a point and a seed {@code v} of the length of the
   * result, and returns the gradient of {@code v·f}.
   *
   * @param f a function of n variables that returns m numbers
   * @param vjp what is checked: takes n and m numbers, returns n
   * @param x where it is checked: n numbers, which are not modified
   * @return what came of it
   */
  public static CheckResult vjp(
      UnaryOperator<double[]> f, BinaryOperator<double[]> vjp, double[] x) {
    return vjp(f, vjp, x, TOLERANCE);
  }

  /**
   * The same with another tolerance.
   *
   * @param f a function of n variables that returns m numbers
   * @param vjp what is checked: takes n and m numbers, returns n
   * @param x where it is checked: n numbers, which are not modified
   * @param tolerance by how much a number may differ, relative to it
   * @return what came of it
   */
  public static CheckResult vjp(
      UnaryOperator<double[]> f, BinaryOperator<double[]> vjp, double[] x, double tolerance) {
    return new PointCheck("vjp", x, tolerance).reverse(f, vjp);
  }

  /**
   * Checks {@code jvp} at {@code x}: it takes a point and a tangent, and returns the derivative of
   * {@code f} along it.
   *
   * @param f a function of n variables that returns m numbers
   * @param jvp what is checked: takes n and n numbers, returns m
   * @param x where it is checked: n numbers, which are not modified
   * @return what came of it
   */
  public static CheckResult jvp(
      UnaryOperator<double[]> f, BinaryOperator<double[]> jvp, double[] x) {
    return jvp(f, jvp, x, TOLERANCE);
  }

  /**
   * The same with another tolerance.
   *
   * @param f a function of n variables that returns m numbers
   * @param jvp what is checked: takes n and n numbers, returns m
   * @param x where it is checked: n numbers, which are not modified
   * @param tolerance by how much a number may differ, relative to it
   * @return what came of it
   */
  public static CheckResult jvp(
      UnaryOperator<double[]> f, BinaryOperator<double[]> jvp, double[] x, double tolerance) {
    return new PointCheck("jvp", x, tolerance).forward(f, jvp);
  }

  /**
   * Checks that two modes belong together: {@code v·(J t) = (Jᵀ v)·t} for random {@code t} and
   * {@code v}. It needs no finite differences and is sharp, but does not see what is wrong in both.
   *
   * @param vjp the reverse mode: takes n and m numbers, returns n
   * @param jvp the forward mode: takes n and n numbers, returns m
   * @param x where it is checked: n numbers, which are not modified
   * @return what came of it
   */
  public static CheckResult dotProduct(
      BinaryOperator<double[]> vjp, BinaryOperator<double[]> jvp, double[] x) {
    return dotProduct(vjp, jvp, x, DOT_TOLERANCE);
  }

  /**
   * The same with another tolerance.
   *
   * @param vjp the reverse mode: takes n and m numbers, returns n
   * @param jvp the forward mode: takes n and n numbers, returns m
   * @param x where it is checked: n numbers, which are not modified
   * @param tolerance by how much a number may differ, relative to it
   * @return what came of it
   */
  public static CheckResult dotProduct(
      BinaryOperator<double[]> vjp, BinaryOperator<double[]> jvp, double[] x, double tolerance) {
    return new PointCheck("dot product", x, tolerance).modes(vjp, jvp);
  }

  /**
   * Checks that {@code f(x + h t) - f(x) - h g·t} with {@code g} the gradient vanishes like {@code
   * h²} along random directions {@code t}. What is compared is this order: 1 means that the
   * gradient is wrong, or that there is a kink. It sees relative errors above about 1e-6.
   *
   * @param f a function of n variables
   * @param gradient what is checked: takes n numbers, returns n
   * @param x where it is checked: n numbers, which are not modified
   * @return what came of it
   */
  public static CheckResult taylor(
      ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double[] x) {
    return new PointCheck("Taylor remainder", x, TaylorRemainder.TOLERANCE).taylor(f, gradient);
  }
}
