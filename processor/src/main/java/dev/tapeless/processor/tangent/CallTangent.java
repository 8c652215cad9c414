package dev.tapeless.processor.tangent;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Companion;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Gradients;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tangents of calls, along one direction. */
final class CallTangent {

  private final Function function;
  private final Program program;
  private final String home;
  private final Vars vars;
  private final Activity activity;
  private final Direction direction;
  private final List<Companion> companions = new ArrayList<>();

  /**
   * The calls of {@code function}.
   *
   * @param home the class that declares it
   */
  CallTangent(
      Function function,
      Program program,
      String home,
      Vars vars,
      Activity activity,
      Direction direction) {
    this.function = function;
    this.program = program;
    this.home = home;
    this.vars = vars;
    this.activity = activity;
    this.direction = direction;
  }

  /** The companions that are called by what was returned so far. */
  List<Companion> companions() {
    return List.copyOf(companions);
  }

  /** The call, which is active, with its tangents. */
  List<Stmt> of(Stmt.Call call) {
    List<Stmt> out = new ArrayList<>();
    Optional<LinkedDerivative> linked = program.derivative(call.callee());
    if (linked.isPresent()) {
      linked(call, linked.get(), out);
    } else {
      companion(call, out);
    }
    return out;
  }

  private void linked(Stmt.Call call, LinkedDerivative linked, List<Stmt> out) {
    if (!linked.isCustom()) {
      generated(call, linked, out);
      return;
    }
    out.add(call); // The method's own exceptions come first.
    if (linked.jvp().isEmpty()) {
      out.addAll(
          new GradientRows(activity, direction.shadows(), direction.expressions(), vars)
              .tangent(call, linked));
      return;
    }
    Callee jvp = linked.jvp().get();
    List<Expr> arguments = new ArrayList<>(call.arguments());
    for (int i = 0; i < linked.active().size(); i++) {
      if (linked.active().get(i)) {
        arguments.add(direction.ofArgument(call.arguments().get(i), out));
      }
    }
    Var result = call.result().orElseThrow();
    Var dot = direction.shadows().of(result);
    boolean isCopied = isWrittenArray(result);
    Var made = isCopied ? vars.make(dot.name(), dot.type()) : dot;
    out.add(new Stmt.Call(Optional.of(made), jvp, arguments, Origin.NONE));
    out.addAll(Gradients.check(jvp, made.read(), call.callee(), result.read()));
    if (isCopied) {
      Expr copy = new Expr.DeepCopy(made.read());
      out.add(new Stmt.Declare(dot, Optional.of(copy), Origin.NONE));
    }
  }

  private void generated(Stmt.Call call, LinkedDerivative linked, List<Stmt> out) {
    List<Stmt> zeros = new ArrayList<>();
    List<Stmt> dots =
        LinkedTangent.of(
            activity, direction.shadows(), vars, call, linked, e -> direction.ofArgument(e, zeros));
    out.addAll(zeros);
    out.add(call);
    out.addAll(dots);
  }

  /** A tangent that is written to must not be one of an argument. */
  private boolean isWrittenArray(Var result) {
    Effects effects = Effects.of(Memory.of(function, program), program);
    return effects.contents(result.read()).stream()
        .anyMatch(effects.writtenBy(function.body())::contains);
  }

  private void companion(Stmt.Call call, List<Stmt> out) {
    List<Boolean> active = call.arguments().stream().map(activity::isActive).toList();
    List<Expr> arguments = new ArrayList<>(call.arguments());
    for (Expr argument : call.arguments()) {
      if (activity.isActive(argument)) {
        arguments.add(direction.ofArgument(argument, out));
      }
    }
    String name = Companion.name(call.callee(), home, "Tangent", active);
    List<Type> types = arguments.stream().map(Expr::type).toList();
    Optional<Type> carrier =
        call.callee().result().map(t -> t.isDifferentiable() ? pair(name, t) : t);
    Callee derivative = new Callee("", name, types, carrier).throwing(call.callee().exceptions());
    companions.add(new Companion(call.callee(), active, derivative));
    Optional<Var> result = call.result();
    if (result.isEmpty() || !(carrier.orElseThrow() instanceof Type.RecordOf)) {
      out.add(new Stmt.Call(result, derivative, arguments, call.origin()));
      return;
    }
    Var both = vars.make(result.get().name(), carrier.get());
    out.add(new Stmt.Call(Optional.of(both), derivative, arguments, call.origin()));
    Var r = result.get();
    out.add(new Stmt.Declare(r, Optional.of(component(both, "value", r)), Origin.NONE));
    if (activity.isActive(r)) {
      Expr dot = component(both, "tangent", r);
      out.add(new Stmt.Declare(direction.shadows().of(r), Optional.of(dot), Origin.NONE));
    }
  }

  private static Type pair(String name, Type type) {
    String record = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return new Type.RecordOf(
        record, List.of(new Type.Component("value", type), new Type.Component("tangent", type)));
  }

  private static Expr component(Var record, String name, Var like) {
    return new Expr.Component(record.read(), name, like.type());
  }
}
