package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.AdjointForm;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Leaf;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Gives the operations of one method their bodies. */
final class Bodies {

  private final Offer offer;
  private final Sweeps sweeps;
  private final PrivateFunctions functions;

  private Bodies(Offer offer, Sweeps sweeps, PrivateFunctions functions) {
    this.offer = offer;
    this.sweeps = sweeps;
    this.functions = functions;
  }

  /** The operations of {@code offer}, with bodies. */
  static List<Operation> of(Offer offer, Sweeps sweeps, PrivateFunctions functions) {
    Bodies bodies = new Bodies(offer, sweeps, functions);
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
      case GRADIENT_CHECKED -> adjoint(operation, new AdjointForm(false, false, false, true));
      case VALUE_AND_GRADIENT -> adjoint(operation, new AdjointForm(false, true, false));
      case VJP_OF_ONES -> adjoint(operation, new AdjointForm(false, false, false));
      case VJP -> adjoint(operation, new AdjointForm(true, false, false));
      case VALUE_AND_VJP -> adjoint(operation, new AdjointForm(true, true, false));
      case JVP -> tangent(operation);
      case DIRECTIONAL_DERIVATIVE -> DirectionalDerivative.of(offer, new ArrayFunctions(functions));
      case JACOBIAN -> Jacobian.of(offer, sweeps, functions);
      case GRADIENT_INTO -> into(operation);
      case HVP -> tangentOfGradient(operation);
      case HESSIAN -> Hessian.of(offer, sweeps, functions);
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
      Arguments arguments = arguments(operation, alone);
      return function(operation, alone, arguments, List.of(), gradient(alone, arguments));
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
    Arguments arguments = arguments(operation, sweep);
    Expr gradient = gradient(sweep, arguments);
    Expr result =
        form.value()
            ? new Expr.NewRecord(
                offer.withValue().orElseThrow(), List.of(sweep.value().orElseThrow(), gradient))
            : gradient;
    return function(operation, sweep, arguments, List.of(), result);
  }

  private Arguments arguments(Operation operation, Sweep sweep) {
    boolean hasTangents =
        operation.equals(offer.operations().get(OperationKind.JVP))
            || operation.equals(offer.operations().get(OperationKind.HVP));
    return Arguments.of(operation, offer.parameters().size(), sweep, hasTangents);
  }

  /**
   * The derivative with respect to each active parameter; the leaves of a record that have none are
   * those of the argument.
   */
  private Expr gradient(Sweep sweep, Arguments arguments) {
    return gradient(offer, arguments, sweep);
  }

  /** The same for {@code offer}. */
  static Expr gradient(Offer offer, Arguments arguments, Sweep sweep) {
    List<Expr> gradients = new ArrayList<>();
    Iterator<Expr> derivatives = sweep.derivatives().iterator();
    for (int i = 0; i < offer.parameters().size(); i++) {
      Parameter parameter = offer.signature().parameters().get(i);
      if (parameter.active()) {
        Var argument = arguments.parameters().get(i);
        List<Expr> leaves = new ArrayList<>();
        for (Expr leaf : Leaf.reads(argument.read())) {
          leaves.add(leaf.type().isDifferentiable() ? derivatives.next() : leaf);
        }
        gradients.add(Leaf.whole(argument.type(), leaves.iterator()));
      }
    }
    return gradients.size() > 1
        ? new Expr.NewRecord((Type.RecordOf) offer.gradient(), gradients)
        : gradients.get(0);
  }

  private Function tangent(Operation operation) {
    Sweep sweep = sweeps.tangent();
    Arguments arguments = arguments(operation, sweep);
    Expr result = Leaf.whole(operation.result(), sweep.derivatives().iterator());
    return function(operation, sweep, arguments, shapes(arguments), result);
  }

  private Function tangentOfGradient(Operation operation) {
    Sweep sweep = sweeps.tangentOfGradient();
    Arguments arguments = arguments(operation, sweep);
    return function(operation, sweep, arguments, shapes(arguments), gradient(sweep, arguments));
  }

  /** Each tangent has the shape of what it is the tangent of. */
  private List<Requirement> shapes(Arguments arguments) {
    List<Shapes.Part> added = new ArrayList<>();
    List<Shapes.Part> active = new ArrayList<>();
    int primal = offer.parameters().size();
    for (int i = 0; i < arguments.parameters().size(); i++) {
      Var parameter = arguments.parameters().get(i);
      boolean isAdded = i >= primal;
      if (!isAdded && !offer.signature().parameters().get(i).active()) {
        continue;
      }
      Iterator<Expr> values =
          arguments.leaves(i).stream().filter(e -> e.type().isDifferentiable()).iterator();
      for (Leaf leaf : Leaf.of(parameter.type())) {
        if (leaf.type().isDifferentiable()) {
          (isAdded ? added : active)
              .add(new Shapes.Part(values.next(), leaf.words(parameter.name())));
        }
      }
    }
    return Shapes.same(added, active);
  }

  private Function into(Operation operation) {
    Sweep sweep = sweeps.adjoint(new AdjointForm(false, true, true));
    Arguments arguments = arguments(operation, sweep);
    List<Var> parameters = arguments.parameters();
    int primal = offer.parameters().size();
    List<Requirement> requirements = new ArrayList<>(shapes(arguments));
    requirements.addAll(
        Shapes.distinct(
            parameters.subList(primal, parameters.size()), parameters.subList(0, primal)));
    return function(operation, sweep, arguments, requirements, sweep.value().orElseThrow());
  }

  /** The function of an operation that runs {@code sweep}. */
  static Function function(
      Operation operation,
      Sweep sweep,
      Arguments arguments,
      List<Requirement> requirements,
      Expr result) {
    List<Stmt> statements = new ArrayList<>(arguments.unpacked());
    requirements.forEach(r -> statements.add(new Stmt.Require(r, Origin.NONE)));
    statements.addAll(arguments.named(sweep.body()));
    return Body.function(
        operation.callee(),
        arguments.parameters(),
        statements,
        Optional.of(arguments.named(result)));
  }
}
