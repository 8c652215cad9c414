package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is offered for one annotated method: its result records and its operations, without bodies.
 *
 * @param gradient the type of a gradient: that of the one active parameter, or a record of all
 * @param object what binds the inactive arguments; only for some signatures
 * @param jacobians for each active parameter the type of its Jacobian; empty for a scalar result
 */
record Offer(
    MethodSignature signature,
    Type gradient,
    Optional<Type.RecordOf> withValue,
    List<Type> jacobians,
    List<ResultRecord> records,
    Map<OperationKind, Operation> operations,
    Optional<FunctionObject> object) {

  Offer {
    jacobians = List.copyOf(jacobians);
    records = List.copyOf(records);
    operations = Collections.unmodifiableMap(new EnumMap<>(operations));
  }

  /** The primal's parameters, with the numbers that the operations' parameters have. */
  List<Var> parameters() {
    return signature.parameters().stream().map(Parameter::variable).toList();
  }

  /** The parameters that derivatives are taken with respect to. */
  List<Var> active() {
    return signature.parameters().stream()
        .filter(Parameter::active)
        .map(Parameter::variable)
        .toList();
  }

  /** What {@code kind}'s operation takes after the primal's parameters. */
  List<Var> added(OperationKind kind) {
    List<Var> all = operation(kind).parameters();
    return all.subList(signature.parameters().size(), all.size());
  }

  /** The operation of that kind, which must be offered. */
  Operation operation(OperationKind kind) {
    return Optional.ofNullable(operations.get(kind)).orElseThrow();
  }
}
