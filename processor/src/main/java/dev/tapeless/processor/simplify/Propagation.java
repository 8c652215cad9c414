package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A variable of ours that is declared with a constant or with the value of another variable, and
 * neither changes, is replaced by what it stands for. The user's own variables stay.
 */
final class Propagation {

  private Propagation() {}

  static Code of(Code code) {
    Set<Var> changing = new HashSet<>(Variables.assignedIn(code.statements()));
    Map<Var, Expr> values = new LinkedHashMap<>();
    Variables.forEachStatement(
        code.statements(),
        s -> {
          if (s instanceof Stmt.Declare d && isOurs(d) && !changing.contains(d.variable())) {
            d.value()
                .map(e -> Substitution.apply(values, e))
                .filter(e -> isConstant(e, changing))
                .ifPresent(e -> values.put(d.variable(), e));
          }
        });
    if (values.isEmpty()) {
      return code;
    }
    List<Stmt> kept = without(values.keySet(), code.statements());
    return new Code(
        Substitution.apply(values, kept),
        code.results().stream().map(e -> Substitution.apply(values, e)).toList());
  }

  private static boolean isOurs(Stmt.Declare d) {
    return d.origin() == Origin.NONE;
  }

  private static boolean isConstant(Expr e, Set<Var> changing) {
    return e instanceof Expr.Literal literal && literal.value() != Expr.Literal.NULL
        || e instanceof Expr.Read read && !changing.contains(read.variable());
  }

  private static List<Stmt> without(Set<Var> variables, List<Stmt> statements) {
    List<Stmt> kept = new ArrayList<>();
    for (Stmt s : statements) {
      if (!(s instanceof Stmt.Declare d && variables.contains(d.variable()))) {
        kept.add(Children.map(s, e -> e, block -> without(variables, block)));
      }
    }
    return kept;
  }
}
