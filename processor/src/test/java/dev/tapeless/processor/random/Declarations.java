package dev.tapeless.processor.random;

import java.util.List;

/** Makes declarations of local variables. */
final class Declarations {

  private final Expressions expressions;
  private final Workshop workshop;
  private final Dice dice;

  Declarations(Expressions expressions) {
    this.expressions = expressions;
    this.workshop = expressions.workshop();
    this.dice = workshop.dice();
  }

  /** A declaration with a value. */
  Code plain() {
    List<Sort> records = workshop.records();
    if (!records.isEmpty() && dice.chance(0.25)) {
      return declare(dice.among(records), "r");
    }
    return dice.oneOf(
        this::fixed,
        () -> declare(workshop.real(), "v"),
        () -> declare(workshop.real(), "v"),
        this::whole,
        () -> declare(Sort.BOOLEAN, "flag"),
        () -> declare(Sort.INTS, "table"),
        () -> declare(workshop.reals(), "a"),
        () -> declare(workshop.reals(), "a"),
        this::rows);
  }

  /** A declaration of an integer. */
  Code whole() {
    return declare(Sort.INT, "k");
  }

  private Code declare(Sort sort, String stem) {
    String type = dice.chance(0.1) ? "var" : sort.toString();
    Code value = expressions.of(sort, 3);
    Name name = Name.variable(workshop.fresh(stem), sort);
    expressions.scope().add(name);
    return Code.statement(type + " " + name.text() + " = $;", value);
  }

  /** A final variable, which function objects may capture. */
  private Code fixed() {
    Sort sort = dice.chance(0.6) ? Sort.DOUBLE : Sort.DOUBLES;
    Code value = expressions.of(sort, 3);
    Name name = Name.fixed(workshop.fresh(FunctionExpressions.FINAL), sort);
    expressions.scope().add(name);
    return Code.statement("final " + sort + " " + name.text() + " = $;", value);
  }

  /** An array of arrays that is filled row by row. */
  private Code rows() {
    Name name = Name.variable(workshop.fresh("a"), Sort.MATRIX);
    String index = workshop.fresh("r");
    Name counter = Name.bounded(index, Sort.INT, 0, workshop.length() - 1);
    Code length = expressions.ints().length();
    Code row = new Expressions(workshop, expressions.scope().inner(counter)).of(Sort.DOUBLES, 2);
    expressions.scope().add(name);
    String text =
        "double[][] # = new double[$][];\nfor (int % = 0; % < #.length; %++) {\n#[%] = $;\n}";
    return Code.statement(text.replace("#", name.text()).replace("%", index), length, row);
  }

  /** A declaration without a value, which two branches give. */
  Code branched(Statements around) {
    Sort sort = dice.chance(0.7) ? workshop.real() : workshop.reals();
    Code condition = expressions.ints().condition(2);
    Statements yes = around.inBranch();
    Statements no = around.inBranch();
    Code first = yes.block(0, 2);
    Code second = no.block(0, 2);
    Name name = Name.variable(workshop.fresh(sort.isArray() ? "a" : "v"), sort);
    Code one = yes.expressions().of(sort, 2);
    Code other = no.expressions().of(sort, 2);
    expressions.scope().add(name);
    String text = sort + " #;\nif ($) {\n$\n# = $;\n} else {\n$\n# = $;\n}";
    return Code.statement(text.replace("#", name.text()), condition, first, one, second, other);
  }
}
