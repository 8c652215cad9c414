package dev.tapeless.samples.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackScholesTest {

  @ParameterizedTest
  @CsvSource({
    "100, 105, 0.03, 0.2, 0.5",
    "100, 100, 0, 0.35, 2",
    "80, 120, 0.05, 0.15, 0.25",
    "120, 80, -0.01, 0.4, 1"
  })
  void oneCallGivesThePriceAndAllGreeks(
      double spot, double strike, double rate, double volatility, double maturity) {
    var result = BlackScholesAdjoint.callValueAndGradient(spot, strike, rate, volatility, maturity);
    assertThat(result.value())
        .isEqualTo(BlackScholes.call(spot, strike, rate, volatility, maturity));

    double root = Math.sqrt(maturity);
    double d1 =
        (Math.log(spot / strike) + (rate + volatility * volatility / 2) * maturity)
            / (volatility * root);
    double d2 = d1 - volatility * root;
    double discounted = strike * Math.exp(-rate * maturity);
    var greeks = result.gradient();
    assertThat(greeks.spot()).isCloseTo(cdf(d1), within(1e-12));
    assertThat(greeks.strike()).isCloseTo(-discounted / strike * cdf(d2), within(1e-12));
    assertThat(greeks.rate()).isCloseTo(maturity * discounted * cdf(d2), within(1e-10));
    assertThat(greeks.volatility()).isCloseTo(spot * density(d1) * root, within(1e-10));
    double theta = -spot * density(d1) * volatility / (2 * root) - rate * discounted * cdf(d2);
    assertThat(-greeks.maturity()).isCloseTo(theta, within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({"100, 105, 0.03, 0.2, 0.5", "90, 60, 0.01, 0.3, 3"})
  void theGreeksObeyPutCallParity(
      double spot, double strike, double rate, double volatility, double maturity) {
    var call = BlackScholesAdjoint.callGradient(spot, strike, rate, volatility, maturity);
    var put = BlackScholesAdjoint.putGradient(spot, strike, rate, volatility, maturity);
    assertThat(put.spot()).isCloseTo(call.spot() - 1, within(1e-13));
    assertThat(put.strike()).isCloseTo(call.strike() + Math.exp(-rate * maturity), within(1e-13));
    assertThat(put.volatility()).isCloseTo(call.volatility(), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-9, -7.5, -3, -1, -0.1, 0, 0.5, 2, 6, 9})
  void theDistributionFunctionIsSymmetric(double x) {
    assertThat(cdf(x) + cdf(-x)).isCloseTo(1, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.8413447460685429",
    "1.959963984540054, 0.975",
    "-3, 0.0013498980316300945"
  })
  void theDistributionFunctionHasItsKnownValues(double x, double expected) {
    assertThat(cdf(x)).isCloseTo(expected, within(1e-14));
  }

  private static double cdf(double x) {
    return BlackScholes.normalCdf(x);
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
