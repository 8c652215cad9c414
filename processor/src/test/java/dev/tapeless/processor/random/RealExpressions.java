package dev.tapeless.processor.random;

import java.util.List;

/**
 * Makes expressions of type double and float.
 *
 * <p>Two kinds: free ones, which may be large, and bounded ones, whose size stays below about 2
 * whatever their variables are. Only bounded ones are stored, so that programs with loops do not
 * run away.
 */
final class RealExpressions {

  private final Expressions all;
  private final Dice dice;

  RealExpressions(Expressions all) {
    this.all = all;
    this.dice = all.dice();
  }

  /** A number that may be stored. */
  Code bounded(Sort sort, int depth) {
    if (sort.equals(Sort.FLOAT)) {
      return boundedFloat(depth);
    }
    return depth <= 0 ? squashed(0) : all.again("bounded", () -> freshBounded(sort, depth));
  }

  private Code freshBounded(Sort sort, int depth) {
    return dice.oneOf(
        () -> squashed(depth),
        () -> squashed(depth),
        () -> squashed(depth),
        () -> literal(sort),
        () -> real("(0.6 * $ + 0.3 * $)", bounded(sort, depth - 1), bounded(sort, depth - 1)),
        () -> real("($ * $)", unit(depth - 1), bounded(sort, depth - 1)),
        () -> real("($ - $)", unit(depth - 1), unit(depth - 1)),
        () -> real("(0.4 * $ / $)", unit(depth - 1), positive(depth - 1)),
        () -> real("(-$)", bounded(sort, depth - 1)),
        () -> real("(0.8 / $)", positive(depth - 1)),
        () ->
            new Code(
                sort,
                "($ ? $ : $)",
                List.of(
                    all.ints().condition(depth - 1),
                    bounded(sort, depth - 1),
                    bounded(sort, depth - 1))),
        () -> special(sort, depth));
  }

  private Code boundedFloat(int depth) {
    if (depth <= 0 || dice.chance(0.5)) {
      return Code.value(Sort.FLOAT, "(float) $", bounded(Sort.DOUBLE, depth - 1));
    }
    return dice.oneOf(
        () -> literal(Sort.FLOAT),
        () ->
            Code.value(
                Sort.FLOAT,
                "(0.6f * $ + 0.3f * $)",
                boundedFloat(depth - 1),
                boundedFloat(depth - 1)),
        () -> Code.value(Sort.FLOAT, "($ / 1.7f)", boundedFloat(depth - 1)),
        () -> special(Sort.FLOAT, depth));
  }

  /** Something with a side effect or a call. */
  private Code special(Sort sort, int depth) {
    List<Name> functions = all.scope().readable(Sort.FUNCTION);
    if (!functions.isEmpty() && sort.equals(Sort.DOUBLE) && dice.chance(0.6)) {
      String function = dice.among(functions).text();
      return real("Math.sin(" + function + ".applyAsDouble($))", bounded(sort, depth - 1));
    }
    List<Callee> makers = all.workshop().calleesFor(sort.array());
    if (!makers.isEmpty() && dice.chance(0.3)) {
      return Code.value(sort, "$[$]", all.call(dice.among(makers), depth), all.ints().index());
    }
    List<Callee> callees = all.workshop().calleesFor(sort);
    if (!callees.isEmpty() && dice.chance(0.7)) {
      return all.call(dice.among(callees), depth);
    }
    List<Name> assignable = all.scope().assignable(sort);
    if (!assignable.isEmpty()) {
      String text = "(" + dice.among(assignable).text() + " = $)";
      return Code.value(sort, text, bounded(sort, depth - 1));
    }
    List<Name> arrays = all.arraysOf(sort);
    return arrays.isEmpty()
        ? bounded(sort, depth - 1)
        : Code.value(
            sort, "($ = $)", all.element(dice.among(arrays), sort), bounded(sort, depth - 1));
  }

  private Code squashed(int depth) {
    return dice.chance(0.7) ? unit(depth) : real("Math.atan($)", free(depth - 1));
  }

  /** A number between -1 and 1. */
  Code unit(int depth) {
    return all.again("unit", () -> freshUnit(depth));
  }

  private Code freshUnit(int depth) {
    String text =
        dice.among(
            "Math.sin($)",
            "Math.cos($)",
            "Math.tanh($)",
            "Math.sin(0.7 * $)",
            "Math.cos(0.5 * $)",
            "(0.6 * Math.atan($))",
            "StrictMath.sin($)",
            "Math.exp(-$)");
    if (text.equals("Math.exp(-$)")) {
      return real(text, positive(depth - 1));
    }
    return real(text, free(depth - 1));
  }

