package dev.tapeless.samples.workloads;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/**
 * The residuals of bundle adjustment, as ADBench has them. A camera is rotation (3), centre (3),
 * focal length, principal point (2), distortion (2).
 */
public final class Ba {

  /** The numbers of a camera. */
  public static final int CAMERA = 11;

  /** The numbers of a point. */
  public static final int POINT = 3;

  private Ba() {}

  /** What {@link #residuals} returns. */
  record Residuals(double[] reprojection, double[] weight) {}

  /** All residuals: two of each observation, and one of each weight. */
  static Residuals residuals(
      double[][] cams, double[][] points, double[] w, int[] camIdx, int[] ptIdx, double[][] feats) {
    int p = w.length;
    double[] err = new double[2 * p];
    double[] werr = new double[p];
    for (int i = 0; i < p; i++) {
      double[] e = reprojectionError(cams[camIdx[i]], points[ptIdx[i]], w[i], feats[i]);
      err[2 * i] = e[0];
      err[2 * i + 1] = e[1];
      werr[i] = 1 - w[i] * w[i];
    }
    return new Residuals(err, werr);
  }

  /** Where the camera sees the point, less where it was measured, times the weight. */
  @Differentiable
  @SuppressWarnings("tapeless:ExactComparison")
  public static double[] reprojectionError(
      double[] cam, double[] x, double w, @Constant double[] feat) {
    double[] proj = project(cam, x);
    return new double[] {w * (proj[0] - feat[0]), w * (proj[1] - feat[1])};
  }

  static double[] project(double[] cam, double[] x) {
    double[] rel = {x[0] - cam[3], x[1] - cam[4], x[2] - cam[5]};
    double[] c = rotate(cam, rel);
    double px = c[0] / c[2];
    double py = c[1] / c[2];
    double r2 = px * px + py * py;
    double distortion = 1 + cam[9] * r2 + cam[10] * r2 * r2;
    return new double[] {px * distortion * cam[6] + cam[7], py * distortion * cam[6] + cam[8]};
  }

  /** Rodrigues rotation of v by the angle-axis vector in r[0..2]. */
  static double[] rotate(double[] r, double[] v) {
    double theta2 = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
    if (theta2 == 0) {
      double[] t = cross(r, v);
      return new double[] {v[0] + t[0], v[1] + t[1], v[2] + t[2]};
    }
    double theta = Math.sqrt(theta2);
    double cos = Math.cos(theta);
    double sin = Math.sin(theta);
    double[] n = {r[0] / theta, r[1] / theta, r[2] / theta};
    double[] nxv = cross(n, v);
    double along = (n[0] * v[0] + n[1] * v[1] + n[2] * v[2]) * (1 - cos);
    return new double[] {
      v[0] * cos + nxv[0] * sin + n[0] * along,
      v[1] * cos + nxv[1] * sin + n[1] * along,
      v[2] * cos + nxv[2] * sin + n[2] * along
    };
  }

  static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
