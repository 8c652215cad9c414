package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes statements. */
final class Statements {

  private final Expressions expressions;
  private final Workshop workshop;
  private final Dice dice;
  private final Scope scope;
  private final Jumps jumps;

  private Statements(Workshop workshop, Scope scope, Jumps jumps) {
    this.workshop = workshop;
    this.scope = scope;
    this.jumps = jumps;
    this.dice = workshop.dice();
    this.expressions = new Expressions(workshop, scope);
  }

  /** For the outermost block of a method. */
  static Statements ofMethod(Workshop workshop, Scope scope, Optional<Sort> returned) {
    return new Statements(workshop, scope, Jumps.ofMethod(returned));
  }

  /** For the body of a branch. */
  Statements inBranch() {
    return new Statements(workshop, scope.inner(), jumps);
  }

  /** For the body of a loop. */
  Statements inLoop(Jumps.Loop loop, Name... variables) {
    return new Statements(workshop, scope.inner(variables), jumps.inLoop(loop));
  }

  /** For a group of a switch. */
  Statements inSwitch() {
    return new Statements(workshop, scope.inner(), jumps.inSwitch());
  }

  Expressions expressions() {
    return expressions;
  }

  /** How many loops are around. */
  int loops() {
    return jumps.loops().size();
  }

  /** A variable for what a helper sums up. */
  private Code recursiveSum() {
    Name sum = Name.variable(workshop.fresh("s"), Sort.DOUBLE);
    Code call = expressions.call(dice.among(workshop.recursive()), 2);
    Code code =
        Code.statement(
            "double " + sum.text() + dice.among(" = 0.3 * $;", " = $;", " = Math.sin($);"), call);
    expressions.scope().add(sum);
    return code;
  }

  /** Several statements, nested no deeper than {@code depth}. */
  Code block(int depth, int most) {
    List<Code> statements = new ArrayList<>();
    int count = dice.between(1, most);
    for (int i = 0; i < count && (i == 0 || workshop.hasRoom()); i++) {
      statements.add(statement(depth));
    }
    return Code.block(statements);
  }

  private Code statement(int depth) {
    boolean isNested = depth > 0 && workshop.hasRoom();
    if (isNested && loops() < 2 && dice.chance(workshop.sweeps())) {
      return dice.oneOf(
          () -> new WorkArrays(this, workshop).statements(depth),
          () -> new Sweeps(this, workshop).statements(depth),
          () -> new TimeSteps(this, workshop).statements(depth));
    }
    if (dice.chance(workshop.tables()) && workshop.hasRoom()) {
      return new IndexTables(this, workshop).statement(loops() < 2 ? depth : 0);
    }
    if (!workshop.recursive().isEmpty() && workshop.hasRoom() && dice.chance(0.2)) {
      return recursiveSum();
    }
    if (isNested && loops() < 2 && dice.chance(0.04)) {
      return new Partners(this, workshop).statements();
    }
    if (isNested && dice.chance(0.38)) {
      return dice.chance(0.65) && loops() < 3
          ? new Loops(this, workshop).loop(depth)
          : branch(depth);
    }
    if (isNested && dice.chance(0.07)) {
      return new Switches(this, dice).statement(depth);
    }
    if (isNested && dice.chance(0.08)) {
      return new Declarations(expressions).branched(this);
    }
    return dice.oneOf(
        this::declaration,
        this::step,
        this::step,
        this::step,
        this::step,
        this::step,
        this::step,
        this::intStep,
        this::reference,
        this::exception,
        this::library,
        this::call);
  }

  private Code declaration() {
    return new Declarations(expressions).plain();
  }

  /** An assignment of a real number. */
  Code step() {
    Sort sort = workshop.real();
    return scope.assignable(sort).isEmpty() && expressions.arraysOf(sort).isEmpty()
        ? declaration()
        : expressions.again("step", () -> assign(place(sort)));
  }

  /** A variable or an element that can be assigned to; there must be one. */
  Code place(Sort sort) {
    List<Name> names = scope.assignable(sort);
    List<Name> arrays = expressions.arraysOf(sort);
    return arrays.isEmpty() || !names.isEmpty() && dice.chance(0.5)
        ? dice.among(names).read()
        : expressions.element(dice.among(arrays), sort);
  }

  /** Assigns a real number in one of many ways. */
  private Code assign(Code place) {
    Sort sort = place.sort();
    Expressions all = expressions;
    String weight = sort.equals(Sort.FLOAT) ? "0.5f" : "0.5";
    return dice.oneOf(
        () -> Code.statement("$ = $;", place, all.reals().bounded(sort, 3)),
        () -> Code.statement("$ = $;", place, all.reals().bounded(sort, 3)),
        () -> Code.statement("$ += " + weight + " * $;", place, all.reals().bounded(sort, 2)),
        () -> Code.statement("$ += $;", place, all.reals().bounded(sort, 3)),
        () -> Code.statement("$ -= $;", place, all.reals().bounded(sort, 2)),
        () -> Code.statement("$ *= $;", place, all.reals().unit(2)),
        () -> Code.statement("$ /= 2.1 + $;", place, all.reals().unit(2)),
        () -> linear(place));
  }

