package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.Location;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.contract.RepeatedReverse;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether the reverse sweep of a method with an array as result can be run again: whether
 * it brings nothing back to earlier values, takes nothing from a stack and adds to nothing but what
 * it has made itself. Then all rows of the Jacobian share one forward sweep.
 */
final class Repeatable {

  private Repeatable() {}

  /** The two parts of {@code sweep}, which has one seed, an array of numbers, and a value. */
  static Optional<RepeatedReverse> of(Sweep sweep, Program program) {
    Var seed = sweep.extra().get(0);
    boolean isList =
        seed.type() instanceof Type.Array array && array.element() instanceof Type.Primitive;
    if (!isList || !(sweep.value().orElseThrow() instanceof Expr.Read value)) {
      return Optional.empty();
    }
    int split = 0;
    while (split < sweep.body().size() && !mentions(sweep.body().get(split), seed)) {
      split++;
    }
    RepeatedReverse parts = new RepeatedReverse(sweep, split);
    List<Stmt> first = sweep.body().subList(0, split);
    List<Stmt> second = sweep.body().subList(split, sweep.body().size());
    boolean isThere = Variables.declaredIn(first).contains(value.variable());
    boolean sharesRows =
        sweep.derivatives().stream()
            .filter(e -> e.type() instanceof Type.Array)
            .anyMatch(e -> !Collections.disjoint(Variables.readBy(e), Variables.declaredIn(first)));
    return isThere
            && !sharesRows
            && isPlain(second)
            && leavesAlone(sweep.asFunction(), first, second, program)
        ? Optional.of(parts)
        : Optional.empty();
  }

  private static boolean mentions(Stmt s, Var v) {
    return Variables.readBy(List.of(s)).contains(v);
  }

  /** Whether {@code statements} do nothing but compute. */
  private static boolean isPlain(List<Stmt> statements) {
    boolean[] plain = {true};
    Variables.forEachStatement(
        statements,
        s -> {
          plain[0] &=
              !(s instanceof Stmt.Call || s instanceof Stmt.Opaque || s instanceof Stmt.Push);
          Children.expressions(s)
              .forEach(e -> Variables.forEachNode(e, x -> plain[0] &= !(x instanceof Expr.Pop)));
        });
    return plain[0];
  }

  /** Whether the second part writes nothing that the first one or the caller has. */
  private static boolean leavesAlone(
      Function whole, List<Stmt> first, List<Stmt> second, Program program) {
    Effects effects = Effects.of(Memory.of(whole, program), program);
    List<Var> outer = new ArrayList<>(Variables.declaredIn(first));
    whole.parameters().forEach(p -> outer.add(p.variable()));
    Set<Location> held = new HashSet<>();
    for (Var v : outer) {
      held.add(new Location.Variable(v));
      held.addAll(effects.contents(v.read()));
    }
    return Collections.disjoint(effects.writtenBy(second), held);
  }
}
