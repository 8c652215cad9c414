package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Type;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Tells checked exceptions from others. */
final class Exceptions {

  private static final Set<String> UNCHECKED =
      Set.of("java.lang.RuntimeException", "java.lang.Error");

  private Exceptions() {}

  /** The exceptions that {@code method} declares and its callers have to deal with. */
  static List<? extends TypeMirror> checked(ExecutableElement method) {
    return method.getThrownTypes().stream().filter(Exceptions::isChecked).toList();
  }

  /** Those of {@code thrown} that are checked. */
  static List<Type> types(List<? extends TypeMirror> thrown) {
    return thrown.stream()
        .filter(t -> t instanceof DeclaredType && isChecked(t))
        .map(TypeReader::type)
        .toList();
  }

  private static boolean isChecked(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return true;
    }
    TypeElement element = (TypeElement) declared.asElement();
    return !UNCHECKED.contains(element.getQualifiedName().toString())
        && (!(element.getSuperclass() instanceof DeclaredType)
            || isChecked(element.getSuperclass()));
  }
}
