package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Commutation;
import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.Location;
import dev.tapeless.processor.analysis.Recording;
import dev.tapeless.processor.analysis.RenewedArrays;
import dev.tapeless.processor.analysis.ReversedOnTheSpot;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Increment;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.SingleAssignment;
import dev.tapeless.processor.ir.Sizes;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the forward and the reverse statements of a function together, with what is saved between
 * them.
 */
final class Reversal {

  private final StatementAdjoints adjoints;
  private final Recording recording;
  private final ReversedOnTheSpot loops;
  private final Activity activity;
  private final Effects effects;
  private final Shadows shadows;
  private final Vars vars;
  private final ForwardSweep.Prepared prepared;
  private final Snapshots snapshots;
  private final Sizes sizes;
  private final NeededValues needs;
  private final Set<Location> needed;
  private final RenewedArrays renewed;
  private final boolean naive;

  /**
   * Assignments whose saved values come back at the beginning of the reversed block, and what
   * brings them back.
   */
  private final Set<Stmt> early = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Map<Stmt, Stmt> restores = new IdentityHashMap<>();

  /** That of the outermost loop around which is reversed on the spot. */
  private Optional<Workspace> workspace = Optional.empty();

  Reversal(
      StatementAdjoints adjoints,
      Recording recording,
      ReversedOnTheSpot loops,
      Activity activity,
      Effects effects,
      Shadows shadows,
      Vars vars,
      ForwardSweep.Prepared prepared,
      Snapshots snapshots,
      Sizes sizes,
      NeededValues needs,
      Set<Location> needed,
      RenewedArrays renewed,
      boolean naive) {
    this.adjoints = adjoints;
    this.recording = recording;
    this.loops = loops;
    this.activity = activity;
    this.effects = effects;
    this.shadows = shadows;
    this.vars = vars;
    this.prepared = prepared;
    this.snapshots = snapshots;
    this.sizes = sizes;
    this.needs = needs;
    this.needed = needed;
    this.renewed = renewed;
    this.naive = naive;
  }

  /** What runs forward, and what runs when the reverse sweep comes back to it. */
  record Reversed(List<Stmt> forward, List<Stmt> reverse) {

    private static final Reversed NOTHING = new Reversed(List.of(), List.of());
  }

