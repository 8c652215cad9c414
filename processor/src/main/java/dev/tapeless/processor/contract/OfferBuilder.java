package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what is offered for one annotated method, and how it is called. */
final class OfferBuilder {

  /** Names that Java does not allow for components of records. */
  private static final Set<String> METHODS_OF_OBJECT =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private final MethodSignature signature;
  private final ClassNaming naming;
  private final Documentation documentation;
  private final Optional<Type> result;
  private final List<Var> outputs;
  private final List<Var> active;
  private final List<ResultRecord> records = new ArrayList<>();
  private final Map<OperationKind, Operation> operations = new EnumMap<>(OperationKind.class);

  private OfferBuilder(
      MethodSignature signature, List<Var> outputs, ClassNaming naming, boolean isOverloaded) {
    this.outputs = outputs;
    this.signature = signature;
    this.naming = naming;
    this.documentation = new Documentation(signature, isOverloaded);
    this.result = signature.result();
    this.active =
        signature.parameters().stream().filter(Parameter::active).map(Parameter::variable).toList();
  }

  /**
   * What is offered for {@code signature}; the names are taken from {@code naming}.
   *
   * @param outputs the indexes of the parameters, or leaves of them, whose arrays are the results
   *     of a method that returns nothing
   */
  static Offer offer(
      MethodSignature signature, List<Integer> outputs, ClassNaming naming, boolean isOverloaded) {
    List<Var> leaves = signature.leaves();
    List<Var> arrays = outputs.stream().map(leaves::get).toList();
    OfferBuilder builder = new OfferBuilder(signature, arrays, naming, isOverloaded);
    if (builder.result.isEmpty()) {
      return builder.ofNothing();
    }
    if (builder.result.get() instanceof Type.RecordOf record) {
      return builder.ofRecord(record);
    }
    return builder.result.get().isReal()
        ? builder.ofScalar(builder.result.get())
        : builder.ofArray(builder.result.get());
  }

  private Offer ofNothing() {
    Type gradient =
        oneOrRecord(
            "Gradient",
            active.stream().map(Var::type).toList(),
            documentation.gradientRecord(components()));
    add(OperationKind.VJP, parameters().with(outputs, "Bar"), gradient);
    add(OperationKind.JVP, parameters().with(active, "Dot"), outputTangents());
    return new Offer(
        signature, gradient, Optional.empty(), List.of(), records, operations, Optional.empty());
  }

  private Offer ofRecord(Type.RecordOf result) {
    Type gradient =
        oneOrRecord(
            "Gradient",
            active.stream().map(Var::type).toList(),
            documentation.gradientRecord(components()));
    add(OperationKind.VJP, parameters().with("v", result), gradient);
    add(OperationKind.JVP, parameters().with(active, "Dot"), result);
    return new Offer(
        signature, gradient, Optional.empty(), List.of(), records, operations, Optional.empty());
  }

  private Type outputTangents() {
    if (outputs.size() == 1) {
      return outputs.get(0).type();
    }
    List<Type.Component> components =
        outputs.stream().map(v -> new Type.Component(component(v), v.type())).toList();
    return record("Jvp", components, documentation.tangentRecord(outputs, components));
  }

  private Offer ofScalar(Type result) {
    Type gradient =
        oneOrRecord(
            "Gradient",
            active.stream().map(Var::type).toList(),
            documentation.gradientRecord(components()));
    Type.RecordOf withValue = withValue("ValueAndGradient", gradient);
    add(OperationKind.GRADIENT, parameters(), gradient);
    if (signature.check()) {
      add(OperationKind.GRADIENT_CHECKED, parameters(), gradient);
    }
    add(OperationKind.VALUE_AND_GRADIENT, parameters(), withValue);
    add(OperationKind.VJP, parameters().with("v", result), gradient);
    add(OperationKind.JVP, parameters().with(active, "Dot"), result);
    add(OperationKind.DIRECTIONAL_DERIVATIVE, parameters().with(active, "Dir"), result);
    if (active.stream().allMatch(v -> v.type().rank() > 0)) {
      add(OperationKind.GRADIENT_INTO, parameters().with(active, "Gradient"), result);
    }
    if (signature.order() == 2) {
      add(OperationKind.HVP, parameters().with(active, "Dot"), gradient);
      hessian().ifPresent(type -> add(OperationKind.HESSIAN, parameters(), type));
    }
    return new Offer(
        signature, gradient, Optional.of(withValue), List.of(), records, operations, object());
  }

