package dev.tapeless.processor.tangent;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.Loops;
import dev.tapeless.processor.ir.NestedOperation;
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
import java.util.function.Function;

/**
 * The tangents of the results of a call of a method that has generated operations, and of a call of
 * such an operation, which is a derivative itself. With the gradient g and the Hessian H of the
 * method that it belongs to, that of g is H·ẋ, that of v·g is v·H·ẋ + v̇·g, and that of g·d is
 * (H·d)·ẋ + g·ḋ.
 */
final class LinkedTangent {

  private final Activity activity;
  private final Shadows shadows;
  private final Vars vars;
  private final Stmt.Call call;
  private final LinkedDerivative linked;
  private final List<Expr> own;
  private final List<Expr> further;
  private final Function<Expr, Expr> tangents;
  private final List<Stmt> out = new ArrayList<>();

  private LinkedTangent(
      Activity activity,
      Shadows shadows,
      Vars vars,
      Stmt.Call call,
      LinkedDerivative linked,
      Function<Expr, Expr> tangents) {
    this.activity = activity;
    this.shadows = shadows;
    this.vars = vars;
    this.call = call;
    this.linked = linked;
    this.own = linked.own(call.arguments());
    this.further = linked.further(call.arguments());
    this.tangents = tangents;
  }

  /**
   * The statements that declare the tangents of the results of {@code call}.
   *
   * @param tangents the tangent of an active argument
   */
  static List<Stmt> of(
      Activity activity,
      Shadows shadows,
      Vars vars,
      Stmt.Call call,
      LinkedDerivative linked,
      Function<Expr, Expr> tangents) {
    LinkedTangent pass = new LinkedTangent(activity, shadows, vars, call, linked, tangents);
    List<Var> dots = call.results().stream().map(shadows::of).toList();
    if (linked.nested().isPresent()) {
      pass.nested(linked.nested().get(), dots);
    } else {
      pass.call(dots, linked.jvp().orElseThrow(), pass.moved());
    }
    return pass.out;
  }

  private void nested(NestedOperation nested, List<Var> dots) {
    switch (nested.kind()) {
      case GRADIENT -> call(dots, nested.hvp(), moved());
      case VALUE_AND_GRADIENT -> {
        call(dots.subList(0, 1), nested.jvp(), moved());
        call(dots.subList(1, dots.size()), nested.hvp(), moved());
      }
      case VJP -> vjp(nested, dots);
      case JVP -> jvp(nested, dots.get(0));
    }
  }

  /** The tangents of the method's own arguments. */
  private List<Expr> moved() {
    List<Expr> moved = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      if (linked.carried().get(i)) {
        moved.add(moved(own.get(i), linked.active().get(i)));
      }
    }
    return moved;
  }

  private List<Expr> furtherMoved() {
    List<Expr> moved = new ArrayList<>();
    for (int i = 0; i < further.size(); i++) {
      moved.add(moved(further.get(i), linked.active().get(own.size() + i)));
    }
    return moved;
  }

  private Expr moved(Expr argument, boolean isActive) {
    return isActive ? tangents.apply(argument) : argument;
  }

  private void call(List<Var> results, Callee callee, List<Expr> added) {
    List<Expr> arguments = new ArrayList<>(own);
    arguments.addAll(added);
    out.add(new Stmt.Call(results, callee, arguments, Origin.NONE));
  }

  private boolean isAnyActive(List<Expr> arguments) {
    return arguments.stream().anyMatch(activity::isActive);
  }

  private void vjp(NestedOperation nested, List<Var> dots) {
    Expr v = further.get(0);
    boolean isOwn = isAnyActive(own);
    call(dots, isOwn ? nested.hvp() : nested.gradient(), isOwn ? moved() : List.of());
    Expr factor = isOwn ? v : tangents.apply(v);
    for (Var dot : dots) {
      if (dot.type().isDifferentiable()) {
        out.add(scaled(dot.read(), factor));
      }
    }
    if (isOwn && activity.isActive(v)) {
      Expr vDot = tangents.apply(v);
      List<Var> gradient = copies(dots, "gradient");
      call(gradient, nested.gradient(), List.of());
      for (int i = 0; i < dots.size(); i++) {
        if (dots.get(i).type().isDifferentiable()) {
          out.add(added(dots.get(i).read(), vDot, gradient.get(i).read()));
        }
      }
    }
  }

  private void jvp(NestedOperation nested, Var dot) {
    Expr.Read sum = dot.read();
    if (isAnyActive(further)) {
      call(List.of(dot), nested.jvp(), furtherMoved());
    } else {
      Expr zero = Term.number(0, dot.type());
      out.add(new Stmt.Declare(dot, Optional.of(zero), Origin.NONE));
    }
    if (!isAnyActive(own)) {
      return;
    }
    List<Expr> along = further;
    List<Var> products = new ArrayList<>();
    along.forEach(d -> products.add(vars.make("hvp", d.type())));
    call(products, nested.hvp(), along);
    List<Expr> moved = moved();
    for (int i = 0; i < products.size(); i++) {
      Expr product = products.get(i).read();
      if (product.type().isReal()) {
        out.add(added(sum, product, moved.get(i)));
      } else if (product.type().isRealArray()) {
        out.add(Loops.addProducts(sum, product, moved.get(i), vars));
      }
    }
  }

  private List<Var> copies(List<Var> like, String name) {
    return like.stream().map(v -> vars.make(name, v.type())).toList();
  }

  private Stmt scaled(Expr.Read target, Expr factor) {
    if (target.type() instanceof Type.Array) {
      return Loops.scale(target, factor, vars);
    }
    Expr product = Exprs.cast(target.type(), Exprs.product(factor, target));
    return new Stmt.Assign(target, product, Origin.NONE);
  }

  private Stmt added(Expr.Read target, Expr factor, Expr amount) {
    if (target.type() instanceof Type.Array) {
      return Loops.addTimes(target, factor, amount, vars);
    }
    Expr product = Exprs.cast(target.type(), Exprs.product(factor, amount));
    return new Stmt.Assign(target, Exprs.plus(target, product), Origin.NONE);
  }
}
