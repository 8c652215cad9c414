package dev.tapeless.processor.reference;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;

/** Arithmetic with far more than forty correct digits, also of results that are close to zero. */
final class Precise {

  /** So many that differences of close numbers still have forty. */
  private static final MathContext DIGITS = new MathContext(200);

  static final BigDecimal ONE = BigDecimal.ONE;
  static final BigDecimal TWO = BigDecimal.valueOf(2);

  private Precise() {}

  static BigDecimal of(double value) {
    return new BigDecimal(value);
  }

  /** Exactly the sum: what is subtracted from each other keeps all its digits. */
  static BigDecimal plus(BigDecimal a, BigDecimal b) {
    return a.add(b);
  }

  static BigDecimal minus(BigDecimal a, BigDecimal b) {
    return a.subtract(b);
  }

  static BigDecimal times(BigDecimal a, BigDecimal b) {
    return a.multiply(b);
  }

  static BigDecimal over(BigDecimal a, BigDecimal b) {
    return a.divide(b, DIGITS);
  }

  static BigDecimal inverse(BigDecimal a) {
    return over(ONE, a);
  }

  static BigDecimal square(BigDecimal a) {
    return a.multiply(a);
  }

  static BigDecimal sqrt(BigDecimal a) {
    return a.sqrt(DIGITS);
  }

  static BigDecimal exp(BigDecimal x) {
    return BigDecimalMath.exp(x, DIGITS);
  }

  static BigDecimal log(BigDecimal x) {
    return BigDecimalMath.log(x, DIGITS);
  }

  static BigDecimal ln10() {
    return BigDecimalMath.log(BigDecimal.TEN, DIGITS);
  }

  static BigDecimal pi() {
    return BigDecimalMath.pi(DIGITS);
  }

  static BigDecimal cosh(BigDecimal x) {
    return BigDecimalMath.cosh(x, DIGITS);
  }

  static BigDecimal sinh(BigDecimal x) {
    return BigDecimalMath.sinh(x, DIGITS);
  }

  static BigDecimal sin(BigDecimal x) {
    return BigDecimalMath.sin(reduced(x), DIGITS);
  }

  /** By the sine, which is exact next to its zeros. */
  static BigDecimal cos(BigDecimal x) {
    MathContext digits = forReduction(x);
    BigDecimal quarter = BigDecimalMath.pi(digits).divide(TWO, digits);
    return BigDecimalMath.sin(reduced(x.add(quarter)), DIGITS);
  }

  /** The angle between -pi and pi, or a little beyond, that differs by full turns. */
  private static BigDecimal reduced(BigDecimal x) {
    MathContext digits = forReduction(x);
    BigDecimal turn = BigDecimalMath.pi(digits).multiply(TWO);
    BigDecimal turns = nearest(x.divide(turn, digits));
    BigDecimal half = x.subtract(turns.multiply(turn));
    return mirrored(half, digits);
  }

  /** The angle of the same sine that is at most a quarter turn. */
  private static BigDecimal mirrored(BigDecimal x, MathContext digits) {
    BigDecimal pi = BigDecimalMath.pi(digits);
    BigDecimal quarter = pi.divide(TWO, digits);
    return x.abs().compareTo(quarter) <= 0
        ? x
        : pi.multiply(BigDecimal.valueOf(x.signum())).subtract(x);
  }

  private static MathContext forReduction(BigDecimal x) {
    return new MathContext(250 + Math.max(0, x.precision() - x.scale()));
  }

  /** {@code x} to the power of {@code y}; a negative base needs an integral exponent. */
  static BigDecimal pow(BigDecimal x, BigDecimal y) {
    BigDecimal size = exp(times(y, log(x.abs())));
    boolean isOdd = x.signum() < 0 && y.remainder(TWO).signum() != 0;
    return isOdd ? size.negate() : size;
  }

  /** The nearest whole number. */
  static BigDecimal nearest(BigDecimal x) {
    return x.setScale(0, java.math.RoundingMode.HALF_EVEN);
  }

  /** The whole part. */
  static BigDecimal whole(BigDecimal x) {
    return x.setScale(0, java.math.RoundingMode.DOWN);
  }

  /** Of two exact numbers, with all digits of the whole part. */
  static BigDecimal quotient(BigDecimal a, BigDecimal b) {
    int digits = Math.max(0, (a.precision() - a.scale()) - (b.precision() - b.scale()));
    return a.divide(b, new MathContext(digits + 400));
  }
}
