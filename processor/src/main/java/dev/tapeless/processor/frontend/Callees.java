package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Names methods: the key that the program knows them by, and the words in which messages speak of
 * them.
 */
final class Callees {

  private Callees() {}

  /** How generated code calls {@code method}, and the key under which a program keeps it. */
  static Callee of(ExecutableElement method) {
    List<Type> parameters = new ArrayList<>();
    if (Receivers.has(method)) {
      parameters.add(Receivers.type(method));
    }
    method.getParameters().forEach(p -> parameters.add(parameter(p, Map.of())));
    return new Callee(
            owner(method), method.getSimpleName().toString(), parameters, result(method, Map.of()))
        .throwing(Exceptions.types(method.getThrownTypes()));
  }

  /** What {@code method} returns, with types for type parameters: of a constructor the record. */
  static Optional<Type> result(ExecutableElement method, Map<String, Type> types) {
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      return Optional.of(TypeReader.raw((TypeElement) method.getEnclosingElement()));
    }
    return method.getReturnType().getKind() == TypeKind.VOID
        ? Optional.empty()
        : Optional.of(parameter(method.getReturnType(), types));
  }

  /** The type of a parameter, with types for type parameters: a constant record is an object. */
  static Type parameter(VariableElement parameter, Map<String, Type> types) {
    Type type = parameter(parameter.asType(), types);
    return MethodReader.isConstant(parameter) ? TypeReader.object(type) : type;
  }

  /** The type of a parameter or result: a box of a real number counts as the number. */
  static Type parameter(TypeMirror mirror) {
    return parameter(mirror, Map.of());
  }

  /** The same, with types for type parameters. */
  static Type parameter(TypeMirror mirror, Map<String, Type> types) {
    Type type = TypeReader.type(mirror, types);
    return Boxes.unboxed(type).filter(Type::isReal).<Type>map(t -> t).orElse(type);
  }

  /** The qualified name of the class that declares {@code member}. */
  static String owner(Element member) {
    return ClassNames.of((TypeElement) member.getEnclosingElement());
  }

  /** {@code wanted}, or a name like it that no method of {@code owner} has. */
  static String free(String wanted, TypeElement owner) {
    boolean isTaken =
        owner.getEnclosedElements().stream().anyMatch(e -> e.getSimpleName().contentEquals(wanted));
    return isTaken ? free(wanted + "_", owner) : wanted;
  }

  /** The method in words: {@code Model.load(double)}. */
  static String describe(ExecutableElement method) {
    StringJoiner parameters = new StringJoiner(", ", "(", ")");
    for (VariableElement parameter : method.getParameters()) {
      parameters.add(TypeReader.describe(parameter.asType()));
    }
    String owner = method.getEnclosingElement().getSimpleName().toString();
    return method.getKind() == ElementKind.CONSTRUCTOR
        ? "new " + owner + parameters
        : owner + "." + method.getSimpleName() + parameters;
  }
}
