package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Statements that run once more elsewhere, with variables of their own for those they declare. */
final class Repeated {

  private Repeated() {}

  /** The same assignments and counted loops once more. */
  static List<Stmt> of(List<Stmt> statements, Vars vars) {
    Map<Var, Var> names = new HashMap<>();
    Variables.declaredIn(statements).forEach(v -> names.put(v, vars.make(v.name(), v.type())));
    List<Stmt> read =
        Children.rewrite(
            statements,
            e ->
                e instanceof Expr.Read r && names.containsKey(r.variable())
                    ? names.get(r.variable()).read()
                    : e);
    return declared(read, names);
  }

  private static List<Stmt> declared(List<Stmt> statements, Map<Var, Var> names) {
    return statements.stream().map(s -> declared(s, names)).toList();
  }

  private static Stmt declared(Stmt s, Map<Var, Var> names) {
    if (s instanceof Stmt.Declare d) {
      return new Stmt.Declare(names.get(d.variable()), d.value(), d.origin());
    }
    if (s instanceof Stmt.CountedFor loop) {
      return new Stmt.CountedFor(
          names.get(loop.counter()),
          loop.from(),
          loop.compare(),
          loop.bound(),
          loop.step(),
          declared(loop.body(), names),
          loop.origin());
    }
    return s;
  }
}
