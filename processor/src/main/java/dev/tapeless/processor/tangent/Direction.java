package dev.tapeless.processor.tangent;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Increment;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.List;
import java.util.Optional;

/** The tangents of variables, arrays and expressions along one direction. */
final class Direction {

  private final Activity activity;
  private final Shadows shadows;
  private final Vars vars;
  private final ExpressionTangent expressions;

  /**
   * A direction with variables of its own.
   *
   * @param suffix of the names of its variables
   * @param partials what the directions of one function share
   */
  Direction(Activity activity, Vars vars, String suffix, Partials partials) {
    this.activity = activity;
    this.vars = vars;
    this.shadows = new Shadows(vars, suffix);
    this.expressions = new ExpressionTangent(activity, shadows, vars, partials);
  }

  /** The variables beside those of the function. */
  Shadows shadows() {
    return shadows;
  }

  /** The tangents of numbers. */
  ExpressionTangent expressions() {
    return expressions;
  }

  /** Declares a tangent of {@code v} that is zero. */
  Stmt.Declare zero(Var v) {
    return new Stmt.Declare(shadows.of(v), Optional.of(zero(v.read())), Origin.NONE);
  }

  private static Expr zero(Expr value) {
    if (value.type() instanceof Type.RecordOf record) {
      return new Expr.NewRecord(
          record,
          record.components().stream()
              .map(c -> zero(new Expr.Component(value, c.name(), c.type())))
              .toList());
    }
    return value.type().isReal() ? Term.number(0, value.type()) : new Expr.ZerosLike(value);
  }

  /** The tangent of a value, which is a variable or an array where it is not a number. */
  Expr tangent(Expr value) {
    if (value.type().isReal()) {
      return expressions.of(value);
    }
    if (value instanceof Expr.NewRecord several) {
      return new Expr.NewRecord(
          several.type(), several.arguments().stream().map(this::tangent).toList());
    }
    return activity.isActive(value)
        ? shadows.reference(value).orElseThrow()
        : new Expr.ZerosLike(value);
  }

  /** What is assigned to {@code target}, the tangent of the target of {@code a}. */
  Expr assigned(Stmt.Assign a, Place target) {
    Optional<Increment> increment = Increment.of(a).filter(i -> i.target().type().isReal());
    if (increment.isEmpty()) {
      return shadow(a.value(), a.value());
    }
    Expr amount = expressions.of(increment.get().amount());
    if (Exprs.isNumber(amount, 0)) {
      return target;
    }
    return increment.get().subtracts() ? Exprs.minus(target, amount) : Exprs.plus(target, amount);
  }

  /**
   * The tangent of {@code e}; of a new array, which is in {@code made} already, an array of
   * tangents.
   */
  Expr shadow(Expr e, Expr made) {
    if (e.type().isReal()) {
      return expressions.of(e);
    }
    boolean isZero = e instanceof Expr.NewArray || e instanceof Expr.ZerosLike;
    if (isZero || e instanceof Expr.NewStack) {
      return e;
    }
    if (e instanceof Expr.ArrayLiteral literal) {
      List<Expr> elements = literal.elements().stream().map(x -> shadow(x, x)).toList();
      return new Expr.ArrayLiteral(literal.type(), elements);
    }
    Optional<Expr> source = Optional.empty();
    if (e instanceof Expr.CloneArray clone) {
      source = reference(clone.array()).map(Expr.CloneArray::new);
    } else if (e instanceof Expr.DeepCopy copy) {
      source = reference(copy.array()).map(Expr.DeepCopy::new);
    } else {
      source = reference(e);
    }
    return source.orElse(new Expr.ZerosLike(made));
  }

  /** The tangents of what {@code array} refers to; empty where it has none. */
  Optional<Expr> reference(Expr array) {
    return activity.isActive(array) ? shadows.reference(array) : Optional.empty();
  }

  /**
   * The tangent of an argument of a call; {@code out} receives the zeros of one that is constant.
   */
  Expr ofArgument(Expr argument, List<Stmt> out) {
    if (argument.type().isReal()) {
      return expressions.of(argument);
    }
    return reference(argument)
        .orElseGet(
            () -> {
              Var zeros = vars.make("zeros", argument.type());
              Expr value = new Expr.ZerosLike(argument);
              out.add(new Stmt.Declare(zeros, Optional.of(value), Origin.NONE));
              return zeros.read();
            });
  }
}
