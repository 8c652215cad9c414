package dev.tapeless.processor.dual;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import dev.tapeless.processor.dual.Values.Instance;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** A file whose methods can be run on numbers that carry their derivatives. */
public final class DualProgram {

  private final Source source;

  private DualProgram(Source source) {
    this.source = source;
  }

  /** The file of that text. */
  public static DualProgram of(String text) {
    return new DualProgram(Source.of(text));
  }

  /**
   * The numbers of the result, one after the other, each with its derivatives by all numbers of the
   * active arguments.
   */
  public List<Real> run(String method, List<Object> arguments, List<Boolean> active) {
    MethodTree tree = source.method(method);
    Inputs inputs = new Inputs(count(arguments, active));
    Object[] values =
        IntStream.range(0, arguments.size())
            .mapToObj(i -> inputs.value(arguments.get(i), active.get(i)))
            .toArray();
    ExecutableElement element = (ExecutableElement) source.element(tree);
    Object result = new Calls(source).call(element, null, values);
    List<Real> numbers = new ArrayList<>();
    collect(result, numbers);
    return numbers;
  }

  private static int count(List<Object> arguments, List<Boolean> active) {
    return IntStream.range(0, arguments.size())
        .filter(active::get)
        .map(i -> dev.tapeless.processor.testing.Reals.count(arguments.get(i)))
        .sum();
  }

  private void collect(Object value, List<Real> numbers) {
    if (value instanceof Real real) {
      numbers.add(real);
    } else if (value instanceof Object[] array) {
      Arrays.stream(array).forEach(e -> collect(e, numbers));
    } else if (value instanceof Instance instance) {
      ClassTree declared = source.classOf(instance.type()).orElseThrow();
      for (Element field : source.fields(declared)) {
        collect(instance.fields().get(field.getSimpleName().toString()), numbers);
      }
    }
  }

  /** Makes the interpreter's values of Java's. */
  private final class Inputs {

    private final int count;
    private int next;

    Inputs(int count) {
      this.count = count;
    }

    Object value(Object value, boolean isActive) {
      if (value instanceof Double || value instanceof Float) {
        double number = ((Number) value).doubleValue();
        boolean isFloat = value instanceof Float;
        return isActive
            ? Real.input(number, isFloat, next++, count)
            : Real.constant(number, isFloat);
      }
      if (value.getClass().isArray()) {
        return IntStream.range(0, Array.getLength(value))
            .mapToObj(i -> value(Array.get(value, i), isActive))
            .toArray();
      }
      return value.getClass().getName().contains("$") ? object(value, isActive) : value;
    }

    private Object object(Object value, boolean isActive) {
      ClassTree declared = source.classNamed(value.getClass().getSimpleName());
      Map<String, Object> fields = new java.util.HashMap<>();
      for (Field field : value.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          try {
            fields.put(field.getName(), value(field.get(value), isActive));
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        }
      }
      return new Instance(source.element(declared), fields);
    }
  }
}
