package dev.tapeless.samples.workloads;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/** The price of a call with a smooth up-and-out barrier, by simulated paths. */
final class PathLoop {
  private PathLoop() {}

  static final double WIDTH = 2.0;

  /** The mean over the paths whose normally distributed steps {@code z} holds. */
  @Differentiable
  @SuppressWarnings("tapeless:KnownRemedy")
  static double price(
      double spot,
      double rate,
      double vol,
      double strike,
      double barrier,
      @Constant double maturity,
      @Constant double[][] z) {
    double sum = 0;
    for (int p = 0; p < z.length; p++) {
      sum += payoff(spot, rate, vol, strike, barrier, maturity, z[p]);
    }
    return sum / z.length;
  }

  static double payoff(
      double spot,
      double rate,
      double vol,
      double strike,
      double barrier,
      double maturity,
      double[] z) {
    int steps = z.length;
    double dt = maturity / steps;
    double s = spot;
    double alive = 1;
    for (int t = 0; t < steps; t++) {
      s = s * (1 + rate * dt + vol * Math.sqrt(dt) * z[t]);
      alive = alive * smoothStep((barrier - s) / WIDTH);
    }
    return Math.exp(-rate * maturity) * alive * softPlus(s - strike);
  }

  static double smoothStep(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  static double softPlus(double x) {
    return x > 30 ? x : Math.log(1 + Math.exp(x));
  }
}
