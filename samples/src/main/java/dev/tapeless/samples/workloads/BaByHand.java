package dev.tapeless.samples.workloads;

/**
 * The Jacobian of {@link Ba}, written by hand: one way forward and two ways back for each
 * observation, all in scalars.
 */
final class BaByHand {
  private BaByHand() {}

  /**
   * Fills the residuals and their derivatives.
   *
   * @param blocks two rows for each observation, by camera (11), point (3) and weight (1)
   * @param weightBlocks the derivatives of the residuals of the weights
   */
  static void jacobian(
      double[][] cams,
      double[][] points,
      double[] w,
      int[] camIdx,
      int[] ptIdx,
      double[][] feats,
      double[] err,
      double[] werr,
      double[] blocks,
      double[] weightBlocks) {
    int p = w.length;
    for (int i = 0; i < p; i++) {
      observation(cams[camIdx[i]], points[ptIdx[i]], w[i], feats[i], err, 2 * i, blocks, 30 * i);
      werr[i] = 1 - w[i] * w[i];
      weightBlocks[i] = -2 * w[i];
    }
  }

  private static void observation(
      double[] cam, double[] x, double w, double[] feat, double[] err, int ei, double[] b, int o) {
    double r0 = cam[0], r1 = cam[1], r2 = cam[2];
    double v0 = x[0] - cam[3], v1 = x[1] - cam[4], v2 = x[2] - cam[5];
    double f = cam[6], k1 = cam[9], k2 = cam[10];
    double theta2 = r0 * r0 + r1 * r1 + r2 * r2;
    double cos = 1, sin = 0, inv = 0, n0 = 0, n1 = 0, n2 = 0, dot = 0, c0, c1, c2;
    double x0, x1, x2;
    boolean rotated = theta2 != 0;
    if (rotated) {
      double theta = Math.sqrt(theta2);
      cos = Math.cos(theta);
      sin = Math.sin(theta);
      inv = 1 / theta;
      n0 = r0 * inv;
      n1 = r1 * inv;
      n2 = r2 * inv;
      x0 = n1 * v2 - n2 * v1;
      x1 = n2 * v0 - n0 * v2;
      x2 = n0 * v1 - n1 * v0;
      dot = n0 * v0 + n1 * v1 + n2 * v2;
      double along = dot * (1 - cos);
      c0 = v0 * cos + x0 * sin + n0 * along;
      c1 = v1 * cos + x1 * sin + n1 * along;
      c2 = v2 * cos + x2 * sin + n2 * along;
    } else {
      x0 = r1 * v2 - r2 * v1;
      x1 = r2 * v0 - r0 * v2;
      x2 = r0 * v1 - r1 * v0;
      c0 = v0 + x0;
      c1 = v1 + x1;
      c2 = v2 + x2;
    }
    double iz = 1 / c2;
    double px = c0 * iz, py = c1 * iz;
    double rr = px * px + py * py;
    double dist = 1 + rr * (k1 + k2 * rr);
    double ex = px * dist * f + cam[7] - feat[0];
    double ey = py * dist * f + cam[8] - feat[1];
    err[ei] = w * ex;
    err[ei + 1] = w * ey;
    double distSlope = 2 * (k1 + 2 * k2 * rr);
    double wf = w * f;
    for (int row = 0; row < 2; row++) {
      double u = row == 0 ? px : py;
      // d(row)/d(px, py): f w (dist e_row + u * slope * (px, py))
      double us = wf * u * distSlope;
      double pxb = us * px, pyb = us * py;
      if (row == 0) {
        pxb += wf * dist;
      } else {
        pyb += wf * dist;
      }
      double a0 = pxb * iz, a1 = pyb * iz, a2 = -(pxb * px + pyb * py) * iz;
      double vb0, vb1, vb2;
      if (rotated) {
        double an = a0 * n0 + a1 * n1 + a2 * n2;
        double oc = 1 - cos;
        vb0 = a0 * cos + sin * (a1 * n2 - a2 * n1) + oc * an * n0;
        vb1 = a1 * cos + sin * (a2 * n0 - a0 * n2) + oc * an * n1;
        vb2 = a2 * cos + sin * (a0 * n1 - a1 * n0) + oc * an * n2;
        double nb0 = sin * (v1 * a2 - v2 * a1) + oc * (a0 * dot + v0 * an);
        double nb1 = sin * (v2 * a0 - v0 * a2) + oc * (a1 * dot + v1 * an);
        double nb2 = sin * (v0 * a1 - v1 * a0) + oc * (a2 * dot + v2 * an);
        double thetaBar =
            cos * (a0 * x0 + a1 * x1 + a2 * x2) - sin * (a0 * v0 + a1 * v1 + a2 * v2 - an * dot);
        double g = thetaBar - (nb0 * n0 + nb1 * n1 + nb2 * n2) * inv;
        b[o] = nb0 * inv + g * n0;
        b[o + 1] = nb1 * inv + g * n1;
        b[o + 2] = nb2 * inv + g * n2;
      } else {
        vb0 = a0 + (a1 * r2 - a2 * r1);
        vb1 = a1 + (a2 * r0 - a0 * r2);
        vb2 = a2 + (a0 * r1 - a1 * r0);
        b[o] = v1 * a2 - v2 * a1;
        b[o + 1] = v2 * a0 - v0 * a2;
        b[o + 2] = v0 * a1 - v1 * a0;
      }
      b[o + 3] = -vb0;
      b[o + 4] = -vb1;
      b[o + 5] = -vb2;
      b[o + 6] = w * u * dist;
      b[o + 7] = row == 0 ? w : 0;
      b[o + 8] = row == 0 ? 0 : w;
      b[o + 9] = wf * u * rr;
      b[o + 10] = wf * u * rr * rr;
      b[o + 11] = vb0;
      b[o + 12] = vb1;
      b[o + 13] = vb2;
      b[o + 14] = row == 0 ? ex : ey;
      o += 15;
    }
  }
}
