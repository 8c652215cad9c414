package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes loops that fill new arrays and read them. The sizes of these arrays change, so that only
 * the text made here uses them, and helpers for arrays of any length.
 */
final class WorkArrays {

  /** No work array is longer. */
  private static final int LONGEST = 4;

  private final Statements around;
  private final Workshop workshop;
  private final Dice dice;

  WorkArrays(Statements around, Workshop workshop) {
    this.around = around;
    this.workshop = workshop;
    this.dice = workshop.dice();
  }

  /** Statements that are nested no deeper than {@code depth}. */
  Code statements(int depth) {
    return dice.oneOf(
        () -> sized(depth), () -> sized(depth), () -> buffers(depth), () -> returned(depth));
  }

  /**
   * A size of an array.
   *
   * @param before declares what it depends on
   * @param after changes that
   */
  private record Size(String before, Code value, Code after) {}

  private Size size(Statements inside, Name counter, String array, String sum) {
    Expressions all = inside.expressions();
    Code any = Code.value(Sort.INT, "(1 + $)", all.ints().below(LONGEST));
    String i = counter.text();
    String size = workshop.fresh("extent");
    String other = workshop.fresh("other");
    Code none = Code.block(List.of());
    Code length = Code.value(Sort.INT, other + ".length");
    String declared = "double[] " + other + " = new double[" + dice.between(1, LONGEST) + "];";
    return dice.oneOf(
        () -> new Size("", Code.value(Sort.INT, "" + dice.between(1, LONGEST)), none),
        () -> new Size("", any, none),
        () -> new Size("", Code.value(Sort.INT, "(" + i + " + 1)"), none),
        () -> new Size("", Code.value(Sort.INT, "(" + workshop.length() + " - " + i + ")"), none),
        () ->
            new Size(
                "int " + size + " = 2;",
                Code.value(Sort.INT, size),
                Code.statement(size + " = $;", any)),
        () -> new Size(declared, length, Code.statement(other + " = new double[$];", any)),
        () ->
            new Size(
                declared,
                Code.value(Sort.INT, "(1 + $ % " + LONGEST + ")", length),
                Code.block(
                    List.of(
                        Code.statement(sum + " += 0.2 * " + other + "[0];"),
                        Code.statement(
                            "if ($) {\n" + other + " = " + array + ";\n}",
                            all.ints().condition(1))))));
  }

  /** A loop with a new array in each iteration, filled by one loop and read by the next. */
  private Code sized(int depth) {
    Name sum = Name.variable(workshop.fresh("s"), Sort.DOUBLE);
    String array = workshop.fresh("work");
    Name i = Name.bounded(workshop.fresh("i"), Sort.INT, 0, workshop.length() - 1);
    List<String> before = new ArrayList<>();
    Code start = around.expressions().of(Sort.DOUBLE, 1);
    Code length = around.expressions().ints().length();
    Code loop =
        new Loops(around, workshop)
            .of(
                Counters.head(dice).replace("#", i.text()),
                List.of(length),
                inside -> {
                  Size size = size(inside, i, array, sum.text());
                  before.add(size.before());
                  Code made =
                      Code.statement("double[] " + array + " = new double[$];", size.value());
                  List<Code> all = new ArrayList<>(List.of(made));
                  all.add(filling(inside, array, depth));
                  if (dice.chance(0.4)) {
                    all.add(changing(inside, array));
                  }
                  all.add(reading(inside, array, sum.text(), depth));
                  all.add(size.after());
                  return Code.block(all);
                },
                i,
                sum);
    around.expressions().scope().add(sum);
    List<Code> all = new ArrayList<>();
    before.stream().filter(b -> !b.isEmpty()).forEach(b -> all.add(Code.statement(b)));
    all.add(Code.statement("double " + sum.text() + " = $;", start));
    all.add(loop);
    return Code.block(all);
  }

  private Code filling(Statements inside, String array, int depth) {
    List<Callee> changing = workshop.anyLength(Sort.STATEMENT);
    if (!changing.isEmpty() && dice.chance(0.4)) {
      return Code.statement(
          "$;", inside.expressions().callOfAnyLength(dice.among(changing), array));
    }
    return over(
        inside,
        array,
        depth,
        (statements, element) ->
            Code.statement(element + " = $;", statements.expressions().of(Sort.DOUBLE, 2)));
  }

  private Code changing(Statements inside, String array) {
    Expressions all = inside.expressions();
    String j = workshop.fresh("j");
    return dice.oneOf(
        () ->
            Code.statement(
                "if ($) {\n" + array + "[0] = $;\n}",
                all.ints().condition(1),
                all.of(Sort.DOUBLE, 2)),
        () ->
            Code.statement(
                "for (int # = 1; # < @.length; #++) {\n@[#] += 0.5 * @[# - 1] * $;\n}"
                    .replace("#", j)
                    .replace("@", array),
                all.reals().unit(1)),
        () -> Code.statement(array + "[" + array + ".length - 1] *= $;", all.reals().unit(1)));
  }

