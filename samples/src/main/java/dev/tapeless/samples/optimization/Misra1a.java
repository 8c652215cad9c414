package dev.tapeless.samples.optimization;

import dev.tapeless.Constant;
import dev.tapeless.Differentiable;

/**
 * The volume that a monolayer of gas fills, by its pressure: the data set Misra1a of NIST's
 * Statistical Reference Datasets for nonlinear regression, with 14 observations.
 */
final class Misra1a {

  /** The pressures. */
  static final double[] PRESSURE = {
    77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0
  };

  /** The volumes that were observed. */
  static final double[] VOLUME = {
    10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78
  };

  private Misra1a() {}

  /** The volume at each pressure, for two parameters. */
  @Differentiable
  static double[] volume(double[] b, @Constant double[] pressure) {
    double[] y = new double[pressure.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = b[0] * (1 - Math.exp(-b[1] * pressure[i]));
    }
    return y;
  }
}
