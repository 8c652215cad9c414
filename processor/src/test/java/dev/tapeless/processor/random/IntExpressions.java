package dev.tapeless.processor.random;

import java.util.List;

/** Makes expressions of type int and boolean, and indices that are always in range. */
final class IntExpressions {

  private final Expressions all;
  private final Dice dice;

  IntExpressions(Expressions all) {
    this.all = all;
    this.dice = all.dice();
  }

  /** Any int. */
  Code integer(int depth) {
    if (depth <= 0) {
      return leaf();
    }
    return dice.oneOf(
        this::leaf,
        this::leaf,
        () -> arithmetic(depth),
        () -> arithmetic(depth),
        () -> whole("($ ? $ : $)", condition(depth - 1), integer(depth - 1), integer(depth - 1)),
        () ->
            whole(
                dice.among("Math.max($, $)", "Math.min($, $)"),
                integer(depth - 1),
                integer(depth - 1)),
        () -> special(depth),
        () -> whole("(int) (3.3 * $)", all.reals().bounded(Sort.DOUBLE, depth - 1)));
  }

  private Code arithmetic(int depth) {
    String one =
        dice.among(
            "($ / 3)", "($ % 4)", "($ & 3)", "($ << 1)", "($ >> 1)", "($ >>> 2)", "(-$)", "(~$)");
    String two = dice.among("($ + $)", "($ - $)", "($ * $)", "($ ^ $)", "($ | $)");
    return dice.chance(0.4)
        ? whole(one, integer(depth - 1))
        : whole(two, integer(depth - 1), integer(depth - 1));
  }

  /** Something with a side effect or a call. */
  private Code special(int depth) {
    List<Callee> callees = all.workshop().calleesFor(Sort.INT);
    if (!callees.isEmpty() && dice.chance(0.4)) {
      return all.call(dice.among(callees), depth);
    }
    List<Name> assignable = all.scope().assignable(Sort.INT);
    if (assignable.isEmpty()) {
      return leaf();
    }
    String name = dice.among(assignable).text();
    return dice.chance(0.5)
        ? whole(dice.among("#++", "#--", "(++#)", "(--#)").replace("#", name))
        : whole("(" + name + dice.among(" = $)", " += $)", " ^= $)"), integer(depth - 1));
  }

  private Code leaf() {
    List<Name> names = all.scope().readable(Sort.INT);
    List<Name> arrays = all.arraysOf(Sort.INT);
    if (!names.isEmpty() && dice.chance(0.6)) {
      return dice.among(names).read();
    }
    if (!arrays.isEmpty() && dice.chance(0.6)) {
      return all.element(dice.among(arrays), Sort.INT);
    }
    return dice.chance(0.2) ? length() : whole(String.valueOf(dice.below(5)));
  }

  /** The length of all arrays. */
  Code length() {
    List<Name> known =
        all.scope().readable(Sort.INT).stream()
            .filter(n -> n.low() == size() && n.high() == size())
            .toList();
    if (!known.isEmpty() && dice.chance(0.5)) {
      return dice.among(known).read();
    }
    List<Name> arrays = all.scope().names().stream().filter(n -> n.sort().isArray()).toList();
    return arrays.isEmpty() || dice.chance(0.3)
        ? whole(String.valueOf(size()))
        : whole(dice.among(arrays).text() + ".length");
  }

  /** An int that is an index of every array. */
  Code index() {
    int offset = dice.among(0, 0, 0, 0, -1, 1);
    List<Name> names =
        all.scope().readable(Sort.INT).stream()
            .filter(n -> n.isIndexBelow(size(), offset))
            .toList();
    if (!names.isEmpty() && dice.chance(0.75)) {
      String name = dice.among(names).text();
      return whole(
          offset == 0 ? name : "(" + name + (offset < 0 ? " - " : " + ") + Math.abs(offset) + ")");
    }
    List<Name> tables =
        all.scope().readable(Sort.INTS).stream().filter(n -> n.isIndexBelow(size(), 0)).toList();
    if (!tables.isEmpty() && dice.chance(0.3)) {
      return whole("$[$]", dice.among(tables).read(), index());
    }
    return dice.chance(0.5) ? whole(String.valueOf(dice.below(size()))) : below(size());
  }

  /** An int from 0 to {@code bound - 1}. */
  Code below(int bound) {
    return dice.chance(0.3)
        ? whole(String.valueOf(dice.below(bound)))
        : whole("Math.floorMod($, " + bound + ")", integer(1));
  }

  /** A condition that small changes of the arguments hardly turn. */
  Code condition(int depth) {
    if (depth <= 0) {
      return comparison(0);
    }
    return dice.oneOf(
        () -> comparison(depth),
        () -> comparison(depth),
        () -> truth("($ && $)", condition(depth - 1), condition(depth - 1)),
        () -> truth("($ || $)", condition(depth - 1), condition(depth - 1)),
        () -> truth("(!$)", condition(depth - 1)),
        () -> truth("($ ^ $)", condition(depth - 1), condition(depth - 1)),
        () -> flag(depth));
  }

  private Code flag(int depth) {
    List<Name> assignable = all.scope().assignable(Sort.BOOLEAN);
    if (!assignable.isEmpty() && dice.chance(0.3)) {
      return truth("(" + dice.among(assignable).text() + " = $)", condition(depth - 1));
    }
    List<Name> names = all.scope().readable(Sort.BOOLEAN);
    return names.isEmpty() ? comparison(depth) : dice.among(names).read();
  }

  private Code comparison(int depth) {
    String operator = dice.among(" < ", " > ", " <= ", " >= ");
    if (dice.chance(0.6)) {
      String constant = dice.number(-0.9, 0.9) + "13717";
      return truth("($" + operator + constant + ")", all.reals().variable(depth));
    }
    return dice.chance(0.5)
        ? truth("($" + operator + dice.below(4) + ")", integer(depth - 1))
        : truth("($ % 3 " + dice.among("==", "!=") + " " + dice.below(2) + ")", integer(depth - 1));
  }

  private int size() {
    return all.workshop().length();
  }

  private static Code whole(String text, Code... parts) {
    return Code.value(Sort.INT, text, parts);
  }

  private static Code truth(String text, Code... parts) {
    return Code.value(Sort.BOOLEAN, text, parts);
  }
}
