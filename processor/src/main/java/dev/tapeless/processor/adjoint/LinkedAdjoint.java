package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.NestedOperation;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reverse statements of a call of a method that has generated operations, and of a call of such
 * an operation, which is a derivative itself. With the gradient g and the Hessian H of the method
 * that it belongs to, which is symmetric: of w = g they are x̄ += H·w̄; of w = v·g, x̄ += v·H·w̄
 * and v̄ += g·w̄; of y = g·d, x̄ += ȳ·H·d and d̄ += ȳ·g.
 */
final class LinkedAdjoint {

  private final Activity activity;
  private final Shadows shadows;
  private final Vars vars;
  private final Stmt.Call call;
  private final LinkedDerivative linked;
  private final List<Expr> own;
  private final List<Expr> further;
  private final List<Stmt> out = new ArrayList<>();

  private LinkedAdjoint(
      Activity activity, Shadows shadows, Vars vars, Stmt.Call call, LinkedDerivative linked) {
    this.activity = activity;
    this.shadows = shadows;
    this.vars = vars;
    this.call = call;
    this.linked = linked;
    this.own = linked.own(call.arguments());
    this.further = linked.further(call.arguments());
  }

  /** The reverse statements of {@code call}. */
  static List<Stmt> of(
      Activity activity, Shadows shadows, Vars vars, Stmt.Call call, LinkedDerivative linked) {
    LinkedAdjoint pass = new LinkedAdjoint(activity, shadows, vars, call, linked);
    linked.nested().ifPresentOrElse(pass::nested, pass::plain);
    return pass.out;
  }

  private void plain() {
    add(linked.vjp().orElseThrow(), seeds(call.results()), carried(), Optional.empty());
  }

  private void nested(NestedOperation nested) {
    switch (nested.kind()) {
      case GRADIENT -> gradient(nested, call.results());
      case VALUE_AND_GRADIENT -> valueAndGradient(nested);
      case VJP -> vjp(nested);
      case JVP -> jvp(nested);
    }
  }

  /** The active parameters of the method, and what is carried along in them. */
  private List<Expr> carried() {
    List<Expr> carried = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      if (linked.carried().get(i)) {
        carried.add(own.get(i));
      }
    }
    return carried;
  }

  private void gradient(NestedOperation nested, List<Var> results) {
    if (results.stream().anyMatch(activity::isActive)) {
      add(nested.hvp(), seeds(results), carried(), Optional.empty());
    }
  }

  private void valueAndGradient(NestedOperation nested) {
    Var value = call.results().get(0);
    gradient(nested, call.results().subList(1, call.results().size()));
    if (activity.isActive(value)) {
      add(nested.vjp(), List.of(shadows.of(value).read()), carried(), Optional.empty());
    }
  }

  private void vjp(NestedOperation nested) {
    Expr v = further.get(0);
    List<Expr> seeds = seeds(call.results());
    if (own.stream().anyMatch(activity::isActive)) {
      add(nested.hvp(), seeds, carried(), Optional.of(v));
    }
    if (activity.isActive(v)) {
      add(nested.jvp(), seeds, List.of(v), Optional.empty());
    }
  }

  private void jvp(NestedOperation nested) {
    Expr seed = shadows.of(call.results().get(0)).read();
    if (own.stream().anyMatch(activity::isActive)) {
      add(nested.hvp(), further, carried(), Optional.of(seed));
    }
    if (further.stream().anyMatch(activity::isActive)) {
      add(nested.vjp(), List.of(seed), further, Optional.empty());
    }
  }

  /** The adjoints of the results; zero for those that have none. */
  private List<Expr> seeds(List<Var> results) {
    List<Expr> seeds = new ArrayList<>();
    for (Var r : results) {
      seeds.add(r.type().isDifferentiable() ? seed(r) : r.read());
    }
    return seeds;
  }

  private Expr seed(Var result) {
    if (activity.isActive(result)) {
      return shadows.of(result).read();
    }
    if (result.type().isReal()) {
      return Term.number(0, result.type());
    }
    Var zeros = vars.make("zeros", result.type());
    Expr value = new Expr.ZerosLike(result.read());
    out.add(new Stmt.Declare(zeros, Optional.of(value), Origin.NONE));
    return zeros.read();
  }

  /** Calls {@code callee} and adds what it returns to the adjoints of {@code receivers}. */
  private void add(Callee callee, List<Expr> added, List<Expr> receivers, Optional<Expr> factor) {
    List<Expr> arguments = new ArrayList<>(own);
    arguments.addAll(added);
    List<Var> bars = receivers.stream().map(r -> vars.make("bars", r.type())).toList();
    out.add(new Stmt.Call(bars, callee, arguments, call.origin()));
    AddedAdjoints adjoints = new AddedAdjoints(activity, shadows, vars);
    for (int i = 0; i < receivers.size(); i++) {
      adjoints.add(receivers.get(i), bars.get(i).read(), factor);
    }
    out.addAll(adjoints.statements());
  }
}
