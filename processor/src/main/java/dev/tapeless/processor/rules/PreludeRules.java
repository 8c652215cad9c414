package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Exprs.minus;
import static dev.tapeless.processor.ir.Exprs.negated;
import static dev.tapeless.processor.ir.Exprs.over;
import static dev.tapeless.processor.ir.Exprs.plus;
import static dev.tapeless.processor.ir.Exprs.times;
import static dev.tapeless.processor.rules.Formulas.constant;
import static dev.tapeless.processor.rules.Formulas.nothing;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import java.util.List;

/**
 * Values that are differentiated otherwise than they are computed. The value is always the second
 * argument.
 */
final class PreludeRules {

  /** A side, over the length: {@link #share}. */
  private static final String SHARE = "share";

  /** A side, over the square of the length: {@link #inverted}. */
  private static final String INVERTED = "inverted";

  private PreludeRules() {}

  static RuleSet set() {
    return RuleSet.forClass(Exprs.VALUE)
        .rule("of", (x, y, r, g) -> g, (x, y, r, g) -> nothing(g))
        .rule(SHARE, 4, PreludeRules::ofShare)
        .rule(SHARE, 5, PreludeRules::ofShare)
        .rule(INVERTED, 4, PreludeRules::ofInverted)
        .build();
  }

  /**
   * {@code side / length}, where the length is that of the side and the others at right angles: as
   * a function of all sides, whose derivative along a very long one is not the difference of nearly
   * equal numbers.
   */
  static Expr share(Expr length, Expr side, List<Expr> others) {
    Expr value = over(side, length);
    Expr[] arguments =
        others.size() == 1
            ? new Expr[] {length, value, side, others.get(0)}
            : new Expr[] {length, value, side, others.get(0), others.get(1)};
    return Exprs.library(Exprs.VALUE, SHARE, value.type(), arguments);
  }

  /** By the side (y^2 + z^2) / l^3, by another one -x y / l^3. */
  private static Expr ofShare(int argument, List<Expr> a, Expr r, Expr g) {
    if (argument < 2) {
      return nothing(g);
    }
    Expr length = a.get(0);
    if (argument > 2) {
      Expr other = over(a.get(argument), length);
      return negated(times(g, over(times(a.get(1), other), length)));
    }
    Expr squares =
        a.subList(3, a.size()).stream()
            .map(other -> over(other, length))
            .map(share -> times(share, share))
            .reduce(Exprs::plus)
            .orElseThrow();
    return times(g, over(squares, length));
  }

  /** {@code side / length^2} of two sides, with full digits where they are nearly equal. */
  static Expr inverted(Expr length, Expr side, Expr other) {
    Expr value = over(over(side, length), length);
    return Exprs.library(Exprs.VALUE, INVERTED, value.type(), length, value, side, other);
  }

  /** By the side (y - x) (y + x) / l^4, by the other one -2 x y / l^4. */
  private static Expr ofInverted(int argument, List<Expr> a, Expr r, Expr g) {
    if (argument < 2) {
      return nothing(g);
    }
    Expr length = a.get(0);
    Expr side = a.get(2);
    Expr other = a.get(3);
    if (argument == 3) {
      Expr twice = times(constant(-2, g), a.get(1));
      return times(g, over(times(twice, over(other, length)), length));
    }
    Expr product = times(over(minus(other, side), length), over(plus(other, side), length));
    return times(g, over(over(product, length), length));
  }
}
