package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All rewritings of this package, again and again until none finds anything more. */
public final class Simplify {

  /** More rounds than this would be a rewriting that undoes another one. */
  private static final int ROUNDS = 20;

  private Simplify() {}

  /** {@code raw} without what is not needed. */
  public static Sweep of(Sweep raw) {
    Sweep sweep = PutTogether.of(raw);
    List<Expr> results = new ArrayList<>(sweep.derivatives());
    sweep.value().ifPresent(results::add);
    Code code = of(new Code(sweep.body(), results), Folding::of);
    List<Expr> derivatives = code.results().subList(0, sweep.derivatives().size());
    Optional<Expr> value = sweep.value().map(v -> code.results().get(derivatives.size()));
    return new Sweep(sweep.parameters(), sweep.extra(), code.statements(), value, derivatives);
  }

  /** {@code function} without what is not needed. */
  public static Function of(Function function) {
    return of(PutTogether.of(function), Folding::of);
  }

  /** The same of a function that is going to be differentiated. */
  public static Function beforeDerivative(Function function) {
    return of(function, Folding::withPaths);
  }

  private static Function of(Function function, UnaryOperator<Code> folding) {
    List<Expr> results = function.result().map(List::of).orElse(List.of());
    Code code = of(new Code(function.body(), results), folding);
    return new Function(
        function.callee(),
        function.callable(),
        function.parameters(),
        code.statements(),
        code.results().stream().findFirst(),
        function.origin());
  }

  private static Code of(Code code, UnaryOperator<Code> folding) {
    Code before = code;
    for (int round = 0; round < ROUNDS; round++) {
      Code after = once(folding.apply(before));
      if (after.equals(before)) {
        return Comments.tidied(after);
      }
      before = after;
    }
    return Comments.tidied(before);
  }

  private static Code once(Code code) {
    return FirstWrite.of(DeadCode.of(SettledCopies.of(Propagation.of(KnownSigns.of(code)))));
  }
}
