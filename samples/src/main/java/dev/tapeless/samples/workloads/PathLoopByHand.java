package dev.tapeless.samples.workloads;

/** The gradient of {@link PathLoop}, written by hand: each path goes forward and back. */
final class PathLoopByHand {
  private PathLoopByHand() {}

  /**
   * The price; its derivatives by spot, rate, volatility, strike and barrier go into {@code grad}.
   *
   * @param path a work array, one longer than the number of steps
   * @param step a work array of the number of steps
   */
  static double gradient(
      double spot,
      double rate,
      double vol,
      double strike,
      double barrier,
      double maturity,
      double[][] z,
      double[] path,
      double[] step,
      double[] grad) {
    double gs = 0, gr = 0, gv = 0, gk = 0, gb = 0, sum = 0;
    for (int p = 0; p < z.length; p++) {
      double[] zp = z[p];
      int steps = zp.length;
      double dt = maturity / steps;
      double sq = vol * Math.sqrt(dt), drift = 1 + rate * dt;
      double s = spot;
      double alive = 1;
      path[0] = s;
      for (int t = 0; t < steps; t++) {
        s *= drift + sq * zp[t];
        double f = 1 / (1 + Math.exp((s - barrier) / PathLoop.WIDTH));
        alive *= f;
        path[t + 1] = s;
        step[t] = f;
      }
      double discount = Math.exp(-rate * maturity);
      double x = s - strike;
      double soft, slope;
      if (x > 30) {
        soft = x;
        slope = 1;
      } else {
        double e = Math.exp(x);
        soft = Math.log(1 + e);
        slope = e / (1 + e);
      }
      double v = discount * alive * soft;
      sum += v;
      gr -= maturity * v;
      double sBar = discount * alive * slope;
      gk -= sBar;
      // alive = product of f; d f / f = (1 - f) dx, so the factor's own bar never needs a division
      double barrierBar = 0, driftBar = 0, sqBar = 0;
      double scale = v / PathLoop.WIDTH;
      for (int t = steps - 1; t >= 0; t--) {
        double xb = scale * (1 - step[t]);
        barrierBar += xb;
        sBar -= xb;
        double d = sBar * path[t];
        driftBar += d;
        sqBar += d * zp[t];
        sBar *= drift + sq * zp[t];
      }
      gb += barrierBar;
      gs += sBar;
      gr += driftBar * dt;
      gv += sqBar * Math.sqrt(dt);
    }
    double inv = 1.0 / z.length;
    grad[0] = gs * inv;
    grad[1] = gr * inv;
    grad[2] = gv * inv;
    grad[3] = gk * inv;
    grad[4] = gb * inv;
    return sum * inv;
  }
}
