package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Cost;
import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.Location;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Prepares the primal's statements for their reversal: shadow references beside the references, a
 * name for a condition that cannot be asked again, and a count of the trips of general loops.
 */
final class ForwardSweep {

  private final Activity activity;
  private final Effects effects;
  private final Shadows shadows;
  private final Vars vars;
  private final boolean nameConditions;
  private final Set<Location> changedByCalls = new HashSet<>();
  private final Set<Var> assigned = new HashSet<>();
  private final Map<Stmt, Var> tripCounts = new IdentityHashMap<>();
  private final Set<Var> counters = new HashSet<>();

  private ForwardSweep(
      Activity activity, Effects effects, Shadows shadows, Vars vars, boolean nameConditions) {
    this.activity = activity;
    this.effects = effects;
    this.shadows = shadows;
    this.vars = vars;
    this.nameConditions = nameConditions;
  }

  /**
   * The prepared statements.
   *
   * @param tripCounts for each general loop the variable that counts its trips
   */
  record Prepared(List<Stmt> statements, Map<Stmt, Var> tripCounts, Set<Var> counters) {}

  /** Prepares {@code statements}; with {@code nameConditions} every condition gets a name. */
  static Prepared of(
      List<Stmt> statements,
      Activity activity,
      Effects effects,
      Shadows shadows,
      Vars vars,
      boolean nameConditions) {
    ForwardSweep sweep = new ForwardSweep(activity, effects, shadows, vars, nameConditions);
    Variables.forEachStatement(
        statements,
        s -> {
          if (s instanceof Stmt.Opaque o && o.effect().includes(Stmt.Effect.OBJECTS)) {
            sweep.changedByCalls.addAll(effects.writtenBy(s));
          }
        });
    sweep.assigned.addAll(Variables.assignedIn(statements));
    List<Stmt> prepared = sweep.block(statements);
    return new Prepared(prepared, sweep.tripCounts, sweep.counters);
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    statements.forEach(s -> statement(s, out));
    return out;
  }

