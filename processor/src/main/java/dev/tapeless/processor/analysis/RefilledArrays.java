package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Work arrays that each trip of a loop makes and fills, and that the reversed trip needs: instead
 * of being kept from all trips they are filled again, as soon as what they were filled from is
 * back. A step of a Runge-Kutta method then keeps its state, and computes its stages twice.
 *
 * <p>Law: the statements that fill them are cheap, write nothing else, and read nothing that is
 * written between the first and the last of them, other than these arrays; what they read and the
 * block writes later comes back; and nothing needs the arrays before that.
 */
final class RefilledArrays {

  /** For so many arrays that are needed so many others may be filled. */
  private static final int OTHERS = 1;

  private final List<Stmt> block;
  private final Effects effects;
  private final Definitions definitions;
  private final Recording.Needs needs;
  private final Predicate<Stmt.Declare> isFresh;
  private final Predicate<Stmt> comesBack;

  /**
   * Those of {@code block}.
   *
   * @param isFresh whether a declaration is one of the {@link FreshArrays}
   * @param comesBack whether what a statement overwrites is brought back by its reversal
   */
  RefilledArrays(
      List<Stmt> block,
      Effects effects,
      Definitions definitions,
      Recording.Needs needs,
      Predicate<Stmt.Declare> isFresh,
      Predicate<Stmt> comesBack) {
    this.block = block;
    this.effects = effects;
    this.definitions = definitions;
    this.needs = needs;
    this.isFresh = isFresh;
    this.comesBack = comesBack;
  }

  /**
   * How arrays are filled again.
   *
   * @param arrays those that the reversed block makes anew
   * @param statements what fills them, statements of the block
   * @param index that of the statement of the block after whose reversal they are filled; the
   *     number of statements if they can be filled at the beginning
   * @param inputs what has to have its value of before
   * @param contents what is in the arrays
   */
  record Refill(
      Set<Var> arrays,
      List<Stmt> statements,
      int index,
      Set<Location> inputs,
      Set<Location> contents) {

    static final Refill NONE = new Refill(Set.of(), List.of(), -1, Set.of(), Set.of());
  }

  /** How those of the arrays of the block are filled again that are {@code needed}. */
  Refill of(Predicate<Var> needed) {
    Set<Var> arrays = new LinkedHashSet<>();
    for (Stmt s : block) {
      if (s instanceof Stmt.Declare d && needed.test(d.variable()) && isWorkArray(d)) {
        arrays.add(d.variable());
      }
    }
    int wanted = arrays.size();
    if (wanted == 0) {
      return Refill.NONE;
    }
    TreeSet<Integer> filling = new TreeSet<>();
    while (filling.addAll(writers(contents(arrays)))) {
      arrays.addAll(workArraysReadBy(statements(filling)));
    }
    boolean fits =
        arrays.size() <= (1 + OTHERS) * wanted
            && filling.stream().allMatch(i -> isCheap(block.get(i)) && writesOnly(i, arrays));
    return fits ? placed(arrays, filling) : Refill.NONE;
  }

  private Refill placed(Set<Var> arrays, TreeSet<Integer> filling) {
    List<Stmt> statements = statements(filling);
    Set<Location> own = contents(arrays);
    Set<Location> inputs = effects.readBy(statements);
    inputs.removeAll(own);
    arrays.forEach(a -> inputs.remove(new Location.Variable(a)));
    Set<Location> sizes = new HashSet<>();
    arrays.forEach(a -> sizes.addAll(effects.readBy(definitions.of(a).get().value().get())));
    if (sizes.stream().anyMatch(s -> !isStill(s))) {
      return Refill.NONE;
    }
    TreeSet<Integer> writers = new TreeSet<>();
    for (Location input : inputs) {
      if (!isStill(input)) {
        writers.addAll(writers(Set.of(input)));
      }
    }
    if (!writers.isEmpty() && writers.first() < filling.last()
        || !writers.stream().allMatch(i -> bringsBack(block.get(i), inputs))) {
      return Refill.NONE;
    }
    int index = writers.isEmpty() ? block.size() : writers.first();
    if (block.subList(index, block.size()).stream().anyMatch(s -> needs(s, own))) {
      return Refill.NONE;
    }
    inputs.addAll(sizes);
    return new Refill(arrays, statements, index, inputs, own);
  }

