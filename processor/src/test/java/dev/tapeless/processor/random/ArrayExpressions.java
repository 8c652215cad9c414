package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes expressions of array types: names, rows, copies, new arrays. */
final class ArrayExpressions {

  private final Expressions all;
  private final Dice dice;

  ArrayExpressions(Expressions all) {
    this.all = all;
    this.dice = all.dice();
  }

  /** An array, mostly one that is there already. */
  Code of(Sort sort, int depth) {
    return dice.chance(0.7) ? existing(sort, depth) : fresh(sort, depth);
  }

  /** An array that has a name, or is a row of one, if there is one. */
  Code existing(Sort sort, int depth) {
    List<Name> sources = new ArrayList<>(all.arraysOf(sort));
    sources.addAll(all.scope().readable(sort));
    sources.removeIf(Name::isBounded);
    if (sources.isEmpty()) {
      return fresh(sort, depth);
    }
    if (depth > 0 && dice.chance(0.1)) {
      return dice.chance(0.6)
          ? Code.value(
              sort,
              "($ ? $ : $)",
              all.ints().condition(depth - 1),
              existing(sort, 0),
              existing(sort, 0))
          : assignment(sort);
    }
    return all.element(dice.among(sources), sort);
  }

  private Code assignment(Sort sort) {
    List<Name> assignable = all.scope().assignable(sort);
    return assignable.isEmpty()
        ? existing(sort, 0)
        : Code.value(sort, "(" + dice.among(assignable).text() + " = $)", existing(sort, 0));
  }

  /** A new array. */
  Code fresh(Sort sort, int depth) {
    List<Callee> callees = all.workshop().calleesFor(sort);
    if (depth > 0 && !callees.isEmpty() && dice.chance(0.5)) {
      return all.call(dice.among(callees), depth);
    }
    List<Name> names = all.scope().readable(sort);
    if (!names.isEmpty() && dice.chance(0.4)) {
      String copy =
          dice.among("$.clone()", "java.util.Arrays.copyOf($, " + length() + ")", shifted());
      return Code.value(sort, copy, dice.among(names).read());
    }
    return dice.chance(0.4) ? zeros(sort) : listed(sort, depth);
  }

  private int length() {
    return all.workshop().length();
  }

  /** Behind the end there are zeros, but not where rows are wanted. */
  private String shifted() {
    return "java.util.Arrays.copyOfRange($, 0, " + length() + ")";
  }

  /** An array of zeros. */
  Code zeros(Sort sort) {
    return new Code(
        sort,
        "new " + sort.base() + "[$]".repeat(sort.rank()),
        IntStream.range(0, sort.rank()).mapToObj(i -> all.ints().length()).toList());
  }

  private Code listed(Sort sort, int depth) {
    List<Code> elements =
        IntStream.range(0, all.workshop().length())
            .mapToObj(i -> all.of(sort.element(), depth - 1))
            .toList();
    String holes = elements.stream().map(e -> "$").collect(Collectors.joining(", "));
    return new Code(sort, "new " + sort + " {" + holes + "}", elements);
  }
}
