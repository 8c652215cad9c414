package dev.tapeless.processor.tangent;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.Increment;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Companion;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Gradients;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The forward-mode program of a function: its own statements, each with the statement of its
 * tangent. The function may be an adjoint itself; its tangent is the derivative of the gradient.
 */
public final class Tangent {

  private final Function function;
  private final Program program;
  private final String home;
  private final Vars vars;
  private final Activity activity;
  private final Shadows shadows;
  private final ExpressionTangent expressions;
  private final Set<Var> assigned;
  private final List<Companion> companions = new ArrayList<>();

  private Tangent(
      Function function,
      Program program,
      String home,
      boolean helper,
      Set<Var> singular,
      boolean naive) {
    this.function = function;
    this.program = program;
    this.home = home;
    this.vars = Vars.after(function);
    Memory memory = Memory.of(function);
    this.activity = Activity.of(function, memory, program, Activity.Scope.of(helper, naive));
    this.shadows = new Shadows(vars, "Dot");
    this.expressions = new ExpressionTangent(activity, shadows, vars, singular);
    this.assigned = Variables.assignedIn(function.body());
  }

  /**
   * A derivative with the companions that it calls.
   *
   * @param sweep the statements of the derivative
   */
  public record Result(Sweep sweep, List<Companion> companions) {}

  /** A companion with the companions that it calls. */
  public record CompanionResult(Function function, List<Companion> companions) {}

  /**
   * The forward-mode program of a function that the user has annotated.
   *
   * @param function in canonical form, with its subexpressions named
   * @param home the class that declares it
   * @param naive without analyses, for comparison
   */
  public static Result of(Function function, Program program, String home, boolean naive) {
    return new Tangent(function, program, home, false, Set.of(), naive).sweep();
  }

  /**
   * The companion of a helper: it takes the tangents of its active parameters and returns its
   * value, its tangent, or both.
   */
  public static CompanionResult companion(
      Function helper, Companion companion, Program program, String home, boolean naive) {
    return new Tangent(helper, program, home, true, Set.of(), naive).companion(companion);
  }

  /** The same of a function that is an adjoint: the derivative of the gradient. */
  public static Result ofAdjoint(
      SingularPartials adjoint, Program program, String home, boolean naive) {
    return new Tangent(adjoint.function(), program, home, false, adjoint.names(), naive).sweep();
  }

  /** The same of a companion that is an adjoint. */
  public static CompanionResult adjointCompanion(
      SingularPartials adjoint, Companion companion, Program program, String home, boolean naive) {
    return new Tangent(adjoint.function(), program, home, true, adjoint.names(), naive)
        .companion(companion);
  }

  private Result sweep() {
    List<Stmt> body = new ArrayList<>();
    List<Var> tangents = new ArrayList<>();
    for (Parameter p : function.parameters()) {
      Var v = p.variable();
      if (p.active()) {
        tangents.add(shadows.of(v));
      } else if (activity.isActive(v)) {
        body.add(constantTangent(v));
      }
    }
    body.addAll(block(function.body()));
    List<Var> parameters = function.parameters().stream().map(Parameter::variable).toList();
    List<Expr> derivatives = function.results().stream().map(this::resultTangent).toList();
    Sweep sweep = new Sweep(parameters, tangents, body, Optional.empty(), derivatives);
    return new Result(sweep, companions);
  }

  private Stmt constantTangent(Var v) {
    return new Stmt.Declare(shadows.of(v), Optional.of(zero(v.read())), Origin.NONE);
  }

  private static Expr zero(Expr value) {
    if (value.type() instanceof Type.RecordOf record) {
      return new Expr.NewRecord(
          record,
          record.components().stream()
              .map(c -> zero(new Expr.Component(value, c.name(), c.type())))
              .toList());
    }
    return value.type().isReal() ? Term.number(0, value.type()) : new Expr.ZerosLike(value);
  }

  private CompanionResult companion(Companion companion) {
    List<Parameter> parameters = new ArrayList<>(function.parameters());
    List<Stmt> body = new ArrayList<>();
    for (Parameter p : function.parameters()) {
      if (p.active()) {
        parameters.add(new Parameter(shadows.of(p.variable()), false));
      } else if (activity.isActive(p.variable())) {
        body.add(constantTangent(p.variable()));
      }
    }
    body.addAll(block(function.body()));
    Callee callee = companion.derivative();
    Optional<Expr> result = function.result();
    if (callee.result().orElse(null) instanceof Type.RecordOf record) {
      Expr value = function.result().orElseThrow();
      result = Optional.of(new Expr.NewRecord(record, List.of(value, tangent(value))));
    }
    Function derived = new Function(callee, true, parameters, body, result, function.origin());
    return new CompanionResult(derived, companions);
  }

  /**
   * The tangent of the result: an array of its own also where the result is one of the arguments.
   */
  private Expr resultTangent(Expr result) {
    if (!result.type().isDifferentiable()) {
      return result; // A component of a record that is carried along.
    }
    Memory memory = Memory.of(function);
    boolean isArgument =
        function.parameters().stream().anyMatch(p -> memory.mayShare(p.variable().read(), result));
    Expr tangent = tangent(result);
    return isArgument && activity.isActive(result) ? new Expr.DeepCopy(tangent) : tangent;
  }

