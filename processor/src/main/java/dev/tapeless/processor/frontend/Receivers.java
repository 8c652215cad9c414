package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Type;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The objects that instance methods are called on: to generated code they are a first parameter.
 */
final class Receivers {

  /** The name of the parameter. */
  static final String NAME = "self";

  private static final Type ANY = new Type.Wildcard(new Type.Reference("java.lang.Object"), true);

  private Receivers() {}

  /** Whether {@code method} is called on an object. */
  static boolean has(ExecutableElement method) {
    return method.getKind() == ElementKind.METHOD && !FieldReader.isStatic(method);
  }

  /** The type of the object that {@code method} is called on. */
  static Type type(ExecutableElement method) {
    return type((TypeElement) method.getEnclosingElement());
  }

  /** The superclass; {@code null} where there is none. */
  static TypeElement superclass(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType declared
        ? (TypeElement) declared.asElement()
        : null;
  }

  /** The type of the objects of a class. */
  static Type type(TypeElement owner) {
    Type raw = TypeReader.raw(owner);
    if (!TypeReader.isReadable(raw) || raw instanceof Type.RecordOf) {
      return raw;
    }
    List<Type> arguments = owner.getTypeParameters().stream().map(p -> ANY).toList();
    return new Type.Reference(ClassNames.of(owner), arguments);
  }

  /** Whether another method may run in the place of {@code method}. */
  static boolean canBeOverridden(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    Set<Modifier> modifiers = method.getModifiers();
    return !owner.getModifiers().contains(Modifier.FINAL)
        && owner.getKind() != ElementKind.RECORD
        && Stream.of(Modifier.FINAL, Modifier.PRIVATE, Modifier.STATIC)
            .noneMatch(modifiers::contains);
  }

  /** Whether {@code member} belongs to the objects of {@code type}. */
  static boolean isMember(Element member, TypeElement type) {
    Element owner = member.getEnclosingElement();
    return type.equals(owner)
        || supertypes(type).anyMatch(s -> isMember(member, (TypeElement) s.asElement()));
  }

  /** The superclass and the interfaces of {@code type}. */
  static Stream<DeclaredType> supertypes(TypeElement type) {
    Stream<TypeMirror> all =
        Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream());
    return all.filter(DeclaredType.class::isInstance).map(DeclaredType.class::cast);
  }
}
