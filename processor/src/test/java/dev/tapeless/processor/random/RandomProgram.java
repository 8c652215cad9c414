package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A method that is differentiated, with its helpers and the points at which to look at it.
 *
 * @param seed what it was made from
 * @param name of the method; the names of its helpers begin with it
 * @param result its type
 * @param body its statements and the value it returns
 * @param helpers whole methods
 * @param points arguments, one for each parameter
 */
record RandomProgram(
    long seed,
    String name,
    Sort result,
    List<Parameter> parameters,
    Code body,
    List<Code> helpers,
    List<List<Object>> points) {

  RandomProgram {
    parameters = List.copyOf(parameters);
    helpers = List.copyOf(helpers);
    points = points.stream().map(List::copyOf).toList();
  }

  /** The members of a class, the differentiated method first. */
  String members() {
    String head = "static " + result + " " + name;
    String signature =
        parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", "(", ")"));
    String method = annotation() + head + signature + " {\n" + Printer.print(body) + "\n}\n";
    String others =
        helpers.stream().map(h -> "\n" + Printer.print(h) + "\n").collect(Collectors.joining());
    return Printer.indented(method + others, 0);
  }

  /** Second derivatives too, of every sixth program. */
  private String annotation() {
    boolean isNumber = result.isReal() && !result.isArray();
    return isNumber && seed % 6 == 0 ? "@Differentiable(order = 2)\n" : "@Differentiable\n";
  }

  /** The number of pieces of which the program is made. */
  int size() {
    return body.size() + helpers.stream().mapToInt(Code::size).sum();
  }

  /** Whether float is computed with, so that less is to be expected. */
  boolean usesFloat() {
    return members().contains("float");
  }

  RandomProgram withBody(Code other) {
    return new RandomProgram(seed, name, result, parameters, other, helpers, points);
  }

  RandomProgram withHelpers(List<Code> others) {
    return new RandomProgram(seed, name, result, parameters, body, others, points);
  }

  RandomProgram withPoints(List<List<Object>> others) {
    return new RandomProgram(seed, name, result, parameters, body, helpers, others);
  }

  /** The same without a parameter. */
  RandomProgram without(Parameter parameter) {
    int place = parameters.indexOf(parameter);
    List<List<Object>> shorter = points.stream().map(p -> without(p, place)).toList();
    return new RandomProgram(
        seed, name, result, without(parameters, place), body, helpers, shorter);
  }

  private static <T> List<T> without(List<T> all, int place) {
    List<T> others = new ArrayList<>(all);
    others.remove(place);
    return others;
  }
}
