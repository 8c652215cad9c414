package dev.tapeless.processor.frontend;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;

/** What generated code can name. */
final class Visibility {

  private Visibility() {}

  /** Whether code in the package {@code packageName} can name {@code member} of a class. */
  static boolean isVisible(Element member, String packageName) {
    boolean isPublic = true;
    for (Element e = member; !(e instanceof PackageElement home); e = e.getEnclosingElement()) {
      if (e == null || e.getModifiers().contains(Modifier.PRIVATE)) {
        return false;
      }
      isPublic &= e.getModifiers().contains(Modifier.PUBLIC);
      if (e.getEnclosingElement() instanceof PackageElement p
          && !isPublic
          && !p.getQualifiedName().contentEquals(packageName)) {
        return false;
      }
    }
    return true;
  }
}
