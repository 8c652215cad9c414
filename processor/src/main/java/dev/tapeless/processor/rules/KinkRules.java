package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Exprs.choose;
import static dev.tapeless.processor.rules.Formulas.both;
import static dev.tapeless.processor.rules.Formulas.either;
import static dev.tapeless.processor.rules.Formulas.equal;
import static dev.tapeless.processor.rules.Formulas.greater;
import static dev.tapeless.processor.rules.Formulas.less;
import static dev.tapeless.processor.rules.Formulas.nothing;
import static dev.tapeless.processor.rules.Formulas.share;
import static dev.tapeless.processor.rules.Formulas.undefined;

import dev.tapeless.processor.ir.Expr;

/**
 * The derivatives of functions that choose among their arguments. At a tie each argument gets the
 * mean of its one-sided derivatives; an argument that is NaN, for which no comparison holds, makes
 * the derivatives NaN.
 */
final class KinkRules {

  private KinkRules() {}

  /** Of {@code max(x, y)}, by {@code x}; by {@code y} with the two exchanged. */
  static Expr ofMax(Expr x, Expr y, Expr g) {
    return chosen(greater(x, y), less(x, y), equal(x, y), g);
  }

  /** Of {@code min(x, y)}, by {@code x}; by {@code y} with the two exchanged. */
  static Expr ofMin(Expr x, Expr y, Expr g) {
    return chosen(less(x, y), greater(x, y), equal(x, y), g);
  }

  private static Expr chosen(Expr wins, Expr loses, Expr ties, Expr g) {
    return choose(wins, g, choose(loses, nothing(g), choose(ties, share(0.5, g), undefined(g))));
  }

  /**
   * Of {@code clamp(x, low, high)}, which is {@code max(low, min(x, high))}, by {@code x}. Where
   * the bounds are crossed, it is {@code low}.
   */
  static Expr ofClampByValue(Expr x, Expr low, Expr high, Expr g) {
    Expr onEdge = choose(equal(low, high), share(0.25, g), share(0.5, g));
    Expr elsewhere = choose(either(equal(x, low), equal(x, high)), onEdge, undefined(g));
    Expr outside = either(less(x, low), greater(x, high));
    Expr within = both(less(low, x), less(x, high));
    return choose(within, g, choose(either(outside, greater(low, high)), nothing(g), elsewhere));
  }

  /** Of {@code clamp(x, low, high)} by {@code low}. */
  static Expr ofClampByLow(Expr x, Expr low, Expr high, Expr g) {
    Expr tie = choose(Formulas.is("isNaN", x), undefined(g), share(0.5, g));
    Expr inside = both(less(low, x), less(low, high));
    Expr outside = either(less(x, low), greater(low, high));
    return choose(outside, g, choose(inside, nothing(g), tie));
  }

  /** Of {@code clamp(x, low, high)} by {@code high}. */
  static Expr ofClampByHigh(Expr x, Expr low, Expr high, Expr g) {
    Expr above = choose(less(low, high), g, share(0.5, g));
    Expr onEdge = choose(less(low, high), share(0.5, g), share(0.25, g));
    Expr atOrBelow = choose(equal(x, high), onEdge, undefined(g));
    Expr below = either(less(x, high), greater(low, high));
    return choose(below, nothing(g), choose(greater(x, high), above, atOrBelow));
  }
}
