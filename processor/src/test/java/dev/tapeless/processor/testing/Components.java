package dev.tapeless.processor.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The components of records, by reflection. */
final class Components {

  private Components() {}

  /** The components of {@code record}, in order. */
  static List<Object> of(Object record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(c -> read(record, c.getAccessor()))
        .toList();
  }

  private static Object read(Object record, Method accessor) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot read " + accessor, e);
    }
  }

  /** A record of {@code type} with the components that {@code change} makes of those given. */
  static Object map(Object record, Class<?> type, UnaryOperator<Object> change) {
    return make(type, of(record).stream().map(change).toArray());
  }

  /** A record of {@code type} with these components. */
  static Object make(Class<?> type, Object... components) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(components);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot make " + type, e);
    }
  }

  /** {@code value} with the records in it as those that {@code loader} knows. */
  static Object movedTo(ClassLoader loader, Object value) {
    if (value instanceof Record) {
      return map(value, known(loader, value.getClass()), c -> movedTo(loader, c));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(e -> movedTo(loader, e)).toList();
    }
    if (value instanceof Object[] array && array.getClass().getComponentType().isRecord()) {
      Class<?> type = known(loader, array.getClass().getComponentType());
      Object[] moved = (Object[]) java.lang.reflect.Array.newInstance(type, array.length);
      Arrays.setAll(moved, i -> movedTo(loader, array[i]));
      return moved;
    }
    return value;
  }

  private static Class<?> known(ClassLoader loader, Class<?> type) {
    try {
      return Class.forName(type.getName(), true, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(type + " is not known", e);
    }
  }
}
