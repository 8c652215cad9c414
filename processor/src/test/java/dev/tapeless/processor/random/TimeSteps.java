package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Makes loops in whose trips a new state takes the place of the one before. */
final class TimeSteps {

  private final Statements around;
  private final Expressions all;
  private final Workshop workshop;
  private final Dice dice;
  private final String state;
  private final String next;

  /** Of the states. */
  private String type = "double[]";

  /** Variables that keep states of trips before. */
  private final List<String> older = new ArrayList<>();

  TimeSteps(Statements around, Workshop workshop) {
    this.around = around;
    this.all = around.expressions();
    this.workshop = workshop;
    this.dice = workshop.dice();
    this.state = workshop.fresh("state");
    this.next = workshop.fresh("next");
  }

  /** Statements that are nested no deeper than {@code depth}. */
  Code statements(int depth) {
    return dice.chance(0.7) ? ofVectors(depth) : ofMatrices(depth);
  }

  private Code ofVectors(int depth) {
    List<Code> code = new ArrayList<>();
    code.add(
        dice.oneOf(
            () ->
                Code.statement("double[] " + state + " = $;", all.arrays().fresh(Sort.DOUBLES, 1)),
            () ->
                Code.statement(
                    "double[] " + state + " = $;", all.arrays().existing(Sort.DOUBLES, 1)),
            () -> Code.statement("double[] " + state + " = new double[$];", all.ints().length())));
    while (older.size() < 2 && dice.chance(0.4)) {
      older.add(workshop.fresh("older"));
      String text = "double[] " + older.get(older.size() - 1) + " = ";
      code.add(
          dice.chance(0.8)
              ? Code.statement(text + "new double[$];", all.ints().length())
              : Code.statement(text + state + dice.among(".clone();", ";")));
    }
    if (dice.chance(0.3)) {
      code.add(sum(dice.among("@[#] = 0.4 * @[#] + 0.2 * $;", "@[0] += 0.1 * @[#] * $;")));
    }
    Name t = Name.bounded(workshop.fresh("t"), Sort.INT, 0, 2);
    Name visible = Name.variable(state, Sort.DOUBLES);
    boolean isVisible = dice.chance(0.3);
    code.add(
        new Loops(around, workshop)
            .of(
                Counters.head(dice).replace("#", t.text()),
                List.of(Code.value(Sort.INT, "" + dice.between(1, 3))),
                inside -> vectorStep(inside, depth),
                isVisible ? new Name[] {t, visible} : new Name[] {t}));
    if (dice.chance(0.5)) {
      Name sum = Name.variable(workshop.fresh("s"), Sort.DOUBLE);
      code.add(Code.statement("double " + sum.text() + " = 0;"));
      code.add(sum(sum.text() + dice.among(" += 0.3 * @[#] * $;", " -= @[#] * @[#] * $;")));
      all.scope().add(sum);
    }
    for (String name : older) {
      Name element = Name.variable(workshop.fresh("e"), Sort.DOUBLE);
      String text = "double " + element.text() + " = " + name + "[0] * " + state + "[$];";
      code.add(Code.statement(text, all.ints().index()));
      all.scope().add(element);
    }
    all.scope().add(visible);
    return Code.block(code);
  }

  /** A loop over the state, for whose element {@code @[#]} stands. */
  private Code sum(String text) {
    return over(around, text);
  }

  private Code over(Statements outside, String text) {
    Name i = Name.bounded(workshop.fresh("i"), Sort.INT, 0, workshop.length() - 1);
    String step = text.replace("#", i.text()).replace("@", state).replace("~", next);
    return new Loops(outside, workshop)
        .of(
            Counters.head(dice).replace("#", i.text()),
            List.of(outside.expressions().ints().length()),
            inside -> Code.statement(step, inside.expressions().reals().unit(1)),
            i);
  }

  private Code vectorStep(Statements inside, int depth) {
    List<Code> code = new ArrayList<>();
    String old = workshop.fresh("old");
    boolean keepsOld = dice.chance(0.2);
    if (keepsOld) {
      code.add(Code.statement("double[] " + old + " = " + state + ";"));
    }
    String size = dice.among("$", "@.length".replace("@", state));
    code.add(
        Code.statement(
            "double[] " + next + " = new double[" + size + "];",
            size.equals("$") ? new Code[] {inside.expressions().ints().length()} : new Code[0]));
    code.add(
        over(
            inside,
            dice.among(
                "~[#] = 0.5 * @[#] + 0.2 * @[(# + 1) % @.length] * $;",
                "~[#] += 0.6 * @[#] * $ + 0.2;",
                "~[#] = Math.sin(@[#]) * $;",
                "~[#] = @[#] * @[0] / (2 + @[#] * @[#]) + 0.3 * $;")));
    if (dice.chance(0.4)) {
      code.add(over(inside, "~[#] = 0.7 * ~[#] + 0.2 * ~[0] * $;"));
    }
    for (String name : older) {
      code.add(over(inside, "~[#] += 0.3 * % * $;".replace("%", name + "[#]")));
    }
    code.add(taken(inside));
    if (keepsOld) {
      String use = dice.among("@[0] += 0.2 * % * $;", "%[0] = 0.3 * @[0] * $;", "@[0] -= %[0];");
      String text = use.replace("% ", old + "[0] ").replace("%", old).replace("@", state);
      code.add(
          text.contains("$")
              ? Code.statement(text, inside.expressions().reals().unit(1))
              : Code.statement(text));
    }
    if (depth > 1 && dice.chance(0.3)) {
      code.add(dice.between(1, code.size()), inside.block(depth - 2, 2));
    }
    return Code.block(code);
  }

