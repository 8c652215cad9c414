package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a {@link FunctionObject} for methods of a {@code double[]} that return a {@code double} or
 * a {@code double[]}.
 */
final class FunctionObjects {

  private static final Type VECTOR = new Type.Array(Type.Primitive.DOUBLE);

  private final Offer offer;
  private final FunctionObject object;
  private final Var variable;

  private FunctionObjects(Offer offer, FunctionObject object) {
    this.offer = offer;
    this.object = object;
    this.variable = offer.active().get(0);
  }

  /** What is offered for {@code signature}, without methods; empty if its shape is another. */
  static Optional<FunctionObject> outline(
      MethodSignature signature, ClassNaming naming, Documentation documentation) {
    List<Var> active =
        signature.parameters().stream().filter(Parameter::active).map(Parameter::variable).toList();
    boolean fits =
        active.size() == 1
            && active.get(0).type().equals(VECTOR)
            && signature.exceptions().isEmpty()
            && signature.result().filter(FunctionObjects::isResult).isPresent();
    if (!fits) {
      return Optional.empty();
    }
    List<Var> constants =
        signature.parameters().stream().filter(p -> !p.active()).map(Parameter::variable).toList();
    return Optional.of(
        new FunctionObject(
            naming.operation(signature, "Function", constants),
            constants,
            FunctionType.of(signature).simpleName(),
            signature.isPublic(),
            documentation.functionObject(active.get(0), constants),
            List.of()));
  }

  private static boolean isResult(Type type) {
    return type.equals(Type.Primitive.DOUBLE) || type.equals(VECTOR);
  }

  /** The methods of {@code object}, which is that of {@code offer}. */
  static FunctionObject complete(FunctionObject object, Offer offer, Sweeps sweeps) {
    FunctionObjects objects = new FunctionObjects(offer, object);
    List<Function> methods = new ArrayList<>();
    methods.add(objects.value(sweeps.writesArguments()));
    FunctionType.of(offer.signature())
        .methods()
        .forEach((kind, name) -> methods.add(objects.method(name, kind)));
    return object.withMethods(methods);
  }

  /** The user's method, which gets copies where it would write into the object's arguments. */
  private Function value(boolean writes) {
    List<Var> parameters = parameters(List.of());
    Body body = Body.with(parameters);
    List<Expr> arguments = new ArrayList<>();
    for (Var v : offer.parameters()) {
      boolean copied = writes && v.type().isPrimitiveArray();
      arguments.add(copied ? body.declare(v.name(), new Expr.DeepCopy(v.read())) : v.read());
    }
    return returning("value", parameters, body, offer.signature().javaMethod(), arguments);
  }

  private Function method(String name, OperationKind kind) {
    Operation operation = offer.operation(kind);
    List<Var> parameters = parameters(offer.added(kind));
    List<Expr> arguments = operation.parameters().stream().<Expr>map(Var::read).toList();
    return returning(name, parameters, Body.with(parameters), operation.callee(), arguments);
  }

  private List<Var> parameters(List<Var> added) {
    List<Var> parameters = new ArrayList<>(object.parameters());
    parameters.add(variable);
    parameters.addAll(added);
    return parameters;
  }

  private static Function returning(
      String name, List<Var> parameters, Body body, Callee callee, List<Expr> arguments) {
    Expr result = body.call("result", callee, arguments);
    List<Type> types = parameters.stream().map(Var::type).toList();
    Callee own = new Callee("", name, types, Optional.of(result.type()));
    return Body.function(own, parameters, body.statements(), Optional.of(result));
  }
}