  /** The tangent of a value, which is a variable or an array where it is not a number. */
  private Expr tangent(Expr value) {
    if (value.type().isReal()) {
      return expressions.of(value);
    }
    if (value instanceof Expr.NewRecord several) {
      return new Expr.NewRecord(
          several.type(), several.arguments().stream().map(this::tangent).toList());
    }
    return activity.isActive(value)
        ? shadows.reference(value).orElseThrow()
        : new Expr.ZerosLike(value);
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    statements.forEach(s -> out.addAll(s.accept(new Tangents())));
    return out;
  }

  /** Each kind of statement with its tangent. */
  private final class Tangents implements Stmt.Visitor<List<Stmt>> {
    @Override
    public List<Stmt> declare(Stmt.Declare s) {
      if (!activity.isActive(s.variable())) {
        return List.of(s);
      }
      List<Stmt> out = new ArrayList<>();
      Tangent.this.declare(s, out);
      return out;
    }

    @Override
    public List<Stmt> assign(Stmt.Assign s) {
      if (!activity.isActive(s.target()) || !shadows.hasPlace(s.target())) {
        return List.of(s);
      }
      List<Stmt> out = new ArrayList<>();
      Tangent.this.assign(s, out);
      return out;
    }

    @Override
    public List<Stmt> call(Stmt.Call s) {
      List<Stmt> out = new ArrayList<>();
      Tangent.this.call(s, out);
      return out;
    }

    @Override
    public List<Stmt> branch(Stmt.If s) {
      return List.of(Children.map(s, e -> e, Tangent.this::block));
    }

    @Override
    public List<Stmt> countedFor(Stmt.CountedFor s) {
      return List.of(Children.map(s, e -> e, Tangent.this::block));
    }

    @Override
    public List<Stmt> loop(Stmt.Loop s) {
      return List.of(Children.map(s, e -> e, Tangent.this::block));
    }

    @Override
    public List<Stmt> block(Stmt.Block s) {
      return List.of(Children.map(s, e -> e, Tangent.this::block));
    }

    @Override
    public List<Stmt> push(Stmt.Push s) {
      if (!activity.isActive(s.stack())) {
        return List.of(s);
      }
      Expr tangent = shadow(s.value(), s.value());
      return List.of(new Stmt.Push(shadows.of(s.stack()), tangent, Origin.NONE), s);
    }

    @Override
    public List<Stmt> clear(Stmt.Clear s) {
      List<Stmt> out = new ArrayList<>(List.of(s));
      reference(s.array()).ifPresent(dots -> out.add(new Stmt.Clear(dots, Origin.NONE)));
      return out;
    }

    @Override
    public List<Stmt> opaque(Stmt.Opaque s) {
      List<Stmt> out = new ArrayList<>(List.of(s));
      s.result().filter(activity::isActive).ifPresent(r -> out.add(constantTangent(r)));
      for (Var v : s.code().assigned()) {
        if (activity.isActive(v)) {
          Stmt.Declare zero = (Stmt.Declare) constantTangent(v);
          out.add(new Stmt.Assign(zero.variable().read(), zero.value().get(), Origin.NONE));
        }
      }
      return out;
    }

    @Override
    public List<Stmt> raise(Stmt.Throw s) {
      return List.of(s);
    }

    @Override
    public List<Stmt> require(Stmt.Require s) {
      return List.of(s);
    }

    @Override
    public List<Stmt> comment(Stmt.Comment s) {
      return List.of(s);
    }
  }

  private void declare(Stmt.Declare d, List<Stmt> out) {
    Var v = d.variable();
    out.add(d);
    Optional<Expr> tangent = Optional.empty();
    if (d.value().isPresent()) {
      Expr value = d.value().get();
      boolean root = v.type().isReal() && !assigned.contains(v);
      tangent = Optional.of(root ? expressions.root(value, v, out) : shadow(value, v.read()));
    }
    out.add(new Stmt.Declare(shadows.of(v), tangent, Origin.NONE));
  }

  /** The tangent comes first: it is made of the values before the assignment. */
  private void assign(Stmt.Assign a, List<Stmt> out) {
    Place target = shadows.place(a.target());
    boolean made = a.target().type().isRealArray() && shadows.reference(a.value()).isEmpty();
    if (made) {
      Var v = vars.make("row", a.value().type());
      declare(new Stmt.Declare(v, Optional.of(a.value()), a.origin()), v, out);
      out.add(new Stmt.Assign(target, shadows.of(v).read(), Origin.NONE));
      out.add(new Stmt.Assign(a.target(), v.read(), a.origin()));
    } else if (a.target() instanceof Expr.Read read && expressions.isOperation(a.value())) {
      // The first value of a variable, which is the name of the operation's result.
      out.add(a);
      Expr tangent = expressions.root(a.value(), read.variable(), out);
      out.add(new Stmt.Assign(target, tangent, Origin.NONE));
    } else {
      Expr tangent = tangent(a, target);
      if (!tangent.equals(target)) {
        out.add(new Stmt.Assign(target, tangent, Origin.NONE));
      }
      out.add(a);
    }
  }

