package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The user's records that hold real numbers. A value of theirs is known by its components; only
 * where Java wants an object, in an array, a collection, or a variable that may be {@code null}, is
 * it one.
 */
final class Records {

  private Records() {}

  /** Whether {@code element} is a record that holds real numbers, itself or within others. */
  static boolean holdsReals(TypeElement element) {
    return holdsReals(element, Set.of());
  }

  /** A record that refers to one of its own kind is not asked again what it holds. */
  private static boolean holdsReals(TypeElement element, Set<TypeElement> asked) {
    return element.getKind() == ElementKind.RECORD
        && !asked.contains(element)
        && element.getRecordComponents().stream()
            .anyMatch(c -> isReal(c.asType(), with(asked, element)));
  }

  private static boolean isReal(TypeMirror type, Set<TypeElement> asked) {
    if (type instanceof ArrayType array) {
      return isReal(array.getComponentType(), asked);
    }
    if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement e) {
      return holdsReals(e, asked);
    }
    return type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT;
  }

  private static Set<TypeElement> with(Set<TypeElement> asked, TypeElement element) {
    Set<TypeElement> more = new HashSet<>(asked);
    more.add(element);
    return more;
  }

  /**
   * The type of the values of a record that holds real numbers; what cannot be read where the
   * record has type parameters, or a component that cannot be read.
   */
  static Type type(TypeElement element) {
    return type(element, Set.of());
  }

  private static Type type(TypeElement element, Set<TypeElement> within) {
    Set<TypeElement> open = with(within, element);
    List<Type.Component> components = new ArrayList<>();
    for (RecordComponentElement c : element.getRecordComponents()) {
      Type type = component(c.asType(), open);
      if (!TypeReader.isReadable(type)) {
        return TypeReader.UNREADABLE;
      }
      components.add(new Type.Component(c.getSimpleName().toString(), type));
    }
    return element.getTypeParameters().isEmpty()
        ? new Type.RecordOf(ClassNames.of(element), components)
        : TypeReader.UNREADABLE;
  }

  /** A record within a record of its own kind is an object. */
  private static Type component(TypeMirror mirror, Set<TypeElement> open) {
    if (mirror instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && holdsReals(element)) {
      return open.contains(element)
          ? new Type.Reference(ClassNames.of(element))
          : type(element, open);
    }
    return TypeReader.type(mirror);
  }

  /** The record that declares {@code member}, if it is one that holds real numbers. */
  static Optional<Type.RecordOf> home(Element member) {
    return member.getEnclosingElement() instanceof TypeElement owner
            && holdsReals(owner)
            && type(owner) instanceof Type.RecordOf record
        ? Optional.of(record)
        : Optional.empty();
  }

  /** The component that {@code member} reads, a field or an accessor, if it reads one. */
  static Optional<Type.Component> component(Element member) {
    boolean isAccessor =
        member instanceof ExecutableElement method
            && Receivers.has(method)
            && method.getParameters().isEmpty();
    boolean isField = member instanceof VariableElement field && !FieldReader.isStatic(field);
    return isAccessor || isField && member.getKind() == ElementKind.FIELD
        ? home(member).stream()
            .flatMap(r -> r.components().stream())
            .filter(c -> member.getSimpleName().contentEquals(c.name()))
            .findFirst()
        : Optional.empty();
  }

  /** The fields of the record that {@code constructor} makes, in the order of the components. */
  static List<VariableElement> fields(ExecutableElement constructor) {
    return ElementFilter.fieldsIn(constructor.getEnclosingElement().getEnclosedElements()).stream()
        .filter(f -> !FieldReader.isStatic(f))
        .toList();
  }

  /** The accessor of a component. */
  static ExecutableElement accessor(TypeElement record, String component) {
    return record.getRecordComponents().stream()
        .filter(c -> c.getSimpleName().contentEquals(component))
        .map(RecordComponentElement::getAccessor)
        .findFirst()
        .orElseThrow();
  }
}
