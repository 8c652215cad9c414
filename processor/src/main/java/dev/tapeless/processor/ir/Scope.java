package dev.tapeless.processor.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The variables that can be seen at a place of a function that is being verified, and the faults
 * found so far.
 *
 * @param visible by number
 * @param declared the numbers of all variables declared anywhere in the function
 * @param fixed counters, and what the bounds of the enclosing counted loops read
 * @param faults shared by all scopes of a function
 */
record Scope(
    Map<Integer, Var> visible, Set<Integer> declared, Set<Var> fixed, List<String> faults) {

  /** The outermost scope of a function, which adds to {@code faults}. */
  static Scope of(List<String> faults) {
    return new Scope(new HashMap<>(), new HashSet<>(), new HashSet<>(), faults);
  }

  /** A scope within this one. */
  Scope inner() {
    return new Scope(new HashMap<>(visible), declared, new HashSet<>(fixed), faults);
  }

  /** Notes a fault unless {@code holds}. */
  boolean check(boolean holds, String fault, Supplier<String> where) {
    if (!holds) {
      faults.add(fault + ", in: " + where.get());
    }
    return holds;
  }

  /** Makes a variable visible from here to the end of the scope. */
  void declare(Var variable, Supplier<String> where) {
    check(declared.add(variable.id()), variable + " is declared twice", where);
    visible.put(variable.id(), variable);
  }

  /** Whether a variable is visible, with the name and type that it was declared with. */
  boolean use(Var variable, Supplier<String> where) {
    Var known = visible.get(variable.id());
    if (known == null) {
      String reason = declared.contains(variable.id()) ? " is out of scope" : " is not declared";
      return check(false, variable + reason, where);
    }
    boolean same = known.type().equals(variable.type()) && known.name().equals(variable.name());
    return check(
        same, variable + " was declared as " + TypeText.of(known.type()) + " " + known, where);
  }
}
