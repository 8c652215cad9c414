package dev.tapeless.processor.rules;

import dev.tapeless.processor.ir.Expr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of the derivatives of library methods. */
public final class Rules {

  private static final List<RuleSet> SETS =
      Stream.concat(
              Stream.of(
                  MathRules.of("java.lang.Math"),
                  MathRules.of("java.lang.StrictMath"),
                  BoxRules.of("java.lang.Double"),
                  BoxRules.of("java.lang.Float"),
                  PreludeRules.set()),
              LookAlikeRules.all().stream())
          .toList();

  private Rules() {}

  /** The rule for {@code call}; none for a step, and none for a method that is not known. */
  public static Optional<Rule> rule(Expr.LibraryCall call) {
    return isStep(call)
        ? Optional.empty()
        : set(call).flatMap(set -> set.rule(call.method(), call.arguments().size()));
  }

  /**
   * Whether {@code call} has no real argument, no real result, or is known to have the derivative
   * zero: never active.
   */
  public static boolean isStep(Expr.LibraryCall call) {
    return !call.type().isReal() || !hasRealArgument(call) || isListedStep(call);
  }

  /**
   * Whether {@code call} rounds or the like: an active argument that reaches the result only
   * through it has the derivative zero, which is worth a warning. A predicate such as {@code
   * Double.isNaN} is not.
   */
  public static boolean losesDerivative(Expr.LibraryCall call) {
    return hasRealArgument(call) && isListedStep(call);
  }

  /**
   * The points at which the derivative of {@code call} is a matter of policy, and what it is there,
   * in words of {@code x, y, z}.
   */
  public static Optional<String> specialPoints(Expr.LibraryCall call) {
    return rule(call).flatMap(rule -> set(call)).map(set -> set.special().get(call.method()));
  }

  /** The table of each class, in a fixed order. */
  static List<RuleSet> sets() {
    return SETS;
  }

  private static boolean hasRealArgument(Expr.LibraryCall call) {
    return call.arguments().stream().anyMatch(a -> a.type().isReal());
  }

  private static boolean isListedStep(Expr.LibraryCall call) {
    return set(call).filter(set -> set.steps().contains(call.method())).isPresent();
  }

  private static Optional<RuleSet> set(Expr.LibraryCall call) {
    return SETS.stream().filter(set -> set.owner().equals(call.owner())).findFirst();
  }
}