  /** An array of adjoints has no writers here. */
  private boolean isWorkArray(Stmt.Declare d) {
    return isFresh.test(d)
        && d.variable().type().isRealArray()
        && d.variable().type().rank() == 1
        && definitions.of(d.variable()).isPresent()
        && d.value().filter(Expr.NewArray.class::isInstance).isPresent()
        && Variables.isOnlyIndexed(block, d.variable())
        && !writers(effects.contents(d.variable().read())).isEmpty();
  }

  private Set<Location> contents(Set<Var> arrays) {
    Set<Location> contents = new HashSet<>();
    arrays.forEach(a -> contents.addAll(effects.contents(a.read())));
    return contents;
  }

  /** The indexes of the statements of the block that write one of {@code locations}. */
  private Set<Integer> writers(Set<Location> locations) {
    Set<Integer> found = new TreeSet<>();
    for (int i = 0; i < block.size(); i++) {
      if (!Collections.disjoint(effects.writtenBy(List.of(block.get(i))), locations)) {
        found.add(i);
      }
    }
    return found;
  }

  private List<Stmt> statements(Set<Integer> indexes) {
    return indexes.stream().map(block::get).toList();
  }

  private Set<Var> workArraysReadBy(List<Stmt> statements) {
    Set<Var> read = Variables.readBy(statements);
    Set<Var> found = new LinkedHashSet<>();
    for (Stmt s : block) {
      if (s instanceof Stmt.Declare d && read.contains(d.variable()) && isWorkArray(d)) {
        found.add(d.variable());
      }
    }
    return found;
  }

  /** Whether {@code s} is a cheap assignment, or a loop over such. */
  private static boolean isCheap(Stmt s) {
    if (s instanceof Stmt.CountedFor loop) {
      return loop.body().stream().allMatch(RefilledArrays::isCheapAssignment);
    }
    return isCheapAssignment(s);
  }

  private static boolean isCheapAssignment(Stmt s) {
    return (s instanceof Stmt.Assign a && a.target() instanceof Expr.Element
            || s instanceof Stmt.Declare)
        && Children.expressions(s).stream().allMatch(Cost::isCheapBesideMemory);
  }

  private boolean writesOnly(int index, Set<Var> arrays) {
    Stmt s = block.get(index);
    Set<Location> written = effects.writtenBy(List.of(s));
    written.removeAll(contents(arrays));
    Variables.declaredIn(List.of(s)).forEach(v -> written.remove(new Location.Variable(v)));
    return written.isEmpty() && !(s instanceof Stmt.Declare);
  }

  /** Whether {@code location} is the same throughout the block, or from its declaration on. */
  private boolean isStill(Location location) {
    Set<Integer> writers = writers(Set.of(location));
    if (location instanceof Location.Variable v && definitions.isSingle(v.variable())) {
      return writers.size() <= 1;
    }
    return writers.isEmpty();
  }

  private boolean bringsBack(Stmt s, Set<Location> inputs) {
    boolean[] all = {true};
    Variables.forEachStatement(
        List.of(s),
        inner -> {
          boolean overwrites = !Collections.disjoint(effects.writtenBy(inner), inputs);
          all[0] &= !overwrites || comesBack.test(inner);
        });
    return all[0];
  }

  private boolean needs(Stmt s, Set<Location> locations) {
    boolean[] found = {false};
    Variables.forEachStatement(
        List.of(s),
        inner -> {
          Set<Location> read = new HashSet<>(needs.of(inner));
          steering(inner).forEach(e -> read.addAll(effects.readBy(e)));
          found[0] |= !Collections.disjoint(read, locations);
        });
    return found[0];
  }

  /** What the reverse sweep evaluates again of {@code s} to come to the same places. */
  private static List<Expr> steering(Stmt s) {
    if (s instanceof Stmt.If branch) {
      return List.of(branch.condition());
    } else if (s instanceof Stmt.CountedFor loop) {
      return List.of(loop.from(), loop.bound());
    }
    return s instanceof Stmt.Assign a && a.target() instanceof Expr.Element e
        ? List.of(e.array(), e.index())
        : List.of();
  }
}
