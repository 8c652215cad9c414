package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Compiled;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** The static methods of a compiled class, called by name. */
final class OperatorsCalled {

  private final Class<?> owner;

  private OperatorsCalled(Class<?> owner) {
    this.owner = owner;
  }

  /** The methods of the class of that name. */
  static OperatorsCalled of(Compiled compiled, String className) {
    return new OperatorsCalled(compiled.load(className));
  }

  /** The derivatives of a class {@code p.C} with these members. */
  static OperatorsCalled ofMembers(String members) {
    String source = "package p;\nimport dev.tapeless.*;\nfinal class C {\n" + members + "\n}\n";
    return of(Compiled.of(source).succeeds().hasCleanGeneratedCode(), "p.CAdjoint");
  }

  /**
   * Calls the only method of that name that takes the arguments; what it throws is thrown
   * unchanged.
   */
  Object call(String name, Object... arguments) {
    Method method = method(name, arguments);
    method.setAccessible(true);
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw OperatorsCalled.<RuntimeException>unchanged(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** How many methods have that name. */
  long count(String name) {
    return Arrays.stream(owner.getDeclaredMethods()).filter(m -> m.getName().equals(name)).count();
  }

  private Method method(String name, Object... arguments) {
    List<Method> found =
        Arrays.stream(owner.getDeclaredMethods())
            .filter(m -> m.getName().equals(name) && takes(m, arguments))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found + " take " + Arrays.deepToString(arguments) + " as " + name);
    }
    return found.get(0);
  }

  private static boolean takes(Method method, Object... arguments) {
    Class<?>[] types =
        MethodType.methodType(void.class, method.getParameterTypes()).wrap().parameterArray();
    boolean takes = types.length == arguments.length;
    for (int i = 0; takes && i < types.length; i++) {
      takes =
          arguments[i] == null
              ? !method.getParameterTypes()[i].isPrimitive()
              : types[i].isInstance(arguments[i]);
    }
    return takes;
  }

  /** A component of a result record. */
  static Object part(Object record, String component) {
    try {
      Method accessor = record.getClass().getDeclaredMethod(component);
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(record + " has no " + component, e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchanged(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
