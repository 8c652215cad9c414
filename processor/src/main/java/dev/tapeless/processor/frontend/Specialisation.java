package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A method as it is called somewhere: with types for its type parameters, and with known functions
 * for some of its parameters. Its body is read once for each.
 *
 * @param types by the name of the type parameter
 * @param lambdas by the index of the parameter
 * @param exact the class of the object that it is called on, if it is known
 */
record Specialisation(
    ExecutableElement method,
    Map<String, Type> types,
    Map<Integer, Lambda> lambdas,
    Optional<TypeElement> exact) {

  Specialisation {
    types = Map.copyOf(types);
    lambdas = Map.copyOf(lambdas);
  }

  /** The method as it is declared. */
  static Specialisation plain(ExecutableElement method) {
    return new Specialisation(method, Map.of(), Map.of(), Optional.empty());
  }

  /** Whether the method is called as it is declared. */
  boolean isPlain() {
    return types.isEmpty() && lambdas.isEmpty() && exact.isEmpty();
  }

  /** How it is called: in the place of a function object stand the values that it has captured. */
  Callee callee() {
    if (isPlain()) {
      return Callees.of(method);
    }
    List<Type> parameters = new ArrayList<>();
    if (Receivers.has(method)) {
      parameters.add(exact.map(Receivers::type).orElseGet(() -> Receivers.type(method)));
    }
    StringBuilder name = new StringBuilder(method.getSimpleName());
    for (int i = 0; i < method.getParameters().size(); i++) {
      Lambda lambda = lambdas.get(i);
      if (lambda == null) {
        parameters.add(Callees.parameter(method.getParameters().get(i), types));
      } else {
        parameters.addAll(lambda.callee().parameters().subList(0, lambda.captured().size()));
        name.append('_').append(lambda.callee().name());
      }
    }
    Optional<Type> result = Callees.result(method, types);
    String free =
        lambdas.isEmpty() && !isOverloaded()
            ? name.toString()
            : Callees.free(name.toString(), (TypeElement) method.getEnclosingElement());
    return new Callee(Callees.owner(method), free, parameters, result)
        .throwing(Exceptions.types(method.getThrownTypes()));
  }

  /** Whether the instantiated method may look like another one of its class. */
  private boolean isOverloaded() {
    return method.getEnclosingElement().getEnclosedElements().stream()
        .anyMatch(e -> !e.equals(method) && e.getSimpleName().equals(method.getSimpleName()));
  }
}
