package dev.tapeless.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Lets a generated class read private fields of the module that it belongs to: the derivative of a
 * method reads what the method reads.
 */
public final class PrivateFields {

  private PrivateFields() {}

  /**
   * A handle for a private instance field.
   *
   * @param lookup of the generated class, which is in the module of {@code owner}
   * @param owner the class that declares the field
   * @param name the field
   * @param type the erased type of the field
   * @return the handle, which reads the field
   * @throws IllegalStateException if {@code owner} has no such field, because it was compiled again
   *     without the processor, or may not be looked into
   */
  public static VarHandle instance(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, lookup).findVarHandle(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(missing(owner, name), e);
    }
  }

  /**
   * A handle for a private static field.
   *
   * @param lookup of the generated class, which is in the module of {@code owner}
   * @param owner the class that declares the field
   * @param name the field
   * @param type the erased type of the field
   * @return the handle, which reads the field
   * @throws IllegalStateException if {@code owner} has no such field, because it was compiled again
   *     without the processor, or may not be looked into
   */
  public static VarHandle constant(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, lookup).findStaticVarHandle(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(missing(owner, name), e);
    }
  }

  /**
   * A handle for a static field of a class that the generated class cannot name.
   *
   * @param lookup of the generated class, which is in the module of {@code owner}
   * @param owner the canonical name of the class that declares the field
   * @param name the field
   * @param type the erased type of the field
   * @return the handle, which reads the field
   * @throws IllegalStateException if there is no such class or field, because it was compiled again
   *     without the processor, or if it may not be looked into
   */
  public static VarHandle constant(
      MethodHandles.Lookup lookup, String owner, String name, Class<?> type) {
    return constant(lookup, named(owner, lookup.lookupClass().getClassLoader()), name, type);
  }

  /** A canonical name does not say which of its parts are classes. */
  private static Class<?> named(String canonical, ClassLoader loader) {
    String binary = canonical;
    while (true) {
      try {
        return Class.forName(binary, true, loader);
      } catch (ClassNotFoundException e) {
        int dot = binary.lastIndexOf('.');
        if (dot < 0) {
          throw new IllegalStateException("there is no class " + canonical, e);
        }
        binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
      }
    }
  }

  private static String missing(Class<?> owner, String name) {
    return "the field " + owner.getName() + "." + name + " cannot be read";
  }
}
