package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives arrays of numbers one name each, where a second one means the same array all along: after
 * {@code double[] v = q} there is only {@code q}. Such names come from helpers that have been
 * inlined.
 *
 * <p>Law: both variables have one value as long as they are in scope.
 */
public final class ArrayNames {

  private ArrayNames() {}

  /** {@code function} with one name for each array that has a second one all along. */
  public static Function single(Function function) {
    Set<Var> assigned = Variables.assignedIn(function.body());
    Set<Var> parameters = new HashSet<>();
    function.parameters().forEach(p -> parameters.add(p.variable()));
    Map<Var, Expr> names = new HashMap<>();
    Variables.forEachStatement(
        function.body(),
        s -> {
          if (s instanceof Stmt.Declare d
              && isList(d.variable())
              && d.value().isPresent()
              && d.value().get() instanceof Expr.Read source
              && !assigned.contains(d.variable())
              && !assigned.contains(source.variable())
              && !parameters.contains(source.variable())) {
            names.put(d.variable(), names.getOrDefault(source.variable(), source));
          }
        });
    if (names.isEmpty()) {
      return function;
    }
    return function
        .withBody(renamed(function.body(), names))
        .withResult(function.result().map(e -> Substitution.apply(names, e)));
  }

  private static List<Stmt> renamed(List<Stmt> statements, Map<Var, Expr> names) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      if (!(s instanceof Stmt.Declare d && names.containsKey(d.variable()))) {
        out.add(Children.map(s, e -> Substitution.apply(names, e), block -> renamed(block, names)));
      }
    }
    return out;
  }

  private static boolean isList(Var v) {
    return v.type() instanceof Type.Array array && array.element() instanceof Type.Primitive;
  }
}
