package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes helper methods. */
final class Helpers {

  private static final List<String> NAMES = List.of("p", "q", "w");

  private final Workshop workshop;
  private final Dice dice;
  private final String prefix;

  Helpers(Workshop workshop, String prefix) {
    this.workshop = workshop;
    this.dice = workshop.dice();
    this.prefix = prefix;
  }

  /** A new record type: numbers, arrays, records that were there before. */
  Code record() {
    String name = workshop.fresh(prefix + "Record");
    List<Name> components = new ArrayList<>();
    for (String component : List.of("a", "b", "c").subList(0, dice.between(1, 3))) {
      List<Sort> nested = workshop.records();
      Sort sort =
          !nested.isEmpty() && dice.chance(0.5)
              ? dice.among(nested)
              : dice.among(
                  workshop.real(),
                  workshop.reals(),
                  components.isEmpty() ? workshop.real() : Sort.INT);
      components.add(Name.variable(component, sort));
    }
    Sort record = new Sort(name, 0, components);
    Optional<Code> method = dice.chance(0.6) ? Optional.of(method(record)) : Optional.empty();
    workshop.add(record);
    String declared =
        components.stream()
            .map(c -> c.sort() + " " + c.text())
            .collect(Collectors.joining(", ", "(", ")"));
    String head = "record " + name + declared;
    return method
        .map(m -> Code.statement(head + " {\n$\n}", m))
        .orElseGet(() -> Code.statement(head + " {}"));
  }

  /** A new method of a record, which from now on can be called. */
  private Code method(Sort record) {
    List<Name> scope = new ArrayList<>();
    record.components().forEach(c -> scope.add(Name.fixed(c.text() + "()", c.sort())));
    scope.add(Name.variable("p", workshop.real()));
    Sort result = dice.among(workshop.real(), workshop.real(), workshop.reals());
    Statements statements = Statements.ofMethod(workshop, new Scope(scope), Optional.of(result));
    Code block = statements.block(2, 3);
    String name = workshop.fresh(result.isArray() ? "made" : "value");
    String head = result + " " + name + "(" + scope.get(scope.size() - 1).sort() + " p) {\n";
    Code method =
        Code.statement(head + "$\nreturn $;\n}", block, statements.expressions().of(result, 3));
    Sort parameter = scope.get(scope.size() - 1).sort();
    workshop.add(Callee.ofRecord(name, result, List.of(record, parameter)));
    return method;
  }

  /** A new helper, which from now on can be called. */
  Code helper() {
    Sort result =
        dice.among(
            workshop.real(),
            workshop.real(),
            Sort.STATEMENT,
            Sort.STATEMENT,
            workshop.reals(),
            Sort.INT);
    if (!workshop.records().isEmpty() && dice.chance(0.25)) {
      result = dice.among(workshop.records());
    }
    List<Name> parameters = parameters(result);
    List<Sort> sorts = parameters.stream().map(Name::sort).toList();
    String name = workshop.fresh(prefix + stem(result));
    Callee callee =
        new Callee(name, result, sorts, mayRecur(result, sorts) && dice.chance(0.45), false);
    Code method = method(callee, parameters);
    workshop.add(callee);
    return method;
  }

  /** A new helper for work arrays of any length, which from now on can be called. */
  Code ofAnyLength() {
    Sort result = dice.among(Sort.DOUBLE, Sort.STATEMENT, Sort.DOUBLES);
    boolean makes = result.isArray();
    String name = workshop.fresh(prefix + (makes ? "Work" : stem(result) + "OfWork"));
    Name p = Name.variable("p", Sort.DOUBLE);
    Name i = Name.bounded("i", Sort.INT, 0, 99);
    Name element = Name.variable("w[i]", Sort.DOUBLE);
    Expressions inside = new Expressions(workshop, new Scope(List.of(p, i, element)));
    Code value = inside.of(Sort.DOUBLE, 2);
    String loop = "for (int i = 0; i < w.length; i++) {\n";
    String head = "private static ";
    workshop.addAnyLength(
        new Callee(
            name, result, List.of(makes ? Sort.INT : Sort.DOUBLES, Sort.DOUBLE), false, false));
    if (makes) {
      String made = "double[] w = new double[n];\n" + loop + "w[i] = $;\n}\nreturn w;\n}";
      return Code.statement(head + "double[] " + name + "(int n, double p) {\n" + made, value);
    }
    return result.equals(Sort.STATEMENT)
        ? Code.statement(
            head + "void " + name + "(double[] w, double p) {\n" + loop + "w[i] = $;\n}\n}", value)
        : Code.statement(
            head
                + "double "
                + name
                + "(double[] w, double p) {\ndouble s = 0;\n"
                + loop
                + "s += w[i] * $;\n}\nreturn s;\n}",
            value);
  }

