package dev.tapeless.processor.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A static method that a test calls by reflection. */
public final class Invocation {

  private final Method method;

  private Invocation(Method method) {
    this.method = method;
    method.setAccessible(true);
  }

  /** The only method of that name. */
  static Invocation of(Class<?> owner, String name) {
    List<Method> found =
        Stream.of(owner.getDeclaredMethods()).filter(m -> m.getName().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(owner.getName() + " has " + found.size() + " methods named " + name);
    }
    return new Invocation(found.get(0));
  }

  /** The method with exactly these parameter types. */
  static Optional<Invocation> find(Class<?> owner, String name, List<Class<?>> types) {
    return Stream.of(owner.getDeclaredMethods())
        .filter(m -> m.getName().equals(name) && List.of(m.getParameterTypes()).equals(types))
        .findFirst()
        .map(Invocation::new);
  }

  /** The types of the parameters. */
  List<Class<?>> types() {
    List<Class<?>> types = new ArrayList<>();
    if (isInstance()) {
      types.add(method.getDeclaringClass());
    }
    types.addAll(List.of(method.getParameterTypes()));
    return types;
  }

  /** Whether the first argument is the object that the method is called on. */
  boolean isInstance() {
    return !Modifier.isStatic(method.getModifiers());
  }

  /** The type of the result. */
  Class<?> result() {
    return method.getReturnType();
  }

  /** Calls the method; what it throws is thrown unchanged. */
  Object call(Object... arguments) {
    try {
      return isInstance()
          ? method.invoke(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length))
          : method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw Invocation.<RuntimeException>unchanged(e.getCause());
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new AssertionError(
          "cannot call " + method + " with " + Arrays.deepToString(arguments), e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchanged(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
