package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes work arrays of integers whose elements are always indices, and statements that change them
 * in place: permutations, counters stepped by what an element is, changes that are taken back.
 */
final class IndexTables {

  private final Statements around;
  private final Expressions expressions;
  private final Workshop workshop;
  private final Dice dice;

  IndexTables(Statements around, Workshop workshop) {
    this.around = around;
    this.expressions = around.expressions();
    this.workshop = workshop;
    this.dice = workshop.dice();
  }

  /** A statement with such an array, a declaration if there is none yet. */
  Code statement(int depth) {
    List<Name> tables =
        expressions.scope().readable(Sort.INTS).stream().filter(Name::isBounded).toList();
    if (tables.isEmpty() || dice.chance(0.2)) {
      return declared();
    }
    String table = dice.among(tables).text();
    return dice.oneOf(
        () -> change(table),
        () -> change(table),
        () -> swap(table),
        () -> stepped(table),
        () -> stepped(table),
        () -> takenBack(table, depth),
        () -> looped(table, depth),
        () -> looped(table, depth));
  }

  private Code declared() {
    String table = workshop.fresh("slots");
    int length = workshop.length();
    List<Code> elements =
        IntStream.range(0, length).mapToObj(i -> expressions.ints().below(length)).toList();
    String holes = elements.stream().map(e -> "$").collect(Collectors.joining(", "));
    Code made =
        dice.chance(0.5)
            ? Code.statement("int[] " + table + " = new int[$];", expressions.ints().length())
            : new Code(
                Sort.STATEMENT, "int[] " + table + " = new int[] {" + holes + "};", elements);
    expressions.scope().add(Name.bounded(table, Sort.INTS, 0, length - 1));
    return dice.chance(0.5) ? made : Code.block(List.of(made, change(table)));
  }

  /** Overwrites an element by what is in range. */
  private Code change(String table) {
    int length = workshop.length();
    Code index = expressions.ints().index();
    return dice.oneOf(
        () -> Code.statement(table + "[$] = $;", index, expressions.ints().below(length)),
        () -> Code.statement(table + "[$] = $;", index, expressions.ints().index()),
        () -> rotated("%[$] = (%[$] + 1) % #;", table, index),
        () -> rotated("if (++%[$] == #) {\n%[$] = 0;\n}", table, index),
        () -> rotated("%[$] = # - 1 - %[$];", table, index));
  }

  /** The same index twice: it must not have a side effect of its own. */
  private Code rotated(String text, String table, Code index) {
    String i = workshop.fresh("at");
    String named = text.replace("$", i).replace("%[", table + "[");
    return Code.statement(
        "int " + i + " = $;\n" + named.replace("#", "" + workshop.length()), index);
  }

  private Code swap(String table) {
    String i = workshop.fresh("at");
    String j = workshop.fresh("at");
    return Code.statement(
        "int @ = $;\nint ~ = $;\n".replace("@", i).replace("~", j) + exchange(table, i, j),
        expressions.ints().index(),
        expressions.ints().index());
  }

  private String exchange(String table, String i, String j) {
    return "int # = %[@];\n%[@] = %[~];\n%[~] = #;"
        .replace("#", workshop.fresh("held"))
        .replace("%", table)
        .replace("@", i)
        .replace("~", j);
  }

  /** A counter that goes on by an element, which may be overwritten before or after. */
  private Code stepped(String table) {
    List<Name> counters = expressions.scope().assignable(Sort.INT);
    if (counters.isEmpty()) {
      return new Declarations(expressions).whole();
    }
    String k = dice.among(counters).text();
    Code step =
        Code.statement(k + dice.among(" += ", " -= ") + table + "[$];", expressions.ints().index());
    List<Code> all = new ArrayList<>(List.of(step));
    if (dice.chance(0.6)) {
      all.add(dice.below(2), change(table));
    }
    return Code.block(all);
  }

  /** Two elements that change places for some statements only. */
  private Code takenBack(String table, int depth) {
    String i = workshop.fresh("at");
    String j = workshop.fresh("at");
    Code start =
        Code.statement(
            "int @ = $;\nint ~ = $;\n".replace("@", i).replace("~", j) + exchange(table, i, j),
            expressions.ints().index(),
            expressions.ints().index());
    Code inside = around.inBranch().block(Math.max(0, depth - 1), 2);
    Code branch = Code.statement("if ($) {\n$\n}", expressions.ints().condition(1), inside);
    return Code.block(List.of(start, branch, Code.statement(exchange(table, i, j))));
  }

  /** A loop in which the array is changed, read as indices and perhaps made anew. */
  private Code looped(String table, int depth) {
    Name i = Name.bounded(workshop.fresh("i"), Sort.INT, 0, workshop.length() - 1);
    boolean anew = dice.chance(0.3);
    return new Loops(around, workshop)
        .of(
            Counters.head(dice).replace("#", i.text()),
            List.of(expressions.ints().length()),
            inside -> {
              IndexTables tables = new IndexTables(inside, workshop);
              List<Code> all = new ArrayList<>();
              if (anew) {
                all.add(tables.declared());
              }
              all.add(tables.change(table));
              // What is made first stands first: the other may use what it declares.
              boolean isStepFirst = dice.chance(0.5);
              all.add(isStepFirst ? inside.step() : tables.stepped(table));
              all.add(isStepFirst ? tables.stepped(table) : inside.step());
              if (depth > 1) {
                all.add(inside.block(depth - 2, 2));
              }
              return Code.block(all);
            },
            i);
  }
}