  /** Recursion with several arrays, which may be the same, is refused. */
  private static boolean mayRecur(Sort result, List<Sort> parameters) {
    boolean isNumber = result.isReal() && !result.isArray();
    return (isNumber || result.equals(Sort.STATEMENT))
        && parameters.stream().noneMatch(p -> p.isRecord() || p.equals(Sort.FUNCTION))
        && parameters.stream().filter(Sort::isArray).count() < 2;
  }

  private static String stem(Sort result) {
    if (result.equals(Sort.STATEMENT)) {
      return "Change";
    }
    return result.isArray() || result.isRecord()
        ? "Make"
        : result.equals(Sort.INT) ? "Count" : "Value";
  }

  private List<Name> parameters(Sort result) {
    List<Name> parameters = new ArrayList<>();
    if (result.equals(Sort.STATEMENT)) {
      parameters.add(Name.variable("out", workshop.reals()));
    }
    int count = dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      Sort sort = dice.among(workshop.real(), workshop.real(), workshop.reals(), Sort.INT);
      parameters.add(Name.variable(NAMES.get(i), sort));
    }
    if (!workshop.records().isEmpty() && dice.chance(0.5)) {
      parameters.add(Name.variable("record", dice.among(workshop.records())));
    }
    if (dice.chance(0.3)) {
      parameters.add(Name.fixed("g", Sort.FUNCTION));
    }
    return parameters;
  }

  private Code method(Callee callee, List<Name> parameters) {
    Scope scope = new Scope(parameters);
    List<String> declared =
        new ArrayList<>(parameters.stream().map(p -> p.sort() + " " + p.text()).toList());
    if (callee.hasDepth()) {
      scope.add(Name.bounded("depth", Sort.INT, 0, workshop.length() - 1));
      declared.add("int depth");
    }
    boolean isVoid = callee.result().equals(Sort.STATEMENT);
    String head =
        dice.among("private ", "")
            + "static "
            + (isVoid ? "void" : callee.result())
            + " "
            + callee.name();
    String signature = declared.stream().collect(Collectors.joining(", ", "(", ")"));
    Code body = isVoid ? changing(callee, scope) : returning(callee, scope);
    return Code.statement(head + signature + " {\n$\n}", body);
  }

  private Code changing(Callee callee, Scope scope) {
    Statements statements = Statements.ofMethod(workshop, scope, Optional.empty());
    Code block = statements.block(2, 3);
    if (!callee.hasDepth()) {
      return block;
    }
    Code again = statements.expressions().call(callee.fromInside(), 2);
    return Code.statement("if (depth > 0) {\n$\n$;\n}", block, again);
  }

  private Code returning(Callee callee, Scope scope) {
    Statements statements = Statements.ofMethod(workshop, scope, Optional.of(callee.result()));
    Expressions expressions = statements.expressions();
    Sort result = callee.result();
    if (!callee.hasDepth()) {
      Code block = statements.block(2, 3);
      return Code.statement("$\nreturn $;", block, expressions.of(result, 3));
    }
    Code stop = expressions.of(result, 2);
    Code block = statements.block(2, 3);
    Code again = expressions.call(callee.fromInside(), 2);
    String head = "if (depth <= 0) {\nreturn $;\n}\n$\n";
    String weight = result.equals(Sort.FLOAT) ? "0.4f" : "0.4";
    String last = "return " + weight + " * $ + " + weight + " * $;";
    return Code.statement(head + last, stop, block, again, expressions.of(result, 2));
  }
}
