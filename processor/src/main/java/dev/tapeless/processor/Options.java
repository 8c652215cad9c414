package dev.tapeless.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the user can ask of the processor.
 *
 * @param dump the stages whose result is written as text
 * @param verify whether the result of each stage is checked
 * @param naive whether derivatives are made without any analysis: all is active, all is saved
 * @param warnings whether what is right, but may not be meant, gets a warning
 * @param methodSize the bytes of bytecode that a generated method may have, more or less
 */
record Options(Set<String> dump, boolean verify, boolean naive, boolean warnings, int methodSize) {

  static final String DUMP = "tapeless.dump";
  static final String VERIFY = "tapeless.verify";
  static final String NAIVE = "tapeless.naive";
  static final String WARNINGS = "tapeless.warnings";
  static final String METHOD_SIZE = "tapeless.methodSize";

  /** The JVM never compiles a method of more than 8000 bytes. */
  private static final int COMPILED = 7200;

  Options {
    dump = Set.copyOf(dump);
  }

  /** The options among those that the compiler was given with {@code -A}. */
  static Options of(Map<String, String> given) {
    String stages = given.get(DUMP);
    return new Options(
        stages == null ? Set.of() : new TreeSet<>(List.of(stages.strip().split("\\s*,\\s*"))),
        isOn(given, VERIFY),
        isOn(given, NAIVE),
        !given.containsKey(WARNINGS) || isOn(given, WARNINGS),
        Optional.ofNullable(given.get(METHOD_SIZE))
            .filter(size -> size.matches("[1-9]\\d{0,8}"))
            .map(Integer::valueOf)
            .orElse(COMPILED));
  }

  /** {@code -Akey} and {@code -Akey=true} switch an option on. */
  private static boolean isOn(Map<String, String> given, String key) {
    return given.containsKey(key)
        && (given.get(key) == null || Boolean.parseBoolean(given.get(key)));
  }
}
