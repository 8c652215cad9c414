package dev.tapeless.processor.dual;

/**
 * A number with about 31 digits: the unevaluated sum of two.
 *
 * @param low at most half a unit in the last place of {@code high}
 */
record Wide(double high, double low) {

  static final Wide ZERO = new Wide(0, 0);
  static final Wide ONE = new Wide(1, 0);
  static final Wide LN10 = new Wide(2.302585092994046, -2.1707562233822494e-16);
  private static final Wide LN2 = new Wide(0.6931471805599453, 2.3190468138462996e-17);
  private static final Wide QUARTER_TURN = new Wide(1.5707963267948966, 6.123233995736766e-17);
  private static final int HALVINGS = 6;
  private static final int TERMS = 16;

  static Wide of(double value) {
    return new Wide(value, 0);
  }

  /** The exact sum of two numbers, the first one being larger. */
  private static Wide normal(double a, double b) {
    double sum = a + b;
    return Double.isFinite(sum) ? new Wide(sum, b - (sum - a)) : new Wide(sum, 0);
  }

  private static Wide sum(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    return Double.isFinite(sum) ? new Wide(sum, a - (sum - part) + (b - part)) : new Wide(sum, 0);
  }

  Wide plus(Wide other) {
    Wide s = sum(high, other.high);
    return normal(s.high, s.low + low + other.low);
  }

  Wide minus(Wide other) {
    return plus(other.negative());
  }

  Wide negative() {
    return new Wide(-high, -low);
  }

  Wide times(Wide other) {
    double product = high * other.high;
    double rest = Math.fma(high, other.high, -product);
    return normal(product, rest + (high * other.low + low * other.high));
  }

  Wide times(double other) {
    return times(of(other));
  }

  Wide over(Wide other) {
    double first = high / other.high;
    if (!Double.isFinite(first)) {
      return of(first);
    }
    Wide rest = minus(other.times(first));
    double second = rest.high / other.high;
    double third = rest.minus(other.times(second)).high / other.high;
    return normal(first, second).plus(of(third));
  }

  Wide sqrt() {
    if (high <= 0) {
      return of(Math.sqrt(high));
    }
    Wide root = of(Math.sqrt(high));
    return root.plus(over(root)).times(0.5);
  }

  Wide cbrt() {
    if (high == 0) {
      return ZERO;
    }
    Wide root = of(Math.cbrt(high));
    Wide square = root.times(root);
    return root.minus(square.times(root).minus(this).over(square.times(3)));
  }

  Wide exp() {
    if (!(Math.abs(high) < 690)) {
      return of(Math.exp(high));
    }
    long twos = Math.round(high / LN2.high);
    Wide small = minus(LN2.times(twos)).times(Math.scalb(1.0, -HALVINGS));
    Wide sum = ZERO;
    for (int i = TERMS; i > 0; i--) {
      sum = sum.plus(ONE).times(small).over(of(i));
    }
    Wide power = sum.plus(ONE);
    for (int i = 0; i < HALVINGS; i++) {
      power = power.times(power);
    }
    double scale = Math.scalb(1.0, (int) twos);
    return new Wide(power.high * scale, power.low * scale);
  }

  Wide log() {
    if (!(high > 0) || Double.isInfinite(high)) {
      return of(Math.log(high));
    }
    Wide guess = of(Math.log(high));
    return guess.plus(times(guess.negative().exp())).minus(ONE);
  }

  Wide sin() {
    return turned(0);
  }

  Wide cos() {
    return turned(1);
  }

  /** The sine after so many quarter turns more. */
  private Wide turned(int more) {
    long turns = Math.round(high / QUARTER_TURN.high);
    Wide angle = minus(QUARTER_TURN.times(turns));
    boolean isCosine = Math.floorMod(turns + more, 2) == 1;
    Wide square = angle.times(angle).negative();
    Wide term = isCosine ? ONE : angle;
    Wide sum = ZERO;
    for (int i = isCosine ? 1 : 2; Math.abs(term.high) > 1e-40; i += 2) {
      sum = sum.plus(term);
      term = term.times(square).over(of((double) i * (i + 1)));
    }
    return Math.floorMod(turns + more, 4) >= 2 ? sum.negative() : sum;
  }
}
