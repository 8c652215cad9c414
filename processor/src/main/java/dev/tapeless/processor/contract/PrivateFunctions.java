package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Functions that the operations of one generated class call, made while these are. */
final class PrivateFunctions {

  private final Set<String> taken;
  private final Map<Callee, Function> functions = new LinkedHashMap<>();

  /**
   * None yet.
   *
   * @param taken names of other functions and records of the class
   */
  PrivateFunctions(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** A name that nothing else in the class has; those asked for later may be the same. */
  String name(String wanted) {
    String name = wanted;
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  /** A name that nothing else in the class has, nor will have. */
  String ownName(String wanted) {
    String name = name(wanted);
    taken.add(name);
    return name;
  }

  boolean contains(Callee callee) {
    return functions.containsKey(callee);
  }

  void add(Function function) {
    functions.put(function.callee(), function);
  }

  /** Those that have been added. */
  List<Function> all() {
    return List.copyOf(functions.values());
  }
}
