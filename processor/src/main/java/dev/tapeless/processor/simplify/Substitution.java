package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces variables: where they are read by expressions, where they are declared or assigned by
 * other variables.
 */
public final class Substitution {

  private final Map<Var, Expr> values;

  private Substitution(Map<Var, Expr> values) {
    this.values = values;
  }

  /**
   * {@code statements} with every read of a key replaced by its expression; the keys are not
   * assigned there.
   */
  public static List<Stmt> apply(Map<Var, Expr> values, List<Stmt> statements) {
    return values.isEmpty() ? statements : new Substitution(values).in(statements);
  }

  /** {@code expr} with every read of a key replaced. */
  public static Expr apply(Map<Var, Expr> values, Expr expr) {
    return values.isEmpty() ? expr : new Substitution(values).in(expr);
  }

  private List<Stmt> in(List<Stmt> statements) {
    return statements.stream().map(this::in).toList();
  }

  private Stmt in(Stmt statement) {
    Stmt mapped = Children.map(statement, this::in, this::in);
    if (mapped instanceof Stmt.Declare d) {
      return new Stmt.Declare(renamed(d.variable()), d.value(), d.origin());
    }
    if (mapped instanceof Stmt.CountedFor f) {
      return new Stmt.CountedFor(
          renamed(f.counter()), f.from(), f.compare(), f.bound(), f.step(), f.body(), f.origin());
    }
    if (mapped instanceof Stmt.Call c) {
      List<Var> results = c.results().stream().map(this::renamed).toList();
      return new Stmt.Call(results, c.callee(), c.arguments(), c.origin());
    }
    if (mapped instanceof Stmt.Opaque o) {
      Optional<Var> result = o.result().map(this::renamed);
      Snippet code = o.code().renamed(this::renamed);
      return new Stmt.Opaque(result, code, o.effect(), o.isText(), o.origin());
    }
    if (mapped instanceof Stmt.Push p) {
      return new Stmt.Push(renamed(p.stack()), p.value(), p.origin());
    }
    return mapped;
  }

  private Expr in(Expr expr) {
    return Children.rewrite(expr, this::replaced);
  }

  private Expr replaced(Expr e) {
    if (e instanceof Expr.Read read) {
      return values.getOrDefault(read.variable(), e);
    }
    if (e instanceof Expr.Pop pop) {
      return new Expr.Pop(renamed(pop.stack()));
    }
    return e;
  }

  private Var renamed(Var variable) {
    return values.get(variable) instanceof Expr.Read read ? read.variable() : variable;
  }
}
