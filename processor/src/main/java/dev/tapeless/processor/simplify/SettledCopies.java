package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A variable of ours that is declared with the value of another variable of the same name, and
 * never changes, is replaced by it when that one does not change any more: after {@code b = a},
 * {@code b} is {@code a} to the end of the statements that can see it. Another name tells the
 * reader something, and stays.
 */
final class SettledCopies {

  private final Set<Var> changing;
  private List<Expr> results;

  private SettledCopies(Code code) {
    this.changing = Variables.assignedIn(code.statements());
    this.results = code.results();
  }

  static Code of(Code code) {
    SettledCopies pass = new SettledCopies(code);
    List<Stmt> statements = pass.block(code.statements(), true);
    return new Code(statements, pass.results);
  }

  private List<Stmt> block(List<Stmt> statements, boolean isOutermost) {
    List<Stmt> out = new ArrayList<>();
    List<Stmt> rest = statements;
    while (!rest.isEmpty()) {
      Stmt first = rest.get(0);
      rest = rest.subList(1, rest.size());
      Optional<Expr> original = original(first, rest);
      if (original.isEmpty()) {
        out.add(within(first));
        continue;
      }
      Map<Var, Expr> copy = Map.of(((Stmt.Declare) first).variable(), original.get());
      rest = Substitution.apply(copy, rest);
      if (isOutermost) {
        results = results.stream().map(e -> Substitution.apply(copy, e)).toList();
      }
    }
    return out;
  }

  /** What the head of a loop declares is seen outside of it: by the condition and the tail. */
  private Stmt within(Stmt s) {
    if (s instanceof Stmt.Loop loop) {
      List<Stmt> head = loop.head().stream().map(this::within).toList();
      return new Stmt.Loop(head, loop.condition(), block(loop.tail(), false), loop.origin());
    }
    return Children.map(s, e -> e, block -> block(block, false));
  }

  /** What {@code s} declares a copy of, if nothing in {@code rest} changes either. */
  private Optional<Expr> original(Stmt s, List<Stmt> rest) {
    if (s instanceof Stmt.Declare d
        && d.origin() == Origin.NONE
        && d.value().orElse(null) instanceof Expr.Read read
        && d.variable().type().equals(read.type())
        && d.variable().name().equals(read.variable().name())
        && !changing.contains(d.variable())
        && !Variables.assignedIn(rest).contains(read.variable())) {
      return d.value();
    }
    return Optional.empty();
  }
}
