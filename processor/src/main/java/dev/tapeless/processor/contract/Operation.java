package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.List;
import java.util.Optional;

/**
 * A method that users call.
 *
 * @param exceptions the checked exceptions of the primal
 * @param body what it does; empty in an outline
 */
public record Operation(
    String name,
    List<Var> parameters,
    Type result,
    boolean isPublic,
    List<Type> exceptions,
    Javadoc javadoc,
    Optional<Function> body) {

  public Operation {
    parameters = List.copyOf(parameters);
    exceptions = List.copyOf(exceptions);
  }

  /** How other functions of the generated class call this operation. */
  public Callee callee() {
    return new Callee("", name, parameters.stream().map(Var::type).toList(), Optional.of(result))
        .throwing(exceptions);
  }

  /** The same operation with a body. */
  public Operation withBody(Function function) {
    return new Operation(
        name, parameters, result, isPublic, exceptions, javadoc, Optional.of(function));
  }
}
