package dev.tapeless.processor.rules;

/**
 * Derivatives of the static methods of {@link Double} and {@link Float} with a real result: in each
 * formula {@code x} and {@code y} are the arguments and {@code g} is the factor.
 */
final class BoxRules {

  private BoxRules() {}

  /** The rules for the class of that name. */
  static RuleSet of(String owner) {
    return RuleSet.forClass(owner)
        .rule("sum", (x, y, r, g) -> g, (x, y, r, g) -> g)
        .rule(
            "max",
            (x, y, r, g) -> KinkRules.ofMax(x, y, g),
            (x, y, r, g) -> KinkRules.ofMax(y, x, g))
        .where("1/2 each at x == y")
        .rule(
            "min",
            (x, y, r, g) -> KinkRules.ofMin(x, y, g),
            (x, y, r, g) -> KinkRules.ofMin(y, x, g))
        .where("1/2 each at x == y")
        .build();
  }
}