  /** The new state takes the place of the old one, perhaps not always. */
  private Code taken(Statements inside) {
    String assigned = String.join("\n", assignments());
    return dice.chance(0.75)
        ? Code.statement(assigned)
        : Code.statement("if ($) {\n" + assigned + "\n}", inside.expressions().ints().condition(1));
  }

  /** Each variable gets the state of the one that is a trip younger, or all get what they may. */
  private List<String> assignments() {
    List<String> names = new ArrayList<>(older);
    names.add(state);
    names.add(next);
    boolean isInOrder = older.isEmpty() || dice.chance(0.5);
    List<String> assignments = new ArrayList<>();
    for (int i = 0; i < names.size() - 1; i++) {
      int source = isInOrder ? i + 1 : dice.between(0, names.size() - 1);
      assignments.add(names.get(i) + " = " + names.get(source) + ";");
    }
    if (!isInOrder && dice.chance(0.5)) {
      assignments.add(0, assignments.remove(assignments.size() - 1));
    }
    if (dice.chance(0.3)) {
      String kept = workshop.fresh("kept");
      String one = dice.among(names);
      String other = dice.among(names);
      String swap = type + " @ = #;\n# = %;\n% = @;";
      assignments.add(
          dice.between(0, assignments.size()),
          swap.replace("@", kept).replace("#", one).replace("%", other));
    }
    // Javac does not like a variable that is assigned to itself.
    assignments.replaceAll(a -> a.replaceAll("(?m)^(\\w+) = \\1;$", ""));
    return assignments;
  }

  /** Products of matrices of two rows. */
  private Code ofMatrices(int depth) {
    type = "double[][]";
    List<String> names = List.of(workshop.fresh("i"), workshop.fresh("j"), workshop.fresh("k"));
    String product = workshop.fresh("entry");
    Name t = Name.bounded(workshop.fresh("t"), Sort.INT, 0, 2);
    Code first =
        dice.chance(0.6)
            ? Code.statement(
                "double[][] " + state + " = {{1, $}, {$, 1}};",
                all.reals().unit(1),
                all.reals().unit(1))
            : Code.statement(
                ("double[][] @ = new double[2][2];\n@[0][0] = $;\n@[1] = new double[] {$, 1};")
                    .replace("@", state),
                all.reals().unit(1),
                all.reals().unit(1));
    Code loop =
        new Loops(around, workshop)
            .of(
                Counters.head(dice).replace("#", t.text()),
                List.of(Code.value(Sort.INT, "" + dice.between(1, 3))),
                inside -> {
                  List<Code> code = new ArrayList<>(List.of(matrixStep(inside, names, product)));
                  if (dice.chance(0.3)) {
                    String more =
                        dice.among(
                            "@[0][1] *= $;", "@[1] = @[0].clone();\n@[1][1] += $;", "@[1][0] = $;");
                    code.add(
                        Code.statement(
                            more.replace("@", dice.among(state, next)),
                            inside.expressions().reals().unit(1)));
                  }
                  code.add(taken(inside));
                  if (depth > 1 && dice.chance(0.3)) {
                    code.add(dice.between(1, code.size()), inside.block(depth - 2, 2));
                  }
                  return Code.block(code);
                },
                t);
    Name trace = Name.variable(workshop.fresh("s"), Sort.DOUBLE);
    Code last =
        Code.statement(
            "double # = @[0][0] - 0.5 * @[0][1] * @[1][0] + 0.3 * @[1][1];"
                .replace("#", trace.text())
                .replace("@", state));
    all.scope().add(trace);
    return Code.block(List.of(first, loop, last));
  }

  private Code matrixStep(Statements inside, List<String> names, String q) {
    String text =
        """
        double[][] ~ = new double[2][2];
        for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
        double q = 0.1;
        for (int k = 0; k < 2; k++) {
        q += 0.4 * @[i][k] * $ - 0.1 * @[k][j];
        }
        ~[i][j] = q;
        }
        }""";
    return Code.statement(
        text.replaceAll("\\bq\\b", q)
            .replaceAll("\\bi\\b", names.get(0))
            .replaceAll("\\bj\\b", names.get(1))
            .replaceAll("\\bk\\b", names.get(2))
            .replace("@", state)
            .replace("~", next),
        inside.expressions().reals().unit(1));
  }
}
