package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The derivative along a direction of length 1, made of the derivative along the direction as it is
 * given. The length is the largest component times the root of the sum of squares of the components
 * over it, so that no square overflows.
 */
final class DirectionalDerivative {

  private final Offer offer;
  private final ArrayFunctions arrays;
  private final List<Var> direction;

  private DirectionalDerivative(Offer offer, ArrayFunctions arrays) {
    this.offer = offer;
    this.arrays = arrays;
    this.direction = offer.added(OperationKind.DIRECTIONAL_DERIVATIVE);
  }

  /** The body of the operation. */
  static Function of(Offer offer, ArrayFunctions arrays) {
    return new DirectionalDerivative(offer, arrays).function();
  }

  private Function function() {
    Operation operation = offer.operation(OperationKind.DIRECTIONAL_DERIVATIVE);
    Body body = Body.with(operation.parameters());
    Shapes.same(direction, offer.active()).forEach(body::require);
    Expr largest = largest(body);
    body.require(new Requirement.NonZero(largest, message()));
    Expr root =
        body.declare(
            "root", Exprs.library("java.lang.Math", "sqrt", Primitive.DOUBLE, sum(body, largest)));
    List<Expr> arguments = operation.parameters().stream().<Expr>map(Var::read).toList();
    Expr along = body.call("derivative", offer.operation(OperationKind.JVP).callee(), arguments);
    Expr perLength = Exprs.over(Exprs.over(Exprs.cast(Primitive.DOUBLE, along), largest), root);
    Expr result = Exprs.cast(operation.result(), perLength);
    return Body.function(
        operation.callee(), operation.parameters(), body.statements(), Optional.of(result));
  }

  private Expr largest(Body body) {
    Expr largest = null;
    for (Var component : direction) {
      Expr size =
          component.type().rank() > 0
              ? body.call(
                  component.name() + "Max",
                  arrays.largest(component.type()),
                  List.of(component.read()))
              : Exprs.library(
                  "java.lang.Math",
                  "abs",
                  Primitive.DOUBLE,
                  Exprs.cast(Primitive.DOUBLE, component.read()));
      largest =
          largest == null
              ? size
              : Exprs.library("java.lang.Math", "max", Primitive.DOUBLE, largest, size);
    }
    return body.declare("largest", largest);
  }

  private Expr sum(Body body, Expr largest) {
    List<Expr> squares = new ArrayList<>();
    for (Var component : direction) {
      if (component.type().rank() > 0) {
        Callee callee = arrays.sumOfSquares(component.type());
        squares.add(
            body.call(component.name() + "Squares", callee, List.of(component.read(), largest)));
      } else {
        Expr scaled =
            body.declare(
                component.name() + "Scaled",
                Exprs.over(Exprs.cast(Primitive.DOUBLE, component.read()), largest));
        squares.add(Exprs.times(scaled, scaled));
      }
    }
    return squares.stream().reduce(Exprs::plus).orElseThrow();
  }

  private String message() {
    String names = direction.stream().map(Var::name).collect(Collectors.joining(", "));
    return direction.size() == 1
        ? "the direction " + names + " is zero"
        : "the direction (" + names + ") is zero";
  }
}
