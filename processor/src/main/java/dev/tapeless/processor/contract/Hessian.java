package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Hessian, column by column: the product with each unit vector. A column is stored as a row,
 * since the matrix is symmetric.
 */
final class Hessian {

  private final Operation operation;
  private final Operation product;
  private final List<Var> active;
  private final List<Var> parameters;
  private final Optional<Columns> columns;

  private Hessian(Offer offer, Optional<Columns> columns) {
    this.columns = columns;
    this.parameters = offer.parameters();
    this.operation = offer.operation(OperationKind.HESSIAN);
    this.product = offer.operation(OperationKind.HVP);
    this.active = offer.active();
  }

  /** The body of the operation. */
  static Function of(Offer offer, Sweeps sweeps, PrivateFunctions functions) {
    boolean isNumber = offer.active().size() == 1 && offer.active().get(0).type().isReal();
    Hessian hessian =
        new Hessian(
            offer, isNumber ? Optional.empty() : Columns.ofHessian(offer, sweeps, functions));
    Body body = Body.with(hessian.operation.parameters());
    Expr result = hessian.matrix(body);
    return Body.function(
        hessian.operation.callee(),
        hessian.operation.parameters(),
        body.statements(),
        Optional.of(result));
  }

  private Expr matrix(Body body) {
    if (active.size() > 1) {
      return ofSeveral(body);
    }
    Var x = active.get(0);
    return x.type().isReal()
        ? column(body, "second", List.of(Term.number(1, x.type())))
        : ofArray(body, x);
  }

  private Expr ofArray(Body body, Var x) {
    Expr size = Exprs.length(x.read());
    Expr.Read hessian =
        body.declare("hessian", new Expr.NewArray((Type.Array) operation.result(), List.of(size)));
    Expr.Read direction = body.declare(x.name() + "Dot", new Expr.ZerosLike(x.read()));
    body.branch(
        Exprs.binary(BinaryOp.EQ, size, Exprs.num(0)),
        empty -> {
          empty.comment("No columns: for the exceptions of the method.");
          empty.add(
              new Stmt.Call(
                  Optional.empty(), product.callee(), arguments(List.of(direction)), Origin.NONE));
        },
        otherwise -> {});
    if (columns.isPresent()) {
      columns
          .get()
          .ofUnitVectors(
              body,
              parameters,
              List.of(direction),
              0,
              (inner, made, at) -> {
                for (int k = 0; k < made.size(); k++) {
                  inner.assign(Exprs.element(hessian, at.get(k)), made.get(k));
                }
              });
      return hessian;
    }
    body.loop(
        "j",
        x.read(),
        (inner, j) -> {
          Expr element = Exprs.element(direction, j);
          inner.assign(element, Term.number(1, element.type()));
          inner.assign(
              Exprs.element(hessian, j), column(inner, "column", List.of((Expr) direction)));
          inner.assign(element, Term.number(0, element.type()));
        });
    return hessian;
  }

  private Expr ofSeveral(Body body) {
    List<Expr> rows = new ArrayList<>();
    for (Expr column : Columns.ofNumbers(columns, product, body, parameters, active)) {
      List<Expr> elements = new ArrayList<>();
      for (Type.Component c : ((Type.RecordOf) product.result()).components()) {
        Expr element = new Expr.Component(column, c.name(), c.type());
        elements.add(Exprs.cast(Primitive.DOUBLE, element));
      }
      rows.add(
          new Expr.ArrayLiteral(
              (Type.Array) ((Type.Array) operation.result()).element(), elements));
    }
    return body.declare("hessian", new Expr.ArrayLiteral((Type.Array) operation.result(), rows));
  }

  private Expr column(Body body, String name, List<Expr> direction) {
    return body.call(name, product.callee(), arguments(direction));
  }

  private List<Expr> arguments(List<Expr> direction) {
    List<Expr> all = new ArrayList<>(parameters.stream().<Expr>map(Var::read).toList());
    all.addAll(direction);
    return all;
  }
}
