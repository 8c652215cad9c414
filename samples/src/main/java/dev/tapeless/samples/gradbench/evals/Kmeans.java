package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/** How far points are from the nearest of some centroids. */
final class Kmeans {

  private Kmeans() {}

  /** The sum of the squared distances of all points from their nearest centroids. */
  @Differentiable(order = 2)
  static double cost(@Constant double[][] points, double[][] centroids) {
    double sum = 0;
    for (double[] point : points) {
      sum += squaredDistance(point, centroids[nearest(point, centroids)]);
    }
    return sum;
  }

  private static int nearest(double[] point, double[][] centroids) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < centroids.length; j++) {
      double distance = squaredDistance(point, centroids[j]);
      if (distance < least) {
        least = distance;
        nearest = j;
      }
    }
    return nearest;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = b[i] - a[i];
      sum += difference * difference;
    }
    return sum;
  }
}
