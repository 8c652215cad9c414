package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Makes the loops of numerical programs: sweeps over an array that is changed in its place. */
final class Sweeps {

  private final Statements around;
  private final Expressions all;
  private final Workshop workshop;
  private final Dice dice;

  Sweeps(Statements around, Workshop workshop) {
    this.around = around;
    this.all = around.expressions();
    this.workshop = workshop;
    this.dice = workshop.dice();
  }

  /** Statements that are nested no deeper than {@code depth}. */
  Code statements(int depth) {
    return dice.oneOf(
        () -> neighbours(depth),
        () -> neighbours(depth),
        this::prefixSums,
        this::product,
        () -> accumulation(depth),
        () -> accumulation(depth),
        () -> changes(depth),
        () -> equalCalls(depth),
        () -> equalCalls(depth),
        this::elimination);
  }

  /** The name of an array, which is declared if there is none. */
  private Name array(Sort sort, List<Code> before) {
    List<Name> names = all.scope().readable(sort);
    if (!names.isEmpty() && dice.chance(0.8)) {
      return dice.among(names);
    }
    Name name = Name.variable(workshop.fresh("a"), sort);
    before.add(Code.statement(sort + " " + name.text() + " = $;", all.arrays().fresh(sort, 1)));
    all.scope().add(name);
    return name;
  }

  private Name counter(int low, int high) {
    return Name.bounded(workshop.fresh("i"), Sort.INT, low, high);
  }

  private int last() {
    return workshop.length() - 1;
  }

  /** Each element from its neighbours. */
  private Code neighbours(int depth) {
    List<Code> code = new ArrayList<>();
    String a = array(Sort.DOUBLES, code).text();
    boolean both = dice.chance(0.5);
    Name i = counter(1, both ? last() - 1 : last());
    String step =
        both
            ? dice.among(
                "@[#] = 0.3 * (@[# - 1] + @[# + 1]) - 0.2 * $;",
                "@[#] = 0.4 * @[# - 1] * $ + 0.3 * @[# + 1];",
                "@[#] += 0.2 * (@[# - 1] - 2 * @[#] + @[# + 1]) * $;",
                "@[#] = Math.sin(@[# - 1] - @[# + 1]) * $;")
            : dice.among(
                "@[#] += 0.5 * @[# - 1];",
                "@[#] = 0.5 * @[# - 1] + $;",
                "@[#] = @[# - 1] * $;",
                "@[#] -= @[# - 1] * Math.cos(@[#]) * $;",
                "@[#] = 0.6 * @[#] + 0.3 * @[# - 1] * $;");
    String head = both ? Counters.withBoth(dice) : Counters.withLower(dice);
    code.add(
        new Loops(around, workshop)
            .of(
                head.replace("#", i.text()),
                List.of(all.ints().length()),
                inside ->
                    withMore(
                        inside,
                        depth,
                        Code.statement(
                            step.replace("#", i.text()).replace("@", a),
                            inside.expressions().reals().unit(1))),
                i));
    return Code.block(code);
  }

  private Code withMore(Statements inside, int depth, Code step) {
    List<Code> code = new ArrayList<>(List.of(step));
    if (depth > 1 && dice.chance(0.3)) {
      code.add(dice.below(2), inside.block(depth - 2, 2));
    }
    return Code.block(code);
  }

  /** Sums from the start, in an array that is longer by one. */
  private Code prefixSums() {
    List<Code> code = new ArrayList<>();
    String a = array(Sort.DOUBLES, code).text();
    String p = workshop.fresh("prefix");
    Name i = counter(0, last());
    code.add(
        Code.statement(
            "double[] @ = new double[% + 1];".replace("@", p).replace("%", a + ".length")));
    code.add(
        new Loops(around, workshop)
            .of(
                "int # = 0; # < $; #++".replace("#", i.text()),
                List.of(Code.value(Sort.INT, a + ".length")),
                inside ->
                    Code.statement(
                        dice.among(
                                "@[# + 1] = @[#] + %[#] * $;", "@[# + 1] = 0.7 * @[#] * %[#] + $;")
                            .replace("#", i.text())
                            .replace("@", p)
                            .replace("%", a),
                        inside.expressions().reals().unit(1)),
                i));
    Name sum = Name.variable(workshop.fresh("s"), Sort.DOUBLE);
    code.add(
        Code.statement(
            "double " + sum.text() + " = 0.5 * (" + p + "[$ + 1] - " + p + "[$]);",
            all.ints().index(),
            all.ints().index()));
    all.scope().add(sum);
    return Code.block(code);
  }

