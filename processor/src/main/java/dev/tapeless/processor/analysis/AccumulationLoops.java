package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Stmt;
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
 * primal's order.
 *
 * <p>Law: the iterations share nothing but variables that they only add to and do not read; the
 * adjoints of these are known before the loop runs; and what follows the loop writes nothing that
 * the loop reads differentiably. Then the reversed iterations commute with each other and with the
 * reversed rest, and nothing has to be kept from one iteration to the next.
 */
public final class AccumulationLoops {

  /** The number of a variable that stands for the function's result. */
  private static final int RESULT = -1;

  private final Activity activity;
  private final Effects effects;
  private final Map<Stmt, Map<Var, Expr>> found = new IdentityHashMap<>();

  private AccumulationLoops(Activity activity, Effects effects) {
    this.activity = activity;
    this.effects = effects;
  }

  /**
   * The loops of {@code function} that can be reversed on the spot.
   *
   * @param seed the adjoint of the result, a number
   */
  public static AccumulationLoops of(
      Function function, Expr seed, Activity activity, Effects effects) {
    AccumulationLoops loops = new AccumulationLoops(activity, effects);
    if (function.result().filter(r -> r.type().isReal()).isPresent()) {
      Expr result = function.result().get();
      Var y = new Var(RESULT, "result", result.type());
      List<Stmt> block = new ArrayList<>(function.body());
      block.add(new Stmt.Declare(y, Optional.of(result), function.origin()));
      Set<Var> outer = new LinkedHashSet<>();
      function.parameters().forEach(p -> outer.add(p.variable()));
      loops.region(block, Map.of(y, seed), outer);
    }
    return loops;
  }

  /** None, for comparison. */
  public static AccumulationLoops none(Activity activity, Effects effects) {
    return new AccumulationLoops(activity, effects);
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
   * Looks at the loops of a block that is reversed where it has run.
   *
   * @param exits the adjoints known at the end of the block
   * @param outer the variables declared outside of the block
   */
  private void region(List<Stmt> block, Map<Var, Expr> exits, Set<Var> outer) {
    Set<Var> declared = new LinkedHashSet<>(outer);
    for (int i = 0; i < block.size(); i++) {
      Stmt s = block.get(i);
      if (s instanceof Stmt.CountedFor loop) {
        List<Stmt> before = block.subList(0, i);
        List<Stmt> tail = block.subList(i + 1, block.size());
        loop(loop, before, tail, exits, declared);
      }
      declared.addAll(Variables.declaredIn(List.of(s)));
    }
  }

  private void loop(
      Stmt.CountedFor loop,
      List<Stmt> before,
      List<Stmt> tail,
      Map<Var, Expr> exits,
      Set<Var> outer) {
    Optional<Set<Var>> accumulators = accumulators(loop, outer);
    if (accumulators.isEmpty()
        || !Collections.disjoint(Variables.readBy(before), accumulators.get())
        || writesWhatIsRead(tail, loop)) {
      return;
    }
    Set<Location> changing = new HashSet<>(effects.writtenBy(tail));
    changing.addAll(effects.writtenBy(List.of(loop)));
    Predicate<Expr> available = e -> readsNone(e, changing);
    Map<Var, Expr> known = new HashMap<>();
    for (Var v : accumulators.get()) {
      if (activity.isActive(v)) {
        Optional<Expr> adjoint = TailAdjoint.of(v, tail, exits, available).filter(available);
        if (adjoint.isEmpty()) {
          return;
        }
        known.put(v, adjoint.get());
      }
    }
    found.put(loop, known);
    Set<Var> inside = new LinkedHashSet<>(outer);
    inside.add(loop.counter());
    region(loop.body(), known, inside);
  }

  /** The outer variables that the loop writes, when all it does is add to them. */
  private Optional<Set<Var>> accumulators(Stmt.CountedFor loop, Set<Var> outer) {
    Set<Var> sums = new LinkedHashSet<>();
    Set<Var> read = new HashSet<>();
    boolean[] onlySums = {true};
    Variables.forEachStatement(
        loop.body(),
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
            onlySums[0] &= effects.writtenBy(s).stream().noneMatch(w -> isOuter(w, outer));
          }
        });
    return onlySums[0] && Collections.disjoint(read, sums) ? Optional.of(sums) : Optional.empty();
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
  private boolean writesWhatIsRead(List<Stmt> tail, Stmt.CountedFor loop) {
    Set<Location> written = effects.writtenBy(tail);
    return effects.readBy(List.of(loop)).stream()
        .anyMatch(r -> written.contains(r) && !isSumOf(r, loop));
  }

  /** A variable to which the loop only adds is not read by it in this sense. */
  private boolean isSumOf(Location location, Stmt.CountedFor loop) {
    boolean[] other = {false};
    if (!(location instanceof Location.Variable v)) {
      return false;
    }
    Variables.forEachStatement(
        loop.body(),
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
