package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes loops of every kind, all of which end: their counters are moved by their own text only. */
final class Loops {

  private final Statements around;
  private final Expressions expressions;
  private final Workshop workshop;
  private final Dice dice;
  private final int last;
  private final String label;

  Loops(Statements around, Workshop workshop) {
    this.around = around;
    this.expressions = around.expressions();
    this.workshop = workshop;
    this.dice = workshop.dice();
    this.last = workshop.length() - 1;
    this.label = workshop.fresh("loop");
  }

  /** A loop whose body is nested no deeper than {@code depth - 1}. */
  Code loop(int depth) {
    Code loop = unlabelled(depth);
    return jumpsHere(loop) ? labelled(loop) : loop;
  }

  /**
   * A loop with that head, in which {@code continue} leads to where the counter is moved.
   *
   * @param parts what fills the holes of the head
   */
  Code of(String head, List<Code> parts, Function<Statements, Code> body, Name... variables) {
    List<Code> all = new ArrayList<>(parts);
    all.add(body.apply(around.inLoop(new Jumps.Loop(label, true), variables)));
    Code loop = new Code(Sort.STATEMENT, "for (" + head + ") {\n$\n}", all);
    return jumpsHere(loop) ? labelled(loop) : loop;
  }

  /** Whether a jump within {@code code} names this loop. */
  private boolean jumpsHere(Code code) {
    return code.text().contains(" " + label + ";")
        || code.parts().stream().anyMatch(this::jumpsHere);
  }

  /** The label stands before the keyword, behind declarations of counters. */
  private Code labelled(Code loop) {
    String text = loop.text();
    int keyword = text.startsWith("int ") ? text.indexOf('\n') + 1 : 0;
    String named = text.substring(0, keyword) + label + ": " + text.substring(keyword);
    return new Code(loop.sort(), named, loop.parts());
  }

  private Code unlabelled(int depth) {
    return dice.oneOf(
        () -> counted(depth),
        () -> counted(depth),
        () -> counted(depth),
        () -> bounded(depth),
        () -> triangular(depth),
        () -> irregular(depth),
        () -> pushed(depth),
        () -> whileLoop(depth),
        () -> whileLoop(depth),
        () -> doLoop(depth),
        () -> forEach(depth));
  }

  /** The body of a loop in which {@code continue} leads to where the counter is moved. */
  private Code body(int depth, Name... variables) {
    return body(new Jumps.Loop(label, true), depth, variables);
  }

  /** The body of a loop that moves the counter itself, at the end. */
  private Code moved(int depth, Name... variables) {
    return body(new Jumps.Loop(label, false), depth, variables);
  }

  private Code body(Jumps.Loop loop, int depth, Name... variables) {
    return around.inLoop(loop, variables).block(depth - 1, around.loops() == 2 ? 2 : 4);
  }

  /** A loop with a known range, in one of many notations. */
  private Code counted(int depth) {
    int shape = dice.below(7);
    Name i =
        Name.bounded(
            workshop.fresh("i"), Sort.INT, shape == 1 ? 1 : 0, shape == 2 ? last - 1 : last);
    Code length = expressions.ints().length();
    Code body = body(depth, i);
    String head =
        switch (shape) {
          case 0 -> "int # = 0; # <= $ - 1; #++";
          case 1 -> "int # = 1; # < $; #++";
          case 2 -> "int # = 0; # < $ - 1; ++#";
          case 3 -> "int # = $ - 1; # >= 0; #--";
          case 4 -> "int # = $ - 1; # > -1; # -= 2";
          case 5 -> "int # = 0; # < $; # += 2";
          default -> "int # = 0; # < $; #++";
        };
    return looped("for (" + head + ") {\n$\n}", i, length, body);
  }

  private static Code looped(String text, Name counter, Code... parts) {
    return Code.statement(text.replace("#", counter.text()), parts);
  }

  /** A loop with any bound, perhaps no trip at all, perhaps a bound that the body changes. */
  private Code bounded(int depth) {
    Name i = Name.bounded(workshop.fresh("i"), Sort.INT, 0, last);
    Code bound = expressions.ints().below(workshop.length() + 1);
    return looped("for (int # = 0; # < $; #++) {\n$\n}", i, bound, body(depth, i));
  }

