package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which locations have, at the beginning of a reversed block, the values that they had at a place
 * within the block.
 *
 * <p>Those that the block does not write; and the numbers that it writes just once, in a statement
 * of its own after that place, when nothing after that statement reads them: their saved values can
 * come back first of all, and the local values that were made from them be made again.
 */
final class BlockState {

  private final List<Stmt> block;
  private final Effects effects;
  private final DistinctArrays distinct;
  private final Set<Location> written;
  private final Set<Var> declared = new HashSet<>();
  private final Map<Location, Integer> onlyWrite = new HashMap<>();
  private final Set<Stmt.Assign> comeBackFirst = new LinkedHashSet<>();

  BlockState(
      List<Stmt> block,
      Effects effects,
      DistinctArrays distinct,
      Predicate<Stmt.Assign> mayComeBack) {
    this.block = block;
    this.effects = effects;
    this.distinct = distinct;
    this.written = effects.writtenBy(block);
    block.forEach(s -> declared.addAll(Variables.declared(s)));
    findOnlyWrites(mayComeBack);
  }

  private void findOnlyWrites(Predicate<Stmt.Assign> mayComeBack) {
    Set<Location> readLater = new HashSet<>();
    Set<Location> writtenLater = new HashSet<>();
    Set<Location> twice = new HashSet<>();
    for (int i = block.size() - 1; i >= 0; i--) {
      Stmt s = block.get(i);
      List<Stmt> one = List.of(s);
      for (Location location : effects.writtenBy(one)) {
        boolean again = !writtenLater.add(location);
        if (again || !isCandidate(s, location, mayComeBack) || readLater.contains(location)) {
          twice.add(location);
        } else {
          onlyWrite.put(location, i);
        }
      }
      readLater.addAll(effects.readBy(one));
    }
    twice.forEach(onlyWrite::remove);
  }

  private boolean isCandidate(Stmt s, Location location, Predicate<Stmt.Assign> mayComeBack) {
    return s instanceof Stmt.Assign a
        && a.target() instanceof Expr.Read read
        && !(read.type() instanceof Type.Array)
        && !declared.contains(read.variable())
        && effects.target(a).equals(location)
        && mayComeBack.test(a);
  }

  /** Whether {@code variable} is declared by a statement of the block itself. */
  boolean declares(Var variable) {
    return declared.contains(variable);
  }

  /**
   * Whether the reversed block can begin with the value that {@code location} has at the statement
   * with that index.
   */
  boolean isKeptSince(Location location, int index) {
    return !written.contains(location) || onlyWrite.getOrDefault(location, -1) > index;
  }

  /**
   * Whether the block writes only into other arrays than those of which {@code value} reads
   * elements in that class.
   */
  boolean isKeptFor(Expr value, Location.Contents location) {
    Set<Var> read = new HashSet<>();
    boolean[] kept = {true};
    Variables.forEachNode(
        value,
        e -> {
          boolean isRead = e.type() instanceof Type.Array && effects.contents(e).contains(location);
          if (isRead && e instanceof Expr.Read r) {
            read.add(r.variable());
          } else {
            kept[0] &= !isRead;
          }
        });
    return kept[0]
        && read.stream().noneMatch(v -> written.contains(new Location.Variable(v)))
        && !writesInto(read, location);
  }

  private boolean writesInto(Set<Var> arrays, Location location) {
    boolean[] found = {false};
    Variables.forEachStatement(
        block,
        s ->
            found[0] |=
                effects.writtenBy(s).contains(location)
                    && !(s instanceof Stmt.Assign a
                        && a.target() instanceof Expr.Element e
                        && e.array() instanceof Expr.Read w
                        && arrays.stream()
                            .allMatch(v -> distinct.areDifferent(v, w.variable(), a))));
    return found[0];
  }

  /**
   * Says that a value is made again from the one that {@code location} has at the statement with
   * that index.
   */
  void use(Location location, int index) {
    if (written.contains(location) && onlyWrite.getOrDefault(location, -1) > index) {
      comeBackFirst.add((Stmt.Assign) block.get(onlyWrite.get(location)));
    }
  }

  /** The assignments whose saved values have to come back first. */
  List<Stmt.Assign> comeBackFirst() {
    return new ArrayList<>(comeBackFirst);
  }
}
