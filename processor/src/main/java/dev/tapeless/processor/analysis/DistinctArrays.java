package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables refer to different arrays where an element is assigned, though {@link Memory} has
 * the arrays in one class: two buffers that are swapped stay two.
 *
 * <p>A forward analysis of pairs that are certainly different; where paths meet, of those that are
 * so on each.
 */
public final class DistinctArrays {

  private record Pair(int smaller, int larger) {

    static Pair of(Var a, Var b) {
      return new Pair(Math.min(a.id(), b.id()), Math.max(a.id(), b.id()));
    }

    boolean has(Var v) {
      return smaller == v.id() || larger == v.id();
    }
  }

  /** The buffers of an algorithm are few. Pairs are many where variables are. */
  private static final int MOST = 16;

  /** For each variable those that may refer to the same array as far as {@link Memory} knows. */
  private final Map<Var, Set<Var>> arrays = new HashMap<>();

  private final Map<Stmt, Set<Pair>> known = new IdentityHashMap<>();

  private DistinctArrays() {}

  /** The facts of {@code body}, for variables whose arrays change their names. */
  public static DistinctArrays of(List<Stmt> body, Effects effects) {
    DistinctArrays distinct = new DistinctArrays();
    distinct.addArrays(body, effects);
    if (!distinct.arrays.isEmpty()) {
      distinct.block(body, Set.of());
    }
    return distinct;
  }

  private void addArrays(List<Stmt> body, Effects effects) {
    Set<Var> variables = new LinkedHashSet<>(Variables.readBy(body));
    variables.addAll(Variables.declaredIn(body));
    Map<Location, Set<Var>> classes = new HashMap<>();
    for (Var v : variables) {
      if (v.type() instanceof Type.Array) {
        Location elements = effects.location(Exprs.element(v.read(), Exprs.num(0)));
        classes.computeIfAbsent(elements, k -> new LinkedHashSet<>()).add(v);
      }
    }
    Set<Var> assigned = Variables.assignedIn(body);
    for (Set<Var> same : classes.values()) {
      if (same.size() <= MOST && same.stream().anyMatch(assigned::contains)) {
        same.forEach(v -> arrays.put(v, same));
      }
    }
  }

  /**
   * Whether {@code a} and {@code b} refer to different arrays whenever {@code assign}, to an
   * element, runs.
   */
  public boolean areDifferent(Var a, Var b, Stmt.Assign assign) {
    return known.getOrDefault(assign, Set.of()).contains(Pair.of(a, b));
  }

  private Set<Pair> block(List<Stmt> statements, Set<Pair> before) {
    Set<Pair> state = before;
    for (Stmt s : statements) {
      state = statement(s, state);
    }
    return state;
  }

  private Set<Pair> statement(Stmt s, Set<Pair> before) {
    if (s instanceof Stmt.If branch) {
      return both(block(branch.then(), before), block(branch.otherwise(), before));
    }
    if (s instanceof Stmt.CountedFor loop) {
      Set<Pair> head = before;
      for (Set<Pair> next = both(head, block(loop.body(), head)); !next.equals(head); ) {
        head = next;
        next = both(head, block(loop.body(), head));
      }
      return head;
    }
    if (s instanceof Stmt.Loop loop) {
      Set<Pair> start = before;
      Set<Pair> exit = block(loop.head(), start);
      for (Set<Pair> next = both(start, block(loop.tail(), exit)); !next.equals(start); ) {
        start = next;
        exit = block(loop.head(), start);
        next = both(start, block(loop.tail(), exit));
      }
      return exit;
    }
    return simple(s, before);
  }

  private Set<Pair> simple(Stmt s, Set<Pair> before) {
    if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Element) {
      known.put(s, before);
      return before;
    }
    Set<Pair> after = before;
    if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Read read) {
      after = assigned(read.variable(), a.value(), before);
    } else if (s instanceof Stmt.Declare d && d.value().isPresent()) {
      after = assigned(d.variable(), d.value().get(), before);
    } else {
      for (Var v : Variables.declared(s)) {
        after = without(v, after);
      }
      if (s instanceof Stmt.Opaque opaque) {
        for (Var v : opaque.code().assigned()) {
          after = without(v, after);
        }
      }
    }
    return after;
  }

  private Set<Pair> assigned(Var v, Expr value, Set<Pair> before) {
    Set<Pair> after = without(v, before);
    for (Var other : arrays.getOrDefault(v, Set.of())) {
      if (!other.equals(v) && isDifferent(value, other, before)) {
        after.add(Pair.of(v, other));
      }
    }
    return after;
  }

  private static boolean isDifferent(Expr value, Var other, Set<Pair> state) {
    if (value instanceof Expr.Conditional c) {
      return isDifferent(c.whenTrue(), other, state) && isDifferent(c.whenFalse(), other, state);
    }
    if (value instanceof Expr.Read read) {
      return state.contains(Pair.of(read.variable(), other));
    }
    return Exprs.isNewArray(value);
  }

  private Set<Pair> without(Var v, Set<Pair> state) {
    if (!arrays.containsKey(v)) {
      return state;
    }
    Set<Pair> rest = new HashSet<>(state);
    rest.removeIf(p -> p.has(v));
    return rest;
  }

  private static Set<Pair> both(Set<Pair> a, Set<Pair> b) {
    Set<Pair> common = new HashSet<>(a);
    common.retainAll(b);
    return common;
  }
}
