package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.InitialWrites;
import dev.tapeless.processor.analysis.Location;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.analysis.Recording;
import dev.tapeless.processor.analysis.RenewedArrays;
import dev.tapeless.processor.analysis.ReversedOnTheSpot;
import dev.tapeless.processor.analysis.Roles;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the reverse statements read, taken off the statements themselves. */
final class NeededValues implements Recording.Needs {

  private final StatementAdjoints adjoints;
  private final ReversedOnTheSpot loops;
  private final Effects effects;
  private final ForwardSweep.Prepared forward;

  NeededValues(
      StatementAdjoints adjoints,
      ReversedOnTheSpot loops,
      Effects effects,
      ForwardSweep.Prepared forward) {
    this.adjoints = adjoints;
    this.loops = loops;
    this.effects = effects;
    this.forward = forward;
  }

  @Override
  public Set<Location> of(Stmt statement) {
    Set<Location> needed = effects.readBy(adjoints.of(statement));
    Var trips = forward.tripCounts().get(statement);
    if (trips != null) {
      needed.add(new Location.Variable(trips));
    }
    return needed;
  }

  @Override
  public boolean isReversed(Stmt statement) {
    return adjoints.isReversed(statement);
  }

  @Override
  public boolean isFused(Stmt statement) {
    return loops.isFused(statement);
  }

  @Override
  public List<Stmt> reversedPart(Stmt loop) {
    List<Stmt> body = ReversedOnTheSpot.body(loop);
    if (!loops.isCarrying(loop)) {
      return body;
    }
    int end = body.size();
    while (end > 0 && !adjoints.isReversed(body.get(end - 1))) {
      end--;
    }
    return body.subList(0, end);
  }

  /** What the reverse statements of {@code statements} read, at any depth. */
  Set<Location> all(List<Stmt> statements) {
    Set<Location> all = new HashSet<>();
    Variables.forEachStatement(
        statements,
        s -> {
          all.addAll(of(s));
          if (s instanceof Stmt.If branch) {
            all.addAll(effects.readBy(branch.condition()));
          }
        });
    return all;
  }

  /** What the variables are for that the primal in {@code body} does not have. */
  Roles roles(Shadows shadows, List<Stmt> body, Set<Stmt> freshArrays, RenewedArrays renewed) {
    References references = References.in(body);
    Map<Stmt, Set<Var>> read = new IdentityHashMap<>();
    Set<Stmt> initial =
        InitialWrites.in(body, s -> read.computeIfAbsent(s, x -> Variables.readBy(adjoints.of(x))));
    return new Roles() {
      @Override
      public boolean isBookkeeping(Stmt.Assign assign) {
        return assign.target() instanceof Expr.Read read
            && forward.counters().contains(read.variable());
      }

      @Override
      public boolean isFreshShadow(Var variable) {
        return shadows.isShadow(variable) && !references.isKept(variable);
      }

      @Override
      public Set<Var> rows(Var array) {
        return references.rows(array);
      }

      @Override
      public boolean isFreshArray(Stmt.Declare declaration) {
        return freshArrays.contains(declaration);
      }

      @Override
      public boolean isInitialWrite(Stmt.Assign assign) {
        return initial.contains(assign);
      }

      @Override
      public Optional<Expr> renewal(Stmt.Assign assign) {
        return renewed.renewal(assign);
      }

      @Override
      public Optional<Expr.NewArray> renewal(Var variable) {
        return renewed.last(variable);
      }
    };
  }

  /**
   * The loops among those reversed on the spot that cannot be: what their trips overwrite and the
   * reversed trip would bring back, the next trip wants to find, or the reverse sweep.
   */
  Set<Stmt> reversedLater(List<Stmt> body, Recording recording) {
    Set<Stmt> later = Collections.newSetFromMap(new IdentityHashMap<>());
    later.addAll(recording.overwriting());
    Variables.forEachStatement(
        body,
        s -> {
          if (isFused(s) && loops.isCarrying(s) && bringsBack(s, recording)) {
            later.add(s);
          }
        });
    return later;
  }

  private boolean bringsBack(Stmt loop, Recording recording) {
    List<Stmt> reversed = reversedPart(loop);
    List<Stmt> body = ReversedOnTheSpot.body(loop);
    Set<Location> kept = new HashSet<>(effects.readBy(body.subList(reversed.size(), body.size())));
    Set<Var> own = Variables.declaredIn(reversed);
    return restored(reversed, recording).stream()
        .anyMatch(
            w ->
                kept.contains(w)
                    || !(w instanceof Location.Variable v && own.contains(v.variable())));
  }

  /** What the reversal of {@code statements} brings back, or writes once more. */
  Set<Location> restored(List<Stmt> statements, Recording recording) {
    Set<Location> restored = new HashSet<>();
    Variables.forEachStatement(
        statements,
        s -> {
          boolean runsAgain = s instanceof Stmt.Call && !adjoints.of(s).isEmpty();
          if (recording.bringsBack(s)) {
            restored.addAll(effects.writtenBy(s));
          } else if (runsAgain) {
            restored.addAll(effects.writtenBy(s));
            ((Stmt.Call) s).results().forEach(r -> restored.remove(new Location.Variable(r)));
          }
        });
    return restored;
  }

  /**
   * The arrays of adjoints that are replaced by new ones of the same size. None into which anything
   * is added on the way forward before that, in a loop that is reversed on the spot.
   */
  RenewedArrays renewed(Shadows shadows, List<Stmt> body, Memory memory) {
    if (adjoints.hasKnownCalls()) {
      return RenewedArrays.none();
    }
    int last = body.size();
    while (last > 0 && !replacesShadow(body.get(last - 1), shadows)) {
      last--;
    }
    Set<Location> filled = new HashSet<>();
    Variables.forEachStatement(
        body.subList(0, last),
        s -> {
          if (isFused(s)) {
            Variables.forEachStatement(
                List.of(s), inner -> filled.addAll(effects.writtenBy(adjoints.of(inner))));
          }
        });
    return RenewedArrays.in(
        body,
        memory,
        v -> shadows.isShadow(v) && Collections.disjoint(effects.contents(v.read()), filled));
  }

  private static boolean replacesShadow(Stmt s, Shadows shadows) {
    return Variables.assignedIn(List.of(s)).stream()
        .anyMatch(v -> v.type() instanceof Type.Array && shadows.isShadow(v));
  }
}
