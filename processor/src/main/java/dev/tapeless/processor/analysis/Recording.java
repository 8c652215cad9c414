package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Increment;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the reverse sweep gets the primal's values from ("to be recorded", Hascoet, Naumann,
 * Pascual, 2005).
 *
 * <p>When the reverse sweep has come to a statement, every location that it still needs holds the
 * value that it had right after that statement. So a value that is needed and overwritten is saved
 * before and restored, and a needed local of a block whose scope ends is computed again or saved at
 * the end of the block, and comes back at the beginning of the reversed block.
 */
public final class Recording {

  /** What the reversal of a function needs of its values. */
  public interface Needs {

    /**
     * The locations that the reverse statements of {@code statement} itself read, with their values
     * before it.
     */
    Set<Location> of(Stmt statement);

    /** Whether {@code statement}, or one within it, has reverse statements. */
    boolean isReversed(Stmt statement);

    /** Whether {@code statement} is a loop whose iterations are reversed on the spot. */
    boolean isFused(Stmt statement);

    /** The statements of a trip of such a loop after which the trip is reversed. */
    List<Stmt> reversedPart(Stmt loop);
  }

  /**
   * What happens to the locals of a block when it ends and their values are needed.
   *
   * @param early assignments to variables of the blocks around whose saved values come back first
   *     of all
   * @param saved kept at the end of the block
   * @param recomputed declared again with the same value, in this order, after the saved ones are
   *     back
   * @param refilling what fills arrays among these, a part of the block
   * @param refilledAfter the index of the statement after whose reversal that runs
   */
  public record Recovery(
      List<Stmt.Assign> early,
      List<Var> saved,
      List<Stmt.Declare> recomputed,
      List<Stmt> refilling,
      int refilledAfter) {

    private static final Recovery NOTHING =
        new Recovery(List.of(), List.of(), List.of(), List.of(), -1);
  }

  private final Needs needs;
  private final Effects effects;
  private final boolean saveAll;
  private final Definitions definitions;
  private final DistinctArrays distinct;
  private final Roles roles;
  private final Recoverable recoverable;
  private final Set<Stmt> saved = identitySet();
  private final Set<Var> savedVariables = new HashSet<>();
  private final Set<Stmt> inverted = identitySet();
  private final Set<Stmt> renewed = identitySet();
  private final Set<Stmt> passed = identitySet();
  private final OtherNames otherNames;
  private final Map<Stmt, Var> regained = new IdentityHashMap<>();
  private final Set<Stmt> lost = identitySet();
  private final Set<Stmt> overwriting = identitySet();
  private final Map<List<Stmt>, Recovery> recoveries = new IdentityHashMap<>();

  /** For each loop that has been visited, what is recorded whenever an iteration ends. */
  private final Map<Stmt, Set<Location>> around = new IdentityHashMap<>();

  /** For each loop around whether its trips are reversed later, so that they save in arrays. */
  private final Deque<Boolean> loops = new ArrayDeque<>(List.of(false));

  private Recording(Needs needs, Effects effects, boolean saveAll, List<Stmt> body, Roles roles) {
    this.roles = roles;
    this.needs = needs;
    this.effects = effects;
    this.saveAll = saveAll;
    this.definitions = Definitions.of(body);
    this.distinct = DistinctArrays.of(body, effects);
    this.otherNames = OtherNames.in(body);
    this.recoverable = new Recoverable(definitions, effects, roles, savedVariables, saveAll);
  }

  /**
   * What has to be recorded when {@code body} is reversed.
   *
   * @param returned what is read after the whole reverse sweep, with the values before {@code body}
   * @param saveAll saves every value that is overwritten or goes out of scope and computes none
   *     again, for comparison
   */
  public static Recording of(
      List<Stmt> body,
      Needs needs,
      Roles roles,
      Effects effects,
      Set<Location> returned,
      boolean saveAll) {
    Recording recording = new Recording(needs, effects, saveAll, body, roles);
    recording.statements(body, returned);
    return recording;
  }

  /** Whether the value that {@code statement} overwrites is saved before it. */
  public boolean isSaved(Stmt statement) {
    return saved.contains(statement);
  }

  /**
   * The statements that may change what the reverse sweep needs and what cannot be brought back.
   */
  public Set<Stmt> lost() {
    return Collections.unmodifiableSet(lost);
  }

