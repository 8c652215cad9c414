package org.hipparchus.util;

/** Stands for the class of that name. */
public final class SinCos {

  private final double sin;
  private final double cos;

  SinCos(double sin, double cos) {
    this.sin = sin;
    this.cos = cos;
  }

  public double sin() {
    return sin;
  }

  public double cos() {
    return cos;
  }
}
