package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.AdjointForm;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the operations of one method their bodies. */
final class Bodies {

  private final Offer offer;
  private final Sweeps sweeps;
  private final ArrayFunctions arrays;

  private Bodies(Offer offer, Sweeps sweeps, ArrayFunctions arrays) {
    this.offer = offer;
    this.sweeps = sweeps;
    this.arrays = arrays;
  }

  /** The operations of {@code offer}, with bodies. */
  static List<Operation> of(Offer offer, Sweeps sweeps, ArrayFunctions arrays) {
    Bodies bodies = new Bodies(offer, sweeps, arrays);
    List<Operation> operations = new ArrayList<>();
    offer
        .operations()
        .forEach(
            (kind, operation) -> operations.add(operation.withBody(bodies.body(kind, operation))));
    return operations;
  }

  private Function body(OperationKind kind, Operation operation) {
    return switch (kind) {
      case GRADIENT -> gradient(operation);
      case VALUE_AND_GRADIENT -> adjoint(operation, new AdjointForm(false, true, false));
      case VJP_OF_ONES -> adjoint(operation, new AdjointForm(false, false, false));
      case VJP -> adjoint(operation, new AdjointForm(true, false, false));
      case VALUE_AND_VJP -> adjoint(operation, new AdjointForm(true, true, false));
      case JVP -> tangent(operation);
      case DIRECTIONAL_DERIVATIVE -> DirectionalDerivative.of(offer, arrays);
      case JACOBIAN -> Jacobian.of(offer, arrays);
      case GRADIENT_INTO -> into(operation);
    };
  }

  /**
   * A body of its own only if the value costs something in a loop; else {@code
   * valueAndGradient(..).gradient()}.
   */
  private Function gradient(Operation operation) {
    Sweep alone = sweeps.adjoint(new AdjointForm(false, false, false));
    Sweep withValue = sweeps.adjoint(new AdjointForm(false, true, false));
    if (LoopWork.of(alone.body()) < LoopWork.of(withValue.body())) {
      return function(operation, alone, List.of(), gradient(alone));
    }
    Body body = Body.with(operation.parameters());
    List<Expr> arguments = operation.parameters().stream().<Expr>map(Var::read).toList();
    Operation full = offer.operation(OperationKind.VALUE_AND_GRADIENT);
    Expr both = body.call("valueAndGradient", full.callee(), arguments);
    Expr result = new Expr.Component(both, "gradient", offer.gradient());
    return Body.function(
        operation.callee(), operation.parameters(), body.statements(), Optional.of(result));
  }

  private Function adjoint(Operation operation, AdjointForm form) {
    Sweep sweep = sweeps.adjoint(form);
    Expr gradient = gradient(sweep);
    Expr result =
        form.value()
            ? new Expr.NewRecord(
                offer.withValue().orElseThrow(), List.of(sweep.value().orElseThrow(), gradient))
            : gradient;
    return function(operation, sweep, List.of(), result);
  }

  private Expr gradient(Sweep sweep) {
    return offer.active().size() > 1 && offer.gradient() instanceof Type.RecordOf record
        ? new Expr.NewRecord(record, sweep.derivatives())
        : sweep.derivatives().get(0);
  }

  private Function tangent(Operation operation) {
    Sweep sweep = sweeps.tangent();
    List<Var> parameters = parameters(operation, sweep);
    Expr result =
        sweep.derivatives().size() > 1
            ? new Expr.NewRecord((Type.RecordOf) operation.result(), sweep.derivatives())
            : sweep.derivatives().get(0);
    return function(operation, sweep, Shapes.same(added(parameters), active(parameters)), result);
  }

  private Function into(Operation operation) {
    Sweep sweep = sweeps.adjoint(new AdjointForm(false, true, true));
    List<Var> parameters = parameters(operation, sweep);
    List<Var> added = added(parameters);
    List<Requirement> requirements = new ArrayList<>(Shapes.same(added, active(parameters)));
    requirements.addAll(
        Shapes.distinct(added, parameters.subList(0, parameters.size() - added.size())));
    return function(operation, sweep, requirements, sweep.value().orElseThrow());
  }

  private Function function(
      Operation operation, Sweep sweep, List<Requirement> requirements, Expr result) {
    List<Stmt> statements = new ArrayList<>();
    requirements.forEach(r -> statements.add(new Stmt.Require(r, Origin.NONE)));
    statements.addAll(sweep.body());
    return Body.function(
        operation.callee(), parameters(operation, sweep), statements, Optional.of(result));
  }

  /** The sweep's variables under the names that the operation's parameters have. */
  private static List<Var> parameters(Operation operation, Sweep sweep) {
    List<Var> variables = new ArrayList<>(sweep.parameters());
    variables.addAll(sweep.extra());
    List<Var> named = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Var wanted = operation.parameters().get(i);
      named.add(new Var(variables.get(i).id(), wanted.name(), wanted.type()));
    }
    return named;
  }

  private List<Var> added(List<Var> parameters) {
    return parameters.subList(offer.parameters().size(), parameters.size());
  }

  private List<Var> active(List<Var> parameters) {
    List<Var> active = new ArrayList<>();
    for (int i = 0; i < offer.parameters().size(); i++) {
      if (offer.signature().parameters().get(i).active()) {
        active.add(parameters.get(i));
      }
    }
    return active;
  }
}
