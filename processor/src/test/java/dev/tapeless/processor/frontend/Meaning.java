package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Interpreter;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Verifier;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Compares what the IR of a method does with what javac makes of it: result, exception, and what is
 * left in the arguments.
 */
final class Meaning {

  private final LoweredSource source;

  private Meaning(LoweredSource source) {
    this.source = source;
  }

  /** The method {@code f} among {@code members} of a class. */
  static Meaning of(String members) {
    Meaning meaning = new Meaning(LoweredSource.of(members));
    meaning.source.function();
    meaning.source.functions().values().forEach(Verifier::verify);
    return meaning;
  }

  /** Runs both with copies of {@code arguments}. */
  Meaning at(Object... arguments) {
    Object[] forJava = (Object[]) copy(arguments);
    Object[] forUs = (Object[]) copy(arguments);
    String expected = outcome(() -> invoke(forJava)) + " " + Arrays.deepToString(forJava);
    Function function = source.function();
    ClassLoader classes = source.load().getClassLoader();
    String found =
        outcome(() -> Interpreter.run(function, source.functions(), classes, forUs))
            + " "
            + Arrays.deepToString(forUs);
    if (!expected.equals(found)) {
      String text = Printer.print(function);
      throw new AssertionError("expected " + expected + "\nbut was  " + found + "\n" + text);
    }
    return this;
  }

  private interface Run {
    Object get();
  }

  private static String outcome(Run run) {
    try {
      Object result = run.get();
      return Arrays.deepToString(new Object[] {result});
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName();
    }
  }

  private Object invoke(Object[] arguments) {
    try {
      Method method =
          Stream.of(source.load().getDeclaredMethods())
              .filter(m -> m.getName().equals("f"))
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(e);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Object copy(Object value) {
    if (value == null || !value.getClass().isArray()) {
      return value;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(copy, i, copy(Array.get(value, i)));
    }
    return copy;
  }
}
