package dev.tapeless.processor.rules;

import dev.tapeless.processor.ir.Expr;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the methods of one class. A name stands for all overloads with a real result:
 * their formulas differ in type only.
 *
 * @param owner the qualified name of the class
 * @param rules in the order in which they were given
 * @param arities the numbers of arguments
 * @param special for methods with special points, the points and the derivatives there, in words
 * @param steps methods whose derivative is zero almost everywhere, and taken as zero everywhere
 */
record RuleSet(
    String owner,
    Map<String, Rule> rules,
    Map<String, Integer> arities,
    Map<String, String> special,
    Set<String> steps) {

  RuleSet {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    arities = Map.copyOf(arities);
    special = Collections.unmodifiableMap(new LinkedHashMap<>(special));
    steps = Collections.unmodifiableSet(new LinkedHashSet<>(steps));
  }

  /** A set to be filled. */
  static Builder forClass(String owner) {
    return new Builder(owner);
  }

  /** The rule for a method with a real result and that many arguments. */
  Optional<Rule> rule(String method, int arguments) {
    return Integer.valueOf(arguments).equals(arities.get(method))
        ? Optional.of(rules.get(method))
        : Optional.ofNullable(rules.get(overload(method, arguments)));
  }

  /** The key of a method that has another number of arguments than the first of its name. */
  private static String overload(String method, int arguments) {
    return method + " of " + arguments;
  }

  /** The derivative by the only argument {@code x}, times {@code g}; {@code r} is the result. */
  @FunctionalInterface
  interface OfOne {
    Expr times(Expr x, Expr r, Expr g);
  }

  /** The derivative by one of two arguments, times {@code g}; {@code r} is the result. */
  @FunctionalInterface
  interface OfTwo {
    Expr times(Expr x, Expr y, Expr r, Expr g);
  }

  /** The derivative by one of three arguments, times {@code g}; {@code r} is the result. */
  @FunctionalInterface
  interface OfThree {
    Expr times(Expr x, Expr y, Expr z, Expr r, Expr g);
  }

  /** Takes rules, one for each method. */
  static final class Builder {

    private final String owner;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Integer> arities = new LinkedHashMap<>();
    private final Map<String, String> special = new LinkedHashMap<>();
    private final Set<String> steps = new LinkedHashSet<>();
    private String last = "";

    private Builder(String owner) {
      this.owner = owner;
    }

    /** A method of one argument. */
    Builder rule(String method, OfOne byX) {
      return put(method, 1, (i, a, r, g) -> byX.times(a.get(0), r, g));
    }

    /** A method of two arguments. */
    Builder rule(String method, OfTwo byX, OfTwo byY) {
      List<OfTwo> partials = List.of(byX, byY);
      return put(method, 2, (i, a, r, g) -> partials.get(i).times(a.get(0), a.get(1), r, g));
    }

    /** A method of three arguments. */
    Builder rule(String method, OfThree byX, OfThree byY, OfThree byZ) {
      List<OfThree> partials = List.of(byX, byY, byZ);
      return put(
          method, 3, (i, a, r, g) -> partials.get(i).times(a.get(0), a.get(1), a.get(2), r, g));
    }

    /** A method of any number of arguments. */
    Builder rule(String method, int arity, Rule rule) {
      return put(method, arity, rule);
    }

    private Builder put(String method, int arity, Rule rule) {
      last = arities.containsKey(method) ? overload(method, arity) : method;
      arities.putIfAbsent(method, arity);
      rules.put(last, checked(owner + "." + method, arity, rule));
      return this;
    }

    /** Describes the special points of the method whose rule was given last. */
    Builder where(String points) {
      special.put(last, points);
      return this;
    }

    /** Methods that are constant between jumps. */
    Builder steps(String... methods) {
      steps.addAll(List.of(methods));
      return this;
    }

    RuleSet build() {
      return new RuleSet(owner, rules, arities, special, steps);
    }
  }

  private static Rule checked(String method, int arity, Rule rule) {
    return (argument, arguments, result, factor) -> {
      if (arguments.size() != arity || !arguments.get(argument).type().isReal()) {
        throw new IllegalArgumentException(
            method + " has no derivative by argument " + argument + " of " + arguments);
      }
      return rule.times(argument, arguments, result, factor);
    };
  }
}
