package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.LookAlikes;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Which methods of the JDK and of the runtime are functions of their arguments and nothing else.
 */
final class Library {

  private static final Set<String> CLASSES =
      Set.of(
          "java.lang.Math",
          "java.lang.StrictMath",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Boolean",
          PreludeSource.PACKAGE + "." + PreludeSource.VALUE,
          "dev.tapeless.runtime.Bounds",
          "dev.tapeless.runtime.Copied");

  private Library() {}

  /**
   * Whether {@code method} takes and returns primitives, depends on nothing else and changes
   * nothing.
   */
  static boolean isPure(ExecutableElement method) {
    return isArithmetic(method) && !method.getSimpleName().contentEquals("random");
  }

  /**
   * Whether {@code method} is a static method on primitives of the JDK, or of a class like {@link
   * Math}.
   */
  static boolean isArithmetic(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return (CLASSES.contains(Callees.owner(method))
            || LookAlikes.knows(Callees.owner(method), name, method.getParameters().size()))
        && method.getModifiers().contains(Modifier.STATIC)
        && method.getReturnType().getKind().isPrimitive()
        && method.getParameters().stream().allMatch(p -> p.asType().getKind().isPrimitive());
  }
}
