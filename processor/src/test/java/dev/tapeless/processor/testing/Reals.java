package dev.tapeless.processor.testing;

import java.lang.reflect.Array;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/**
 * Values of Java seen as vectors: a {@code double} or {@code float} is one number, an array the
 * numbers of its elements, a record those of its components. Other values have no numbers.
 */
public final class Reals {

  private Reals() {}

  /** The numbers in {@code value}. */
  public static double[] flat(Object value) {
    double[] all = new double[count(value)];
    int[] next = {0};
    visit(value, x -> all[next[0]++] = x);
    return all;
  }

  /** How many numbers are in {@code value}. */
  public static int count(Object value) {
    int[] count = {0};
    visit(value, x -> count[0]++);
    return count[0];
  }

  /** The shape of {@code value}, with the next numbers of {@code numbers} in it. */
  public static Object shaped(Object value, DoubleSupplier numbers) {
    return map(value, x -> numbers.getAsDouble());
  }

  /** A deep copy. */
  public static Object copy(Object value) {
    return map(value, x -> x);
  }

  /** Deep copies of all arguments. */
  public static Object[] copy(Object[] values) {
    return (Object[]) map(values, x -> x);
  }

  /** The same shape with other numbers. */
  public static Object map(Object value, DoubleUnaryOperator change) {
    if (value instanceof Double d) {
      return change.applyAsDouble(d);
    }
    if (value instanceof Float f) {
      return (float) change.applyAsDouble(f);
    }
    if (value instanceof Record) {
      return Components.map(value, value.getClass(), v -> map(v, change));
    }
    if (value == null || !value.getClass().isArray()) {
      return value;
    }
    int length = Array.getLength(value);
    Object result = Array.newInstance(value.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(result, i, map(Array.get(value, i), change));
    }
    return result;
  }

  private interface Visitor {
    void number(double x);
  }

  private static void visit(Object value, Visitor visitor) {
    if (value instanceof Double || value instanceof Float) {
      visitor.number(((Number) value).doubleValue());
    } else if (value instanceof Record) {
      Components.of(value).forEach(c -> visit(c, visitor));
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        visit(Array.get(value, i), visitor);
      }
    }
  }

  /** Whether two values are the same to the last bit; records are compared by their components. */
  public static boolean same(Object a, Object b) {
    if (a == null || b == null || a.getClass() != b.getClass()) {
      return a == b;
    }
    if (a.getClass().isArray()) {
      boolean same = Array.getLength(a) == Array.getLength(b);
      for (int i = 0; same && i < Array.getLength(a); i++) {
        same = same(Array.get(a, i), Array.get(b, i));
      }
      return same;
    }
    return a instanceof Record
        ? same(Components.of(a).toArray(), Components.of(b).toArray())
        : a.equals(b);
  }
}