  /** A step that needs no value of the place to be reversed. */
  private Code linear(Code place) {
    List<Code> others = new ArrayList<>();
    scope.readable(place.sort()).forEach(n -> others.add(n.read()));
    expressions
        .arraysOf(place.sort())
        .forEach(a -> others.add(expressions.element(a, place.sort())));
    String unit = place.sort().equals(Sort.FLOAT) ? "f" : "";
    return Code.statement(
        "$ = 0.6" + unit + " * $ + 0.3" + unit + " * $;", place, place, dice.among(others));
  }

  private Code intStep() {
    List<Name> names = scope.assignable(Sort.INT);
    List<Name> arrays =
        expressions.arraysOf(Sort.INT).stream().filter(a -> !a.isBounded()).toList();
    if (names.isEmpty() && arrays.isEmpty()) {
      return declaration();
    }
    Code place =
        arrays.isEmpty() || !names.isEmpty() && dice.chance(0.6)
            ? dice.among(names).read()
            : expressions.element(dice.among(arrays), Sort.INT);
    Code value = expressions.ints().integer(2);
    return dice.oneOf(
        () -> Code.statement("$ = $;", place, value),
        () ->
            Code.statement(
                "$" + dice.among(" += ", " -= ", " *= ", " ^= ", " |= ") + "$;", place, value),
        () -> Code.statement("$" + dice.among("++", "--") + ";", place));
  }

  /** Throws what never is thrown, or overwrites a record. */
  private Code exception() {
    List<Name> records = scope.names().stream().filter(n -> isOwnRecord(n)).toList();
    if (!records.isEmpty() && dice.chance(0.7)) {
      Name record = dice.among(records);
      return Code.statement("$ = $;", record.read(), expressions.of(record.sort(), 2));
    }
    return Code.statement(
        "if ($ > 1e9) {\nthrow new IllegalStateException(\"large\");\n}",
        expressions.reals().free(1));
  }

  private static boolean isOwnRecord(Name name) {
    return name.sort().isRecord() && !name.isFixed();
  }

  /** Copies or fills a part of an array, or sorts it. */
  private Code library() {
    Sort sort = workshop.reals();
    Code from = expressions.arrays().existing(sort, 0);
    Code to = expressions.arrays().existing(sort, 0);
    int count = dice.between(1, workshop.length());
    int last = workshop.length() - count;
    String range = dice.between(0, last) + ", $, " + dice.between(0, last) + ", " + count;
    if (sort.rank() > 1 || dice.chance(0.6)) {
      return Code.statement("System.arraycopy($, " + range + ");", from, to);
    }
    int start = dice.between(0, last);
    return dice.chance(0.7)
        ? Code.statement(
            "java.util.Arrays.fill($, " + start + ", " + (start + count) + ", $);",
            to,
            expressions.reals().bounded(sort.element(), 2))
        : Code.statement("java.util.Arrays.sort($);", to);
  }

  /** Makes names and rows mean other arrays. */
  private Code reference() {
    Sort sort = workshop.reals();
    List<Name> assignable = scope.assignable(sort);
    List<Name> containers = expressions.arraysOf(sort);
    if (!containers.isEmpty() && (assignable.isEmpty() || dice.chance(0.4))) {
      Code row = expressions.element(dice.among(containers), sort);
      return dice.chance(0.4)
          ? swap(sort, row, expressions.element(dice.among(containers), sort))
          : set(row);
    }
    if (assignable.isEmpty()) {
      return declaration();
    }
    Code name = dice.among(assignable).read();
    return dice.chance(0.5) ? swap(sort, name, dice.among(assignable).read()) : set(name);
  }

  private Code set(Code place) {
    return Code.statement("$ = $;", place, expressions.arrays().of(place.sort(), 1));
  }

  private Code swap(Sort sort, Code one, Code other) {
    String kept = workshop.fresh("kept");
    return Code.statement(
        sort + " " + kept + " = $;\n$ = $;\n$ = " + kept + ";", one, one, other, other);
  }

  private Code call() {
    List<Callee> callees = workshop.calleesFor(Sort.STATEMENT);
    return callees.isEmpty()
        ? step()
        : Code.statement("$;", expressions.call(dice.among(callees), 2));
  }

  private Code branch(int depth) {
    Code condition = expressions.ints().condition(2);
    List<String> all = jumps.all();
    if (!all.isEmpty() && dice.chance(0.4)) {
      Code block = inBranch().block(depth - 1, 2);
      return Code.statement("if ($) {\n$\n" + dice.among(all) + "\n}", condition, block);
    }
    if (jumps.returned().isPresent() && dice.chance(loops() == 0 ? 0.3 : 0.15)) {
      Statements inner = inBranch();
      Code block = inner.block(depth - 1, 2);
      Code value = inner.expressions.of(jumps.returned().get(), 2);
      return Code.statement("if ($) {\n$\nreturn $;\n}", condition, block, value);
    }
    Code yes = inBranch().block(depth - 1, 3);
    return dice.oneOf(
        () -> Code.statement("if ($) {\n$\n}", condition, yes),
        () ->
            Code.statement(
                "if ($) {\n$\n} else {\n$\n}", condition, yes, inBranch().block(depth - 1, 3)),
        () -> elseIf(condition, yes, depth));
  }

  private Code elseIf(Code condition, Code yes, int depth) {
    return Code.statement(
        "if ($) {\n$\n} else if ($) {\n$\n} else {\n$\n}",
        condition,
        yes,
        expressions.ints().condition(1),
        inBranch().block(depth - 1, 2),
        inBranch().block(depth - 1, 2));
  }
}
