package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
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

  /** Captures whose bounds are being read: a bound may refer to its own variable. */
  private final Set<Element> open = new HashSet<>();

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
      return isCapture(variable) ? bound(variable) : types.getOrDefault(name, UNREADABLE);
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
    String name = ClassNames.of(element);
    return name.isEmpty() ? UNREADABLE : new Type.Reference(name);
  }

  /** The type of what refers to a value of {@code type}: arrays and collections hold objects. */
  static Type object(Type type) {
    return type instanceof Type.RecordOf record ? record.object() : type;
  }

  private Type declared(DeclaredType declared, TypeElement element) {
    String name = ClassNames.of(element);
    if (Records.holdsReals(element) || name.isEmpty()) {
      return raw(element);
    }
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
    if (mirror instanceof TypeVariable variable && isCapture(variable)) {
      return new Type.Wildcard(object(bound(variable)), true);
    }
    return asArgument(read(mirror));
  }

  private static boolean isCapture(TypeVariable variable) {
    return variable.asElement().getSimpleName().toString().startsWith("<");
  }

  private Type bound(TypeVariable capture) {
    if (!open.add(capture.asElement())) {
      return OBJECT;
    }
    Type bound = read(capture.getUpperBound());
    open.remove(capture.asElement());
    return bound;
  }

  /** The type as a type argument: a primitive type as its box. */
  static Type asArgument(Type type) {
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
