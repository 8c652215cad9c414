package dev.tapeless.processor.contract;

import static dev.tapeless.processor.ir.Exprs.binary;
import static dev.tapeless.processor.ir.Exprs.cast;
import static dev.tapeless.processor.ir.Exprs.element;
import static dev.tapeless.processor.ir.Exprs.over;
import static dev.tapeless.processor.ir.Exprs.plus;
import static dev.tapeless.processor.ir.Exprs.times;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import java.util.List;
import java.util.Optional;

/**
 * Private functions on arrays of any rank that operations of one generated class share; each exists
 * when it is asked for.
 */
final class ArrayFunctions {

  private final PrivateFunctions functions;

  /** Those that are asked for are added to {@code functions}. */
  ArrayFunctions(PrivateFunctions functions) {
    this.functions = functions;
  }

  /** {@code largest(array)}: the largest absolute value; 0 for null. */
  Callee largest(Type array) {
    return fold(
        "largest",
        List.of(new Var(0, "array", array)),
        Exprs.real(0, Primitive.DOUBLE),
        (body, largest, x, parameters) -> {
          Expr size =
              x.type().rank() > 0
                  ? body.call("ofRow", largest(x.type()), List.of(x))
                  : Exprs.library(
                      "java.lang.Math", "abs", Primitive.DOUBLE, cast(Primitive.DOUBLE, x));
          return Exprs.library("java.lang.Math", "max", Primitive.DOUBLE, largest, size);
        });
  }

  /**
   * {@code sumOfSquares(array, scale)}: the sum of the squares of the elements over {@code scale};
   * 0 for null.
   */
  Callee sumOfSquares(Type array) {
    return fold(
        "sumOfSquares",
        List.of(new Var(0, "array", array), new Var(1, "scale", Primitive.DOUBLE)),
        Exprs.real(0, Primitive.DOUBLE),
        (body, sum, x, parameters) -> {
          Expr scale = parameters.get(1).read();
          if (x.type().rank() > 0) {
            return plus(sum, body.call("ofRow", sumOfSquares(x.type()), List.of(x, scale)));
          }
          Expr scaled = body.declare("scaled", over(cast(Primitive.DOUBLE, x), scale));
          return plus(sum, times(scaled, scaled));
        });
  }

  /** {@code size(array)}: the number of elements that are no arrays; 0 for null. */
  Callee size(Type array) {
    return fold(
        "size",
        List.of(new Var(0, "array", array)),
        Exprs.num(0),
        (body, size, x, parameters) ->
            plus(
                size,
                x.type().rank() > 1
                    ? body.call("ofRow", size(x.type()), List.of(x))
                    : lengthOf(x)));
  }

  private static Expr lengthOf(Expr array) {
    Expr isNull = binary(BinaryOp.EQ, array, Exprs.nothing(array.type()));
    return Exprs.choose(isNull, Exprs.num(0), Exprs.length(array));
  }

  /**
   * A function that starts with {@code start} and takes one step for each element of its first
   * parameter.
   */
  private Callee fold(String wanted, List<Var> parameters, Expr start, Step step) {
    List<Type> types = parameters.stream().map(Var::type).toList();
    Callee callee = new Callee("", functions.name(wanted), types, Optional.of(start.type()));
    if (!functions.contains(callee)) {
      Expr array = parameters.get(0).read();
      Body body = Body.with(parameters);
      Expr.Read total = body.declare(wanted.equals("sumOfSquares") ? "sum" : wanted, start);
      Expr isThere = binary(BinaryOp.NE, array, Exprs.nothing(array.type()));
      body.branch(
          isThere,
          then ->
              then.loop(
                  "i",
                  array,
                  (inner, i) -> {
                    String name = array.type().rank() > 1 ? "row" : "element";
                    Expr next = inner.declare(name, element(array, i));
                    inner.assign(total, step.next(inner, total, next, parameters));
                  }),
          otherwise -> {});
      functions.add(Body.function(callee, parameters, body.statements(), Optional.of(total)));
    }
    return callee;
  }

  /** What becomes of the total with one more element. */
  private interface Step {
    Expr next(Body body, Expr total, Expr element, List<Var> parameters);
  }
}
