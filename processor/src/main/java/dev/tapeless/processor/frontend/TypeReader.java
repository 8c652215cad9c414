package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Type;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Reads javac's types into ours. */
final class TypeReader {

  private static final Type OBJECT = new Type.Reference("java.lang.Object");

  private final Map<String, Type> types;

  private TypeReader(Map<String, Type> types) {
    this.types = types;
  }

  /** What stands for a type that cannot be read. */
  static final Type UNREADABLE = new Type.Reference("?");

  /** The type; {@link #UNREADABLE} where values of it cannot be carried along. */
  static Type type(TypeMirror mirror) {
    return type(mirror, Map.of());
  }

  /** The type, with types for the type parameters of a method, by name. */
  static Type type(TypeMirror mirror, Map<String, Type> types) {
    return new TypeReader(types).read(mirror);
  }

  private Type read(TypeMirror mirror) {
    if (mirror instanceof ArrayType array) {
      return new Type.Array(object(read(array.getComponentType())));
    }
    if (mirror.getKind().isPrimitive()) {
      return Type.Primitive.valueOf(mirror.getKind().name());
    }
    if (mirror instanceof DeclaredType declared && declared.asElement() instanceof TypeElement e) {
      return declared(declared, e);
    }
    if (mirror instanceof TypeVariable variable) {
      // Of a wildcard's capture the bound is known; any other variable may stand for numbers.
      String name = variable.asElement().getSimpleName().toString();
      boolean isCapture = name.startsWith("<");
      return isCapture ? read(variable.getUpperBound()) : types.getOrDefault(name, UNREADABLE);
    }
    if (mirror instanceof IntersectionType both) {
      return read(both.getBounds().get(0));
    }
    return mirror.getKind() == TypeKind.NULL ? new Type.Reference("null") : UNREADABLE;
  }

  /** The type of the objects of a class, without type arguments. */
  static Type raw(TypeElement element) {
    if (Records.holdsReals(element)) {
      return Records.type(element);
    }
    return element.getQualifiedName().length() == 0
        ? UNREADABLE
        : new Type.Reference(element.getQualifiedName().toString());
  }

  /** The type of what refers to a value of {@code type}: arrays and collections hold objects. */
  static Type object(Type type) {
    return type instanceof Type.RecordOf record ? record.object() : type;
  }

  private Type declared(DeclaredType declared, TypeElement element) {
    if (Records.holdsReals(element) || element.getQualifiedName().length() == 0) {
      return raw(element);
    }
    String name = element.getQualifiedName().toString();
    List<Type> arguments = declared.getTypeArguments().stream().map(this::argument).toList();
    boolean known = arguments.stream().allMatch(TypeReader::isReadable);
    return known ? new Type.Reference(name, arguments) : UNREADABLE;
  }

  private Type argument(TypeMirror mirror) {
    if (mirror instanceof WildcardType wildcard) {
      TypeMirror lower = wildcard.getSuperBound();
      TypeMirror upper = wildcard.getExtendsBound();
      if (lower != null) {
        return new Type.Wildcard(object(read(lower)), false);
      }
      return new Type.Wildcard(upper == null ? OBJECT : object(read(upper)), true);
    }
    if (mirror instanceof TypeVariable variable
        && variable.asElement().getSimpleName().toString().startsWith("<")) {
      return new Type.Wildcard(object(read(variable.getUpperBound())), true);
    }
    return asArgument(read(mirror));
  }

  /** The type as a type argument: a primitive type as its box. */
  static Type boxed(TypeMirror mirror) {
    return asArgument(type(mirror));
  }

  private static Type asArgument(Type type) {
    return type instanceof Type.Primitive primitive
        ? new Type.Reference(primitive.box())
        : object(type);
  }

  /** Whether values of the type can be computed with, or carried along. */
  static boolean isReadable(Type type) {
    if (type instanceof Type.Array array) {
      return isReadable(array.innermost());
    }
    if (type instanceof Type.Wildcard wildcard) {
      return isReadable(wildcard.bound());
    }
    return !type.equals(UNREADABLE);
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
      String name = declared.asElement().getSimpleName().toString();
      return name.isEmpty() ? "an anonymous class" : name;
    }
    return mirror.toString();
  }
}
