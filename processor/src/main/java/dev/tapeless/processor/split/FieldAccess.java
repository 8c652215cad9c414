package dev.tapeless.processor.split;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Exits;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import dev.tapeless.processor.simplify.Substitution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Puts fields in the place of variables. Where Java, or speed, wants a variable, the field is
 * copied into one: in a loop, in copied code, and where a stack is used.
 */
final class FieldAccess {

  private final Set<Var> variables;
  private final Function<Var, Expr.Member> field;
  private final Predicate<Stmt> isPart;
  private final Vars vars;

  /**
   * Access to some variables.
   *
   * @param variables those that are fields
   * @param isPart whether a statement calls a part, which may use the fields too
   */
  FieldAccess(
      Set<Var> variables, Function<Var, Expr.Member> field, Predicate<Stmt> isPart, Vars vars) {
    this.variables = variables;
    this.field = field;
    this.isPart = isPart;
    this.vars = vars;
  }

  /** {@code statements} with fields for the variables. */
  List<Stmt> in(List<Stmt> statements) {
    if (variables.isEmpty()) {
      return statements;
    }
    List<Stmt> out = new ArrayList<>();
    statements.forEach(s -> add(s, out));
    return out;
  }

  /** {@code e} with fields for the variables. */
  Expr in(Expr e) {
    return Children.rewrite(
        e,
        x ->
            x instanceof Expr.Read read && variables.contains(read.variable())
                ? field.apply(read.variable())
                : x);
  }

  private void add(Stmt s, List<Stmt> out) {
    if (isPart.test(s)) {
      out.add(s);
    } else if (s instanceof Stmt.CountedFor || s instanceof Stmt.Loop) {
      loop(s, out);
    } else if (s instanceof Stmt.Opaque || s instanceof Stmt.Throw || usesStack(s)) {
      copied(s, used(s), out);
    } else {
      plain(s, out);
    }
  }

  private void plain(Stmt s, List<Stmt> out) {
    Stmt mapped = Children.map(s, this::in, this::in);
    if (mapped instanceof Stmt.Declare d && variables.contains(d.variable())) {
      d.value().ifPresent(e -> out.add(store(d.variable(), e, d.origin())));
    } else if (mapped instanceof Stmt.Call c
        && c.result().filter(variables::contains).isPresent()) {
      Var result = copy(c.result().get());
      out.add(new Stmt.Call(Optional.of(result), c.callee(), c.arguments(), c.origin()));
      out.add(store(c.result().get(), result.read(), Origin.NONE));
    } else {
      out.add(mapped);
    }
  }

  /** A loop without parts works on variables. */
  private void loop(Stmt s, List<Stmt> out) {
    boolean[] hasPart = {false};
    Variables.forEachStatement(List.of(s), x -> hasPart[0] |= isPart.test(x));
    Set<Var> used = used(s);
    if (used.isEmpty() || hasPart[0]) {
      plain(s, out);
      return;
    }
    List<Stmt> block = new ArrayList<>();
    copied(s, used, block);
    out.add(new Stmt.Block(block, s.origin()));
  }

  /** The statement on copies of the variables, which are written back. */
  private void copied(Stmt s, Set<Var> used, List<Stmt> out) {
    Map<Var, Expr> copies = new LinkedHashMap<>();
    Set<Var> written = Uses.of(List.of(s)).written();
    Set<Var> declared = new LinkedHashSet<>(Variables.declared(s));
    for (Var v : used) {
      Var copy = copy(v);
      copies.put(v, copy.read());
      if (!declared.contains(v)) {
        out.add(new Stmt.Declare(copy, Optional.of(field.apply(v)), Origin.NONE));
      }
    }
    out.addAll(Substitution.apply(copies, List.of(s)));
    for (Var v : used) {
      if (written.contains(v) && !Exits.leaves(s)) {
        out.add(store(v, Optional.ofNullable(copies.get(v)).orElseThrow(), Origin.NONE));
      }
    }
  }

  private Var copy(Var v) {
    return vars.make(field.apply(v).name(), v.type());
  }

  private Stmt store(Var v, Expr value, Origin origin) {
    return new Stmt.Assign(field.apply(v), value, origin);
  }

  private Set<Var> used(Stmt s) {
    Set<Var> used = Uses.of(List.of(s)).mentioned();
    used.retainAll(variables);
    return used;
  }

  private boolean usesStack(Stmt s) {
    boolean[] found = {s instanceof Stmt.Push p && variables.contains(p.stack())};
    for (Expr e : Children.expressions(s)) {
      Variables.forEachNode(
          e, x -> found[0] |= x instanceof Expr.Pop pop && variables.contains(pop.stack()));
    }
    return found[0];
  }
}