  private void statement(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Declare d && isActiveReference(d.variable().read())) {
      out.add(d);
      out.add(shadow(d));
    } else if (s instanceof Stmt.Assign a) {
      assign(a, out);
    } else if (s instanceof Stmt.Call c) {
      call(c, out);
    } else if (s instanceof Stmt.Opaque opaque) {
      opaque(opaque, out);
    } else if (s instanceof Stmt.If branch) {
      branch(branch, out);
    } else if (s instanceof Stmt.Loop loop) {
      loop(loop, out);
    } else {
      out.add(Children.map(s, e -> e, this::block));
    }
  }

  private boolean isActiveReference(Expr e) {
    return e.type().isRealArray() && activity.isActive(e);
  }

  private Stmt shadow(Stmt.Declare d) {
    Optional<Expr> value = d.value().map(e -> adjoints(e, d.variable().read()));
    return new Stmt.Declare(shadows.of(d.variable()), value, Origin.NONE);
  }

  /** The array of adjoints for the array {@code e}, which is in {@code variable} already. */
  private Expr adjoints(Expr e, Expr variable) {
    if (e instanceof Expr.NewArray n) {
      // A node of its own, because an allocation is known by its node.
      return new Expr.NewArray(n.type(), n.dimensions());
    }
    if (e instanceof Expr.ArrayLiteral literal) {
      return adjoints(literal);
    }
    if (e instanceof Expr.CloneArray clone) {
      return clone.type().rank() > 1
          ? reference(clone.array())
              .<Expr>map(Expr.CloneArray::new)
              .orElse(new Expr.ZerosLike(variable))
          : new Expr.NewArray((Type.Array) clone.type(), List.of(length(clone, variable)));
    }
    if (e instanceof Expr.DeepCopy copy) {
      // The copy stands for the parameter from here on: nothing else refers to the parameter's
      // adjoints.
      return reference(copy.array()).orElse(new Expr.ZerosLike(variable));
    }
    return reference(e).orElse(new Expr.ZerosLike(variable));
  }

  /** That of the variable, unless it gets another array. */
  private Expr length(Expr.CloneArray clone, Expr variable) {
    boolean lasts = variable instanceof Expr.Read read && !assigned.contains(read.variable());
    return Exprs.length(lasts ? variable : clone.array());
  }

  /** The adjoints of what {@code array} refers to; empty where it has none. */
  private Optional<Expr> reference(Expr array) {
    return activity.isActive(array) ? shadows.reference(array) : Optional.empty();
  }

  private Expr adjoints(Expr.ArrayLiteral literal) {
    if (literal.type().rank() == 1) {
      return new Expr.NewArray(literal.type(), List.of(Exprs.num(literal.elements().size())));
    }
    List<Expr> rows = literal.elements().stream().map(row -> adjoints(row, row)).toList();
    return new Expr.ArrayLiteral(literal.type(), rows);
  }

  private void assign(Stmt.Assign a, List<Stmt> out) {
    if (isActiveReference(a.target())) {
      reference(a, out);
    } else {
      out.add(a);
    }
  }

  private void reference(Stmt.Assign a, List<Stmt> out) {
    Expr value = a.value();
    if (shadows.reference(value).isEmpty()) {
      Var made = vars.make(name(a.target()), value.type());
      Stmt.Declare declaration = new Stmt.Declare(made, Optional.of(value), a.origin());
      out.add(declaration);
      out.add(shadow(declaration));
      value = made.read();
    }
    Stmt primal = new Stmt.Assign(a.target(), value, a.origin());
    Expr bars = shadows.reference(value).orElseThrow();
    Stmt shadow = new Stmt.Assign(shadows.place(a.target()), bars, a.origin());
    boolean readsTarget =
        a.target() instanceof Expr.Read read && Variables.readBy(value).contains(read.variable());
    out.add(readsTarget ? shadow : primal);
    out.add(readsTarget ? primal : shadow);
  }

  private static String name(Expr target) {
    return target instanceof Expr.Read read ? read.variable().name() : "row";
  }

  private Expr named(String name, Expr e, Stmt s, List<Stmt> out) {
    Var v = vars.make(name, e.type());
    statement(new Stmt.Declare(v, Optional.of(e), s.origin()), out);
    return v.read();
  }

  private void call(Stmt.Call c, List<Stmt> out) {
    out.add(c);
    c.results().stream()
        .filter(r -> isActiveReference(r.read()))
        .forEach(
            r -> {
              Expr zeros = new Expr.ZerosLike(r.read());
              out.add(new Stmt.Declare(shadows.of(r), Optional.of(zeros), Origin.NONE));
            });
  }

  /** What comes from outside depends on nothing active: its adjoints go nowhere. */
  private void opaque(Stmt.Opaque s, List<Stmt> out) {
    out.add(s);
    for (Var v : s.code().assigned()) {
      if (isActiveReference(v.read())) {
        Expr zeros = new Expr.ZerosLike(v.read());
        out.add(new Stmt.Assign(shadows.of(v).read(), zeros, Origin.NONE));
      }
    }
    s.result()
        .filter(r -> isActiveReference(r.read()))
        .ifPresent(
            r -> {
              Expr zeros = new Expr.ZerosLike(r.read());
              out.add(new Stmt.Declare(shadows.of(r), Optional.of(zeros), Origin.NONE));
            });
  }

  private void branch(Stmt.If s, List<Stmt> out) {
    Expr condition = s.condition();
    List<Stmt> then = block(s.then());
    List<Stmt> otherwise = block(s.otherwise());
    if (!canBeAskedAgain(s)) {
      condition = named("condition", condition, s, out);
    }
    out.add(new Stmt.If(condition, then, otherwise, s.origin()));
  }

  private boolean canBeAskedAgain(Stmt.If s) {
    Set<Location> written = effects.writtenBy(s.then());
    written.addAll(effects.writtenBy(s.otherwise()));
    return !nameConditions
        && Cost.isCheap(s.condition())
        && effects.readBy(s.condition()).stream()
            .noneMatch(r -> written.contains(r) || changedByCalls.contains(r));
  }

  private void loop(Stmt.Loop s, List<Stmt> out) {
    Var count = vars.make("trips", Type.Primitive.INT);
    counters.add(count);
    out.add(new Stmt.Declare(count, Optional.of(Exprs.num(0)), Origin.NONE));
    Expr next = Exprs.plus(count.read(), Exprs.num(1));
    List<Stmt> head = block(s.head());
    List<Stmt> tail = block(s.tail());
    boolean atEnd = s.tail().isEmpty();
    List<Stmt> counted = new ArrayList<>();
    counted.add(new Stmt.Assign(count.read(), next, Origin.NONE));
    counted.addAll(atEnd ? head : tail);
    Stmt.Loop loop =
        new Stmt.Loop(atEnd ? counted : head, s.condition(), atEnd ? tail : counted, s.origin());
    tripCounts.put(loop, count);
    out.add(loop);
  }
}
