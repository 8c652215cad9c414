package dev.tapeless.processor.frontend;

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

  /** Whether {@code method} is one of the JDK's static methods on primitives. */
  static boolean isArithmetic(ExecutableElement method) {
    return CLASSES.contains(Callees.owner(method))
        && method.getModifiers().contains(Modifier.STATIC)
        && method.getReturnType().getKind().isPrimitive()
        && method.getParameters().stream().allMatch(p -> p.asType().getKind().isPrimitive());
  }

  /** Whether a later version will know {@code method}. */
  static boolean isPlanned(ExecutableElement method) {
    String owner = Callees.owner(method);
    return owner.endsWith(".FastMath");
  }
}