  private Code product() {
    List<Code> code = new ArrayList<>();
    String a = array(Sort.DOUBLES, code).text();
    Name p = Name.variable(workshop.fresh("product"), Sort.DOUBLE);
    Name i = counter(0, last());
    code.add(Code.statement("double " + p.text() + " = $;", all.of(Sort.DOUBLE, 1)));
    all.scope().add(p);
    String scaled =
        dice.among("", "@[#] *= %;", "@[#] = 0.5 * @[#] + 0.3 * %;", "@[#] += 0.2 * %;");
    String text =
        dice.among("% *= 1 + 0.3 * @[#] * $;", "% *= Math.cos(@[#]) * $;", "% *= 1.1 + 0.5 * $;");
    code.add(
        new Loops(around, workshop)
            .of(
                Counters.head(dice).replace("#", i.text()),
                List.of(all.ints().length()),
                inside ->
                    Code.block(
                        List.of(
                            Code.statement(
                                filled(text, i, a, p), inside.expressions().reals().unit(1)),
                            Code.statement(filled(scaled, i, a, p)))),
                i));
    return Code.block(code);
  }

  private static String filled(String text, Name i, String array, Name p) {
    return text.replace("#", i.text()).replace("@", array).replace("%", p.text());
  }

  /** Weighted sums of what helpers return, into an array or a number. */
  private Code accumulation(int depth) {
    List<Code> code = new ArrayList<>();
    String a = array(Sort.DOUBLES, code).text();
    Name sum = Name.variable(workshop.fresh("s"), Sort.DOUBLE);
    Name i = counter(0, last());
    code.add(
        new Loops(around, workshop)
            .of(
                Counters.head(dice).replace("#", i.text()),
                List.of(all.ints().length()),
                inside -> {
                  Code zero = Code.statement("double " + sum.text() + " = 0;");
                  inside.expressions().scope().add(sum);
                  Code inner = weighted(inside, a, sum.text(), depth);
                  Code target = inside.place(Sort.DOUBLE);
                  String last =
                      dice.among("$ += 0.3 * %;", "$ = Math.sin(%);", "$ *= 1 / (2 + % * %);");
                  return Code.block(
                      List.of(zero, inner, Code.statement(last.replace("%", sum.text()), target)));
                },
                i));
    return Code.block(code);
  }

  private Code weighted(Statements around, String array, String sum, int depth) {
    Name j = counter(0, last());
    return new Loops(around, workshop)
        .of(
            Counters.head(dice).replace("#", j.text()),
            List.of(around.expressions().ints().length()),
            inside -> {
              List<Callee> callees = workshop.calleesFor(Sort.DOUBLE);
              Code factor =
                  callees.isEmpty() || dice.chance(0.3)
                      ? inside.expressions().reals().bounded(Sort.DOUBLE, 2)
                      : inside.expressions().call(dice.among(callees), 2);
              String text = sum + dice.among(" += ", " -= ") + array + "[" + j.text() + "] * $;";
              return withMore(inside, depth, Code.statement(text, factor));
            },
            j);
  }

  /** One call in several places, perhaps with another step between two of them. */
  private Code equalCalls(int depth) {
    List<Callee> callees =
        workshop.callees().stream().filter(c -> c.result().base().equals("double")).toList();
    if (callees.isEmpty()) {
      return accumulation(depth);
    }
    Callee callee = dice.among(callees);
    Code equal = firstElement(all.call(callee, 2));
    Name sum = Name.variable(workshop.fresh("s"), Sort.DOUBLE);
    Name i = counter(0, last());
    List<Code> code = new ArrayList<>();
    String first = "double " + sum.text() + " = ";
    code.add(
        dice.chance(0.5)
            ? Code.statement(first + "$;", equal)
            : Code.statement(first + "0.5 * $ + 0.1 * $;", equal, equal));
    all.scope().add(sum);
    code.add(
        new Loops(around, workshop)
            .of(
                Counters.head(dice).replace("#", i.text()),
                List.of(all.ints().length()),
                inside -> {
                  String text = sum.text() + " += $ * $;";
                  Code used = Code.statement(text, inside.expressions().reals().unit(1), equal);
                  return withMore(inside, depth, used);
                },
                i));
    if (dice.chance(0.5)) {
      code.add(dice.below(2) + 1, around.step());
    }
    code.add(Code.statement(sum.text() + " -= 0.3 * $;", equal));
    return Code.block(code.subList(0, dice.between(2, code.size())));
  }

