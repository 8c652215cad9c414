package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings operands together in Java's order of evaluation, left to right. An operand whose value
 * would be another after the side effects of a later operand, or whose exception would come too
 * late, is kept in a variable.
 */
final class Operands {

  private final Vars vars;
  private final Origin origin;
  private final Effects effects;
  private final List<Stmt> before = new ArrayList<>();

  private Operands(Vars vars, Origin origin, Effects effects) {
    this.vars = vars;
    this.origin = origin;
    this.effects = effects;
  }

  /**
   * What runs first, and the values to be evaluated after all of it.
   *
   * @param values as many as there were operands
   */
  record Arranged(List<Stmt> before, List<Expr> values) {
    Arranged {
      before = List.copyOf(before);
      values = List.copyOf(values);
    }
  }

  /** The operands in order. */
  static Arranged arrange(List<Lowered> operands, Vars vars, Origin origin, Effects effects) {
    Operands arrangement = new Operands(vars, origin, effects);
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      arrangement.before.addAll(operands.get(i).before());
      values.add(arrangement.settled(operands.get(i).value(), later(operands, i)));
    }
    return new Arranged(arrangement.before, values);
  }

  private static List<Stmt> later(List<Lowered> operands, int index) {
    return operands.subList(index + 1, operands.size()).stream()
        .flatMap(o -> o.before().stream())
        .toList();
  }

  private Expr settled(Expr value, List<Stmt> later) {
    if (effects.mayMove(value, later)) {
      return value;
    }
    Var kept = vars.make(TemporaryNames.of(value), value.type());
    before.add(new Stmt.Declare(kept, Optional.of(value), origin));
    return kept.read();
  }
}
