package dev.tapeless.processor.random;

import java.util.List;
import java.util.stream.Collectors;

/** Makes records: names, new ones, choices, results of helpers. */
final class RecordExpressions {

  private final Expressions all;
  private final Dice dice;

  RecordExpressions(Expressions all) {
    this.all = all;
    this.dice = all.dice();
  }

  Code of(Sort sort, int depth) {
    List<Name> names = all.scope().readable(sort);
    List<Callee> callees = all.workshop().calleesFor(sort);
    if (depth > 0 && !callees.isEmpty() && dice.chance(0.4)) {
      return all.call(dice.among(callees), depth);
    }
    if (names.isEmpty() || dice.chance(0.4)) {
      return fresh(sort, depth);
    }
    if (depth > 0 && dice.chance(0.2)) {
      return Code.value(
          sort, "($ ? $ : $)", all.ints().condition(1), of(sort, 0), dice.among(names).read());
    }
    return dice.among(names).read();
  }

  private Code fresh(Sort sort, int depth) {
    List<Code> components =
        sort.components().stream().map(c -> all.of(c.sort(), depth - 1)).toList();
    String holes = components.stream().map(c -> "$").collect(Collectors.joining(", "));
    return new Code(sort, "new " + sort.base() + "(" + holes + ")", components);
  }
}