  private Code reading(Statements inside, String array, String sum, int depth) {
    List<Callee> totals = workshop.anyLength(Sort.DOUBLE);
    if (!totals.isEmpty() && dice.chance(0.4)) {
      return Code.statement(
          sum + " += 0.3 * $;", inside.expressions().callOfAnyLength(dice.among(totals), array));
    }
    String weighted = sum + dice.among(" += 0.3 * ", " -= 0.2 * ") + "%" + " * $;";
    return over(
        inside,
        array,
        depth,
        (statements, element) ->
            Code.statement(
                weighted.replace("%", element),
                statements.expressions().reals().bounded(Sort.DOUBLE, 1)));
  }

  private interface Step {
    Code of(Statements inside, String element);
  }

  /** A loop over an array; the other statements of its body see only the element. */
  private Code over(Statements around, String array, int depth, Step step) {
    Name j = Name.bounded(workshop.fresh("j"), Sort.INT, 0, LONGEST - 1);
    Name element = Name.variable(array + "[" + j.text() + "]", Sort.DOUBLE);
    return new Loops(around, workshop)
        .of(
            Counters.head(dice).replace("#", j.text()),
            List.of(Code.value(Sort.INT, array + ".length")),
            inside -> {
              List<Code> all = new ArrayList<>(List.of(step.of(inside, element.text())));
              if (depth > 1 && dice.chance(0.4)) {
                all.add(dice.below(2), inside.block(depth - 2, 2));
              }
              return Code.block(all);
            },
            j,
            element);
  }

  /** Two arrays that change places, perhaps not always. */
  private Code buffers(int depth) {
    Expressions all = around.expressions();
    Name one = Name.variable(workshop.fresh("a"), Sort.DOUBLES);
    Name other = Name.variable(workshop.fresh("a"), Sort.DOUBLES);
    Code first =
        Code.statement("double[] " + one.text() + " = $;", all.arrays().fresh(Sort.DOUBLES, 1));
    Code second =
        Code.statement("double[] " + other.text() + " = new double[$];", all.ints().length());
    all.scope().add(one);
    all.scope().add(other);
    Name t = Name.bounded(workshop.fresh("t"), Sort.INT, 0, 2);
    Code loop =
        new Loops(around, workshop)
            .of(
                "int # = 0; # < $; #++".replace("#", t.text()),
                List.of(Code.value(Sort.INT, "" + dice.between(2, 3))),
                inside -> exchanging(inside, one.text(), other.text(), depth),
                t);
    return Code.block(List.of(first, second, loop));
  }

  private Code exchanging(Statements inside, String one, String other, int depth) {
    Name j = Name.bounded(workshop.fresh("j"), Sort.INT, 0, workshop.length() - 1);
    Code written =
        new Loops(inside, workshop)
            .of(
                Counters.head(dice).replace("#", j.text()),
                List.of(inside.expressions().ints().length()),
                body ->
                    Code.statement(
                        (other + "[#] = 0.5 * " + one + "[#] + $;").replace("#", j.text()),
                        body.expressions().of(Sort.DOUBLE, 2)),
                j);
    String kept = workshop.fresh("kept");
    String swap = "double[] " + kept + " = " + one + ";\n" + one + " = " + other + ";\n";
    Code condition = inside.expressions().ints().condition(1);
    Code last =
        dice.oneOf(
            () -> Code.statement(swap + other + " = " + kept + ";"),
            () -> Code.statement("if ($) {\n" + swap + other + " = " + kept + ";\n}", condition),
            () -> Code.statement(one + " = " + other + ";\n" + other + " = " + one + ".clone();"),
            () ->
                Code.statement(
                    one + " = " + other + ";\n" + other + " = new double[$];",
                    inside.expressions().ints().length()));
    List<Code> all = new ArrayList<>(List.of(written, last));
    if (depth > 1 && dice.chance(0.5)) {
      all.add(dice.below(3), inside.block(depth - 2, 2));
    }
    return Code.block(all);
  }

  /** The elements of an array that a helper returns. */
  private Code returned(int depth) {
    List<Callee> makers = workshop.anyLength(Sort.DOUBLES);
    if (makers.isEmpty()) {
      return sized(depth);
    }
    Name sum = Name.variable(workshop.fresh("s"), Sort.DOUBLE);
    String array = workshop.fresh("work");
    Name i = Name.bounded(workshop.fresh("i"), Sort.INT, 0, workshop.length() - 1);
    Code length = around.expressions().ints().length();
    Code loop =
        new Loops(around, workshop)
            .of(
                Counters.head(dice).replace("#", i.text()),
                List.of(length),
                inside -> {
                  String size = dice.among(i.text() + " + 1", "2", "" + LONGEST);
                  Code made =
                      Code.statement(
                          "double[] " + array + " = $;",
                          inside.expressions().callOfAnyLength(dice.among(makers), size));
                  Code read = reading(inside, array, sum.text(), depth);
                  return dice.chance(0.3)
                      ? Code.block(List.of(made, changing(inside, array), read))
                      : Code.block(List.of(made, read));
                },
                i,
                sum);
    around.expressions().scope().add(sum);
    return Code.block(List.of(Code.statement("double " + sum.text() + " = 0;"), loop));
  }
}
