package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Loops;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds what a call has returned, numbers and arrays, to the adjoints of what it got. */
final class AddedAdjoints {

  private final Activity activity;
  private final Shadows shadows;
  private final Vars vars;
  private final ExpressionAdjoint numbers;
  private final List<Stmt> arrays = new ArrayList<>();

  AddedAdjoints(Activity activity, Shadows shadows, Vars vars) {
    this.activity = activity;
    this.shadows = shadows;
    this.vars = vars;
    this.numbers = new ExpressionAdjoint(activity, shadows, vars);
  }

  /**
   * Adds {@code value}, times {@code factor} if there is one, to the adjoint of {@code receiver}.
   */
  void add(Expr receiver, Expr value, Optional<Expr> factor) {
    if (receiver.type().isRealArray()) {
      Optional<Expr> bars =
          Optional.of(receiver).filter(activity::isActive).flatMap(shadows::reference);
      bars.ifPresent(
          b ->
              arrays.add(
                  factor.isPresent()
                      ? Loops.addTimes(b, factor.get(), value, vars)
                      : Loops.add(b, value, vars)));
    } else if (receiver.type().isReal()) {
      Expr product = factor.map(f -> Exprs.product(f, value)).orElse(value);
      numbers.push(receiver, Term.of(Exprs.cast(receiver.type(), product)));
    }
  }

  /** The statements that do so. */
  List<Stmt> statements() {
    List<Stmt> out = new ArrayList<>(numbers.shared());
    out.addAll(numbers.contributions().statements(shadows));
    out.addAll(arrays);
    return out;
  }
}
