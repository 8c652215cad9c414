package dev.tapeless.processor.frontend;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Looks through the wrappers that build tools put around javac's environment: IntelliJ's proxy,
 * Gradle's delegate, and whatever else keeps an environment in a field.
 */
final class WrappedEnvironments {

  private static final String INTELLIJ = "org.jetbrains.jps.javac.APIWrappers";

  private WrappedEnvironments() {}

  /** {@code outermost} and the environments that it wraps, outer ones first. */
  static List<ProcessingEnvironment> unwrapped(ProcessingEnvironment outermost) {
    Set<ProcessingEnvironment> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<ProcessingEnvironment> found = new ArrayList<>();
    Deque<ProcessingEnvironment> open = new ArrayDeque<>(List.of(outermost));
    while (!open.isEmpty()) {
      ProcessingEnvironment next = open.removeFirst();
      if (seen.add(next)) {
        found.add(next);
        open.addAll(wrappedBy(next));
      }
    }
    return List.copyOf(found);
  }

  private static List<ProcessingEnvironment> wrappedBy(ProcessingEnvironment wrapper) {
    List<ProcessingEnvironment> found = new ArrayList<>();
    byIntelliJ(wrapper).ifPresent(found::add);
    Object holder =
        Proxy.isProxyClass(wrapper.getClass()) ? Proxy.getInvocationHandler(wrapper) : wrapper;
    for (Class<?> c = holder.getClass();
        c != null && !c.getModule().isNamed();
        c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        value(holder, field).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The way that IntelliJ documents for processors that need javac's own environment. */
  private static Optional<ProcessingEnvironment> byIntelliJ(ProcessingEnvironment wrapper) {
    try {
      Object unwrapped =
          Class.forName(INTELLIJ, true, wrapper.getClass().getClassLoader())
              .getMethod("unwrap", Class.class, Object.class)
              .invoke(null, ProcessingEnvironment.class, wrapper);
      return asEnvironment(unwrapped);
    } catch (ReflectiveOperationException | LinkageError notIntelliJ) {
      return Optional.empty();
    }
  }

  private static Optional<ProcessingEnvironment> value(Object holder, Field field) {
    try {
      if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
        return Optional.empty();
      }
      field.setAccessible(true);
      return asEnvironment(field.get(holder));
    } catch (ReflectiveOperationException | RuntimeException notOpen) {
      return Optional.empty();
    }
  }

  private static Optional<ProcessingEnvironment> asEnvironment(Object value) {
    return value instanceof ProcessingEnvironment e ? Optional.of(e) : Optional.empty();
  }
}
