package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Type;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Which methods can have a custom derivative. */
final class DerivableMethods {

  private DerivableMethods() {}

  /** Why {@code method} can have no custom derivative, if it cannot. */
  static Optional<String> obstacle(ExecutableElement method) {
    if (method.getKind() != ElementKind.METHOD) {
      return Optional.of("is a constructor");
    }
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    boolean isGeneric =
        !method.getTypeParameters().isEmpty()
            || Receivers.has(method) && !owner.getTypeParameters().isEmpty();
    if (isGeneric) {
      return Optional.of("has type parameters");
    }
    Callee callee = Callees.of(method);
    boolean hasRecords =
        Stream.concat(callee.parameters().stream(), callee.result().stream())
            .anyMatch(Type.RecordOf.class::isInstance);
    if (hasRecords) {
      return Optional.of("gets or returns a record of real numbers");
    }
    if (!callee.parameters().stream().allMatch(TypeReader::isReadable)) {
      return Optional.of("has a parameter that cannot be carried along");
    }
    if (callee.parameters().stream().noneMatch(Type::isDifferentiable)) {
      return Optional.of("gets no real number");
    }
    boolean returnsReals = callee.result().filter(Type::isDifferentiable).isPresent();
    return returnsReals ? Optional.empty() : Optional.of("returns no real number");
  }
}
