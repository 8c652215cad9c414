package dev.tapeless.processor.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the methods that a function may call.
 *
 * @param functions those whose bodies have been read
 * @param linked those that have generated operations and no body here
 * @param classes that are declared within methods
 */
public record Program(
    Map<Callee, Function> functions,
    Map<Callee, LinkedDerivative> linked,
    List<LocalClass> classes) {

  /** Without classes that are declared within methods. */
  public Program(Map<Callee, Function> functions, Map<Callee, LinkedDerivative> linked) {
    this(functions, linked, List.of());
  }

  public Program {
    classes = List.copyOf(classes);
    functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    linked = Collections.unmodifiableMap(new LinkedHashMap<>(linked));
  }

  /** The function that {@code callee} calls, when its body is known. */
  public Optional<Function> function(Callee callee) {
    return Optional.ofNullable(functions.get(callee));
  }

  /** The generated operations of {@code callee}, when it is called through them. */
  public Optional<LinkedDerivative> derivative(Callee callee) {
    return Optional.ofNullable(linked.get(callee));
  }
}
