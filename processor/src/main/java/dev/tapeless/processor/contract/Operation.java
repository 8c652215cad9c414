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
 * @param body what it does; empty in an outline
 */
public record Operation(
    String name,
    List<Var> parameters,
    Type result,
    boolean isPublic,
    Javadoc javadoc,
    Optional<Function> body) {

  public Operation {
    parameters = List.copyOf(parameters);
  }

  /** How other functions of the generated class call this operation. */
  public Callee callee() {
    return new Callee("", name, parameters.stream().map(Var::type).toList(), Optional.of(result));
  }

  /** The same operation with a body. */
  Operation withBody(Function function) {
    return new Operation(name, parameters, result, isPublic, javadoc, Optional.of(function));
  }
}
