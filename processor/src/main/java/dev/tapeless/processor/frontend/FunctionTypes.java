package dev.tapeless.processor.frontend;

import com.sun.source.util.JavacTask;
import dev.tapeless.processor.frontend.CalleeSource.FunctionType;
import dev.tapeless.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What the one abstract method of a functional interface takes and returns (JLS 9.8). */
final class FunctionTypes {

  private FunctionTypes() {}

  /** The function type of {@code type}; empty for what is no functional interface. */
  static Optional<FunctionType> of(TypeMirror type, JavacTask task) {
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)
        || element.getKind() != ElementKind.INTERFACE) {
      return Optional.empty();
    }
    List<ExecutableElement> open =
        ElementFilter.methodsIn(task.getElements().getAllMembers(element)).stream()
            .filter(m -> m.getModifiers().contains(Modifier.ABSTRACT))
            .filter(m -> !isOfObject(m, task))
            .toList();
    if (open.size() != 1) {
      return Optional.empty();
    }
    TypeMirror member = task.getTypes().asMemberOf(declared, open.get(0));
    return member instanceof ExecutableType method ? Optional.of(of(method)) : Optional.empty();
  }

  private static FunctionType of(ExecutableType method) {
    List<Type> parameters =
        method.getParameterTypes().stream().map(p -> Callees.parameter(p)).toList();
    Optional<Type> result =
        method.getReturnType().getKind() == TypeKind.VOID
            ? Optional.empty()
            : Optional.of(Callees.parameter(method.getReturnType()));
    return new FunctionType(parameters, result, Exceptions.types(method.getThrownTypes()));
  }

  private static boolean isOfObject(ExecutableElement method, JavacTask task) {
    TypeElement object = task.getElements().getTypeElement("java.lang.Object");
    for (Element e : object.getEnclosedElements()) {
      if (e instanceof ExecutableElement m
          && m.getSimpleName().equals(method.getSimpleName())
          && m.getParameters().size() == method.getParameters().size()) {
        return true;
      }
    }
    return false;
  }
}
