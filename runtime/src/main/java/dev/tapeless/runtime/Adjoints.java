package dev.tapeless.runtime;

import dev.tapeless.NonFiniteAdjointException;

/** Checks of adjoints, for gradients that are to say where they stop being finite. */
public final class Adjoints {

  private Adjoints() {}

  /**
   * What is added to an adjoint.
   *
   * @param adjoint any number
   * @param where whose derivative it is
   * @return {@code adjoint}
   * @throws NonFiniteAdjointException if it is infinite or not a number
   */
  public static double finite(double adjoint, String where) {
    if (!Double.isFinite(adjoint)) {
      throw new NonFiniteAdjointException(adjoint, where);
    }
    return adjoint;
  }

  /**
   * What is added to an adjoint.
   *
   * @param adjoint any number
   * @param where whose derivative it is
   * @return {@code adjoint}
   * @throws NonFiniteAdjointException if it is infinite or not a number
   */
  public static float finite(float adjoint, String where) {
    if (!Float.isFinite(adjoint)) {
      throw new NonFiniteAdjointException(adjoint, where);
    }
    return adjoint;
  }

  /**
   * The adjoints of an array's elements.
   *
   * @param <T> the type of the array, of any rank
   * @param adjoints an array of {@code double} or {@code float}; {@code null} in it is left out
   * @param where whose derivative it is
   * @return {@code adjoints}
   * @throws NonFiniteAdjointException if one of them is infinite or not a number
   */
  public static <T> T allFinite(T adjoints, String where) {
    if (adjoints instanceof double[] numbers) {
      for (double adjoint : numbers) {
        finite(adjoint, where);
      }
    } else if (adjoints instanceof float[] numbers) {
      for (float adjoint : numbers) {
        finite(adjoint, where);
      }
    } else if (adjoints instanceof Object[] rows) {
      for (Object row : rows) {
        allFinite(row, where);
      }
    }
    return adjoints;
  }
}
