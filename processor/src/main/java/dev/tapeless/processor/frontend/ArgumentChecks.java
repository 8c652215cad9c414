package dev.tapeless.processor.frontend;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/**
 * Methods of well-known libraries that look at what they get and throw or answer, but change and
 * keep nothing. They are known by name: jars have no source that would tell.
 */
final class ArgumentChecks {

  private static final List<String> ARRAYS =
      List.of("check", "verifyValues", "isMonotonic", "equals");

  private static final List<String> NUMBERS = List.of("equals", "compareTo");

  /** By class, what the names of the methods begin with. */
  private static final Map<String, List<String>> CLASSES =
      Map.ofEntries(
          Map.entry("org.apache.commons.math3.util.MathArrays", ARRAYS),
          Map.entry("org.apache.commons.math3.util.MathUtils", List.of("check", "equals")),
          Map.entry("org.apache.commons.math3.util.Precision", NUMBERS),
          Map.entry("org.hipparchus.util.MathArrays", ARRAYS),
          Map.entry("org.hipparchus.util.MathUtils", List.of("check", "equals")),
          Map.entry("org.hipparchus.util.Precision", NUMBERS),
          Map.entry("org.apache.commons.numbers.core.Precision", NUMBERS),
          Map.entry("org.apache.commons.lang3.Validate", List.of("")),
          Map.entry("com.google.common.base.Preconditions", List.of("check")),
          Map.entry("com.opengamma.strata.collect.ArgChecker", List.of("")));

  private ArgumentChecks() {}

  /** Whether {@code method} is one of them. Those that return what they get are not. */
  static boolean contain(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    TypeKind result = method.getReturnType().getKind();
    boolean isAnswer =
        result == TypeKind.VOID || result == TypeKind.BOOLEAN || result == TypeKind.INT;
    return isAnswer
        && FieldReader.isStatic(method)
        && CLASSES.getOrDefault(Callees.owner(method), List.of()).stream()
            .anyMatch(name::startsWith);
  }
}
