package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Increment;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A variable of ours is declared where it gets its first value: {@code v = 0; ...; v += e} is
 * {@code ...; v = e}. A declaration goes down in its block to the first statement that mentions the
 * variable.
 *
 * <p>Law: {@code 0 + e = e} but for the sign of a zero, which an adjoint does not promise.
 */
final class FirstWrite {

  private final Stmt[] statements;

  /** Which of them are declarations that can move. */
  private final BitSet movable = new BitSet();

  /** What goes in front of the statement with that index. */
  private final Map<Integer, List<Stmt>> before = new HashMap<>();

  private final Map<Var, Integer> nextMention = new HashMap<>();
  private final Map<Var, Integer> nextAssignment = new HashMap<>();

  /** Where a row of some array may be replaced next. */
  private int nextRowStore;

  private FirstWrite(List<Stmt> statements) {
    this.statements = statements.toArray(new Stmt[0]);
    this.nextRowStore = this.statements.length;
    for (int i = 0; i < this.statements.length; i++) {
      movable.set(i, isMovable(this.statements[i]));
    }
  }

  static Code of(Code code) {
    return new Code(block(code.statements()), code.results());
  }

  private static List<Stmt> block(List<Stmt> statements) {
    List<Stmt> inner = new ArrayList<>();
    for (Stmt s : statements) {
      inner.add(Children.map(s, e -> e, FirstWrite::block));
    }
    return new FirstWrite(inner).moved();
  }

  /** Goes up the block, so that what comes later is known. */
  private List<Stmt> moved() {
    for (int i = statements.length - 1; i >= 0; i--) {
      if (statements[i] instanceof Stmt.Declare d && canMove(d)) {
        move(d, i);
      }
      if (statements[i] != null) {
        note(i);
      }
    }
    List<Stmt> out = new ArrayList<>();
    for (int i = 0; i < statements.length; i++) {
      out.addAll(before.getOrDefault(i, List.of()));
      if (statements[i] != null) {
        out.add(statements[i]);
      }
    }
    out.addAll(before.getOrDefault(statements.length, List.of()));
    return out;
  }

  private void note(int i) {
    List<Stmt> one = List.of(statements[i]);
    Set<Var> assigned = Variables.assignedIn(one);
    assigned.forEach(v -> nextAssignment.put(v, i));
    assigned.forEach(v -> nextMention.put(v, i));
    Variables.readBy(one).forEach(v -> nextMention.put(v, i));
    Variables.declaredIn(one).forEach(v -> nextMention.put(v, i));
    Variables.forEachStatement(
        one,
        s -> {
          if (s instanceof Stmt.Push p) {
            nextMention.put(p.stack(), i);
          }
          boolean storesRow = s instanceof Stmt.Assign a && a.target().type() instanceof Type.Array;
          if (storesRow || s instanceof Stmt.Call || s instanceof Stmt.Opaque) {
            nextRowStore = i;
          }
        });
  }

  private void move(Stmt.Declare d, int from) {
    int to = nextMention.getOrDefault(d.variable(), statements.length);
    for (Var input : Variables.readBy(d.value().get())) {
      to = Math.min(to, nextAssignment.getOrDefault(input, statements.length));
    }
    if (d.value().get() instanceof Expr.ZerosLike zeros && zeros.type().rank() > 1) {
      to = Math.min(to, nextRowStore);
    }
    Optional<Stmt> first = to < statements.length ? first(d, statements[to]) : Optional.empty();
    if (first.isPresent()) {
      statements[to] = first.get();
      movable.set(to, isMovable(statements[to]));
      statements[from] = null;
      return;
    }
    while (to > from + 1 && statements[to - 1] instanceof Stmt.Comment) {
      to--;
    }
    // Declarations keep their order, so that moving them ends.
    while (to > from + 1 && (statements[to - 1] == null || movable.get(to - 1))) {
      to--;
    }
    if (to > from + 1) {
      before.computeIfAbsent(to, k -> new ArrayList<>()).add(0, d);
      statements[from] = null;
    }
  }

  private static boolean isMovable(Stmt s) {
    return s instanceof Stmt.Declare d && canMove(d);
  }

  private static boolean canMove(Stmt.Declare d) {
    return d.origin() == Origin.NONE
        && d.value().filter(e -> !(e instanceof Expr.Pop) && isSmall(e)).isPresent();
  }

  /** What is moved: a start value, or an allocation of ours. */
  private static boolean isSmall(Expr e) {
    return e instanceof Expr.Literal
        || e instanceof Expr.ZerosLike zeros && zeros.array() instanceof Expr.Read
        || e instanceof Expr.NewStack
        || e instanceof Expr.NewArray n && n.dimensions().stream().noneMatch(Exprs::readsElement);
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
    return zero
        ? Increment.of(a).map(sum -> declared(d.variable(), sum.added()))
        : Optional.empty();
  }

  private static Stmt declared(Var v, Expr value) {
    return new Stmt.Declare(v, Optional.of(value), Origin.NONE);
  }
}
