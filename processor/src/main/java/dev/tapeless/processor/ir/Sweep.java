package dev.tapeless.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * A derivative of a function before it has a name and a result type: the statements that compute it.
 *
 * @param parameters the parameters of the primal, in order (variables of the body)
 * @param extra further parameters: the seed, or one tangent for each active parameter, or the arrays that receive the gradient
 * @param value the primal's value, when it was asked for
 * @param derivatives reverse mode: one adjoint for each active parameter, in order; forward mode: the tangent of the result
 */
public record Sweep(
    List<Var> parameters,
    List<Var> extra,
    List<Stmt> body,
    Optional<Expr> value,
    List<Expr> derivatives) {

  public Sweep {
    parameters = List.copyOf(parameters);
    extra = List.copyOf(extra);
    body = List.copyOf(body);
    derivatives = List.copyOf(derivatives);
  }
}
