package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Type;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads javac's types into ours. */
final class TypeReader {

  private TypeReader() {}

  /** The type; every reference type that is no array becomes a {@link Type.Reference}. */
  static Type type(TypeMirror mirror) {
    if (mirror instanceof ArrayType array) {
      return new Type.Array(type(array.getComponentType()));
    }
    if (mirror.getKind().isPrimitive()) {
      return Type.Primitive.valueOf(mirror.getKind().name());
    }
    if (mirror instanceof DeclaredType declared && declared.asElement() instanceof TypeElement e) {
      return new Type.Reference(e.getQualifiedName().toString());
    }
    return new Type.Reference(mirror.toString());
  }

  /** Whether values of the type can be computed with: primitives, and arrays of them. */
  static boolean isReadable(Type type) {
    return type instanceof Type.Primitive
        || type instanceof Type.Array array && array.innermost() instanceof Type.Primitive;
  }

  /** The type in the words of the source, with simple names. */
  static String describe(TypeMirror mirror) {
    if (mirror instanceof ArrayType array) {
      return describe(array.getComponentType()) + "[]";
    }
    if (mirror.getKind().isPrimitive()) {
      return mirror.getKind().name().toLowerCase(java.util.Locale.ROOT);
    }
    if (mirror instanceof DeclaredType declared) {
      return declared.asElement().getSimpleName().toString();
    }
    return mirror.toString();
  }
}
