package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes a typed, terminating, mostly smooth method of the supported language from a seed.
 *
 * <p>All arrays that can be seen have the same length in all dimensions, and indices are taken from
 * counters of known range or reduced, so that no exception occurs; arrays of other lengths are used
 * only by {@link WorkArrays} and by {@link Sweeps}, which make them. What is stored is bounded by
 * sines and the like, so that values and derivatives stay moderate. Conditions compare with odd
 * numbers, so that no point is likely to be at a kink. How much a program repeats itself, uses such
 * loops and calls functions at special points is drawn once for all of it, so that some programs do
 * one thing often.
 */
final class ProgramGenerator {

  private final long seed;
  private final String name;
  private final Dice dice;
  private final Workshop workshop;

  private ProgramGenerator(long seed, String name, int most) {
    this.seed = seed;
    this.name = name;
    this.dice = new Dice(seed);
    this.workshop = new Workshop(dice, most);
  }

  /** The program of a seed; the same for the same seed. */
  static RandomProgram program(long seed, String name) {
    return program(seed, name, Workshop.MOST_STATEMENTS);
  }

  /** The same with about so many statements at the most. */
  static RandomProgram program(long seed, String name, int most) {
    return new ProgramGenerator(seed, name, most).program();
  }

  private RandomProgram program() {
    List<Code> helpers = new ArrayList<>();
    Helpers maker = new Helpers(workshop, name);
    for (int i = dice.among(0, 0, 1, 2); i > 0; i--) {
      helpers.add(maker.record());
    }
    List<Parameter> parameters = parameters();
    Sort result = resultType();
    for (int i = dice.among(0, 0, 1, 1, 2, 3); i > 0; i--) {
      helpers.add(maker.helper());
    }
    for (int i = workshop.sweeps() > 0 ? dice.below(3) : 0; i > 0; i--) {
      helpers.add(maker.ofAnyLength());
    }
    if (dice.chance(0.4)) {
      helpers.add(new Recursions(workshop, name).helper());
    }
    Code body = body(parameters, result);
    List<List<Object>> points = List.of(point(parameters), point(parameters));
    return new RandomProgram(seed, name, result, parameters, body, helpers, points);
  }

  private Sort resultType() {
    List<Sort> records = workshop.records();
    return !records.isEmpty() && dice.chance(0.15)
        ? dice.among(records)
        : dice.among(workshop.real(), workshop.real(), workshop.real(), workshop.reals());
  }

  private List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter(Name.variable(workshop.fresh("x"), workshop.real()), false));
    for (int i = dice.between(1, 3); i > 0; i--) {
      boolean isScalar = dice.chance(0.35);
      Sort sort = isScalar ? workshop.real() : workshop.reals();
      parameters.add(
          new Parameter(
              Name.variable(workshop.fresh(isScalar ? "x" : "u"), sort), dice.chance(0.1)));
    }
    if (!workshop.records().isEmpty()) {
      for (int i = dice.among(0, 1, 1, 2); i > 0; i--) {
        Sort sort = dice.among(workshop.records());
        parameters.add(new Parameter(Name.variable(workshop.fresh("record"), sort), false));
      }
    }
    addPassive(parameters);
    return parameters;
  }

  private void addPassive(List<Parameter> parameters) {
    int length = workshop.length();
    if (dice.chance(0.4)) {
      parameters.add(new Parameter(Name.bounded("size", Sort.INT, length, length), false));
    }
    if (dice.chance(0.3)) {
      parameters.add(new Parameter(Name.variable(workshop.fresh("k"), Sort.INT), false));
    }
    if (dice.chance(0.3)) {
      parameters.add(new Parameter(Name.bounded("order", Sort.INTS, 0, length - 1), false));
    }
    if (dice.chance(0.2)) {
      parameters.add(new Parameter(Name.variable(workshop.fresh("flag"), Sort.BOOLEAN), false));
    }
  }

  private Code body(List<Parameter> parameters, Sort result) {
    Scope scope = new Scope(parameters.stream().map(Parameter::name).toList());
    Statements statements = Statements.ofMethod(workshop, scope, Optional.of(result));
    Code block = statements.block(3, 7);
    return Code.statement("$\nreturn $;", block, result(statements.expressions(), result));
  }

  /** A result in which much of what was computed takes part. */
  private Code result(Expressions expressions, Sort result) {
    if (result.isRecord()) {
      List<Code> components =
          result.components().stream().map(c -> result(expressions, c.sort())).toList();
      String holes = components.stream().map(c -> "$").collect(Collectors.joining(", "));
      return new Code(result, "new " + result + "(" + holes + ")", components);
    }
    if (result.isArray() || result.equals(Sort.INT)) {
      return expressions.of(result, 2);
    }
    Code sum = expressions.of(result, 2);
    String weight = result.equals(Sort.FLOAT) ? "f" : "";
    for (Name name : expressions.scope().readable(result)) {
      sum =
          Code.value(result, "($ + " + dice.number(0.2, 0.9) + weight + " * $)", sum, name.read());
    }
    for (Name array : expressions.arraysOf(result)) {
      sum = Code.value(result, "($ + $)", sum, expressions.element(array, result));
    }
    return sum;
  }

  private List<Object> point(List<Parameter> parameters) {
    Arguments arguments = new Arguments(workshop);
    return parameters.stream().map(p -> arguments.argument(p.name())).toList();
  }
}
