package dev.tapeless.processor;

import dev.tapeless.processor.problems.Problem;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Element;

/** {@code @SuppressWarnings("tapeless")} and {@code @SuppressWarnings("tapeless:Key")}. */
final class Suppressions {

  private Suppressions() {}

  /** Whether {@code element}, or what it is declared in, suppresses {@code problem}. */
  static boolean isSuppressed(Problem problem, Element element) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      SuppressWarnings annotation = e.getAnnotation(SuppressWarnings.class);
      List<String> values = annotation == null ? List.of() : Arrays.asList(annotation.value());
      if (values.contains("tapeless") || values.contains("tapeless:" + problem.key())) {
        return true;
      }
    }
    return false;
  }
}
