package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/** How far a posed hand is from measured points. */
final class Ht {

  /** The numbers of a pose: rotation (3), translation (3), and four angles of each finger. */
  static final int POSE = 26;

  private static final double SMALL_ANGLE = 1e-4;

  private Ht() {}

  /**
   * The differences between points and vertices, three for each point.
   *
   * @param theta the pose
   * @param hand the hand
   * @param correspondences of each point its vertex
   * @param points where they were measured
   */
  @Differentiable
  static double[] toVertices(
      double[] theta, @Constant Hand hand, int[] correspondences, @Constant double[][] points) {
    double[][] vertices = vertices(theta, hand);
    double[] residuals = new double[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      double[] vertex = vertices[correspondences[i]];
      for (int j = 0; j < 3; j++) {
        residuals[3 * i + j] = points[i][j] - vertex[j];
      }
    }
    return residuals;
  }

  /**
   * The differences between points and places within triangles.
   *
   * @param theta the pose
   * @param us of each point, how near it is to the first two corners of its triangle
   * @param hand the hand
   * @param correspondences of each point its triangle
   * @param points where they were measured
   */
  @Differentiable
  static double[] toTriangles(
      double[] theta,
      @Constant double[][] us,
      @Constant Hand hand,
      int[] correspondences,
      @Constant double[][] points) {
    return toTriangles(vertices(theta, hand), us, hand.triangles(), correspondences, points);
  }

  /** The same, if the vertices are known. */
  @Differentiable
  static double[] toTriangles(
      @Constant double[][] vertices,
      double[][] us,
      int[][] triangles,
      int[] correspondences,
      @Constant double[][] points) {
    double[] residuals = new double[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      int[] triangle = triangles[correspondences[i]];
      double u = us[i][0];
      double v = us[i][1];
      for (int j = 0; j < 3; j++) {
        double place =
            u * vertices[triangle[0]][j]
                + v * vertices[triangle[1]][j]
                + (1 - u - v) * vertices[triangle[2]][j];
        residuals[3 * i + j] = points[i][j] - place;
      }
    }
    return residuals;
  }

  /** Where the vertices of the posed hand are. */
  static double[][] vertices(double[] theta, Hand hand) {
    double[][][] transforms = transforms(theta, hand);
    double[][] rotation = rotation(theta);
    int count = hand.positions().length;
    double[][] vertices = new double[count][3];
    for (int v = 0; v < count; v++) {
      double[] position = hand.positions()[v];
      int[] bones = hand.bones()[v];
      double[] weights = hand.weights()[v];
      double x = 0;
      double y = 0;
      double z = 0;
      for (int b = 0; b < bones.length; b++) {
        double[][] transform = transforms[bones[b]];
        x += weights[b] * dot(transform[0], position);
        y += weights[b] * dot(transform[1], position);
        z += weights[b] * dot(transform[2], position);
      }
      if (hand.mirrored()) {
        x = -x;
      }
      for (int j = 0; j < 3; j++) {
        double[] row = rotation[j];
        vertices[v][j] = row[0] * x + row[1] * y + row[2] * z + theta[3 + j];
      }
    }
    return vertices;
  }

  /** What the pose does with what hangs on each bone. */
  private static double[][][] transforms(double[] theta, Hand hand) {
    int[] parents = hand.parents();
    double[][][] absolutes = new double[parents.length][4][4];
    double[][][] transforms = new double[parents.length][4][4];
    double[][] relative = new double[4][4];
    for (int b = 0; b < parents.length; b++) {
      multiply(hand.relatives()[b], bend(theta, b), relative);
      if (parents[b] < 0) {
        for (int i = 0; i < 4; i++) {
          for (int j = 0; j < 4; j++) {
            absolutes[b][i][j] = relative[i][j];
          }
        }
      } else {
        multiply(absolutes[parents[b]], relative, absolutes[b]);
      }
      multiply(absolutes[b], hand.inverseAbsolutes()[b], transforms[b]);
    }
    return transforms;
  }

  /** How a bone turns: about two axes at the root of a finger, about one at the other joints. */
  private static double[][] bend(double[] theta, int bone) {
    double x = 0;
    double z = 0;
    int joint = (bone - 2) % 4;
    if (bone >= 2 && joint < 3) {
      int first = 6 + 4 * ((bone - 2) / 4);
      x = joint == 0 ? theta[first] : theta[first + 1 + joint];
      z = joint == 0 ? theta[first + 1] : 0;
    }
    double cosX = Math.cos(x);
    double sinX = Math.sin(x);
    double cosZ = Math.cos(z);
    double sinZ = Math.sin(z);
    return new double[][] {
      {cosZ, -sinZ * cosX, sinZ * sinX, 0},
      {sinZ, cosZ * cosX, -cosZ * sinX, 0},
      {0, sinX, cosX, 0},
      {0, 0, 0, 1}
    };
  }

  /** The matrix of the rotation about the vector that the pose begins with, by its length. */
  private static double[][] rotation(double[] theta) {
    double angle = Math.sqrt(theta[0] * theta[0] + theta[1] * theta[1] + theta[2] * theta[2]);
    if (angle < SMALL_ANGLE) {
      return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    }
    double x = theta[0] / angle;
    double y = theta[1] / angle;
    double z = theta[2] / angle;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double rest = 1 - cos;
    return new double[][] {
      {cos + rest * x * x, rest * x * y - sin * z, rest * x * z + sin * y},
      {rest * x * y + sin * z, cos + rest * y * y, rest * y * z - sin * x},
      {rest * x * z - sin * y, rest * y * z + sin * x, cos + rest * z * z}
    };
  }

  private static void multiply(double[][] a, double[][] b, double[][] product) {
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
          sum += a[i][k] * b[k][j];
        }
        product[i][j] = sum;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
  }
}
