package dev.tapeless.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Lets a generated class read the private fields of the class that it belongs to: the derivative of
 * a method reads what the method reads.
 */
public final class PrivateFields {

  private PrivateFields() {}

  /**
   * A handle for a private instance field.
   *
   * @param lookup of the generated class, which is in the package of {@code owner}
   * @param owner the class that declares the field
   * @param name the field
   * @param type the erased type of the field
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
   * @param lookup of the generated class, which is in the package of {@code owner}
   * @param owner the class that declares the field
   * @param name the field
   * @param type the erased type of the field
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

  private static String missing(Class<?> owner, String name) {
    return "the field " + owner.getName() + "." + name + " cannot be read";
  }
}
