package dev.tapeless.processor.rules;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Evaluator;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A library method whose derivatives can be evaluated.
 *
 * @param result the type of the overload
 * @param parameters the types of its parameters
 */
record Probe(String owner, String method, Type result, List<Type> parameters) {

  /**
   * An overload of a method of {@code Math} with {@code count} parameters of the type that the
   * result has.
   */
  static Probe math(String method, Type type, int count) {
    return new Probe("java.lang.Math", method, type, Collections.nCopies(count, type));
  }

  /** The call with these arguments. */
  Expr.LibraryCall call(List<? extends Expr> arguments) {
    return new Expr.LibraryCall(owner, method, List.copyOf(arguments), result, Origin.NONE);
  }

  /** Variables {@code x, y, z} for the arguments. */
  List<Var> variables() {
    List<Var> variables = new ArrayList<>();
    for (Type type : parameters) {
      int i = variables.size();
      variables.add(new Var(i, "xyz".substring(i, i + 1), type));
    }
    return variables;
  }

  /** The call with variables as arguments. */
  Expr.LibraryCall call() {
    return call(variables().stream().map(Var::read).toList());
  }

  /**
   * The formula of the derivative by an argument, of variables {@code x, y, z}, the result {@code
   * r} and the factor {@code g}.
   */
  Expr formula(int argument) {
    return formula(argument, variables().stream().map(Var::read).toList());
  }

  Expr formula(int argument, List<? extends Expr> arguments) {
    return Children.rewrite(again(argument, arguments), Probe::value);
  }

  /** The formula as it is differentiated again, in which values may have another path. */
  Expr again(int argument, List<? extends Expr> arguments) {
    Expr.LibraryCall call = call(arguments);
    return Rules.rule(call)
        .orElseThrow()
        .times(argument, call.arguments(), resultVariable().read(), factor().read());
  }

  private static Expr value(Expr e) {
    return e instanceof Expr.LibraryCall call && call.owner().equals(Exprs.VALUE)
        ? call.arguments().get(1)
        : e;
  }

  private Var resultVariable() {
    return new Var(10, "r", result);
  }

  private Var factor() {
    return new Var(11, "g", result);
  }

  /** The derivative by an argument at a point, times {@code g}. */
  double partial(int argument, double g, double... point) {
    return evaluate(formula(argument), g, call(), point);
  }

  /** The derivative of a call with the last argument constant. */
  double partialWithConstant(int argument, Expr constant, double g, double... point) {
    List<Expr> arguments = new ArrayList<>();
    variables().stream().limit(point.length).forEach(v -> arguments.add(v.read()));
    arguments.add(constant);
    return evaluate(formula(argument, arguments), g, call(arguments), point);
  }

  private double evaluate(Expr formula, double g, Expr.LibraryCall call, double... point) {
    Map<Var, Object> values = new HashMap<>();
    for (int i = 0; i < point.length; i++) {
      Var variable = variables().get(i);
      values.put(variable, number(point[i], variable.type()));
    }
    values.put(resultVariable(), new Evaluator(values).evaluate(call));
    values.put(factor(), number(g, result));
    Object value = new Evaluator(values).evaluate(formula);
    if (formula.type() != result) {
      throw new AssertionError(formula.type());
    }
    return ((Number) value).doubleValue();
  }

  static Object number(double value, Type type) {
    return switch ((Primitive) type) {
      case DOUBLE -> (Object) value;
      case FLOAT -> (float) value;
      case INT -> (int) value;
      case LONG -> (long) value;
      default -> throw new AssertionError(type);
    };
  }
}
