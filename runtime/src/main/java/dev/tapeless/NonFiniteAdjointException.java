package dev.tapeless;

/**
 * Thrown by {@code fGradientChecked} where the reverse sweep meets the first adjoint that is
 * infinite or not a number. The message names the file, the line and the statement whose derivative
 * it is.
 */
public final class NonFiniteAdjointException extends ArithmeticException {

  private static final long serialVersionUID = 1;

  /**
   * An exception for one adjoint.
   *
   * @param adjoint the adjoint, infinite or not a number
   * @param where the place in the source
   */
  public NonFiniteAdjointException(double adjoint, String where) {
    super("an adjoint is " + (Double.isNaN(adjoint) ? "NaN" : "infinite") + " at " + where);
  }
}