  /**
   * The loops reversed on the spot that overwrite what the reverse sweep needs of before the loop.
   */
  public Set<Stmt> overwriting() {
    return Collections.unmodifiableSet(overwriting);
  }

  /** Whether the value of {@code variable} is saved anywhere, so that it must have one there. */
  public boolean isSaved(Var variable) {
    return savedVariables.contains(variable);
  }

  /** Whether the reverse sweep may pass through {@code s}: what leads it there is recorded. */
  public boolean isPassed(Stmt s) {
    return passed.contains(s);
  }

  /** Whether the reversal of {@code s} gives something that it has overwritten back. */
  public boolean bringsBack(Stmt s) {
    return isSaved(s) || isInverted(s) || isRenewed(s) || regained.containsKey(s);
  }

  /** The variable from which the target of {@code s} gets the array back that it had. */
  public Optional<Var> regained(Stmt s) {
    return Optional.ofNullable(regained.get(s));
  }

  /** Whether the target of {@code s} gets back what is as good as the array that it had. */
  public boolean isRenewed(Stmt s) {
    return renewed.contains(s);
  }

  /** Whether {@code statement} is an integer increment that the reverse sweep takes back. */
  public boolean isInverted(Stmt statement) {
    return inverted.contains(statement);
  }

  /**
   * What becomes of the locals of {@code block}, a list of statements whose scope ends before it is
   * reversed.
   */
  public Recovery recovery(List<Stmt> block) {
    return recoveries.getOrDefault(block, Recovery.NOTHING);
  }

  private static Set<Stmt> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /**
   * The locations to be recorded after {@code statements}, when {@code before} are to be before
   * them.
   */
  private Set<Location> statements(List<Stmt> statements, Set<Location> before) {
    Set<Location> recorded = new LinkedHashSet<>(before);
    for (Stmt s : statements) {
      recorded = statement(s, recorded);
    }
    return recorded;
  }

  private Set<Location> statement(Stmt s, Set<Location> before) {
    if (needs.isFused(s)) {
      if (!Collections.disjoint(effects.writtenBy(List.of(s)), before)) {
        overwriting.add(s);
      }
      loops.push(false);
      statements(needs.reversedPart(s), Set.of());
      loops.pop();
      return before;
    }
    return s.accept(new Flow(before));
  }

  /** What a kind of statement does to the locations to be recorded. */
  private final class Flow implements Stmt.Visitor<Set<Location>> {

    private final Set<Location> before;

    private Flow(Set<Location> before) {
      this.before = before;
    }

    @Override
    public Set<Location> declare(Stmt.Declare s) {
      Set<Location> recorded = simple(s, before);
      if (roles.isFreshArray(s)) {
        recorded.removeAll(effects.contents(s.variable().read()));
      }
      return recorded;
    }

    @Override
    public Set<Location> assign(Stmt.Assign s) {
      return simple(s, before);
    }

    @Override
    public Set<Location> call(Stmt.Call s) {
      return simple(s, before);
    }

    @Override
    public Set<Location> branch(Stmt.If s) {
      return Recording.this.branch(s, before);
    }

    @Override
    public Set<Location> countedFor(Stmt.CountedFor s) {
      return Recording.this.loop(s, before);
    }

    @Override
    public Set<Location> loop(Stmt.Loop s) {
      return Recording.this.loop(s, before);
    }

    @Override
    public Set<Location> block(Stmt.Block s) {
      throw new IllegalStateException("a block in canonical form");
    }

    @Override
    public Set<Location> push(Stmt.Push s) {
      return before;
    }

    @Override
    public Set<Location> clear(Stmt.Clear s) {
      return before;
    }

    @Override
    public Set<Location> opaque(Stmt.Opaque s) {
      return Recording.this.opaque(s, before);
    }

    @Override
    public Set<Location> raise(Stmt.Throw s) {
      return before;
    }

    @Override
    public Set<Location> require(Stmt.Require s) {
      return before;
    }

    @Override
    public Set<Location> comment(Stmt.Comment s) {
      return before;
    }
  }

