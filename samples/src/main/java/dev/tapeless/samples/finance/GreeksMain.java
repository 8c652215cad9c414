package dev.tapeless.samples.finance;

import java.util.Locale;

/** Prints the price of a call and all its first-order Greeks, which one call returns. */
public final class GreeksMain {

  private GreeksMain() {}

  /**
   * Runs the sample.
   *
   * @param args none
   */
  public static void main(String[] args) {
    var result = BlackScholesAdjoint.callValueAndGradient(100, 105, 0.03, 0.2, 0.5);
    var greeks = result.gradient();
    System.out.printf(Locale.ROOT, "price       %10.6f%n", result.value());
    System.out.printf(Locale.ROOT, "delta       %10.6f%n", greeks.spot());
    System.out.printf(Locale.ROOT, "dual delta  %10.6f%n", greeks.strike());
    System.out.printf(Locale.ROOT, "rho         %10.6f%n", greeks.rate());
    System.out.printf(Locale.ROOT, "vega        %10.6f%n", greeks.volatility());
    System.out.printf(Locale.ROOT, "theta       %10.6f%n", -greeks.maturity());
  }
}
