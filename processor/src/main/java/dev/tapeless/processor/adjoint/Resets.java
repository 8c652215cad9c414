package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.Location;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Increment;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code vBar = 0; vBar += e} is {@code vBar = e}, also for an element, and also when each branch
 * of what follows begins with the sum.
 *
 * <p>Law: {@code 0 + e = e} but for the sign of a zero, where {@code e} does not read what is set
 * to zero. An adjoint does not promise that sign, but the values of the method do: statements of
 * the method stay as they are.
 */
public final class Resets {

  private final Effects effects;

  private Resets(Effects effects) {
    this.effects = effects;
  }

  /** {@code sweep} with merged resets. */
  public static Sweep merged(Sweep sweep) {
    return sweep.withBody(of(sweep.asFunction()).block(sweep.body()));
  }

  /** {@code function} with merged resets. */
  public static Function merged(Function function) {
    return function.withBody(of(function).block(function.body()));
  }

  private static Resets of(Function function) {
    Program nothing = new Program(Map.of(), Map.of());
    return new Resets(Effects.of(Memory.of(function), nothing));
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> work = new ArrayList<>(statements);
    List<Stmt> out = new ArrayList<>();
    for (int i = 0; i < work.size(); i++) {
      if (!isReset(work.get(i)) || !moves(work, i)) {
        out.add(Children.map(work.get(i), e -> e, this::block));
      }
    }
    return out;
  }

  /** Puts the reset at {@code index} into the sum that comes next, if there is one. */
  private boolean moves(List<Stmt> work, int index) {
    Stmt.Assign reset = (Stmt.Assign) work.get(index);
    int next = index + 1;
    while (next < work.size() && mayPass(reset, work.get(next))) {
      next++;
    }
    Optional<Stmt> merged =
        next < work.size() ? first(reset, work.get(next)) : Optional.<Stmt>empty();
    int at = next;
    merged.ifPresent(s -> work.set(at, s));
    return merged.isPresent();
  }

  /** Whether {@code reset} may come after {@code s}, too. */
  private static boolean mayPass(Stmt.Assign reset, Stmt s) {
    if (s instanceof Stmt.Comment) {
      return true;
    }
    return reset.target() instanceof Expr.Read target
        && (s instanceof Stmt.Declare || s instanceof Stmt.Assign)
        && !Variables.readBy(List.of(s)).contains(target.variable())
        && !Variables.assignedIn(List.of(s)).contains(target.variable());
  }

  private static boolean isReset(Stmt s) {
    return s instanceof Stmt.Assign a
        && a.origin().equals(Origin.NONE)
        && a.target().type().isReal()
        && Exprs.isNumber(a.value(), 0);
  }

  /** {@code next} with the sum in it for the reset before it. */
  private Optional<Stmt> first(Stmt.Assign reset, Stmt next) {
    if (next instanceof Stmt.Assign a && a.target().equals(reset.target())) {
      return sum(reset.target(), a);
    }
    if (next instanceof Stmt.If branch && !reads(branch.condition(), reset)) {
      Optional<List<Stmt>> then = begins(reset, branch.then());
      Optional<List<Stmt>> otherwise = begins(reset, branch.otherwise());
      if (then.isPresent() && otherwise.isPresent()) {
        return Optional.of(
            new Stmt.If(branch.condition(), then.get(), otherwise.get(), branch.origin()));
      }
    }
    return Optional.empty();
  }

  private Optional<List<Stmt>> begins(Stmt.Assign reset, List<Stmt> statements) {
    int at = 0;
    while (at < statements.size() && statements.get(at) instanceof Stmt.Comment) {
      at++;
    }
    if (at == statements.size()) {
      return Optional.empty();
    }
    Optional<Stmt> merged = first(reset, statements.get(at));
    int index = at;
    return merged.map(
        s -> {
          List<Stmt> out = new ArrayList<>(statements);
          out.set(index, s);
          return out;
        });
  }

  private Optional<Stmt> sum(Place target, Stmt.Assign a) {
    Optional<Increment> sum = Increment.of(a);
    if (sum.isEmpty() || !a.origin().equals(Origin.NONE) || reads(sum.get().amount(), a)) {
      return Optional.empty();
    }
    return Optional.of(new Stmt.Assign(target, sum.get().added(), a.origin()));
  }

  private boolean reads(Expr e, Stmt.Assign a) {
    Location target = effects.target(a);
    Set<Location> read = effects.readBy(e);
    return read.contains(target);
  }
}
