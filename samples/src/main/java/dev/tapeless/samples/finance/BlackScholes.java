package dev.tapeless.samples.finance;

import dev.tapeless.Differentiable;

/**
 * Prices of European options in the model of Black and Scholes.
 *
 * <p>The gradient of a price holds its first-order Greeks: the derivative with respect to {@code
 * spot} is delta, to {@code volatility} vega, to {@code rate} rho, to {@code strike} the dual
 * delta, and to {@code maturity} minus theta.
 */
final class BlackScholes {

  private BlackScholes() {}

  /** The price of the right to buy at {@code strike} after {@code maturity} years. */
  @Differentiable
  static double call(double spot, double strike, double rate, double volatility, double maturity) {
    double spread = volatility * Math.sqrt(maturity);
    double d1 =
        (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / spread;
    double d2 = d1 - spread;
    return spot * normalCdf(d1) - strike * Math.exp(-rate * maturity) * normalCdf(d2);
  }

  /** The price of the right to sell at {@code strike} after {@code maturity} years. */
  @Differentiable
  static double put(double spot, double strike, double rate, double volatility, double maturity) {
    return call(spot, strike, rate, volatility, maturity)
        - spot
        + strike * Math.exp(-rate * maturity);
  }

  /**
   * The distribution function of the standard normal distribution, by the series {@code 1/2 +
   * phi(x) (x + x^3/3 + x^5/(3*5) + ...)}, which is summed until it does not change any longer.
   */
  static double normalCdf(double x) {
    if (x < -8) {
      return 0;
    }
    if (x > 8) {
      return 1;
    }
    double sum = x;
    double previous = 0;
    double term = x;
    int k = 1;
    while (sum != previous) {
      previous = sum;
      k += 2;
      term *= x * x / k;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  }
}
