package dev.tapeless.processor.frontend;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/**
 * Names of classes, also of those that are declared within a method: Java has none for these, so
 * they get one that no other class has, and that ends in their simple name.
 */
final class ClassNames {

  private ClassNames() {}

  /** The name of {@code type}; empty for a class that has none in its declaration either. */
  static String of(TypeElement type) {
    return isLocal(type)
        ? home(type.getEnclosingElement()) + "." + type.getSimpleName()
        : type.getQualifiedName().toString();
  }

  private static String home(Element around) {
    if (around instanceof TypeElement type) {
      return of(type);
    }
    if (around instanceof ExecutableElement method) {
      String name = method.getSimpleName().toString().replaceAll("\\W", "");
      // Overloads have the same name.
      String number = Integer.toHexString(method.toString().hashCode());
      return of((TypeElement) method.getEnclosingElement()) + "." + name + "_" + number;
    }
    return home(around.getEnclosingElement());
  }

  /**
   * Whether {@code element} is a class that is declared within a method, or within such a class.
   */
  static boolean isLocal(Element element) {
    if (!(element instanceof TypeElement type)) {
      return false;
    }
    return type.getNestingKind() == NestingKind.LOCAL
        || type.getNestingKind() == NestingKind.MEMBER && isLocal(type.getEnclosingElement());
  }
}
