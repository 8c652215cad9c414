package dev.tapeless.processor.ir;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A method with one exit, at its end.
 *
 * @param callable whether the generated class may call the method itself; false for private ones,
 *     which it copies
 * @param callee how it is called, and the key under which a {@link Program} keeps it
 * @param result what it returns, evaluated after the body; empty for {@code void}
 */
public record Function(
    Callee callee,
    boolean callable,
    List<Parameter> parameters,
    List<Stmt> body,
    Optional<Expr> result,
    Origin origin) {

  public Function {
    parameters = List.copyOf(parameters);
    body = List.copyOf(body);
  }

  /** The method's name. */
  public String name() {
    return callee.name();
  }

  /** What it returns, one by one where it returns several values in a record. */
  public List<Expr> results() {
    if (result.isPresent() && result.get() instanceof Expr.NewRecord several) {
      return several.arguments();
    }
    return result.stream().toList();
  }

  /** The same function with another result. */
  public Function withResult(Optional<Expr> newResult) {
    return new Function(callee, callable, parameters, body, newResult, origin);
  }

  /** The same function with another body. */
  public Function withBody(List<Stmt> newBody) {
    return new Function(callee, callable, parameters, newBody, result, origin);
  }

  /** All parameters and all variables that the body declares. */
  public Set<Var> variables() {
    return Variables.of(this);
  }
}
