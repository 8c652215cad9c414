package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The classes that hold a primitive value. */
final class Boxes {

  private Boxes() {}

  /** The type of what a value of {@code type} holds, if it is a box. */
  static Optional<Primitive> unboxed(Type type) {
    return type instanceof Type.Reference reference ? reference.unboxed() : Optional.empty();
  }

  /** Whether {@code mirror} is {@code Double} or {@code Float}. */
  static boolean isReal(TypeMirror mirror) {
    return mirror instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && unboxed(new Type.Reference(element.getQualifiedName().toString()))
            .filter(Primitive::isReal)
            .isPresent();
  }

  /**
   * Whether {@code method} puts a primitive value into a box of a real number, or takes what such a
   * box holds out of it as a primitive value.
   */
  static boolean converts(ExecutableElement method) {
    boolean isFactory =
        FieldReader.isStatic(method)
            && method.getSimpleName().contentEquals("valueOf")
            && method.getParameters().get(0).asType().getKind().isPrimitive();
    boolean isGetter =
        !FieldReader.isStatic(method)
            && method.getSimpleName().toString().endsWith("Value")
            && method.getReturnType().getKind().isPrimitive();
    return isReal(method.getEnclosingElement().asType()) && (isFactory || isGetter);
  }
}
