package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Companion;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Gradients;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The reverse statements of calls that are not inlined: of a helper with a body through a companion
 * in the generated class, which runs the helper forward and back and adds to the arrays of adjoints
 * that it gets; of a differentiable method from elsewhere through its generated operation.
 */
final class CallAdjoint {

  private final Program program;
  private final Activity activity;
  private final Shadows shadows;
  private final Vars vars;
  private final String home;
  private final FiniteChecks checks;
  private final List<Companion> companions = new ArrayList<>();

  CallAdjoint(
      Program program,
      Activity activity,
      Shadows shadows,
      Vars vars,
      String home,
      FiniteChecks checks) {
    this.program = program;
    this.activity = activity;
    this.shadows = shadows;
    this.vars = vars;
    this.home = home;
    this.checks = checks;
  }

  /** The companions that the reverse statements call. */
  List<Companion> companions() {
    return companions;
  }

  /** Begins again, with other decisions. */
  void clear() {
    companions.clear();
  }

  /** The reverse statements of {@code call}, through which a derivative passes. */
  List<Stmt> reverse(Stmt.Call call) {
    Optional<LinkedDerivative> linked = program.derivative(call.callee());
    return linked.isPresent() ? linked(call, linked.get()) : companion(call);
  }

  private List<Stmt> companion(Stmt.Call call) {
    Function helper = program.function(call.callee()).orElseThrow();
    List<Boolean> active = call.arguments().stream().map(activity::isActive).toList();
    List<Expr> arguments = new ArrayList<>(call.arguments());
    call.result().filter(activity::isActive).ifPresent(r -> arguments.add(shadows.of(r).read()));
    List<Type.Component> numbers = new ArrayList<>();
    List<Expr> receivers = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      Expr argument = call.arguments().get(i);
      if (active.get(i) && argument.type().isRealArray()) {
        arguments.add(shadows.reference(argument).orElseThrow());
      } else if (active.get(i)) {
        String name = free(helper.parameters().get(i).variable().name() + "Bar", numbers);
        numbers.add(new Type.Component(name, argument.type()));
        receivers.add(argument);
      }
    }
    String name = Companion.name(call.callee(), home, checks.suffix() + "Adjoint", active);
    List<Type> types = arguments.stream().map(Expr::type).toList();
    Callee derivative =
        new Callee("", name, types, carrier(name, numbers)).throwing(call.callee().exceptions());
    companions.add(new Companion(call.callee(), active, derivative));
    return call(derivative, arguments, receivers, call.origin());
  }

  /**
   * A call in the place of {@code call} that adds to the adjoints of the arrays among the arguments
   * as well, since the adjoint of the result is known.
   */
  Stmt withAdjoint(Stmt.Call call, Expr seed) {
    List<Boolean> active = call.arguments().stream().map(activity::isActive).toList();
    List<Expr> arguments = new ArrayList<>(call.arguments());
    arguments.add(seed);
    for (int i = 0; i < active.size(); i++) {
      if (active.get(i)) {
        arguments.add(shadows.reference(call.arguments().get(i)).orElseThrow());
      }
    }
    String name = Companion.name(call.callee(), home, "ValueAndAdjoint", active);
    Callee callee =
        new Callee("", name, arguments.stream().map(Expr::type).toList(), call.callee().result())
            .throwing(call.callee().exceptions());
    companions.add(new Companion(call.callee(), active, callee, true));
    return new Stmt.Call(call.results(), callee, arguments, call.origin());
  }

  private static String free(String wanted, List<Type.Component> taken) {
    boolean isTaken = taken.stream().anyMatch(c -> c.name().equals(wanted));
    return isTaken ? free(wanted + "_", taken) : wanted;
  }

  /** How a companion gives back the adjoints of the numbers among its parameters. */
  static Optional<Type> carrier(String name, List<Type.Component> numbers) {
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    if (numbers.size() == 1) {
      return Optional.of(numbers.get(0).type());
    }
    String record = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return Optional.of(new Type.RecordOf(record, numbers));
  }

  private List<Stmt> linked(Stmt.Call call, LinkedDerivative linked) {
    if (!linked.isCustom()) {
      return LinkedAdjoint.of(activity, shadows, vars, call, linked);
    }
    if (linked.vjp().isEmpty()) {
      return new TangentColumns(activity, shadows, vars).reverse(call, linked);
    }
    Callee vjp = linked.vjp().get();
    List<Expr> arguments = new ArrayList<>(call.arguments());
    arguments.add(shadows.of(call.result().orElseThrow()).read());
    List<Expr> receivers = new ArrayList<>();
    for (int i = 0; i < linked.active().size(); i++) {
      if (linked.active().get(i)) {
        receivers.add(call.arguments().get(i));
      }
    }
    List<Stmt> out = call(vjp, arguments, receivers, call.origin());
    Var result = ((Stmt.Call) out.get(0)).result().orElseThrow();
    out.addAll(1, Gradients.checks(vjp, result, active(receivers)));
    return out;
  }

  /** For those that nothing is added to, an empty place. */
  private List<Optional<Expr>> active(List<Expr> receivers) {
    return receivers.stream().map(r -> Optional.of(r).filter(activity::isActive)).toList();
  }

  /**
   * Calls {@code callee} and adds what it returns, one value or several, to the adjoints of {@code
   * receivers}.
   */
  private List<Stmt> call(
      Callee callee, List<Expr> arguments, List<Expr> receivers, Origin origin) {
    List<Stmt> out = new ArrayList<>();
    Optional<Var> result = callee.result().map(t -> vars.make("bars", t));
    out.add(new Stmt.Call(result, callee, arguments, origin));
    AddedAdjoints adjoints = new AddedAdjoints(activity, shadows, vars);
    for (int i = 0; i < receivers.size(); i++) {
      Expr receiver = receivers.get(i);
      Expr value = Gradients.part(result.orElseThrow(), i, receivers.size(), receiver.type());
      adjoints.add(receiver, value, Optional.empty());
    }
    out.addAll(adjoints.statements());
    return out;
  }
}