  /** A number of at least about 0.3. */
  Code positive(int depth) {
    return all.again("positive", () -> freshPositive(depth));
  }

  private Code freshPositive(int depth) {
    return dice.oneOf(
        () -> real("(1.3 + 0.7 * $)", unit(depth - 1)),
        () -> real("Math.exp(0.3 * $)", bounded(Sort.DOUBLE, depth - 1)),
        () -> real("Math.cosh(0.4 * $)", bounded(Sort.DOUBLE, depth - 1)),
        () -> real("Math.sqrt(1.2 + $)", unit(depth - 1)),
        () -> real("Math.hypot(0.7, $)", bounded(Sort.DOUBLE, depth - 1)),
        () -> real("Math.pow(1.4 + $, 1.5)", unit(depth - 1)),
        () -> real("(0.4 + Math.pow($, 2))", bounded(Sort.DOUBLE, depth - 1)));
  }

  /** A number of any size, for the inside of a function that bounds it. */
  Code free(int depth) {
    return depth <= 0 ? leaf() : all.again("free", () -> freshFree(depth));
  }

  private Code freshFree(int depth) {
    return dice.oneOf(
        this::leaf,
        this::leaf,
        () -> real("($ + $)", free(depth - 1), free(depth - 1)),
        () -> real("($ - $)", free(depth - 1), free(depth - 1)),
        () -> real("($ * $)", bounded(Sort.DOUBLE, depth - 1), free(depth - 1)),
        () -> real("($ / $)", free(depth - 1), positive(depth - 1)),
        () -> real("(-$)", free(depth - 1)),
        () ->
            new Code(
                Sort.DOUBLE,
                "($ ? $ : $)",
                List.of(all.ints().condition(depth - 1), free(depth - 1), free(depth - 1))),
        () -> function(depth),
        () -> bounded(Sort.DOUBLE, depth - 1));
  }

  /** A number that is likely to depend on variables. */
  Code variable(int depth) {
    return depth > 0 && dice.chance(0.3) ? free(depth - 1) : read();
  }

  private Code function(int depth) {
    if (dice.chance(all.workshop().specials())) {
      return new SpecialPoints(all).value(depth);
    }
    return dice.oneOf(
        () -> real("Math.log($)", positive(depth - 1)),
        () -> real("Math.log1p($)", positive(depth - 1)),
        () -> real("Math.atan2($, $)", positive(depth - 1), positive(depth - 1)),
        () -> real("Math.max($, $)", free(depth - 1), free(depth - 1)),
        () -> real("Math.min($, $)", free(depth - 1), free(depth - 1)),
        () -> real("Math.abs($)", free(depth - 1)),
        () -> real("Math.fma($, 0.7, $)", bounded(Sort.DOUBLE, depth - 1), free(depth - 1)),
        () -> real("Math.cbrt($)", positive(depth - 1)),
        () -> real("Math.asin(0.9 * $)", unit(depth - 1)),
        () -> real("Math.expm1(0.5 * $)", unit(depth - 1)),
        () -> real("Math.sinh(0.5 * $)", bounded(Sort.DOUBLE, depth - 1)),
        () -> real("Math.pow($, $)", positive(depth - 1), bounded(Sort.DOUBLE, depth - 1)));
  }

  /** A variable, mostly. */
  Code leaf() {
    if (dice.chance(0.12)) {
      return literal(all.workshop().real());
    }
    if (dice.chance(0.1)) {
      return real("(0.1 * ($ & 7))", all.ints().integer(1));
    }
    return read();
  }

  private Code read() {
    Sort sort = all.workshop().real();
    List<Name> scalars = all.scope().readable(sort);
    List<Name> arrays = all.arraysOf(sort);
    if (!scalars.isEmpty() && (arrays.isEmpty() || dice.chance(0.6))) {
      return dice.among(scalars).read();
    }
    return arrays.isEmpty() ? literal(sort) : all.element(dice.among(arrays), sort);
  }

  private Code literal(Sort sort) {
    return Code.value(sort, dice.number(0.1, 1.5) + (sort.equals(Sort.FLOAT) ? "f" : ""));
  }

  private static Code real(String text, Code... parts) {
    return Code.value(Sort.DOUBLE, text, parts);
  }
}
