package dev.tapeless.samples.gradbench.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A problem of GradBench.
 *
 * @param name the name of its module
 * @param functions its functions, each of which makes a task of an input
 */
public record Eval(String name, Map<String, Function<Json, Task<?>>> functions) {

  /** A problem without functions. */
  public static Eval named(String name) {
    return new Eval(name, Map.of());
  }

  /** The same with one more function, of the fields of an object. */
  public Eval with(String function, Function<Input, Task<?>> task) {
    return withValue(function, input -> task.apply(Input.of(input)));
  }

  /** The same with one more function, of any value. */
  public Eval withValue(String function, Function<Json, Task<?>> task) {
    Map<String, Function<Json, Task<?>>> all = new LinkedHashMap<>(functions);
    all.put(function, task);
    return new Eval(name, all);
  }

  /** The same with one more function, of a number that is the whole input. */
  public Eval withNumber(String function, Function<Double, Task<?>> task) {
    return withValue(function, input -> task.apply(Input.real("input", input)));
  }
}