  /** The type of the Hessian, for signatures that have one. */
  private Optional<Type> hessian() {
    List<Type> types = active.stream().map(Var::type).toList();
    if (types.size() == 1) {
      return Optional.of(types.get(0))
          .filter(t -> t.isReal() || t.isRealArray() && t.rank() == 1)
          .map(t -> t.isReal() ? t : new Type.Array(t));
    }
    return types.stream().allMatch(Type::isReal)
        ? Optional.of(new Type.Array(new Type.Array(Type.Primitive.DOUBLE)))
        : Optional.empty();
  }

  private Offer ofArray(Type result) {
    Type gradient =
        oneOrRecord(
            "Gradient",
            active.stream().map(Var::type).toList(),
            documentation.gradientRecord(components()));
    Type.RecordOf withValue = withValue("ValueAndVjp", gradient);
    List<Type> jacobians = active.stream().map(v -> jacobian(v.type(), result.rank())).toList();
    add(OperationKind.VJP_OF_ONES, parameters(), gradient);
    add(OperationKind.VJP, parameters().with("v", result), gradient);
    add(OperationKind.VALUE_AND_VJP, parameters().with("v", result), withValue);
    add(OperationKind.JVP, parameters().with(active, "Dot"), result);
    if (active.stream().noneMatch(v -> v.type() instanceof Type.RecordOf)) {
      add(
          OperationKind.JACOBIAN,
          parameters(),
          oneOrRecord("Jacobian", jacobians, documentation.jacobianRecord(components())));
    }
    return new Offer(
        signature, gradient, Optional.of(withValue), jacobians, records, operations, object());
  }

  private Optional<FunctionObject> object() {
    return FunctionObjects.outline(signature, naming, documentation);
  }

  private static Type jacobian(Type parameter, int rank) {
    return rank == 0 ? parameter : new Type.Array(jacobian(parameter, rank - 1));
  }

  private AddedNames parameters() {
    return new AddedNames(signature);
  }

  private void add(OperationKind kind, AddedNames names, Type type) {
    List<Var> parameters = names.all();
    List<Var> added = parameters.subList(signature.parameters().size(), parameters.size());
    String name = naming.operation(signature, kind.suffix(), parameters);
    Javadoc javadoc = documentation.operation(kind, added);
    operations.put(
        kind,
        new Operation(
            name,
            parameters,
            type,
            signature.isPublic(),
            signature.exceptions(),
            javadoc,
            Optional.empty()));
  }

  /** The one type of the one active parameter, or a record with a component of each type. */
  private Type oneOrRecord(String ending, List<Type> types, Javadoc javadoc) {
    if (types.size() == 1) {
      return types.get(0);
    }
    List<Type.Component> components = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      components.add(new Type.Component(components().get(i), types.get(i)));
    }
    return record(ending, components, javadoc);
  }

  /** The active parameters as names of components. */
  private List<String> components() {
    return active.stream().map(OfferBuilder::component).toList();
  }

  private static String component(Var v) {
    return METHODS_OF_OBJECT.contains(v.name()) ? v.name() + "_" : v.name();
  }

  private Type.RecordOf withValue(String ending, Type gradient) {
    List<Type.Component> components =
        List.of(
            new Type.Component("value", result.orElseThrow()),
            new Type.Component("gradient", gradient));
    return record(ending, components, documentation.withValueRecord());
  }

  private Type.RecordOf record(String ending, List<Type.Component> components, Javadoc javadoc) {
    String name = naming.record(signature, ending);
    ResultRecord record = new ResultRecord(name, components, signature.isPublic(), javadoc);
    records.add(record);
    return record.type();
  }
}
