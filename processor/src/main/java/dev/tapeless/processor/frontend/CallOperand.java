package dev.tapeless.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What a method is called with, or on.
 *
 * @param isNew whether it was made by the code that calls
 * @param isShown whether it is a function whose text the code shows
 * @param isSelf whether it is {@code this} or {@code super}
 */
record CallOperand(TypeMirror type, boolean isNew, boolean isShown, boolean isSelf) {

  private static final Set<String> PACKAGES =
      Set.of("java.lang", "java.math", "java.time", "java.util.regex");

  private static final Set<String> CLASSES =
      Set.of(
          "java.util.Optional",
          "java.util.OptionalDouble",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.Locale",
          "java.util.UUID",
          "java.util.Currency",
          "java.nio.file.Path");

  /** Of {@code java.lang}, what can be changed, or be anything. */
  private static final Set<String> OTHERS =
      Set.of(
          "java.lang.Object",
          "java.lang.Iterable",
          "java.lang.Comparable",
          "java.lang.CharSequence",
          "java.lang.Appendable",
          "java.lang.Runnable",
          "java.lang.AutoCloseable",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer");

  static CallOperand of(ExpressionTree value, TypeMirror type, boolean isNew) {
    boolean isShown = value instanceof LambdaExpressionTree || value instanceof MemberReferenceTree;
    boolean isSelf =
        value instanceof IdentifierTree name
            && (name.getName().contentEquals("this") || name.getName().contentEquals("super"));
    return new CallOperand(type, isNew, isShown, isSelf);
  }

  /** Something of which no more than the type is known. */
  static CallOperand of(TypeMirror type) {
    return new CallOperand(type, false, false, false);
  }

  /** Whether no call of a method that looks like any other changes what was there before. */
  boolean isSafe() {
    return isShown || isNew || isValue(type);
  }

  /** Whether it is a function whose text the code does not show. */
  boolean isUnseen() {
    return !isShown
        && type instanceof DeclaredType declared
        && declared.asElement().getAnnotation(FunctionalInterface.class) != null;
  }

  /** Whether the values of {@code type} never change. */
  static boolean isValue(TypeMirror type) {
    if (type == null) {
      return false;
    }
    if (type.getKind().isPrimitive() || type.getKind() == TypeKind.NULL) {
      return true;
    }
    if (!(type instanceof DeclaredType declared)) {
      return false;
    }
    TypeElement element = (TypeElement) declared.asElement();
    String name = element.getQualifiedName().toString();
    int dot = name.lastIndexOf('.');
    return element.getKind() == ElementKind.ENUM
        || CLASSES.contains(name)
        || dot > 0 && PACKAGES.contains(name.substring(0, dot)) && !OTHERS.contains(name);
  }
}
