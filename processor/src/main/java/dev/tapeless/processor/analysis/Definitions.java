package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which variables get their value in one place only, and where. */
final class Definitions {

  private final Map<Var, Stmt.Declare> definitions;
  private final Set<Var> assigned;

  private Definitions(Map<Var, Stmt.Declare> definitions, Set<Var> assigned) {
    this.definitions = definitions;
    this.assigned = assigned;
  }

  /** The definitions within {@code body}. */
  static Definitions of(List<Stmt> body) {
    Map<Var, Stmt.Declare> definitions = new HashMap<>();
    Set<Var> assigned = Variables.assignedIn(body);
    Variables.forEachStatement(
        body,
        s -> {
          if (s instanceof Stmt.Declare d
              && d.value().isPresent()
              && !assigned.contains(d.variable())) {
            definitions.put(d.variable(), d);
          }
        });
    return new Definitions(definitions, assigned);
  }

  /** The declaration that gives {@code variable} its only value. */
  Optional<Stmt.Declare> of(Var variable) {
    return Optional.ofNullable(definitions.get(variable));
  }

  /** Whether {@code variable} has one value as long as it is in scope. */
  boolean isSingle(Var variable) {
    return !assigned.contains(variable);
  }
}