  /** Straight code goes on with the set that it got. */
  private Set<Location> simple(Stmt s, Set<Location> recorded) {
    if (s instanceof Stmt.Assign a && readsResult(a)) {
      assign(a, recorded);
      recorded.addAll(needs.of(s));
      return recorded;
    }
    recorded.addAll(needs.of(s));
    if (s instanceof Stmt.Assign a) {
      assign(a, recorded);
    } else if (s instanceof Stmt.Call call) {
      call(call, recorded);
    }
    return recorded;
  }

  /**
   * Whether the reversal of {@code a} reads the value that {@code a} has assigned, and not the one
   * before.
   */
  public boolean readsResult(Stmt.Assign a) {
    Location target = effects.target(a);
    return a.target() instanceof Expr.Read
        && needs.of(a).contains(target)
        && !effects.readBy(a.value()).contains(target);
  }

  private void assign(Stmt.Assign a, Set<Location> recorded) {
    Location target = effects.target(a);
    boolean needed = recorded.contains(target) && !roles.isInitialWrite(a);
    if (!needed && !saveAll || roles.isBookkeeping(a)) {
      return;
    }
    Optional<Expr> renewal = roles.renewal(a);
    if (renewal.isPresent()) {
      renewed.add(a);
      recorded.addAll(effects.readBy(renewal.get()));
      recorded.remove(target);
      return;
    }
    Optional<Var> other = saveAll ? Optional.empty() : otherNames.of(a);
    if (other.isPresent()) {
      regained.put(a, other.get());
      recorded.remove(target);
      recorded.add(new Location.Variable(other.get()));
      return;
    }
    if (canInvert(a)) {
      inverted.add(a);
      recorded.addAll(effects.readBy(a.value()));
      return;
    }
    saved.add(a);
    if (a.target() instanceof Expr.Read read) {
      savedVariables.add(read.variable());
    }
    if (a.target() instanceof Expr.Element e) {
      recorded.addAll(effects.readBy(e.array()));
      recorded.addAll(effects.readBy(e.index()));
    } else {
      recorded.remove(target);
    }
  }

  /** Integer addition has an inverse, overflow included. */
  private boolean canInvert(Stmt.Assign a) {
    Place target = a.target();
    boolean whole = target.type() == Type.Primitive.INT || target.type() == Type.Primitive.LONG;
    return whole && !saveAll && target instanceof Expr.Read && Increment.of(a).isPresent();
  }

  private void call(Stmt.Call call, Set<Location> recorded) {
    Set<Location> written = new HashSet<>(effects.writtenBy(call));
    call.results().forEach(r -> written.remove(new Location.Variable(r)));
    if (written.stream().anyMatch(recorded::contains) || saveAll && !written.isEmpty()) {
      saved.add(call);
      for (int i : effects.writtenArguments(call)) {
        recorded.addAll(effects.readBy(call.arguments().get(i)));
      }
    }
  }

  /**
   * The arrays that opaque code gets are saved as a whole. What else it may change cannot be saved.
   */
  private Set<Location> opaque(Stmt.Opaque s, Set<Location> recorded) {
    Set<Location> own = new HashSet<>();
    s.code().operands().forEach(e -> own.addAll(effects.contents(e)));
    for (Location w : effects.writtenBy(s)) {
      boolean declared =
          w instanceof Location.Variable v && s.result().filter(v.variable()::equals).isPresent();
      if (!recorded.contains(w) || declared) {
        continue;
      }
      if (own.contains(w)) {
        saved.add(s);
      } else {
        lost.add(s);
      }
    }
    if (saved.contains(s)) {
      s.code().operands().stream()
          .filter(e -> e.type() instanceof Type.Array)
          .forEach(e -> recorded.addAll(effects.readBy(e)));
    }
    recorded.addAll(needs.of(s));
    return recorded;
  }

  private Set<Location> branch(Stmt.If s, Set<Location> before) {
    Set<Location> recorded = new LinkedHashSet<>(before);
    if (needs.isReversed(s)) {
      passed.add(s);
      recorded.addAll(effects.readBy(s.condition()));
    }
    Set<Location> after = scope(s.then(), recorded);
    after.addAll(scope(s.otherwise(), recorded));
    boolean restores = isRestored(s);
    if (restores) {
      passed.add(s);
    }
    if (restores && !recorded.containsAll(effects.readBy(s.condition()))) {
      Set<Location> more = new LinkedHashSet<>(before);
      more.addAll(effects.readBy(s.condition()));
      after = scope(s.then(), more);
      after.addAll(scope(s.otherwise(), more));
    }
    return after;
  }