  private static Code firstElement(Code value) {
    return value.sort().isArray()
        ? firstElement(Code.value(value.sort().element(), "$[0]", value))
        : value;
  }

  /** Helpers that change an array, before it is read. */
  private Code changes(int depth) {
    List<Callee> callees = workshop.calleesFor(Sort.STATEMENT);
    if (callees.isEmpty()) {
      return accumulation(depth);
    }
    Callee callee = dice.among(callees);
    Name sum = Name.variable(workshop.fresh("s"), Sort.DOUBLE);
    Name i = counter(0, last());
    Code zero = Code.statement("double " + sum.text() + " = 0;");
    Code before = Code.statement("$;", all.call(callee, 2));
    Code loop =
        new Loops(around, workshop)
            .of(
                Counters.head(dice).replace("#", i.text()),
                List.of(all.ints().length()),
                inside -> {
                  Expressions here = inside.expressions();
                  List<Code> code = new ArrayList<>();
                  code.add(dice.chance(0.4) ? before : Code.statement("$;", here.call(callee, 2)));
                  code.add(
                      Code.statement(
                          sum.text() + " += 0.3 * $;", here.reals().bounded(Sort.DOUBLE, 1)));
                  code.add(Code.statement("$;", here.call(callee, 2)));
                  return Code.block(code.subList(dice.below(2), dice.between(2, 3)));
                },
                i);
    all.scope().add(sum);
    return dice.chance(0.5)
        ? Code.block(List.of(zero, before, loop))
        : Code.block(List.of(zero, loop, before));
  }

  /** Elimination in a matrix, perhaps with the right-hand side, and substitution backwards. */
  private Code elimination() {
    List<Code> code = new ArrayList<>();
    String m = array(Sort.MATRIX, code).text();
    String v = array(Sort.DOUBLES, code).text();
    List<String> names = List.of(workshop.fresh("k"), workshop.fresh("i"), workshop.fresh("j"));
    String pivot =
        dice.among(
            "@[i][k] / (2.5 + @[k][k] * @[k][k] + @[i][k] * @[i][k])",
            "0.3 * Math.sin(@[i][k] / (1.5 + @[k][k] * @[k][k]))");
    String sides = dice.among("", "%[i] -= q * %[k];\n");
    String rows = dice.among("k", "k + 1", "0");
    String text =
        "for (int k = 0; k < n; k++) {\nfor (int i = k + 1; i < n; i++) {\ndouble q = "
            + pivot
            + ";\nfor (int j = "
            + rows
            + "; j < n; j++) {\n@[i][j] -= q * @[k][j];\n}\n"
            + sides
            + "}\n}";
    code.add(Code.statement(named(text, names, m, v), lengths(3)));
    if (dice.chance(0.6)) {
      String back =
          "for (int i = n - 1; i >= 0; i--) {\ndouble q = %[i];\nfor (int j = i + 1; j < n; j++) {\n"
              + "q -= 0.3 * @[i][j] * %[j];\n}\n%[i] = q / (2 + @[i][i] * @[i][i]);\n}";
      code.add(Code.statement(named(back, names, m, v), lengths(2)));
    }
    return Code.block(code);
  }

  private Code[] lengths(int count) {
    Code[] lengths = new Code[count];
    java.util.Arrays.setAll(lengths, i -> all.ints().length());
    return lengths;
  }

  /** The text with these counters, arrays and holes for lengths. */
  private String named(String text, List<String> names, String matrix, String vector) {
    String q = workshop.fresh("pivot");
    return text.replaceAll("\\bn\\b", "\\$")
        .replaceAll("\\bq\\b", q)
        .replaceAll("\\bk\\b", names.get(0))
        .replaceAll("\\bi\\b", names.get(1))
        .replaceAll("\\bj\\b", names.get(2))
        .replace("@", matrix)
        .replace("%", vector);
  }
}
