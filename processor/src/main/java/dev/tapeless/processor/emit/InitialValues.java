package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a value to a variable that is read where the compiler cannot see that it has one: an early
 * return has become a branch, and the compiler does not know which conditions go together.
 *
 * <p>Law: it is a value that nobody reads.
 */
final class InitialValues {

  /** The variables that may be read before javac knows a value of them. */
  private final Set<Var> uncertain = new HashSet<>();

  private InitialValues() {}

  static Function in(Function function) {
    InitialValues values = new InitialValues();
    Set<Var> parameters = new HashSet<>();
    function.parameters().forEach(p -> parameters.add(p.variable()));
    Set<Var> assigned = values.after(function.body(), parameters);
    function.result().ifPresent(r -> values.read(r, assigned));
    return values.uncertain.isEmpty()
        ? function
        : function.withBody(values.initialised(function.body()));
  }

  /** The variables that certainly have a value after {@code statements}. */
  private Set<Var> after(List<Stmt> statements, Set<Var> before) {
    Set<Var> assigned = new HashSet<>(before);
    for (Stmt s : statements) {
      after(s, assigned);
    }
    return assigned;
  }

  private void after(Stmt s, Set<Var> assigned) {
    if (s instanceof Stmt.Loop loop) {
      Set<Var> head = after(loop.head(), assigned);
      read(loop.condition(), head);
      after(loop.tail(), head);
      assigned.addAll(head);
      return;
    }
    Variables.evaluated(s).forEach(e -> read(e, assigned));
    if (s instanceof Stmt.Declare d) {
      assigned.remove(d.variable());
      d.value().ifPresent(v -> assigned.add(d.variable()));
    } else if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Read target) {
      assigned.add(target.variable());
    } else if (s instanceof Stmt.Call || s instanceof Stmt.Opaque) {
      assigned.addAll(Variables.declared(s));
    } else if (s instanceof Stmt.If branch) {
      Set<Var> then = after(branch.then(), assigned);
      then.retainAll(after(branch.otherwise(), assigned));
      assigned.addAll(then);
    } else if (s instanceof Stmt.CountedFor loop) {
      Set<Var> inside = new HashSet<>(assigned);
      inside.add(loop.counter());
      after(loop.body(), inside);
    } else if (s instanceof Stmt.Block block) {
      assigned.addAll(after(block.statements(), assigned));
    }
  }

  private void read(Expr e, Set<Var> assigned) {
    for (Var v : Variables.readBy(e)) {
      if (!assigned.contains(v)) {
        uncertain.add(v);
      }
    }
  }

  private List<Stmt> initialised(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      out.add(
          s instanceof Stmt.Declare d && d.value().isEmpty() && uncertain.contains(d.variable())
              ? new Stmt.Declare(
                  d.variable(), Optional.of(Exprs.initial(d.variable().type())), d.origin())
              : Children.map(s, e -> e, this::initialised));
    }
    return out;
  }
}
