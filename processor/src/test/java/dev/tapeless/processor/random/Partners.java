package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes loops that add up a function of a variable, before and after another function of it has
 * been computed which is the derivative of the first one.
 */
final class Partners {

  private final Statements around;
  private final Workshop workshop;
  private final Dice dice;
  private final Name argument;
  private final Name sum;

  Partners(Statements around, Workshop workshop) {
    this.around = around;
    this.workshop = workshop;
    this.dice = workshop.dice();
    this.argument = Name.fixed(workshop.fresh("angle"), Sort.DOUBLE);
    this.sum = Name.variable(workshop.fresh("s"), Sort.DOUBLE);
  }

  Code statements() {
    Expressions all = around.expressions();
    List<String> pair =
        dice.among(
            List.of("Math.sin(#)", "Math.cos(#)"),
            List.of("Math.cosh(#)", "Math.sinh(#)"),
            List.of("Math.exp(#)", "Math.expm1(#)"),
            List.of("Math.pow(2 + #, 1.5)", "Math.log(2 + #)"));
    String summed = named(pair.get(0));
    String partner = named(pair.get(1));
    List<Code> code = new ArrayList<>();
    code.add(Code.statement("double " + argument.text() + " = $;", all.reals().unit(1)));
    code.add(Code.statement("double " + sum.text() + " = 0;"));
    Code loop = dice.chance(0.7) ? branched(loop(summed)) : loop(summed);
    Code other = computed(partner);
    Code both = Code.block(dice.chance(0.7) ? List.of(loop, other) : List.of(other, loop));
    code.add(dice.chance(0.5) ? branched(both) : both);
    all.scope().add(argument);
    all.scope().add(sum);
    return Code.block(code);
  }

  private String named(String call) {
    return call.replace("#", argument.text());
  }

  private Code loop(String summed) {
    Name i = Name.bounded(workshop.fresh("i"), Sort.INT, 0, workshop.length() - 1);
    String text = sum.text() + dice.among(" += ", " -= ") + summed + " * $;";
    return new Loops(around, workshop)
        .of(
            Counters.head(dice).replace("#", i.text()),
            List.of(around.expressions().ints().length()),
            inside -> Code.statement(text, inside.expressions().reals().unit(1)),
            i);
  }

  private Code branched(Code inner) {
    return Code.statement("if ($) {\n$\n}", around.expressions().ints().condition(1), inner);
  }

  private Code computed(String partner) {
    String name = workshop.fresh("partner");
    return Code.statement(
        "double " + name + " = " + partner + ";\n" + sum.text() + " += " + name + " * $;",
        around.expressions().reals().unit(1));
  }
}
