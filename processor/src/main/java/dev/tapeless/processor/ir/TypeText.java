package dev.tapeless.processor.ir;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes types as Java does. */
public enum TypeText implements Type.Visitor<String> {
  INSTANCE;

  /** {@code type} as Java writes it; classes by their simple names. */
  public static String of(Type type) {
    return type.accept(INSTANCE);
  }

  /** The part of a qualified class name that follows the last dot. */
  public static String simpleName(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  @Override
  public String primitive(Type.Primitive type) {
    return type.keyword();
  }

  @Override
  public String array(Type.Array type) {
    return of(type.element()) + "[]";
  }

  @Override
  public String record(Type.RecordOf type) {
    return simpleName(type.name());
  }

  @Override
  public String stack(Type.Stack type) {
    String element = of(type.element());
    return element.substring(0, 1).toUpperCase(Locale.ROOT) + element.substring(1) + "Stack";
  }

  @Override
  public String reference(Type.Reference type) {
    String arguments =
        type.arguments().stream().map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
    return simpleName(type.name()) + (type.arguments().isEmpty() ? "" : arguments);
  }

  @Override
  public String wildcard(Type.Wildcard type) {
    return (type.isUpper() ? "? extends " : "? super ") + of(type.bound());
  }
}
