package dev.tapeless.processor.random;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes calls of functions at or near points where the textbook's formula needs care. */
final class SpecialPoints {

  /** Numbers at which functions are special; no point has one of them twice. */
  static final List<Double> NUMBERS = List.of(0.0, 1.0, 2.0, -1.0, 0.5, 4.0, -2.0);

  private static final Pattern NAME = Pattern.compile("\\b[vap]\\b");

  private final RealExpressions reals;
  private final IntExpressions ints;
  private final Dice dice;

  SpecialPoints(Expressions all) {
    this.reals = all.reals();
    this.ints = all.ints();
    this.dice = all.dice();
  }

  /** A number of any size with a finite derivative. */
  Code value(int depth) {
    return dice.chance(0.5) ? power(depth) : dice.chance(0.6) ? tail(depth) : step(depth);
  }

  private Code power(int depth) {
    Code any = reals.bounded(Sort.DOUBLE, depth - 1);
    Code leaf = reals.leaf();
    Code positive = reals.positive(depth - 1);
    return real(
        dice.among(
            "Math.pow(a, 2)",
            "Math.pow(a, 1)",
            "Math.pow(a, 0)",
            "Math.pow(a, 3)",
            "Math.pow(p, -1)",
            "Math.pow(p, 0.5)",
            "Math.pow(p, -2.5)",
            "Math.pow(p, v)",
            "Math.pow(2, v)",
            "Math.pow(1, v)",
            "Math.sqrt(1 + a * a)",
            "Math.sqrt(4 * p)",
            "Math.cbrt(7 + a)",
            "Math.hypot(p, 0)",
            "Math.hypot(0, p)",
            "Math.hypot(p, a)",
            "Math.hypot(-1 - p, v)",
            "Math.atan2(0, p)",
            "Math.atan2(a, p)",
            "Math.atan2(p, a)",
            "Math.atan2(v, -p)",
            "Math.exp(Math.sin(a))",
            "Math.expm1(Math.tanh(a))",
            "Math.log1p(a * a)",
            "Math.log(1 + a * a)",
            "Math.log10(p)"),
        any,
        leaf,
        positive);
  }

  private Code tail(int depth) {
    return real(
        dice.among(
            "Math.tanh(20 * p)",
            "Math.tanh(-30 - a)",
            "Math.atan(1e6 + a)",
            "Math.atan(-1e9 * p)",
            "Math.exp(-40 + a)",
            "Math.log(1e-8 * p)",
            "(1e-8 * Math.hypot(1e8 * p, a))",
            "Math.cbrt(1e-6 * p)",
            "Math.asin(0.999 * Math.sin(a))",
            "Math.acos(0.9 * Math.cos(a))",
            "Math.tan(0.9 * Math.sin(a))",
            "Math.max(a, a + p)",
            "Math.min(v - 9, a)",
            "Math.max(v, 9)",
            "Math.abs(a + 9)",
            "Math.abs(-9 - p)"),
        reals.bounded(Sort.DOUBLE, depth - 1),
        reals.leaf(),
        reals.positive(depth - 1));
  }

  /** What has steps, at a distance from them. */
  private Code step(int depth) {
    Code leaf = reals.leaf();
    if (dice.chance(0.3)) {
      return Code.value(Sort.DOUBLE, "Math.scalb($, $)", leaf, ints.below(4));
    }
    return real(
        dice.among(
            "(a - Math.floor(a + 0.013717))",
            "(Math.ceil(a + 0.013717) * v)",
            "(Math.rint(a + 0.013717) * a)",
            "(Math.signum(a + 0.013717) * p)",
            "Math.copySign(p, a + 0.013717)",
            "Math.fma(a, a, a)",
            "Math.fma(a, v, p)",
            "Math.toRadians(90 * a)",
            "((a + 9.013717) % 3)"),
        reals.bounded(Sort.DOUBLE, depth - 1),
        leaf,
        reals.positive(depth - 1));
  }

  /** The text with any number for {@code v}, a variable for {@code a}, a positive one for p. */
  private static Code real(String text, Code any, Code leaf, Code positive) {
    Map<String, Code> named = Map.of("v", any, "a", leaf, "p", positive);
    List<Code> parts = NAME.matcher(text).results().map(m -> named.get(m.group())).toList();
    return new Code(Sort.DOUBLE, NAME.matcher(text).replaceAll("\\$"), parts);
  }
}
