package dev.tapeless.processor.frontend;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What generated code can name. */
final class Visibility {

  private Visibility() {}

  /** Whether code in the package {@code packageName} can name the class of {@code type}. */
  static boolean isVisible(TypeMirror type, String packageName) {
    if (type instanceof ArrayType array) {
      return isVisible(array.getComponentType(), packageName);
    }
    return !(type instanceof DeclaredType declared)
        || isVisible(declared.asElement(), packageName)
            && declared.getTypeArguments().stream().allMatch(t -> isVisible(t, packageName));
  }

  /** Whether {@code member} of a class, or a class around it, is private. */
  static boolean isPrivate(Element member) {
    for (Element e = member; e != null; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether code in the package {@code packageName} can name {@code member} of a class. */
  static boolean isVisible(Element member, String packageName) {
    if (ClassNames.isLocal(member) || ClassNames.isLocal(member.getEnclosingElement())) {
      return true; // It is copied.
    }
    boolean isPublic = true;
    for (Element e = member; !(e instanceof PackageElement home); e = e.getEnclosingElement()) {
      if (e == null || e.getModifiers().contains(Modifier.PRIVATE)) {
        return false;
      }
      isPublic &= e.getModifiers().contains(Modifier.PUBLIC);
      Element within = e.getEnclosingElement();
      if (isPublic && within != null && within.getKind() == ElementKind.OTHER) {
        // What all arrays have, as length, belongs to a class without a package.
        return true;
      }
      if (within instanceof PackageElement p
          && !isPublic
          && !p.getQualifiedName().contentEquals(packageName)) {
        return false;
      }
    }
    return true;
  }
}
