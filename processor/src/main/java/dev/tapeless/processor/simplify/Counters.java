package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.CountedBounds;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes integers that a counted loop increases by a constant in each trip ("induction variables") a
 * function of its counter: {@code for (i..) {use(p); p++;}} is {@code for (i..) {use(p + i);} p +=
 * n}. So trips depend on each other no more than they must.
 *
 * <p>Law: the integer gets the same values, overflow included. It is increased once in each trip,
 * by a constant, not within a branch or another loop; and the number of trips can be told after the
 * loop as well as before.
 */
public final class Counters {

  private Counters() {}

  /** {@code function} with the integers that are functions of counters. */
  public static Function in(Function function) {
    return function.withBody(block(function.body(), Set.of()));
  }

  private static List<Stmt> block(List<Stmt> statements, Set<Var> counters) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt statement : statements) {
      Set<Var> inside = new HashSet<>(counters);
      boolean isUpwards =
          statement instanceof Stmt.CountedFor f
              && f.step() == 1
              && isNotNegative(f.from(), counters);
      if (isUpwards) {
        inside.add(((Stmt.CountedFor) statement).counter());
      }
      // Inner loops first: what they leave behind is an increment.
      Stmt s = Children.map(statement, e -> e, b -> block(b, inside));
      if (isUpwards) {
        loop((Stmt.CountedFor) s, out);
      } else {
        out.add(s);
      }
    }
    return out;
  }

  /** Whether {@code e} is not below zero, so that a number of trips is an integer. */
  private static boolean isNotNegative(Expr e, Set<Var> counters) {
    if (e instanceof Expr.Binary b && b.op() == BinaryOp.ADD) {
      return isNotNegative(b.left(), counters) && isNotNegative(b.right(), counters);
    }
    return e instanceof Expr.Length
        || e instanceof Expr.Read read && counters.contains(read.variable())
        || e instanceof Expr.Literal literal && literal.value() instanceof Integer n && n >= 0;
  }

  private static void loop(Stmt.CountedFor loop, List<Stmt> out) {
    Stmt.CountedFor rest = loop;
    List<Stmt> after = new ArrayList<>();
    for (Stmt s : loop.body()) {
      Optional<Step> step = Step.of(s).filter(x -> isOnly(x, loop));
      if (step.isPresent()) {
        rest = without(step.get(), rest);
        after.add(step.get().times(CountedBounds.trips(loop)));
      }
    }
    out.add(rest);
    out.addAll(after);
  }

  /** An assignment {@code variable = variable + amount}. */
  private record Step(Stmt.Assign assign, Var variable, int amount) {

    static Optional<Step> of(Stmt s) {
      if (s instanceof Stmt.Assign a
          && a.target() instanceof Expr.Read target
          && target.type() == Type.Primitive.INT
          && a.value() instanceof Expr.Binary sum
          && (sum.op() == BinaryOp.ADD || sum.op() == BinaryOp.SUB)
          && sum.left().equals(target)
          && sum.right() instanceof Expr.Literal literal
          && literal.value() instanceof Integer n) {
        int amount = sum.op() == BinaryOp.ADD ? n : -n;
        return Optional.of(new Step(a, target.variable(), amount));
      }
      return Optional.empty();
    }

    /** The variable {@code trips} steps later. */
    Expr after(Expr trips) {
      if (amount == 1 || amount == -1) {
        return Exprs.binary(amount == 1 ? BinaryOp.ADD : BinaryOp.SUB, variable.read(), trips);
      }
      return Exprs.plus(variable.read(), Exprs.times(Exprs.num(amount), trips));
    }

    Stmt times(Expr trips) {
      return new Stmt.Assign(variable.read(), after(trips), Origin.NONE);
    }
  }

  private static boolean isOnly(Step step, Stmt.CountedFor loop) {
    int[] assignments = {0};
    boolean[] opaque = {false};
    Variables.forEachStatement(
        loop.body(),
        s -> {
          assignments[0] +=
              s instanceof Stmt.Assign a && a.target().equals(step.variable().read()) ? 1 : 0;
          opaque[0] |= s instanceof Stmt.Opaque o && o.code().assigned().contains(step.variable());
        });
    Set<Var> changing = new HashSet<>(Variables.assignedIn(loop.body()));
    changing.addAll(Variables.declaredIn(loop.body()));
    return assignments[0] == 1
        && !opaque[0]
        && !Variables.declaredIn(loop.body()).contains(step.variable())
        && isKept(loop.from(), changing)
        && isKept(loop.bound(), changing);
  }

  /** Whether {@code e} has the same value after the loop. */
  private static boolean isKept(Expr e, Set<Var> changing) {
    if (e instanceof Expr.Binary b) {
      boolean simple = b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUB || b.op() == BinaryOp.MUL;
      return simple && isKept(b.left(), changing) && isKept(b.right(), changing);
    }
    if (e instanceof Expr.Length length) {
      return length.array() instanceof Expr.Read && isKept(length.array(), changing);
    }
    return e instanceof Expr.Literal
        || e instanceof Expr.Read read && !changing.contains(read.variable());
  }

  /** {@code loop} without the step, and with what the variable would be wherever it is read. */
  private static Stmt.CountedFor without(Step step, Stmt.CountedFor loop) {
    Expr trip = difference(loop.counter().read(), loop.from());
    Expr before = step.after(trip);
    Expr after = step.after(Exprs.plus(trip, Exprs.num(1)));
    List<Stmt> body = new ArrayList<>();
    boolean isAfter = false;
    for (Stmt s : loop.body()) {
      if (s.equals(step.assign()) && !isAfter) {
        isAfter = true;
      } else {
        Expr value = isAfter ? after : before;
        body.addAll(Substitution.apply(Map.of(step.variable(), value), List.of(s)));
      }
    }
    return new Stmt.CountedFor(
        loop.counter(),
        loop.from(),
        loop.compare(),
        loop.bound(),
        loop.step(),
        body,
        loop.origin());
  }

  private static Expr difference(Expr a, Expr b) {
    return Exprs.isNumber(b, 0) ? a : Exprs.minus(a, b);
  }
}
