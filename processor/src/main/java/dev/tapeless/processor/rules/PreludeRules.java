package dev.tapeless.processor.rules;

import static dev.tapeless.processor.rules.Formulas.nothing;

import dev.tapeless.processor.ir.Exprs;

/** The derivative of a value that is known to be that of another expression, up to rounding. */
final class PreludeRules {

  private PreludeRules() {}

  static RuleSet set() {
    return RuleSet.forClass(Exprs.VALUE)
        .rule("of", (x, y, r, g) -> g, (x, y, r, g) -> nothing(g))
        .build();
  }
}