  /** A loop from or to the counter of one around it. */
  private Code triangular(int depth) {
    List<Name> counters =
        expressions.scope().readable(Sort.INT).stream()
            .filter(n -> n.isIndexBelow(last + 1, 0))
            .toList();
    if (counters.isEmpty()) {
      return counted(depth);
    }
    String outer = dice.among(counters).text();
    Name i = Name.bounded(workshop.fresh("i"), Sort.INT, 0, last);
    Code body = body(depth, i);
    String head =
        dice.among(
            "int # = 0; # < %; #++",
            "int # = 0; # <= %; #++",
            "int # = %; # >= 0; #--",
            "int # = %; # < " + (last + 1) + "; #++");
    return looped("for (" + head.replace("%", outer) + ") {\n$\n}", i, body);
  }

  /** A loop that is none of the counted ones. */
  private Code irregular(int depth) {
    Name i = Name.bounded(workshop.fresh("i"), Sort.INT, 0, last);
    Name doubled = Name.bounded(i.text(), Sort.INT, 1, 6);
    return dice.oneOf(
        () ->
            looped(
                "for (int # = 0; # < $; # += 1 + (# & 1)) {\n$\n}",
                i,
                expressions.ints().length(),
                body(depth, i)),
        () -> looped("for (int # = 1; # < 7; # *= 2) {\n$\n}", i, body(depth, doubled)),
        () -> twoCounters(depth, i),
        () ->
            looped(
                "int # = 0;\nfor (; # < $; ) {\n$\n#++;\n}",
                i,
                expressions.ints().length(),
                moved(depth, i)),
        () ->
            looped(
                "for (int # = 0; # < 4 && $; #++) {\n$\n}",
                doubled,
                expressions.ints().condition(1),
                body(depth, doubled)));
  }

  private Code twoCounters(int depth, Name i) {
    Name j = Name.bounded(workshop.fresh("j"), Sort.INT, 0, last);
    Code length = expressions.ints().length();
    String text = "for (int # = 0, % = $ - 1; # < %; #++, %--) {\n$\n}";
    return looped(text.replace("%", j.text()), i, length, body(depth, i, j));
  }

  /** A loop whose body moves the counter too. */
  private Code pushed(int depth) {
    Name i = Name.bounded(workshop.fresh("i"), Sort.INT, 0, 99);
    Code condition = expressions.ints().condition(1);
    Code body = body(depth, i);
    return dice.chance(0.5)
        ? looped("for (int # = 0; # < 4; #++) {\n$\nif ($) {\n#++;\n}\n}", i, body, condition)
        : looped(
            "for (int # = 0; # < 4; #++) {\n# += $;\n$\n}", i, expressions.ints().below(2), body);
  }

  private Code whileLoop(int depth) {
    Name k = Name.bounded(workshop.fresh("n"), Sort.INT, 0, last);
    Name after = Name.bounded(k.text(), Sort.INT, 1, last + 1);
    Code condition = expressions.ints().condition(2);
    return dice.oneOf(
        () ->
            looped(
                "int # = 0;\nwhile (# < $) {\n$\n#++;\n}",
                k,
                expressions.ints().length(),
                moved(depth, k)),
        () -> looped("int # = 0;\nwhile (#++ < " + (last + 1) + ") {\n$\n}", k, body(depth, after)),
        () ->
            looped(
                "int # = 0;\nwhile ($ && # < " + (last + 1) + ") {\n$\n#++;\n}",
                k,
                condition,
                moved(depth, k)),
        () ->
            looped(
                "int # = " + last + ";\nwhile (# >= 0 && $) {\n$\n#--;\n}",
                k,
                condition,
                moved(depth, k)));
  }

  private Code doLoop(int depth) {
    Name k = Name.bounded(workshop.fresh("n"), Sort.INT, 0, last);
    return dice.oneOf(
        () ->
            looped(
                "int # = 0;\ndo {\n$\n#++;\n} while (# < $);",
                k,
                moved(depth, k),
                expressions.ints().length()),
        () -> looped("int # = 0;\ndo {\n$\n} while (++# < " + (last + 1) + ");", k, body(depth, k)),
        () ->
            looped(
                "int # = 0;\ndo {\n$\n#++;\n} while (# < 3 && $);",
                k,
                moved(depth, k),
                expressions.ints().condition(1)));
  }

  private Code forEach(int depth) {
    Sort element =
        dice.chance(0.6) ? workshop.real() : dice.among(Sort.INT, Sort.DOUBLES, Sort.DOUBLES);
    Name e = Name.variable(workshop.fresh(element.isArray() ? "row" : "e"), element);
    Code array = expressions.arrays().existing(element.array(), 1);
    return looped("for (" + element + " # : $) {\n$\n}", e, array, body(depth, e));
  }
}
