package dev.tapeless.processor;

import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;

/** Which classes of {@code java.lang} a package hides by classes of its own with their names. */
final class HiddenNames {

  private final Elements elements;

  HiddenNames(Elements elements) {
    this.elements = elements;
  }

  /** The simple names. */
  Set<String> in(String packageName) {
    PackageElement home = elements.getPackageElement(packageName);
    return home == null
        ? Set.of()
        : home.getEnclosedElements().stream()
            .map(type -> type.getSimpleName().toString())
            .filter(name -> elements.getTypeElement("java.lang." + name) != null)
            .collect(Collectors.toUnmodifiableSet());
  }
}
