package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.Differentiable;

/** The determinant, by expansion along the first row. */
final class Det {

  private Det() {}

  /**
   * The determinant of a square matrix.
   *
   * @param a its elements, row after row
   * @param ell the number of rows
   */
  @Differentiable
  static double determinant(double[] a, int ell) {
    // A list of the columns that are left: next[ell] is the first, the last is followed by ell.
    int[] next = new int[ell + 1];
    for (int column = 0; column < ell; column++) {
      next[column] = column + 1;
    }
    next[ell] = 0;
    return minor(a, ell, 0, next);
  }

  /** The determinant of the rows from {@code row} and the columns that are left. */
  private static double minor(double[] a, int ell, int row, int[] next) {
    if (row == ell - 1) {
      return a[row * ell + next[ell]];
    }
    double sum = 0;
    double sign = 1;
    int before = ell;
    for (int column = next[before]; column < ell; column = next[column]) {
      next[before] = next[column];
      sum += sign * a[row * ell + column] * minor(a, ell, row + 1, next);
      next[before] = column;
      before = column;
      sign = -sign;
    }
    return sum;
  }
}
