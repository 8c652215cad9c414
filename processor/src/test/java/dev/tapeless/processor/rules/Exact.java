package dev.tapeless.processor.rules;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Elementary functions to about fifty digits, by series. Slow, and for arguments of moderate size.
 */
final class Exact {

  private static final MathContext DIGITS = new MathContext(70);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TINY = new BigDecimal("1e-400");

  private Exact() {}

  static BigDecimal of(double value) {
    return new BigDecimal(value);
  }

  static BigDecimal times(BigDecimal a, BigDecimal b) {
    return a.multiply(b, DIGITS);
  }

  static BigDecimal over(BigDecimal a, BigDecimal b) {
    return a.divide(b, DIGITS);
  }

  static BigDecimal plus(BigDecimal a, BigDecimal b) {
    return a.add(b, DIGITS);
  }

  static BigDecimal minus(BigDecimal a, BigDecimal b) {
    return a.subtract(b, DIGITS);
  }

  static BigDecimal inverse(BigDecimal a) {
    return over(ONE, a);
  }

  static BigDecimal sqrt(BigDecimal a) {
    return a.sqrt(DIGITS);
  }

  /** By the series of {@code exp(x / 2^k)}, squared k times. */
  static BigDecimal exp(BigDecimal x) {
    int halvings = Math.max(0, Math.getExponent(x.doubleValue()) + 8);
    BigDecimal small = over(x, BigDecimal.valueOf(2).pow(halvings));
    BigDecimal sum = ONE;
    BigDecimal term = ONE;
    for (int n = 1; n < 60; n++) {
      term = over(times(term, small), BigDecimal.valueOf(n));
      sum = plus(sum, term);
    }
    for (int i = 0; i < halvings; i++) {
      sum = times(sum, sum);
    }
    return sum;
  }

  /** By Newton's method on {@link #exp}. */
  static BigDecimal log(BigDecimal x) {
    BigDecimal y = new BigDecimal(Math.log(x.doubleValue()));
    for (int i = 0; i < 4; i++) {
      BigDecimal e = exp(y);
      y = plus(y, times(BigDecimal.valueOf(2), over(minus(x, e), plus(x, e))));
    }
    return y;
  }

  static BigDecimal sin(BigDecimal x) {
    return alternating(x, x, 1);
  }

  static BigDecimal cos(BigDecimal x) {
    return alternating(ONE, x, 0);
  }

  private static BigDecimal alternating(BigDecimal first, BigDecimal x, int power) {
    BigDecimal sum = first;
    BigDecimal term = first;
    for (int n = power + 2; term.abs().compareTo(TINY) > 0 && n < 400; n += 2) {
      term = over(times(term, times(x, x)), BigDecimal.valueOf(-(long) n * (n - 1)));
      sum = plus(sum, term);
    }
    return sum;
  }

  static BigDecimal sinh(BigDecimal x) {
    return over(minus(exp(x), exp(x.negate())), BigDecimal.valueOf(2));
  }

  static BigDecimal cosh(BigDecimal x) {
    return over(plus(exp(x), exp(x.negate())), BigDecimal.valueOf(2));
  }

  static BigDecimal pow(BigDecimal x, BigDecimal y) {
    return exp(times(y, log(x)));
  }
}
