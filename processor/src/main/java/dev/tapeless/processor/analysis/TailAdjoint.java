package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Increment;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Adjoints that are known before the statements have run which they depend on: of variables on
 * which the result depends linearly, with factors that are available already. After {@code s} has
 * been summed up, {@code return -s / n} gives the adjoint {@code -1 / n} whatever {@code s} is.
 */
final class TailAdjoint {

  private final Predicate<Expr> available;

  /** Empty for an adjoint that is not known; no entry for one that is zero. */
  private final Map<Var, Optional<Expr>> adjoints = new HashMap<>();

  private TailAdjoint(Predicate<Expr> available) {
    this.available = available;
  }

  /**
   * The adjoint that {@code variable} has before {@code tail}, when it is known.
   *
   * @param exits the adjoints at the end of the tail
   * @param available whether an expression has its value already before the tail runs
   */
  static Optional<Expr> of(
      Var variable, List<Stmt> tail, Map<Var, Expr> exits, Predicate<Expr> available) {
    TailAdjoint pass = new TailAdjoint(available);
    exits.forEach((v, adjoint) -> pass.adjoints.put(v, Optional.of(adjoint)));
    for (int i = tail.size() - 1; i >= 0; i--) {
      pass.reverse(tail.get(i));
    }
    return pass.adjoints.getOrDefault(variable, Optional.empty());
  }

  private void reverse(Stmt s) {
    if (isOfReference(s)) {
      // Nothing is known of the adjoints of an array, so nothing of what its elements are made of.
      unknownWithin(s);
    } else if (s instanceof Stmt.Declare d) {
      Optional<Expr> adjoint = adjoints.remove(d.variable());
      d.value().ifPresent(value -> flow(value, adjoint));
    } else if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Read target) {
      assign(a, target.variable());
    } else {
      unknownWithin(s);
    }
  }

  private static boolean isOfReference(Stmt s) {
    Type type =
        s instanceof Stmt.Declare d
            ? d.variable().type()
            : s instanceof Stmt.Assign a ? a.target().type() : Type.Primitive.INT;
    return !(type instanceof Type.Primitive);
  }

  private void assign(Stmt.Assign a, Var target) {
    Optional<Increment> increment = Increment.of(a);
    if (increment.isPresent()) {
      Optional<Expr> adjoint = adjoints.get(target);
      boolean minus = increment.get().subtracts();
      flow(
          increment.get().amount(),
          adjoint == null || !minus ? adjoint : adjoint.map(Exprs::negated));
    } else {
      flow(a.value(), adjoints.remove(target));
    }
  }

  /** A null adjoint is zero: nothing flows. */
  private void flow(Expr value, Optional<Expr> adjoint) {
    if (adjoint == null) {
      return;
    }
    for (Var v : Variables.readBy(value)) {
      if (v.type().isReal()) {
        Optional<Expr> factor =
            adjoint.isPresent() ? scaled(value, v, adjoint.get()) : Optional.empty();
        adjoints.merge(v, factor, TailAdjoint::sum);
      }
    }
  }

  private static Optional<Expr> sum(Optional<Expr> a, Optional<Expr> b) {
    return a.flatMap(x -> b.map(y -> Exprs.plus(x, y)));
  }

  /**
   * {@code g} times the derivative of {@code e} by {@code v}, which {@code e} reads; empty when
   * that is not available.
   */
  private Optional<Expr> scaled(Expr e, Var v, Expr g) {
    if (e.type() != v.type()) {
      return Optional.empty();
    }
    if (e instanceof Expr.Read) {
      return Optional.of(g);
    }
    if (e instanceof Expr.Unary u && u.op() == UnaryOp.NEGATE) {
      return scaled(u.operand(), v, Exprs.negated(g));
    }
    return e instanceof Expr.Binary b ? scaledOperand(b, v, g) : Optional.empty();
  }

  private Optional<Expr> scaledOperand(Expr.Binary b, Var v, Expr g) {
    boolean left = Variables.readBy(b.left()).contains(v);
    boolean right = Variables.readBy(b.right()).contains(v);
    if (left && right) {
      return Optional.empty();
    }
    Expr other = left ? b.right() : b.left();
    Expr operand = left ? b.left() : b.right();
    if (b.op() == BinaryOp.ADD) {
      return scaled(operand, v, g);
    }
    if (b.op() == BinaryOp.SUB) {
      return scaled(operand, v, left ? g : Exprs.negated(g));
    }
    if (b.op() == BinaryOp.MUL && available.test(other)) {
      return scaled(operand, v, Exprs.times(other, g));
    }
    if (b.op() == BinaryOp.DIV && left && available.test(other)) {
      return scaled(operand, v, Exprs.over(g, other));
    }
    return Optional.empty();
  }

  /** Of what other statements do only this much is seen: whether they just add to a variable. */
  private void unknownWithin(Stmt s) {
    Set<Var> read = new HashSet<>();
    Variables.forEachStatement(
        List.of(s),
        inner -> {
          Optional<Increment> increment =
              inner instanceof Stmt.Assign a ? Increment.of(a) : Optional.empty();
          if (increment.isPresent() && increment.get().target() instanceof Expr.Read) {
            read.addAll(Variables.readBy(increment.get().amount()));
          } else {
            Variables.evaluated(inner).forEach(e -> read.addAll(Variables.readBy(e)));
            if (inner instanceof Stmt.Assign a && a.target() instanceof Expr.Read target) {
              read.add(target.variable());
            }
          }
        });
    read.stream().filter(v -> v.type().isReal()).forEach(v -> adjoints.put(v, Optional.empty()));
  }
}
