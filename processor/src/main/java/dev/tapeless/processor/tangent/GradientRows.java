package dev.tapeless.processor.tangent;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Gradients;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.Loops;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tangent of the result of a call of which only the reverse mode derivative is known: that of
 * each unit vector is a row of the Jacobian.
 */
final class GradientRows {

  private final Activity activity;
  private final Shadows shadows;
  private final ExpressionTangent expressions;
  private final Vars vars;

  GradientRows(Activity activity, Shadows shadows, ExpressionTangent expressions, Vars vars) {
    this.activity = activity;
    this.shadows = shadows;
    this.expressions = expressions;
    this.vars = vars;
  }

  /** The statements that declare the tangent of the result of {@code call}, after it. */
  List<Stmt> tangent(Stmt.Call call, LinkedDerivative linked) {
    Var result = call.result().orElseThrow();
    Var dot = shadows.of(result);
    List<Stmt> out = new ArrayList<>();
    if (result.type().isReal()) {
      Expr one = Term.number(1, result.type());
      product(call, linked, one, Optional.empty(), dot, out);
      return out;
    }
    Var seed = vars.make("unit", result.type());
    Expr zeros = new Expr.ZerosLike(result.read());
    out.add(new Stmt.Declare(seed, Optional.of(zeros), Origin.NONE));
    Expr dots = new Expr.ZerosLike(result.read());
    out.add(new Stmt.Declare(dot, Optional.of(dots), Origin.NONE));
    out.add(
        Loops.pairs(
            seed.read(),
            dot.read(),
            vars,
            (element, target) -> {
              List<Stmt> body = new ArrayList<>();
              body.add(new Stmt.Assign(element, Term.number(1, element.type()), Origin.NONE));
              product(call, linked, seed.read(), Optional.of(target), dot, body);
              body.add(new Stmt.Assign(element, Term.number(0, element.type()), Origin.NONE));
              return body;
            }));
    return out;
  }

  /**
   * Puts the gradient times the tangents into {@code element}, or into {@code number}, which is
   * declared here.
   */
  private void product(
      Stmt.Call call,
      LinkedDerivative linked,
      Expr seed,
      Optional<Place> element,
      Var number,
      List<Stmt> out) {
    Callee vjp = linked.vjp().orElseThrow();
    List<Expr> arguments = new ArrayList<>(call.arguments());
    arguments.add(seed);
    Var bars = vars.make("bars", vjp.result().orElseThrow());
    out.add(new Stmt.Call(Optional.of(bars), vjp, arguments, call.origin()));
    List<Expr> parameters = new ArrayList<>();
    for (int i = 0; i < linked.active().size(); i++) {
      if (linked.active().get(i)) {
        parameters.add(call.arguments().get(i));
      }
    }
    List<Optional<Expr>> active =
        parameters.stream().map(p -> Optional.of(p).filter(activity::isActive)).toList();
    out.addAll(Gradients.checks(vjp, bars, active));
    Place target = element.orElse(number.read());
    List<Stmt> loops = new ArrayList<>();
    List<Term> sum = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Expr parameter = parameters.get(i);
      Expr bar = Gradients.part(bars, i, parameters.size(), parameter.type());
      if (active.get(i).isEmpty()) {
        continue;
      }
      if (parameter.type().isReal()) {
        Expr product = Exprs.times(bar, expressions.of(parameter));
        sum.add(Term.of(Exprs.cast(target.type(), product)));
      } else {
        shadows
            .reference(parameter)
            .ifPresent(dots -> loops.add(Loops.addProducts(target, bar, dots, vars)));
      }
    }
    Expr first = sum.isEmpty() ? Term.number(0, target.type()) : Term.sum(sum);
    out.add(
        element.isPresent()
            ? new Stmt.Assign(target, first, Origin.NONE)
            : new Stmt.Declare(number, Optional.of(first), Origin.NONE));
    out.addAll(loops);
  }
}
