package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Gradients;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.Loops;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reverse statements of a call of which only the tangent is known: the tangent along each unit
 * vector is a column of the Jacobian.
 */
final class TangentColumns {

  private final Activity activity;
  private final Shadows shadows;
  private final Vars vars;

  TangentColumns(Activity activity, Shadows shadows, Vars vars) {
    this.activity = activity;
    this.shadows = shadows;
    this.vars = vars;
  }

  /** The reverse statements of {@code call}. */
  List<Stmt> reverse(Stmt.Call call, LinkedDerivative linked) {
    List<Stmt> out = new ArrayList<>();
    List<Expr> unit = new ArrayList<>();
    List<Expr> active = new ArrayList<>();
    for (int i = 0; i < linked.active().size(); i++) {
      Expr argument = call.arguments().get(i);
      if (linked.active().get(i)) {
        active.add(argument);
        unit.add(zero(argument, out));
      }
    }
    Callee jvp = linked.jvp().orElseThrow();
    Expr seed = shadows.of(call.result().orElseThrow()).read();
    for (int i = 0; i < active.size(); i++) {
      Expr argument = active.get(i);
      if (activity.isActive(argument)) {
        out.addAll(
            argument.type().isReal()
                ? number(argument, i, unit, call, jvp, seed)
                : array(argument, i, unit, call, jvp, seed));
      }
    }
    return out;
  }

  private Expr zero(Expr argument, List<Stmt> out) {
    if (argument.type().isReal()) {
      return Term.number(0, argument.type());
    }
    Var zeros = vars.make("unit", argument.type());
    Expr value = new Expr.ZerosLike(argument);
    out.add(new Stmt.Declare(zeros, Optional.of(value), Origin.NONE));
    return zeros.read();
  }

  private List<Stmt> number(
      Expr argument, int index, List<Expr> unit, Stmt.Call call, Callee jvp, Expr seed) {
    List<Expr> tangents = new ArrayList<>(unit);
    tangents.set(index, Term.number(1, argument.type()));
    List<Stmt> out = new ArrayList<>();
    Expr product = product(tangents, call, jvp, seed, out);
    ExpressionAdjoint adjoint = new ExpressionAdjoint(activity, shadows, vars);
    adjoint.push(argument, Term.of(Exprs.cast(argument.type(), product)));
    out.addAll(adjoint.shared());
    out.addAll(adjoint.contributions().statements(shadows));
    return out;
  }

  private List<Stmt> array(
      Expr argument, int index, List<Expr> unit, Stmt.Call call, Callee jvp, Expr seed) {
    Optional<Expr> bars = shadows.reference(argument);
    if (bars.isEmpty()) {
      return List.of();
    }
    return List.of(
        Loops.pairs(
            unit.get(index),
            bars.get(),
            vars,
            (element, bar) -> {
              List<Stmt> body = new ArrayList<>();
              body.add(new Stmt.Assign(element, Term.number(1, element.type()), Origin.NONE));
              Expr product = product(unit, call, jvp, seed, body);
              Expr sum = Exprs.plus(bar, Exprs.cast(bar.type(), product));
              body.add(new Stmt.Assign(bar, sum, Origin.NONE));
              body.add(new Stmt.Assign(element, Term.number(0, element.type()), Origin.NONE));
              return body;
            }));
  }

  /** The seed times the tangent of the result along {@code tangents}. */
  private Expr product(List<Expr> tangents, Stmt.Call call, Callee jvp, Expr seed, List<Stmt> out) {
    List<Expr> arguments = new ArrayList<>(call.arguments());
    arguments.addAll(tangents);
    Var result = call.result().orElseThrow();
    Var dot = vars.make(result.name() + "Dot", result.type());
    out.add(new Stmt.Call(Optional.of(dot), jvp, arguments, call.origin()));
    if (result.type().isReal()) {
      return Exprs.times(seed, dot.read());
    }
    out.addAll(Gradients.check(jvp, dot.read(), call.callee(), seed));
    Type number = ((Type.Array) result.type()).innermost();
    Var sum = vars.make("sum", number);
    out.add(new Stmt.Declare(sum, Optional.of(Term.number(0, number)), Origin.NONE));
    out.add(Loops.addProducts(sum.read(), seed, dot.read(), vars));
    return sum.read();
  }
}
