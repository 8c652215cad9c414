package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * Names methods: the key that the program knows them by, and the words in which messages speak of
 * them.
 */
final class Callees {

  private Callees() {}

  /** How generated code calls {@code method}, and the key under which a program keeps it. */
  static Callee of(ExecutableElement method) {
    List<Type> parameters =
        method.getParameters().stream().map(p -> TypeReader.type(p.asType())).toList();
    Optional<Type> result =
        method.getReturnType().getKind() == TypeKind.VOID
            ? Optional.empty()
            : Optional.of(TypeReader.type(method.getReturnType()));
    return new Callee(owner(method), method.getSimpleName().toString(), parameters, result);
  }

  /** The qualified name of the class that declares {@code method}. */
  static String owner(ExecutableElement method) {
    return ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
  }

  /** The method in words: {@code Model.load(double)}. */
  static String describe(ExecutableElement method) {
    StringJoiner parameters = new StringJoiner(", ", "(", ")");
    for (VariableElement parameter : method.getParameters()) {
      parameters.add(TypeReader.describe(parameter.asType()));
    }
    String owner = method.getEnclosingElement().getSimpleName().toString();
    return owner + "." + method.getSimpleName() + parameters;
  }
}
