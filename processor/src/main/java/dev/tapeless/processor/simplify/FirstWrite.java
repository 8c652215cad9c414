package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A variable of ours is declared where it gets its first value: {@code v = 0; ...; v += e} is {@code ...; v = e}. A declaration goes down in
 * its block to the first statement that mentions the variable.
 *
 * <p>Law: {@code 0 + e = e} but for the sign of a zero, which an adjoint does not promise.
 */
final class FirstWrite {

  private FirstWrite() {}

  static Code of(Code code) {
    return new Code(block(code.statements()), code.results());
  }

  private static List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      out.add(Children.map(s, e -> e, FirstWrite::block));
    }
    for (int i = out.size() - 1; i >= 0; i--) {
      if (out.get(i) instanceof Stmt.Declare d && canMove(d)) {
        sink(d, i, out);
      }
    }
    return out;
  }

  private static boolean canMove(Stmt.Declare d) {
    return d.origin() == Origin.NONE
        && d.value().filter(e -> !(e instanceof Expr.Pop) && isSmall(e)).isPresent();
  }

  /** What is moved: a start value, or an allocation of ours. */
  private static boolean isSmall(Expr e) {
    return e instanceof Expr.Literal
        || e instanceof Expr.ZerosLike
        || e instanceof Expr.NewStack
        || e instanceof Expr.NewArray;
  }

  private static void sink(Stmt.Declare d, int from, List<Stmt> out) {
    Set<Var> inputs = Variables.readBy(d.value().get());
    int to = from + 1;
    while (to < out.size() && !mentions(out.get(to), d.variable()) && !writes(out.get(to), inputs)) {
      to++;
    }
    if (to < out.size() && first(d, out.get(to)).isPresent()) {
      out.set(to, first(d, out.get(to)).get());
      out.remove(from);
      return;
    }
    while (to > from + 1 && out.get(to - 1) instanceof Stmt.Comment) {
      to--;
    }
    // Declarations keep their order, so that moving them ends.
    while (to > from + 1 && out.get(to - 1) instanceof Stmt.Declare other && canMove(other)) {
      to--;
    }
    out.add(to, d);
    out.remove(from);
  }

  /** The declaration with the value that {@code s} gives the variable first. */
  private static Optional<Stmt> first(Stmt.Declare d, Stmt s) {
    if (!(s instanceof Stmt.Assign a) || !a.target().equals(d.variable().read())) {
      return Optional.empty();
    }
    if (!Variables.readBy(a.value()).contains(d.variable())) {
      return Optional.of(declared(d.variable(), a.value()));
    }
    boolean zero = d.variable().type().isReal() && Exprs.isNumber(d.value().get(), 0);
    if (!zero || !(a.value() instanceof Expr.Binary b) || !b.left().equals(a.target())) {
      return Optional.empty();
    }
    boolean again = Variables.readBy(b.right()).contains(d.variable());
    if (again || b.type() instanceof Type.Array) {
      return Optional.empty();
    }
    if (b.op() == BinaryOp.ADD) {
      return Optional.of(declared(d.variable(), b.right()));
    }
    return b.op() == BinaryOp.SUB
        ? Optional.of(declared(d.variable(), Exprs.negated(b.right())))
        : Optional.empty();
  }

  private static Stmt declared(Var v, Expr value) {
    return new Stmt.Declare(v, Optional.of(value), Origin.NONE);
  }

  private static boolean mentions(Stmt s, Var v) {
    boolean[] found = {false};
    Variables.forEachStatement(
        List.of(s),
        inner -> {
          found[0] |= Variables.declared(inner).contains(v);
          found[0] |= inner instanceof Stmt.Push p && p.stack().equals(v);
          Children.expressions(inner)
              .forEach(e -> found[0] |= Variables.readBy(e).contains(v));
        });
    return found[0];
  }

  private static boolean writes(Stmt s, Set<Var> variables) {
    return Variables.assignedIn(List.of(s)).stream().anyMatch(variables::contains);
  }
}
