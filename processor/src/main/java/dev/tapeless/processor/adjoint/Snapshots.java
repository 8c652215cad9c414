package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Loops;
import dev.tapeless.processor.ir.NonNull;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import dev.tapeless.processor.problems.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies of the arrays that a call or copied code writes, made before it runs, and what brings them
 * back. Of an array whose rows may become other arrays, the rows themselves are brought back first.
 */
final class Snapshots {

  private final Effects effects;
  private final NonNull nonNull;
  private final Vars vars;

  Snapshots(Effects effects, NonNull nonNull, Vars vars) {
    this.effects = effects;
    this.nonNull = nonNull;
    this.vars = vars;
  }

  /**
   * Adds the copies to {@code forward} and what brings them back to {@code reverse}.
   *
   * @return what brings them back once more, after the call's own reversal
   */
  List<Stmt> of(Stmt s, SaveSlots slots, List<Stmt> forward, List<Stmt> reverse) {
    List<Stmt> restores = new ArrayList<>();
    for (Expr array : written(s)) {
      Optional<Var> rows = Optional.empty();
      if (array.type().rank() > 1 && effects.movesRows(s)) {
        refuseDeep(s, array);
        rows = Optional.of(kept("Rows", array, cloned(array), slots, forward, reverse));
      }
      Expr copy = new Expr.DeepCopy(array);
      Var before = kept("Before", array, copy, slots, forward, reverse);
      reverse.add(broughtBack(array, before, rows));
      restores.add(broughtBack(array, before, rows));
    }
    return restores;
  }

  private List<Expr> written(Stmt s) {
    if (s instanceof Stmt.Opaque opaque) {
      return opaque.code().operands().stream()
          .filter(e -> e.type() instanceof Type.Array)
          .distinct()
          .toList();
    }
    Stmt.Call call = (Stmt.Call) s;
    return effects.writtenArguments(call).stream().map(i -> call.arguments().get(i)).toList();
  }

  private static void refuseDeep(Stmt s, Expr array) {
    if (array.type().rank() > 2) {
      String words =
          s instanceof Stmt.Opaque opaque
              ? opaque.code().words()
              : ((Stmt.Call) s).callee().name() + "()";
      throw new Refusal(List.of(new Finding(new Problem.ChangesState(words), s.origin())));
    }
  }

  /** The value of {@code copy}, in a variable of the reverse sweep. */
  private Var kept(
      String suffix,
      Expr array,
      Expr copy,
      SaveSlots slots,
      List<Stmt> forward,
      List<Stmt> reverse) {
    String name = Reversal.name(array);
    Var made = vars.make(name, array.type());
    forward.add(new Stmt.Declare(made, Optional.of(copy), Origin.NONE));
    SaveSlots.Slot slot = slots.keep(made.read(), name);
    forward.add(slot.save());
    Var restored = vars.make(name + suffix, array.type());
    reverse.add(new Stmt.Declare(restored, Optional.of(slot.restored()), Origin.NONE));
    return restored;
  }

  private Expr cloned(Expr array) {
    Expr clone = new Expr.CloneArray(array);
    Expr nothing = Exprs.nothing(array.type());
    return nonNull.isSure(array)
        ? clone
        : Exprs.choose(Exprs.binary(BinaryOp.NE, array, nothing), clone, nothing);
  }

  private Stmt broughtBack(Expr array, Var before, Optional<Var> rows) {
    List<Stmt> statements = new ArrayList<>();
    rows.ifPresent(r -> statements.add(rowsBroughtBack(array, r)));
    statements.add(Loops.copy(array, before.read(), vars));
    Expr isThere = Exprs.binary(BinaryOp.NE, before.read(), Exprs.nothing(before.type()));
    if (!nonNull.isSure(array)) {
      return new Stmt.If(isThere, statements, List.of(), Origin.NONE);
    }
    return statements.size() == 1 ? statements.get(0) : new Stmt.Block(statements, Origin.NONE);
  }

  private Stmt rowsBroughtBack(Expr array, Var rows) {
    Var i = vars.make("i", Type.Primitive.INT);
    Place row = Exprs.element(array, i.read());
    Stmt back = new Stmt.Assign(row, Exprs.element(rows.read(), i.read()), Origin.NONE);
    Expr length = Exprs.length(rows.read());
    return new Stmt.CountedFor(i, Exprs.num(0), BinaryOp.LT, length, 1, List.of(back), Origin.NONE);
  }
}
