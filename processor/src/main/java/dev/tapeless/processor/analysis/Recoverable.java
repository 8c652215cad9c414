package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The locals of a block that has ended which need not have been saved: their values can be had
 * again.
 */
final class Recoverable {

  private final Definitions definitions;
  private final Effects effects;
  private final Roles roles;
  private final Set<Var> savedVariables;
  private final boolean saveAll;

  /**
   * Those of a function.
   *
   * @param savedVariables what is saved, as far as is known
   * @param saveAll computes nothing again, for comparison
   */
  Recoverable(
      Definitions definitions,
      Effects effects,
      Roles roles,
      Set<Var> savedVariables,
      boolean saveAll) {
    this.definitions = definitions;
    this.effects = effects;
    this.roles = roles;
    this.savedVariables = savedVariables;
    this.saveAll = saveAll;
  }

  /**
   * A declaration of {@code v} for the beginning of the reversed block.
   *
   * @param state that of {@code block}
   * @param index where {@code block} declares {@code v}
   * @param besideMemory whether saving would take an array
   */
  Optional<Stmt.Declare> definition(
      Var v, BlockState state, List<Stmt> block, int index, boolean besideMemory) {
    return recomputable(v, state, index, besideMemory)
        .or(() -> copied(v, state, block))
        .or(() -> renewed(v));
  }

  /**
   * The only definition of {@code v}, when its evaluation at the end of {@code block} gives the
   * same value again at little cost.
   */
  private Optional<Stmt.Declare> recomputable(
      Var v, BlockState state, int index, boolean besideMemory) {
    Optional<Stmt.Declare> definition = definitions.of(v);
    if (saveAll || definition.isEmpty()) {
      return Optional.empty();
    }
    Expr value = definition.get().value().get();
    boolean again = allocates(value) ? isAsGoodAsNew(v) : isCheap(value, besideMemory);
    Set<Location> inputs = effects.readBy(value);
    boolean same =
        inputs.stream()
            .allMatch(
                r ->
                    isUnchanged(r, state, index)
                        || r instanceof Location.Contents c && state.isKeptFor(value, c));
    if (!again || !same) {
      return Optional.empty();
    }
    inputs.forEach(r -> state.use(r, index));
    return definition;
  }

  private static boolean isCheap(Expr value, boolean besideMemory) {
    return besideMemory ? Cost.isCheapBesideMemory(value) : Cost.isCheap(value);
  }

  /**
   * {@code v = w}, when a variable {@code w} of the blocks around ends up with the array of {@code
   * v}.
   */
  private Optional<Stmt.Declare> copied(Var v, BlockState state, List<Stmt> block) {
    if (saveAll || !(v.type() instanceof Type.Array) || definitions.of(v).isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < block.size(); i++) {
      if (block.get(i) instanceof Stmt.Assign a
          && a.target() instanceof Expr.Read w
          && a.value().equals(v.read())
          && !state.declares(w.variable())
          && !effects
              .writtenBy(block.subList(i + 1, block.size()))
              .contains(new Location.Variable(w.variable()))) {
        return Optional.of(new Stmt.Declare(v, Optional.of(w), Origin.NONE));
      }
    }
    return Optional.empty();
  }

  private Optional<Stmt.Declare> renewed(Var v) {
    return roles.renewal(v).map(e -> new Stmt.Declare(v, Optional.of(e), Origin.NONE));
  }

  /** A saved reference to a row would be one to the array of the forward sweep. */
  private boolean isAsGoodAsNew(Var v) {
    return roles.isFreshShadow(v) && Collections.disjoint(roles.rows(v), savedVariables);
  }

  private boolean isUnchanged(Location location, BlockState state, int index) {
    if (location instanceof Location.Variable v && state.declares(v.variable())) {
      return definitions.isSingle(v.variable());
    }
    return state.isKeptSince(location, index);
  }

  private static boolean allocates(Expr e) {
    return e instanceof Expr.NewArray
        || e instanceof Expr.ZerosLike
        || e instanceof Expr.ArrayLiteral
        || e instanceof Expr.CloneArray
        || e instanceof Expr.DeepCopy
        || e instanceof Expr.NewStack
        || e instanceof Expr.NewRecord
        || e instanceof Expr.Pop;
  }
}
