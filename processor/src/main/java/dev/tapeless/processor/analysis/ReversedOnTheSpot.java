package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Increment;
import dev.tapeless.processor.ir.NonNull;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Throwing;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The loops whose iterations can be reversed on the spot, right after they have run, in the
 * primal's order; and the calls that can be made together with their adjoints.
 *
 * <p>Law: the iterations share nothing that has an adjoint but variables that they only add to and
 * do not read; the adjoints of these are known before the loop runs; and what follows the loop
 * writes nothing that the loop reads differentiably. Then the reversed iterations commute with each
 * other and with the reversed rest, and nothing has to be kept from one iteration to the next. What
 * has no adjoint goes on from one iteration to the next as in the primal: an iteration is reversed
 * before it changes what its reversal reads ({@link Recording} finds out where it does not).
 *
 * <p>A call commutes in the same way where the adjoint of its result is known beforehand, it writes
 * nothing else that has an adjoint, and nothing that it reads differentiably is written afterwards.
 */
public final class ReversedOnTheSpot {

  /** The number of a variable that stands for the function's result. */
  private static final int RESULT = -1;

  private final Activity activity;
  private final Effects effects;
  private final Predicate<Expr> nonNull;
  private final Predicate<Stmt.Call> returnsAdjoints;
  private final Set<Stmt> excluded;
  private final Map<Stmt, Map<Var, Expr>> found = new IdentityHashMap<>();
  private final Set<Stmt> carrying = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Stmt, Expr> seeds = new IdentityHashMap<>();

  private ReversedOnTheSpot(
      Predicate<Expr> nonNull,
      Activity activity,
      Effects effects,
      Predicate<Stmt.Call> returnsAdjoints,
      Set<Stmt> excluded) {
    this.nonNull = nonNull;
    this.activity = activity;
    this.effects = effects;
    this.returnsAdjoints = returnsAdjoints;
    this.excluded = excluded;
  }

  /**
   * The loops of {@code function} that can be reversed on the spot.
   *
   * @param seed the adjoint of the result, a number
   * @param returnsAdjoints whether a call can be made together with its adjoint
   * @param excluded loops and calls that must be reversed later
   */
  public static ReversedOnTheSpot of(
      Function function,
      Expr seed,
      Activity activity,
      Effects effects,
      Predicate<Stmt.Call> returnsAdjoints,
      Set<Stmt> excluded) {
    ReversedOnTheSpot loops =
        new ReversedOnTheSpot(
            NonNull.in(function)::isSure, activity, effects, returnsAdjoints, excluded);
    if (function.result().filter(r -> r.type().isReal()).isPresent()) {
      Expr result = function.result().get();
      Var y = new Var(RESULT, "result", result.type());
      List<Stmt> block = new ArrayList<>(function.body());
      block.add(new Stmt.Declare(y, Optional.of(result), function.origin()));
      Set<Var> outer = new LinkedHashSet<>();
      function.parameters().forEach(p -> outer.add(p.variable()));
      loops.region(block, new Region(List.of(), List.of(), Map.of(y, seed), outer, Set.of()));
    }
    return loops;
  }

  /** None, for comparison. */
  public static ReversedOnTheSpot none(Activity activity, Effects effects) {
    return new ReversedOnTheSpot(e -> false, activity, effects, c -> false, Set.of());
  }

  /** Whether the iterations of {@code loop} are reversed on the spot. */
  public boolean isFused(Stmt loop) {
    return found.containsKey(loop);
  }

  /**
   * The adjoints of the variables to which {@code loop} adds, as expressions that have their value
   * before it runs.
   */
  public Map<Var, Expr> adjoints(Stmt loop) {
    return found.get(loop);
  }

  /**
   * Whether the trips of a loop among these pass on numbers that have no adjoint, which come to be
   * what they are on the way forward.
   */
  public boolean isCarrying(Stmt loop) {
    return carrying.contains(loop);
  }

  /** The adjoint of the result of {@code call}, if it is known before the call is made. */
  public Optional<Expr> seed(Stmt.Call call) {
    return Optional.ofNullable(seeds.get(call));
  }

  /** The statements that a loop among these repeats. */
  public static List<Stmt> body(Stmt loop) {
    return loop instanceof Stmt.CountedFor f ? f.body() : ((Stmt.Loop) loop).tail();
  }

  /**
   * What is around a block.
   *
   * @param before what has run before, in the scope that is reversed at once
   * @param after what runs afterwards there
   * @param exits the adjoints known at the end of that
   * @param outer the variables declared outside of the block
   * @param later those whose adjoints exist only when the block is reversed
   */
  private record Region(
      List<Stmt> before, List<Stmt> after, Map<Var, Expr> exits, Set<Var> outer, Set<Var> later) {}

  /** Looks at the loops and calls of a block that is reversed where it has run. */
  private void region(List<Stmt> block, Region region) {
    Set<Var> declared = new LinkedHashSet<>(region.outer());
    for (int i = 0; i < block.size(); i++) {
      Stmt s = block.get(i);
      if (isLookedAt(s)) {
        List<Stmt> before = joined(region.before(), block.subList(0, i));
        List<Stmt> after = joined(block.subList(i + 1, block.size()), region.after());
        look(s, new Region(before, after, region.exits(), declared, region.later()));
      }
      declared.addAll(Variables.declaredIn(List.of(s)));
    }
  }

