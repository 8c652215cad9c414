package dev.tapeless.processor.random;

import dev.tapeless.processor.testing.Operations;
import java.util.List;

/**
 * An argument that is a record of a program, before the program is compiled.
 *
 * @param components in order; records are such values too
 */
record RecordValue(String type, List<Object> components) {

  RecordValue {
    components = List.copyOf(components);
  }

  /** The arguments with the records as objects of the compiled program. */
  static Object[] made(List<Object> arguments, Operations operations) {
    return arguments.stream()
        .map(a -> a instanceof RecordValue value ? value.made(operations) : a)
        .toArray();
  }

  private Object made(Operations operations) {
    return operations.make(type, made(components, operations));
  }
}
