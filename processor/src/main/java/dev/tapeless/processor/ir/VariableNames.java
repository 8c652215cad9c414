package dev.tapeless.processor.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How variables are written: by name, and by number too where two share a name. */
record VariableNames(Set<String> shared) {

  VariableNames {
    shared = Set.copyOf(shared);
  }

  /** The names for a text in which {@code variables} occur. */
  static VariableNames of(Collection<Var> variables) {
    Map<String, Var> first = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (Var variable : variables) {
      if (!variable.equals(first.computeIfAbsent(variable.name(), name -> variable))) {
        shared.add(variable.name());
      }
    }
    return new VariableNames(shared);
  }

  /** The names for {@code statements} alone. */
  static VariableNames of(List<Stmt> statements) {
    List<Var> variables = new ArrayList<>(Variables.declaredIn(statements));
    variables.addAll(Variables.readBy(statements));
    variables.addAll(Variables.assignedIn(statements));
    return of(variables);
  }

  /** The name of {@code variable}. */
  String of(Var variable) {
    return shared.contains(variable.name()) ? variable.toString() : variable.name();
  }
}
