package dev.tapeless.processor.frontend;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** What loops over collections and other iterables get (JLS 14.14.2). */
final class IterableTypes {

  private IterableTypes() {}

  /** The type argument of {@link Iterable} as seen from {@code type}. */
  static Optional<TypeMirror> element(TypeMirror type, Types types) {
    if (type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement())
            .getQualifiedName()
            .contentEquals("java.lang.Iterable")) {
      return declared.getTypeArguments().stream().findFirst().flatMap(IterableTypes::bound);
    }
    return types.directSupertypes(type).stream()
        .flatMap(t -> element(t, types).stream())
        .findFirst();
  }

  private static Optional<TypeMirror> bound(TypeMirror argument) {
    if (argument instanceof WildcardType wildcard) {
      return Optional.ofNullable(wildcard.getExtendsBound()).flatMap(IterableTypes::bound);
    }
    return argument instanceof TypeVariable variable
        ? bound(variable.getUpperBound())
        : Optional.of(argument);
  }
}
