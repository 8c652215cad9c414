package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Leaf;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Type;
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
  private final List<Shapes.Part> parts;

  private DirectionalDerivative(Offer offer, ArrayFunctions arrays) {
    this.offer = offer;
    this.arrays = arrays;
    this.direction = offer.added(OperationKind.DIRECTIONAL_DERIVATIVE);
    this.parts = Shapes.Part.of(direction);
  }

  /** The body of the operation. */
  static Function of(Offer offer, ArrayFunctions arrays) {
    return new DirectionalDerivative(offer, arrays).function();
  }

  private Function function() {
    Operation operation = offer.operation(OperationKind.DIRECTIONAL_DERIVATIVE);
    Body body = Body.with(operation.parameters());
    for (Var added : direction) {
      if (added.type() instanceof Type.RecordOf) {
        body.require(new Requirement.NotNull(added.read(), Optional.of(added.name())));
      }
    }
    Shapes.same(parts, Shapes.Part.of(offer.active())).forEach(body::require);
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
    for (Shapes.Part part : parts) {
      Type type = part.value().type();
      Expr size =
          type.rank() > 0
              ? body.call(name(part) + "Max", arrays.largest(type), List.of(part.value()))
              : Exprs.library(
                  "java.lang.Math",
                  "abs",
                  Primitive.DOUBLE,
                  Exprs.cast(Primitive.DOUBLE, part.value()));
      largest =
          largest == null
              ? size
              : Exprs.library("java.lang.Math", "max", Primitive.DOUBLE, largest, size);
    }
    return body.declare("largest", largest);
  }

  private Expr sum(Body body, Expr largest) {
    List<Expr> squares = new ArrayList<>();
    for (Shapes.Part part : parts) {
      if (part.value().type().rank() > 0) {
        Callee callee = arrays.sumOfSquares(part.value().type());
        squares.add(body.call(name(part) + "Squares", callee, List.of(part.value(), largest)));
      } else {
        Expr scaled =
            body.declare(
                name(part) + "Scaled",
                Exprs.over(Exprs.cast(Primitive.DOUBLE, part.value()), largest));
        squares.add(Exprs.times(scaled, scaled));
      }
    }
    return squares.stream().reduce(Exprs::plus).orElseThrow();
  }

  /** A name for what is computed of a part: {@code pDirX} for {@code pDir.x}. */
  private static String name(Shapes.Part part) {
    List<String> names = List.of(part.name().split("\\."));
    return new Leaf(names.subList(1, names.size()), part.value().type()).name(names.get(0));
  }

  private String message() {
    String names = direction.stream().map(Var::name).collect(Collectors.joining(", "));
    return direction.size() == 1
        ? "the direction " + names + " is zero"
        : "the direction (" + names + ") is zero";
  }
}