  /** Whether anything within {@code s} comes back, so that the reverse sweep passes there. */
  private boolean isRestored(Stmt s) {
    boolean[] found = {false};
    Variables.forEachStatement(List.of(s), inner -> found[0] |= bringsBack(inner));
    return found[0];
  }

  /** What is recorded around a loop only grows from one visit to the next. */
  private Set<Location> loop(Stmt s, Set<Location> before) {
    Set<Location> recorded = new LinkedHashSet<>(before);
    recorded.addAll(around.getOrDefault(s, Set.of()));
    boolean grew = true;
    loops.push(true);
    while (grew) {
      Set<Location> after = new LinkedHashSet<>(recorded);
      for (List<Stmt> block : Children.blocks(s)) {
        after.addAll(scope(block, after));
      }
      Variables.declared(s).forEach(v -> after.remove(new Location.Variable(v)));
      grew = recorded.addAll(after);
      if (s instanceof Stmt.CountedFor f && (needs.isReversed(s) || isRestored(s))) {
        grew |= recorded.addAll(effects.readBy(f.from()));
        grew |= recorded.addAll(effects.readBy(f.bound()));
      }
    }
    loops.pop();
    around.put(s, Set.copyOf(recorded));
    if (needs.isReversed(s) || isRestored(s)) {
      passed.add(s);
      recorded.addAll(needs.of(s));
    }
    return recorded;
  }

  /** A block whose locals are gone when it is reversed. */
  private Set<Location> scope(List<Stmt> block, Set<Location> before) {
    Set<Location> recorded = statements(block, before);
    recover(block, recorded);
    return recorded;
  }

  private void recover(List<Stmt> block, Set<Location> recorded) {
    List<Var> keep = new ArrayList<>();
    List<Stmt.Declare> again = new ArrayList<>();
    RefilledArrays.Refill refill = refill(block, recorded);
    recorded.addAll(refill.inputs());
    BlockState state = new BlockState(block, effects, distinct, this::comesBackFirst);
    for (int i = block.size() - 1; i >= 0; i--) {
      for (Var v : Variables.declared(block.get(i))) {
        if (refill.arrays().contains(v)) {
          again.add(0, (Stmt.Declare) block.get(i));
        } else if (!(block.get(i) instanceof Stmt.CountedFor) && isNeeded(v, recorded)) {
          Optional<Stmt.Declare> definition =
              recoverable
                  .definition(v, state, block, i, loops.peek())
                  .filter(d -> Collections.disjoint(readBy(d), refill.contents()));
          definition.ifPresent(d -> again.add(0, d));
          definition.ifPresent(d -> recorded.addAll(readBy(d)));
          if (definition.isEmpty()) {
            savedVariables.add(v);
            keep.add(0, v);
          }
        }
        recorded.remove(new Location.Variable(v));
      }
    }
    List<Stmt.Assign> early = state.comeBackFirst();
    for (Stmt.Assign a : early) {
      saved.add(a);
      savedVariables.add(((Expr.Read) a.target()).variable());
      recorded.remove(effects.target(a));
    }
    recoveries.put(
        block,
        new Recovery(
            early,
            List.copyOf(keep),
            List.copyOf(again),
            List.copyOf(refill.statements()),
            refill.index()));
  }

  private Set<Location> readBy(Stmt.Declare d) {
    return effects.readBy(d.value().orElseThrow());
  }

  private RefilledArrays.Refill refill(List<Stmt> block, Set<Location> recorded) {
    return saveAll || !loops.peek()
        ? RefilledArrays.Refill.NONE
        : new RefilledArrays(
                block, effects, definitions, needs, roles::isFreshArray, this::bringsBack)
            .of(v -> isNeeded(v, recorded));
  }

  /** Whether the reversed block may begin with the value that the variable had before {@code a}. */
  private boolean comesBackFirst(Stmt.Assign a) {
    return !saveAll && !inverted.contains(a) && !roles.isBookkeeping(a) && !readsResult(a);
  }

  private boolean isNeeded(Var v, Set<Location> recorded) {
    return recorded.contains(new Location.Variable(v));
  }
}