  private boolean isLookedAt(Stmt s) {
    return !excluded.contains(s) && (isLoop(s) || s instanceof Stmt.If || s instanceof Stmt.Call);
  }

  private void look(Stmt s, Region around) {
    if (s instanceof Stmt.If branch) {
      branch(branch, around);
    } else if (s instanceof Stmt.Call call) {
      call(call, around);
    } else {
      loop(s, around);
    }
  }

  private static List<Stmt> joined(List<Stmt> first, List<Stmt> rest) {
    List<Stmt> all = new ArrayList<>(first);
    all.addAll(rest);
    return all;
  }

  private static boolean isLoop(Stmt s) {
    return s instanceof Stmt.CountedFor
        || s instanceof Stmt.Loop loop && loop.head().isEmpty() && !loop.tail().isEmpty();
  }

  private void branch(Stmt.If branch, Region around) {
    for (List<Stmt> block : List.of(branch.then(), branch.otherwise())) {
      Set<Var> later = new HashSet<>(around.later());
      later.addAll(Variables.declaredIn(block));
      later.addAll(Variables.assignedIn(block));
      region(
          block,
          new Region(around.before(), around.after(), around.exits(), around.outer(), later));
    }
  }

  private void loop(Stmt loop, Region around) {
    Optional<Set<Var>> accumulators = accumulators(loop, around.outer());
    if (accumulators.isEmpty()
        || !Collections.disjoint(Variables.readBy(around.before()), accumulators.get())
        || writesWhatIsRead(around.after(), loop)
        || hasAdjointsLater(loop, accumulators.get(), around)) {
      return;
    }
    Set<Location> changing = new HashSet<>(effects.writtenBy(around.after()));
    changing.addAll(effects.writtenBy(List.of(loop)));
    Predicate<Expr> available = e -> readsNone(e, changing);
    Map<Var, Expr> known = new HashMap<>();
    for (Var v : accumulators.get()) {
      if (activity.isActive(v)) {
        Optional<Expr> adjoint =
            TailAdjoint.of(v, around.after(), around.exits(), available)
                .filter(available)
                .filter(e -> isEarly(e, joined(List.of(loop), around.after())));
        if (adjoint.isEmpty()) {
          return;
        }
        known.put(v, adjoint.get());
      }
    }
    if (passesOn(loop, accumulators.get(), around.outer())) {
      if (known.isEmpty()) {
        return;
      }
      carrying.add(loop);
    }
    found.put(loop, known);
    Set<Var> inside = new LinkedHashSet<>(around.outer());
    inside.addAll(Variables.declared(loop));
    region(body(loop), new Region(List.of(), List.of(), known, inside, around.later()));
  }

  /**
   * Whether {@code adjoint} can be computed before {@code statements}. What they throw on purpose
   * comes before what fails in it.
   */
  private boolean isEarly(Expr adjoint, List<Stmt> statements) {
    if (!canFail(adjoint)) {
      return true;
    }
    boolean[] throwing = {false};
    Variables.forEachStatement(
        statements, s -> throwing[0] |= s instanceof Stmt.Throw || s instanceof Stmt.Opaque);
    return !throwing[0];
  }

  private boolean canFail(Expr e) {
    boolean isLength = e instanceof Expr.Length length && nonNull.test(length.array());
    return !isLength
        && (Throwing.throwsItself(e) || Children.of(e).stream().anyMatch(this::canFail));
  }

  /** Whether something is added to an adjoint that does not exist on the way forward. */
  private boolean hasAdjointsLater(Stmt s, Set<Var> sums, Region around) {
    Set<Var> own = Variables.declaredIn(List.of(s));
    return Variables.readBy(List.of(s)).stream()
        .filter(v -> !sums.contains(v) && !own.contains(v))
        .anyMatch(v -> around.later().contains(v) && isDifferentiable(v));
  }

  private boolean isDifferentiable(Var v) {
    return v.type().isDifferentiable() && activity.isActive(v);
  }

  private void call(Stmt.Call call, Region around) {
    boolean isNumber =
        call.results().size() == 1
            && call.results().get(0).type().isReal()
            && activity.isActive(call.results().get(0));
    if (!isNumber
        || !activity.isActive(call)
        || hasAdjointsLater(call, Set.of(), around)
        || isOverwritten(call, around.after())
        || writesActive(call)
        || !returnsAdjoints.test(call)) {
      return;
    }
    Set<Location> changing = new HashSet<>(effects.writtenBy(around.after()));
    changing.addAll(effects.writtenBy(call));
    Predicate<Expr> available = e -> readsNone(e, changing);
    TailAdjoint.of(call.results().get(0), around.after(), around.exits(), available)
        .filter(available)
        .filter(e -> isEarly(e, around.after()))
        .ifPresent(seed -> seeds.put(call, seed));
  }

