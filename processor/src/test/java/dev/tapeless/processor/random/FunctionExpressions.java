package dev.tapeless.processor.random;

import java.util.List;

/** Makes function objects: lambda expressions that capture final variables, method references. */
final class FunctionExpressions {

  /** The names of variables that are final begin with this. */
  static final String FINAL = "fixed";

  private final Expressions all;
  private final Dice dice;

  FunctionExpressions(Expressions all) {
    this.all = all;
    this.dice = all.dice();
  }

  Code function(int depth) {
    List<Name> known = all.scope().readable(Sort.FUNCTION);
    if (!known.isEmpty() && dice.chance(0.4)) {
      return dice.among(known).read();
    }
    if (dice.chance(0.2)) {
      return Code.value(Sort.FUNCTION, dice.among("Math::sin", "Math::cos", "Math::tanh"));
    }
    Name argument = Name.variable(all.workshop().fresh("argument"), Sort.DOUBLE);
    List<Name> captured =
        all.scope().names().stream().filter(n -> n.text().startsWith(FINAL)).toList();
    Scope inside = new Scope(List.of()).inner(captured.toArray(Name[]::new)).inner(argument);
    Code body = new Expressions(all.workshop(), inside).reals().bounded(Sort.DOUBLE, depth);
    String text =
        dice.chance(0.6) ? argument.text() + " -> $" : argument.text() + " -> {\nreturn $;\n}";
    return Code.value(Sort.FUNCTION, text, body);
  }
}
