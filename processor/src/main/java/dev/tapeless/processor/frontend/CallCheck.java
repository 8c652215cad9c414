package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.problems.Problem;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds out whether a call can be read. */
final class CallCheck {

  private CallCheck() {}

  /** Whether the call is copied as it stands: nothing is known of what the method does. */
  static boolean isOpaque(ExecutableElement method, Reading reading) {
    if (Library.isArithmetic(method)) {
      return false;
    }
    return Receivers.has(method)
        ? !isReadOnObject(method, reading)
        : reading.callees().find(method) instanceof CalleeSource.Unknown;
  }

  /**
   * Whether the body of an instance method is read: a derivative may pass through the call, or the
   * generated class cannot make it.
   */
  private static boolean isReadOnObject(ExecutableElement method, Reading reading) {
    boolean isActive = Callees.of(method).parameters().stream().anyMatch(Type::isDifferentiable);
    boolean isHidden = !Visibility.isVisible(method, reading.callees().packageName());
    return (isActive || isHidden)
        && TypeReader.isReadable(Receivers.type(method))
        && !method.getModifiers().contains(Modifier.ABSTRACT)
        && method.getTypeParameters().isEmpty()
        && reading.callees().find(method) instanceof CalleeSource.Body;
  }

  /** What is wrong with the call of {@code method}, if anything. */
  static Optional<Problem> of(ExecutableElement method, Reading reading) {
    if (Library.isArithmetic(method)) {
      return Optional.empty();
    }
    return form(method).or(() -> knowledge(method, reading)).or(() -> checked(method, reading));
  }

  /** What is wrong with the form of the call, whatever is known of the method. */
  private static Optional<Problem> form(ExecutableElement method) {
    String name = Callees.describe(method);
    if (!method.getTypeParameters().isEmpty()) {
      String advice = "call a method without type parameters";
      return Optional.of(new Problem.Unsupported("a call of the generic method " + name, advice));
    }
    return Optional.empty();
  }

  private static Optional<Problem> knowledge(ExecutableElement method, Reading reading) {
    CalleeSource.Answer answer = reading.callees().find(method);
    return answer instanceof CalleeSource.Unusable unusable
        ? Optional.of(unusable.problem())
        : unreadable(method).map(Refusals::type);
  }

  private static Optional<TypeMirror> unreadable(ExecutableElement method) {
    for (VariableElement parameter : method.getParameters()) {
      if (!TypeReader.isReadable(TypeReader.type(parameter.asType()))) {
        return Optional.of(parameter.asType());
      }
    }
    TypeMirror result = method.getReturnType();
    return result.getKind() == TypeKind.VOID || TypeReader.isReadable(TypeReader.type(result))
        ? Optional.empty()
        : Optional.of(result);
  }

  /** What is wrong with the exceptions that {@code method} declares. */
  static Optional<Problem> checked(ExecutableElement method, Reading reading) {
    return Exceptions.checked(method).stream()
        .filter(e -> !isNameable(e, reading))
        .<Problem>map(
            e ->
                new Problem.Unsupported(
                    "a call that may throw " + TypeReader.describe(e),
                    "catch it in the method that is called"))
        .findFirst();
  }

  private static boolean isNameable(TypeMirror exception, Reading reading) {
    return exception instanceof DeclaredType
        && Visibility.isVisible(exception, reading.callees().packageName());
  }
}