  /** An array that {@code call} writes is a result of it, too, of which the adjoint comes later. */
  private boolean writesActive(Stmt.Call call) {
    Set<Location> written = effects.writtenBy(call);
    return call.arguments().stream()
        .filter(a -> a.type().isRealArray() && activity.isActive(a))
        .anyMatch(a -> !Collections.disjoint(effects.contents(a), written));
  }

  /** Whether something that has an adjoint and that {@code call} reads is written afterwards. */
  private boolean isOverwritten(Stmt.Call call, List<Stmt> after) {
    Set<Location> written = effects.writtenBy(after);
    return call.arguments().stream()
        .filter(a -> a.type().isRealArray())
        .anyMatch(a -> !Collections.disjoint(effects.contents(a), written));
  }

  /**
   * The outer variables that the loop adds to, when all else that it writes of what is outside has
   * no adjoint.
   */
  private Optional<Set<Var>> accumulators(Stmt loop, Set<Var> outer) {
    Set<Var> sums = new LinkedHashSet<>();
    Set<Var> read = new HashSet<>(conditions(loop));
    boolean[] onlySums = {true};
    Variables.forEachStatement(
        body(loop),
        s -> {
          Optional<Increment> sum =
              s instanceof Stmt.Assign a
                  ? Increment.of(a).filter(i -> isOuterSum(i, outer))
                  : Optional.empty();
          if (sum.isPresent()) {
            sums.add(((Expr.Read) sum.get().target()).variable());
            read.addAll(Variables.readBy(sum.get().amount()));
          } else {
            Variables.evaluated(s).forEach(e -> read.addAll(Variables.readBy(e)));
            onlySums[0] &=
                effects.writtenBy(s).stream()
                    .noneMatch(w -> isOuter(w, outer) && !hasNoAdjoint(s, w));
          }
        });
    sums.removeIf(v -> !activity.isActive(v) && read.contains(v));
    return onlySums[0] && Collections.disjoint(read, sums) ? Optional.of(sums) : Optional.empty();
  }

  private static Set<Var> conditions(Stmt loop) {
    return loop instanceof Stmt.Loop l ? Variables.readBy(l.condition()) : Set.of();
  }

  /** Whether {@code location}, which {@code s} writes, can have no adjoint. */
  private boolean hasNoAdjoint(Stmt s, Location location) {
    if (location instanceof Location.Variable v) {
      return !(v.variable().type() instanceof Type.Array) && !activity.isActive(v.variable());
    }
    if (s instanceof Stmt.Assign a) {
      return !(a.target().type() instanceof Type.Array) && !a.target().type().isReal();
    }
    return s instanceof Stmt.Call call
        && effects.writtenArguments(call).stream()
            .map(i -> call.arguments().get(i).type())
            .allMatch(t -> t.rank() == 1 && !t.isRealArray());
  }

  /** Whether the loop writes anything outside of it but its sums. */
  private boolean passesOn(Stmt loop, Set<Var> sums, Set<Var> outer) {
    return effects.writtenBy(body(loop)).stream()
        .anyMatch(
            w ->
                isOuter(w, outer)
                    && !(w instanceof Location.Variable v && sums.contains(v.variable())));
  }

  private static boolean isOuterSum(Increment sum, Set<Var> outer) {
    return sum.target() instanceof Expr.Read target
        && target.type().isReal()
        && outer.contains(target.variable());
  }

  private boolean isOuter(Location location, Set<Var> outer) {
    if (location instanceof Location.Variable v) {
      return outer.contains(v.variable());
    }
    return outer.stream()
        .filter(v -> v.type() instanceof Type.Array)
        .anyMatch(v -> effects.contents(v.read()).contains(location));
  }

  /**
   * Whether {@code tail} overwrites something active that the loop reads: its adjoint is taken away
   * in the reversed tail.
   */
  private boolean writesWhatIsRead(List<Stmt> tail, Stmt loop) {
    Set<Location> written = effects.writtenBy(tail);
    return effects.readBy(List.of(loop)).stream()
        .anyMatch(r -> written.contains(r) && !isSumOf(r, loop) && !isWithoutAdjoint(r));
  }

  private boolean isWithoutAdjoint(Location location) {
    return location instanceof Location.Variable v
        && !(v.variable().type() instanceof Type.Array)
        && !activity.isActive(v.variable());
  }

  /** A variable to which the loop only adds is not read by it in this sense. */
  private boolean isSumOf(Location location, Stmt loop) {
    boolean[] other = {false};
    if (!(location instanceof Location.Variable v)) {
      return false;
    }
    Variables.forEachStatement(
        body(loop),
        s -> {
          Optional<Increment> sum = s instanceof Stmt.Assign a ? Increment.of(a) : Optional.empty();
          boolean own = sum.filter(i -> i.target().equals(v.variable().read())).isPresent();
          Collection<Expr> evaluated = own ? List.of(sum.get().amount()) : Variables.evaluated(s);
          other[0] |= evaluated.stream().anyMatch(e -> Variables.readBy(e).contains(v.variable()));
        });
    return !other[0];
  }

  private boolean readsNone(Expr e, Set<Location> changing) {
    return effects.readBy(e).stream().noneMatch(changing::contains);
  }
}