  /**
   * The statements of a block whose reversal follows in the same scope: its locals are still there.
   */
  Reversed joined(List<Stmt> block) {
    List<Stmt> forward = new ArrayList<>();
    List<Stmt> reverse = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      Stmt s = initialised(block.get(i), block.subList(i + 1, block.size()));
      List<Stmt> prologue = new ArrayList<>();
      Reversed r = statement(s, SaveSlots.around(s, prologue, vars, naive));
      forward.addAll(workspace.map(w -> w.shared(prologue)).orElse(prologue));
      forward.addAll(r.forward());
      forward.addAll(bars(s));
      reverse.addAll(0, r.reverse());
    }
    return new Reversed(forward, reverse);
  }

  /** The statements of a block whose scope ends before it is reversed. */
  private Reversed scoped(List<Stmt> block, SaveSlots slots) {
    List<Stmt> forward = new ArrayList<>();
    List<Stmt> reverse = new ArrayList<>();
    List<Stmt> bars = new ArrayList<>();
    Recording.Recovery recovery = recording.recovery(block);
    early.addAll(recovery.early());
    for (int i = 0; i < block.size(); i++) {
      Stmt s = initialised(block.get(i), block.subList(i + 1, block.size()));
      Reversed r = statement(s, slots);
      forward.addAll(r.forward());
      bars.addAll(bars(s));
      refill(recovery, i, reverse);
      reverse.addAll(0, r.reverse());
    }
    refill(recovery, block.size(), reverse);
    List<Stmt> top = new ArrayList<>();
    recovery.early().forEach(a -> top.add(restores.get(a)));
    Map<Var, Var> again = recover(recovery, slots, forward, top);
    restoredOnly(block, reverse, again, top);
    again.forEach((v, copy) -> effects.alias(copy, v));
    top.addAll(bars);
    top.addAll(reverse);
    return new Reversed(forward, reverse.isEmpty() ? List.of() : renamed(top, again));
  }

  private void refill(Recording.Recovery recovery, int index, List<Stmt> reverse) {
    if (recovery.refilledAfter() == index && !recovery.refilling().isEmpty()) {
      reverse.addAll(0, Repeated.of(recovery.refilling(), vars));
      reverse.add(0, new Stmt.Comment("What this trip has filled is filled again."));
    }
  }

  private Map<Var, Var> recover(
      Recording.Recovery recovery, SaveSlots slots, List<Stmt> forward, List<Stmt> top) {
    Map<Var, Var> again = new LinkedHashMap<>();
    if (slots.isOnce() && !naive) {
      Map<Var, Var> outer = new LinkedHashMap<>();
      recovery.saved().forEach(v -> outer.put(v, slots.hoisted(v)));
      List<Stmt> hoisted = hoisted(forward, outer);
      forward.clear();
      forward.addAll(hoisted);
      again.putAll(outer);
    }
    for (Var v : again.isEmpty() ? recovery.saved() : List.<Var>of()) {
      SaveSlots.Slot slot = slots.keep(v.read(), v.name());
      forward.add(slot.save());
      Var copy = vars.make(v.name(), v.type());
      again.put(v, copy);
      top.add(new Stmt.Declare(v, Optional.of(slot.restored()), Origin.NONE));
    }
    for (Stmt.Declare d : recovery.recomputed()) {
      again.put(d.variable(), vars.make(d.variable().name(), d.variable().type()));
      top.add(new Stmt.Declare(d.variable(), d.value(), Origin.NONE));
    }
    return again;
  }

  /** The statements of a block some of whose locals live in the block around. */
  private static List<Stmt> hoisted(List<Stmt> statements, Map<Var, Var> outer) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : renamed(statements, outer)) {
      if (s instanceof Stmt.Declare d && outer.containsValue(d.variable())) {
        d.value().ifPresent(e -> out.add(new Stmt.Assign(d.variable().read(), e, d.origin())));
      } else {
        out.add(s);
        List<Var> results = s instanceof Stmt.CountedFor ? List.of() : Variables.declared(s);
        results.stream()
            .filter(outer::containsKey)
            .map(v -> new Stmt.Assign(outer.get(v).read(), v.read(), Origin.NONE))
            .forEach(out::add);
      }
    }
    return out;
  }

  /**
   * A local whose last value is not needed, but whose earlier ones are brought back, needs a
   * declaration all the same.
   */
  private void restoredOnly(
      List<Stmt> block, List<Stmt> reverse, Map<Var, Var> again, List<Stmt> top) {
    Set<Var> used = Variables.readBy(reverse);
    used.addAll(Variables.assignedIn(reverse));
    for (Stmt s : block) {
      for (Var v : Variables.declared(s)) {
        if (used.contains(v) && !again.containsKey(v) && !(s instanceof Stmt.CountedFor)) {
          again.put(v, vars.make(v.name(), v.type()));
          Expr start = Exprs.initial(v.type());
          top.add(new Stmt.Declare(v, Optional.of(start), Origin.NONE));
        }
      }
    }
  }

  /** The reversed block has variables of its own for the locals that come back. */
  private static List<Stmt> renamed(List<Stmt> statements, Map<Var, Var> names) {
    if (names.isEmpty()) {
      return statements;
    }
    List<Stmt> read =
        Children.rewrite(
            statements,
            e ->
                e instanceof Expr.Read r && names.containsKey(r.variable())
                    ? names.get(r.variable()).read()
                    : e);
    return read.stream()
        .map(
            s ->
                s instanceof Stmt.Declare d && names.containsKey(d.variable())
                    ? new Stmt.Declare(names.get(d.variable()), d.value(), d.origin())
                    : s)
        .toList();
  }

  /** Declarations of the adjoints of the numbers that {@code s} declares. */
  private List<Stmt> bars(Stmt s) {
    List<Stmt> out = new ArrayList<>();
    for (Var v : Variables.declared(s)) {
      if (v.type().isReal() && activity.isActive(v)) {
        Expr zero = Term.number(0, v.type());
        out.add(new Stmt.Declare(shadows.of(v), Optional.of(zero), Origin.NONE));
      }
    }
    return out;
  }

  private Reversed statement(Stmt s, SaveSlots slots) {
    return s.accept(new Reversing(slots));
  }

  /** What is not reversed. */
  private static Reversed alone(Stmt s) {
    return new Reversed(List.of(s), List.of());
  }

  /** How each kind of statement is reversed. */
  private final class Reversing implements Stmt.Visitor<Reversed> {

    private final SaveSlots slots;

    private Reversing(SaveSlots slots) {
      this.slots = slots;
    }

    @Override
    public Reversed declare(Stmt.Declare s) {
      return simple(s, slots);
    }

    @Override
    public Reversed assign(Stmt.Assign s) {
      return simple(s, slots);
    }

    @Override
    public Reversed call(Stmt.Call s) {
      return simple(s, slots);
    }

    @Override
    public Reversed branch(Stmt.If s) {
      return Reversal.this.branch(s, slots);
    }

    @Override
    public Reversed countedFor(Stmt.CountedFor s) {
      return loops.isFused(s) ? fused(s) : counted(s, slots);
    }

    @Override
    public Reversed loop(Stmt.Loop s) {
      return loops.isFused(s) ? fused(s) : general(s, slots);
    }

    @Override
    public Reversed block(Stmt.Block s) {
      throw new IllegalStateException("a block in canonical form");
    }

    @Override
    public Reversed push(Stmt.Push s) {
      return alone(s);
    }

    @Override
    public Reversed clear(Stmt.Clear s) {
      return alone(s);
    }

    @Override
    public Reversed opaque(Stmt.Opaque s) {
      return simple(s, slots);
    }

    @Override
    public Reversed raise(Stmt.Throw s) {
      return alone(s);
    }

    @Override
    public Reversed require(Stmt.Require s) {
      return alone(s);
    }

    @Override
    public Reversed comment(Stmt.Comment s) {
      return alone(s);
    }
  }

  private Reversed fused(Stmt loop) {
    boolean isOutermost = workspace.isEmpty();
    Workspace shared = workspace.orElseGet(Workspace::new);
    workspace = Optional.of(shared);
    List<Stmt> body = ReversedOnTheSpot.body(loop);
    List<Stmt> reversed = needs.reversedPart(loop);
    Reversed part = joined(reversed);
    List<Stmt> both = new ArrayList<>(part.forward());
    both.addAll(part.reverse());
    both.addAll(body.subList(reversed.size(), body.size()));
    both.removeIf(s -> isCount(s, loop));
    List<Stmt> forward = new ArrayList<>(adjoints.knownAdjoints(loop));
    if (isOutermost) {
      forward.addAll(shared.declarations());
      workspace = Optional.empty();
    }
    forward.add(
        loop instanceof Stmt.CountedFor f
            ? withBody(f, f.counter(), both)
            : new Stmt.Loop(List.of(), ((Stmt.Loop) loop).condition(), both, loop.origin()));
    return new Reversed(forward, List.of());
  }

  /** Nobody asks for the number of trips of a loop that is not reversed later. */
  private boolean isCount(Stmt s, Stmt loop) {
    return s instanceof Stmt.Assign a
        && a.target() instanceof Expr.Read read
        && read.variable().equals(prepared.tripCounts().get(loop));
  }

  private static Stmt withBody(Stmt.CountedFor f, Var counter, List<Stmt> body) {
    return new Stmt.CountedFor(
        counter, f.from(), f.compare(), f.bound(), f.step(), body, f.origin());
  }

  private Reversed branch(Stmt.If s, SaveSlots slots) {
    Reversed then = scoped(s.then(), slots.inBranch());
    Reversed otherwise = scoped(s.otherwise(), slots.inBranch());
    Stmt forward = new Stmt.If(s.condition(), then.forward(), otherwise.forward(), s.origin());
    if (then.reverse().isEmpty() && otherwise.reverse().isEmpty()) {
      return new Reversed(List.of(forward), List.of());
    }
    requirePassed(s);
    Stmt reverse =
        then.reverse().isEmpty()
            ? new Stmt.If(
                new Expr.Unary(UnaryOp.NOT, s.condition()),
                otherwise.reverse(),
                List.of(),
                s.origin())
            : new Stmt.If(s.condition(), then.reverse(), otherwise.reverse(), s.origin());
    return new Reversed(List.of(forward), List.of(reverse));
  }

  /** A condition that is not recorded would have any value in the reverse sweep. */
  private void requirePassed(Stmt s) {
    if (!recording.isPassed(s)) {
      throw new IllegalStateException("the reverse sweep does not know the way into " + s);
    }
  }

  private Reversed counted(Stmt.CountedFor loop, SaveSlots slots) {
    Reversed body = scoped(loop.body(), slots.in(loop));
    Stmt forward = withBody(loop, loop.counter(), body.forward());
    if (body.reverse().isEmpty()) {
      return new Reversed(List.of(forward), List.of());
    }
    requirePassed(loop);
    Var i = vars.make(loop.counter().name(), loop.counter().type());
    List<Stmt> reverse = renamed(body.reverse(), Map.of(loop.counter(), i));
    // Memory runs faster upwards.
    boolean anyOrder = !naive && loop.step() > 0 && Commutation.isFree(i, reverse, effects);
    Stmt again =
        anyOrder ? withBody(loop, i, reverse) : ReversedLoop.of(loop, i, reverse, sizes::contains);
    return new Reversed(List.of(forward), List.of(again));
  }

  private Reversed general(Stmt.Loop loop, SaveSlots slots) {
    SaveSlots inner = slots.in(loop);
    Reversed head = loop.head().isEmpty() ? Reversed.NOTHING : scoped(loop.head(), inner);
    Reversed tail = loop.tail().isEmpty() ? Reversed.NOTHING : scoped(loop.tail(), inner);
    Stmt forward = new Stmt.Loop(head.forward(), loop.condition(), tail.forward(), loop.origin());
    List<Stmt> body = new ArrayList<>(tail.reverse());
    body.addAll(head.reverse());
    if (body.isEmpty()) {
      return new Reversed(List.of(forward), List.of());
    }
    requirePassed(loop);
    Var trips = prepared.tripCounts().get(loop);
    Var k = vars.make("trip", Type.Primitive.INT);
    return new Reversed(
        List.of(forward), List.of(ReversedLoop.repeated(k, trips.read(), body, loop)));
  }

  private Reversed simple(Stmt s, SaveSlots slots) {
    if (renewed.isPartOfRenewal(s)) {
      return new Reversed(List.of(), s instanceof Stmt.Assign a ? renewal(a) : List.of());
    }
    List<Stmt> forward = new ArrayList<>();
    List<Stmt> reverse = new ArrayList<>();
    List<Stmt> adjoint = adjoints.of(s);
    if (recording.bringsBack(s) || !adjoint.isEmpty()) {
      heading(s, reverse);
    }
    List<Stmt> afterwards = new ArrayList<>();
    if (recording.isSaved(s) && s instanceof Stmt.Assign a) {
      SaveSlots.Slot slot = slots.keep(a.target(), name(a.target()));
      forward.add(slot.save());
      Stmt restore = new Stmt.Assign(a.target(), slot.restored(), Origin.NONE);
      if (early.contains(a)) {
        restores.put(a, restore);
      } else {
        (recording.readsResult(a) ? afterwards : reverse).add(restore);
      }
    } else if (recording.isInverted(s)) {
      reverse.add(inverse((Stmt.Assign) s));
    }
    recording
        .regained(s)
        .map(v -> new Stmt.Assign(((Stmt.Assign) s).target(), v.read(), Origin.NONE))
        .ifPresent(reverse::add);
    if (recording.isSaved(s) && !(s instanceof Stmt.Assign)) {
      List<Stmt> again = snapshots.of(s, slots, forward, reverse);
      afterwards.addAll(adjoint.isEmpty() ? List.of() : again);
    }
    forward.add(s instanceof Stmt.Call call ? adjoints.forward(call) : s);
    reverse.addAll(adjoint);
    reverse.addAll(afterwards);
    return new Reversed(forward, reverse);
  }

  /** The way forward goes on with the array of before, which has the same zeros. */
  private List<Stmt> renewal(Stmt.Assign a) {
    return renewed
        .renewal(a)
        .filter(array -> recording.isRenewed(a))
        .map(array -> List.<Stmt>of(new Stmt.Assign(a.target(), array, Origin.NONE)))
        .orElse(List.of());
  }

  private static void heading(Stmt s, List<Stmt> out) {
    if (!s.origin().text().isEmpty()) {
      out.add(new Stmt.Comment(s.origin().text()));
    }
  }

  static String name(Expr target) {
    if (target instanceof Expr.Element e) {
      return name(e.array());
    }
    return target instanceof Expr.Read read ? read.variable().name() : "row";
  }

  /**
   * A declaration with a value, where the array of it is made at once; and javac wants one where
   * the reverse sweep reads a variable that only some paths assign.
   */
  private Stmt initialised(Stmt s, List<Stmt> rest) {
    Optional<Expr> first =
        s instanceof Stmt.Declare d ? renewed.first(d).map(Expr.class::cast) : Optional.empty();
    if (first.isPresent()) {
      return new Stmt.Declare(((Stmt.Declare) s).variable(), first, s.origin());
    }
    if (s instanceof Stmt.Declare d
        && d.value().isEmpty()
        && !(SingleAssignment.isCertain(d.variable(), rest) && !naive)) {
      boolean read = needed.contains(new Location.Variable(d.variable()));
      if (read || recording.isSaved(d.variable()) || shadows.isShadow(d.variable())) {
        Expr start = Exprs.initial(d.variable().type());
        return new Stmt.Declare(d.variable(), Optional.of(start), d.origin());
      }
    }
    return s;
  }

  private static Stmt inverse(Stmt.Assign a) {
    Increment increment = Increment.of(a).orElseThrow();
    Expr before =
        increment.subtracts()
            ? Exprs.plus(a.target(), increment.amount())
            : Exprs.minus(a.target(), increment.amount());
    return new Stmt.Assign(a.target(), before, Origin.NONE);
  }
}
