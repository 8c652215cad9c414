package dev.tapeless.processor.split;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What statements do with variables, at any depth.
 *
 * @param read those whose values they use
 * @param written those that they give a value, at the declaration or later
 * @param declared those that they declare with a value
 * @param bare those that they declare without one
 * @param counters those of counted loops, which nothing else can declare
 * @param times how often each is named
 */
record Uses(
    Set<Var> read,
    Set<Var> written,
    Set<Var> declared,
    Set<Var> bare,
    Set<Var> counters,
    Map<Var, Integer> times) {

  /** The uses in {@code statements}. */
  static Uses of(List<Stmt> statements) {
    Uses uses = new Uses(set(), set(), set(), set(), set(), new HashMap<>());
    Variables.forEachStatement(statements, uses::add);
    return uses;
  }

  private static Set<Var> set() {
    return new LinkedHashSet<>();
  }

  private void add(Stmt s) {
    Variables.evaluated(s).forEach(this::add);
    if (s instanceof Stmt.CountedFor loop) {
      counters.add(loop.counter());
    }
    if (s instanceof Stmt.Declare d && d.value().isEmpty()) {
      bare.add(d.variable());
    } else {
      declared.addAll(Variables.declared(s));
      Variables.declared(s).forEach(v -> note(v, written));
    }
    if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Read target) {
      note(target.variable(), written);
    } else if (s instanceof Stmt.Opaque o) {
      o.code().assigned().forEach(v -> note(v, written));
    } else if (s instanceof Stmt.Push p) {
      note(p.stack(), read);
    }
  }

  /** Adds what {@code e} reads. */
  void add(Expr e) {
    Variables.forEachNode(
        e,
        x -> {
          if (x instanceof Expr.Read r) {
            note(r.variable(), read);
          } else if (x instanceof Expr.Pop p) {
            note(p.stack(), read);
          }
        });
  }

  private void note(Var v, Set<Var> how) {
    how.add(v);
    times.merge(v, 1, Integer::sum);
  }

  /** All variables whose values matter there. */
  Set<Var> mentioned() {
    Set<Var> all = new LinkedHashSet<>(read);
    all.addAll(written);
    return all;
  }
}