  private Expr tangent(Stmt.Assign a, Place target) {
    Optional<Increment> increment = Increment.of(a).filter(i -> i.target().type().isReal());
    if (increment.isEmpty()) {
      return shadow(a.value(), a.value());
    }
    Expr amount = expressions.of(increment.get().amount());
    if (Exprs.isNumber(amount, 0)) {
      return target;
    }
    return increment.get().subtracts() ? Exprs.minus(target, amount) : Exprs.plus(target, amount);
  }

  private void declare(Stmt.Declare d, Var v, List<Stmt> out) {
    out.add(d);
    Expr tangent = shadow(d.value().orElseThrow(), v.read());
    out.add(new Stmt.Declare(shadows.of(v), Optional.of(tangent), Origin.NONE));
  }

  /**
   * The tangent of {@code e}; of a new array, which is in {@code made} already, an array of
   * tangents.
   */
  private Expr shadow(Expr e, Expr made) {
    if (e.type().isReal()) {
      return expressions.of(e);
    }
    boolean isZero = e instanceof Expr.NewArray || e instanceof Expr.ZerosLike;
    if (isZero || e instanceof Expr.NewStack) {
      return e;
    }
    if (e instanceof Expr.ArrayLiteral literal) {
      List<Expr> elements = literal.elements().stream().map(x -> shadow(x, x)).toList();
      return new Expr.ArrayLiteral(literal.type(), elements);
    }
    Optional<Expr> source = Optional.empty();
    if (e instanceof Expr.CloneArray clone) {
      source = reference(clone.array()).map(Expr.CloneArray::new);
    } else if (e instanceof Expr.DeepCopy copy) {
      source = reference(copy.array()).map(Expr.DeepCopy::new);
    } else {
      source = reference(e);
    }
    return source.orElse(new Expr.ZerosLike(made));
  }

  /** The tangents of what {@code array} refers to; empty where it has none. */
  private Optional<Expr> reference(Expr array) {
    return activity.isActive(array) ? shadows.reference(array) : Optional.empty();
  }

  private void call(Stmt.Call call, List<Stmt> out) {
    if (!activity.isActive(call)) {
      out.add(call);
      call.results().stream().filter(activity::isActive).forEach(r -> out.add(constantTangent(r)));
      return;
    }
    Optional<LinkedDerivative> linked = program.derivative(call.callee());
    if (linked.isPresent()) {
      linked(call, linked.get(), out);
    } else {
      companion(call, out);
    }
  }

  private void linked(Stmt.Call call, LinkedDerivative linked, List<Stmt> out) {
    if (!linked.isCustom()) {
      generated(call, linked, out);
      return;
    }
    out.add(call); // The method's own exceptions come first.
    if (linked.jvp().isEmpty()) {
      out.addAll(new GradientRows(activity, shadows, expressions, vars).tangent(call, linked));
      return;
    }
    Callee jvp = linked.jvp().get();
    List<Expr> arguments = new ArrayList<>(call.arguments());
    for (int i = 0; i < linked.active().size(); i++) {
      if (linked.active().get(i)) {
        arguments.add(argumentTangent(call.arguments().get(i), out));
      }
    }
    Var result = call.result().orElseThrow();
    Var dot = shadows.of(result);
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
        LinkedTangent.of(activity, shadows, vars, call, linked, e -> argumentTangent(e, zeros));
    out.addAll(zeros);
    out.add(call);
    out.addAll(dots);
  }

  /** A tangent that is written to must not be one of an argument. */
  private boolean isWrittenArray(Var result) {
    Effects effects = Effects.of(Memory.of(function), program);
    return effects.contents(result.read()).stream()
        .anyMatch(effects.writtenBy(function.body())::contains);
  }

  private Expr argumentTangent(Expr argument, List<Stmt> out) {
    if (argument.type().isReal()) {
      return expressions.of(argument);
    }
    Optional<Expr> shadow =
        activity.isActive(argument) ? shadows.reference(argument) : Optional.empty();
    return shadow.orElseGet(
        () -> {
          Var zeros = vars.make("zeros", argument.type());
          Expr value = new Expr.ZerosLike(argument);
          out.add(new Stmt.Declare(zeros, Optional.of(value), Origin.NONE));
          return zeros.read();
        });
  }

  private void companion(Stmt.Call call, List<Stmt> out) {
    List<Boolean> active = call.arguments().stream().map(activity::isActive).toList();
    List<Expr> arguments = new ArrayList<>(call.arguments());
    for (Expr argument : call.arguments()) {
      if (activity.isActive(argument)) {
        arguments.add(argumentTangent(argument, out));
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
      out.add(new Stmt.Declare(shadows.of(r), Optional.of(dot), Origin.NONE));
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
