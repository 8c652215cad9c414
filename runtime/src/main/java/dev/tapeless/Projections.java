package dev.tapeless;

/**
 * Projections of one vector on another.
 *
 * <p>With them the directional derivative of a function along {@code l} is a line of its own: it is
 * the scalar projection of the gradient on {@code l}.
 *
 * <pre>{@code
 * double slope = Projections.scalar(CAdjoint.fGradient(x), l);
 * }</pre>
 *
 * <p>The vector that is projected on is scaled before it is squared, so that its length neither
 * overflows nor underflows.
 */
public final class Projections {

  private Projections() {}

  /**
   * The scalar projection of {@code b} on {@code a}: the number {@code b·a / |a|}, which is the
   * length of the shadow of {@code b} on the line along {@code a}, negative when they point apart.
   *
   * @param b the vector to be projected
   * @param a the vector to project on; only its direction matters
   * @return {@code b·a / |a|}
   * @throws IllegalArgumentException if the lengths of the arrays differ, or all of {@code a} is
   *     zero
   */
  public static double scalar(double[] b, double[] a) {
    double[] direction = direction(b, a);
    double product = 0;
    for (int i = 0; i < b.length; i++) {
      product += b[i] * direction[i];
    }
    return product;
  }

  /**
   * The vector projection of {@code b} on {@code a}: the part of {@code b} along {@code a}, {@code
   * (b·a / |a|²) a}. What is left, {@code b} minus this, is perpendicular to {@code a}.
   *
   * @param b the vector to be projected
   * @param a the vector to project on; only its line matters
   * @return a new array of the length of {@code a}
   * @throws IllegalArgumentException if the lengths of the arrays differ, or all of {@code a} is
   *     zero
   */
  public static double[] vector(double[] b, double[] a) {
    double[] direction = direction(b, a);
    double product = 0;
    for (int i = 0; i < b.length; i++) {
      product += b[i] * direction[i];
    }
    double[] projection = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      projection[i] = product * direction[i];
    }
    return projection;
  }

  /** {@code a / |a|}. */
  private static double[] direction(double[] b, double[] a) {
    if (b.length != a.length) {
      throw new IllegalArgumentException(
          "b has length " + b.length + ", a has length " + a.length + "; they must be the same");
    }
    double largest = 0;
    for (double component : a) {
      largest = Math.max(largest, Math.abs(component));
    }
    if (largest == 0) {
      throw new IllegalArgumentException("a is the zero vector: it has no direction");
    }
    double[] direction = new double[a.length];
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      direction[i] = a[i] / largest;
      squares += direction[i] * direction[i];
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < a.length; i++) {
      direction[i] /= length;
    }
    return direction;
  }
}
