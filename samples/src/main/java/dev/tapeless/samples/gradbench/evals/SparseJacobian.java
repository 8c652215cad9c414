package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.workloads.Ba;

/** The Jacobian of bundle adjustment, row after row, with the columns of what is not zero. */
final class SparseJacobian {

  private static final int ROW = Ba.CAMERA + Ba.POINT + 1;

  private final int points;
  private final int weights;
  private final int[] rows;
  private final int[] columns;
  private final double[] values;
  private int row;
  private int next;

  /**
   * Without rows, but with room for all.
   *
   * @param n the number of cameras
   * @param m the number of points
   * @param p the number of observations
   */
  SparseJacobian(int n, int m, int p) {
    this.points = Ba.CAMERA * n;
    this.weights = points + Ba.POINT * m;
    this.rows = new int[3 * p + 1];
    this.columns = new int[(2 * ROW + 1) * p];
    this.values = new double[columns.length];
  }

  /** Where each row starts, and where the last ends. */
  int[] rows() {
    return rows;
  }

  /** The column of each value. */
  int[] columns() {
    return columns;
  }

  /** What is not zero, or need not be. */
  double[] values() {
    return values;
  }

  /** Adds a row of a reprojection error. */
  void addRow(int camera, int point, int weight, double[] byCamera, double[] byPoint, double byW) {
    add(Ba.CAMERA * camera, byCamera);
    add(points + Ba.POINT * point, byPoint);
    addRow(weight, byW);
  }

  /** Adds a row of a weight error, or the end of one of a reprojection error. */
  void addRow(int weight, double derivative) {
    columns[next] = weights + weight;
    values[next++] = derivative;
    rows[++row] = next;
  }

  private void add(int column, double[] derivatives) {
    for (int j = 0; j < derivatives.length; j++) {
      columns[next] = column + j;
      values[next++] = derivatives[j];
    }
  }
}
