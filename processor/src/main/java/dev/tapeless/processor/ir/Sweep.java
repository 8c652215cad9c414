package dev.tapeless.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A derivative of a function before it has a name and a result type: the statements that compute
 * it.
 *
 * @param parameters the parameters of the primal, in order (variables of the body)
 * @param extra further parameters: the seed, or one tangent for each active parameter, or the
 *     arrays that receive the gradient
 * @param value the primal's value, when it was asked for
 * @param derivatives reverse mode: one adjoint for each active parameter, in order; forward mode:
 *     the tangent of the result
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

  /** The same statements as a function that returns all results in a record. */
  public Function asFunction() {
    List<Parameter> all = new ArrayList<>();
    parameters.forEach(v -> all.add(new Parameter(v, false)));
    extra.forEach(v -> all.add(new Parameter(v, false)));
    List<Expr> results = new ArrayList<>(derivatives);
    value.ifPresent(results::add);
    List<Type.Component> components = new ArrayList<>();
    results.forEach(e -> components.add(new Type.Component("r" + components.size(), e.type())));
    Type.RecordOf type = new Type.RecordOf("Results", components);
    List<Type> types = all.stream().map(p -> p.variable().type()).toList();
    return new Function(
        new Callee("", "sweep", types, Optional.of(type)),
        true,
        all,
        body,
        Optional.of(new Expr.NewRecord(type, results)),
        Origin.NONE);
  }

  /** The same sweep with other statements. */
  public Sweep withBody(List<Stmt> statements) {
    return new Sweep(parameters, extra, statements, value, derivatives);
  }
}
