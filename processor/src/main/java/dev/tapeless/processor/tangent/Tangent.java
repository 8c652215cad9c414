package dev.tapeless.processor.tangent;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Companion;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
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
  private final Set<Var> assigned;
  private final Partials partials;
  private final List<Direction> directions = new ArrayList<>();
  private final CallTangent calls;

  private Tangent(
      Function function,
      Program program,
      String home,
      boolean helper,
      Set<Var> singular,
      boolean naive,
      int width) {
    this.function = function;
    this.program = program;
    this.home = home;
    this.vars = Vars.after(function);
    Memory memory = Memory.of(function, program);
    this.activity = Activity.of(function, memory, program, Activity.Scope.of(helper, naive));
    this.assigned = Variables.assignedIn(function.body());
    this.partials = new Partials(vars, singular, width > 1);
    for (int i = 1; i <= width; i++) {
      directions.add(new Direction(activity, vars, width > 1 ? "Dot" + i : "Dot", partials));
    }
    this.calls = new CallTangent(function, program, home, vars, activity, directions.get(0));
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
    return new Tangent(function, program, home, false, Set.of(), naive, 1).sweep();
  }

  /**
   * The companion of a helper: it takes the tangents of its active parameters and returns its
   * value, its tangent, or both.
   */
  public static CompanionResult companion(
      Function helper, Companion companion, Program program, String home, boolean naive) {
    return new Tangent(helper, program, home, true, Set.of(), naive, 1).companion(companion);
  }

  /** The same of a function that is an adjoint: the derivative of the gradient. */
  public static Result ofAdjoint(
      SingularPartials adjoint, Program program, String home, boolean naive) {
    return new Tangent(adjoint.function(), program, home, false, adjoint.names(), naive, 1).sweep();
  }

  /**
   * The forward-mode program along several directions in one sweep, which runs the function once.
   * Its tangents, and its derivatives, are those of the first direction, then those of the second.
   *
   * @param width how many directions
   * @return empty if derivatives of other methods would have to be called
   */
  public static Optional<Sweep> along(Function function, Program program, String home, int width) {
    return new Tangent(function, program, home, false, Set.of(), false, width).severalWays();
  }

  /** The same of a function that is an adjoint: several products with the Hessian. */
  public static Optional<Sweep> ofAdjointAlong(
      SingularPartials adjoint, Program program, String home, int width) {
    return new Tangent(adjoint.function(), program, home, false, adjoint.names(), false, width)
        .severalWays();
  }

  /** The same of a companion that is an adjoint. */
  public static CompanionResult adjointCompanion(
      SingularPartials adjoint, Companion companion, Program program, String home, boolean naive) {
    return new Tangent(adjoint.function(), program, home, true, adjoint.names(), naive, 1)
        .companion(companion);
  }

  private Result sweep() {
    return new Result(statements(), calls.companions());
  }

  private Optional<Sweep> severalWays() {
    boolean[] calls = {false};
    Variables.forEachStatement(
        function.body(), s -> calls[0] |= s instanceof Stmt.Call call && activity.isActive(call));
    return calls[0] ? Optional.empty() : Optional.of(statements());
  }

  private Sweep statements() {
    List<Stmt> body = new ArrayList<>();
    List<Var> tangents = new ArrayList<>();
    for (Direction direction : directions) {
      for (Parameter p : function.parameters()) {
        if (p.active()) {
          tangents.add(direction.shadows().of(p.variable()));
        } else if (activity.isActive(p.variable())) {
          body.add(direction.zero(p.variable()));
        }
      }
    }
    body.addAll(block(function.body()));
    List<Var> parameters = function.parameters().stream().map(Parameter::variable).toList();
    List<Expr> derivatives = new ArrayList<>();
    for (Direction direction : directions) {
      function.results().forEach(r -> derivatives.add(resultTangent(r, direction)));
    }
    return new Sweep(parameters, tangents, body, Optional.empty(), derivatives);
  }

  private CompanionResult companion(Companion companion) {
    Direction direction = directions.get(0);
    List<Parameter> parameters = new ArrayList<>(function.parameters());
    List<Stmt> body = new ArrayList<>();
    for (Parameter p : function.parameters()) {
      if (p.active()) {
        parameters.add(new Parameter(direction.shadows().of(p.variable()), false));
      } else if (activity.isActive(p.variable())) {
        body.add(direction.zero(p.variable()));
      }
    }
    body.addAll(block(function.body()));
    Callee callee = companion.derivative();
    Optional<Expr> result = function.result();
    if (callee.result().orElse(null) instanceof Type.RecordOf record) {
      Expr value = function.result().orElseThrow();
      result = Optional.of(new Expr.NewRecord(record, List.of(value, direction.tangent(value))));
    }
    Function derived = new Function(callee, true, parameters, body, result, function.origin());
    return new CompanionResult(derived, calls.companions());
  }

  /**
   * The tangent of the result: an array of its own also where the result is one of the arguments.
   */
  private Expr resultTangent(Expr result, Direction direction) {
    if (!result.type().isDifferentiable()) {
      return result; // A component of a record that is carried along.
    }
    Memory memory = Memory.of(function, program);
    boolean isArgument =
        function.parameters().stream().anyMatch(p -> memory.mayShare(p.variable().read(), result));
    Expr tangent = direction.tangent(result);
    return isArgument && activity.isActive(result) ? new Expr.DeepCopy(tangent) : tangent;
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      partials.next();
      out.addAll(s.accept(new Tangents()));
    }
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
      if (!activity.isActive(s.target()) || !directions.get(0).shadows().hasPlace(s.target())) {
        return List.of(s);
      }
      List<Stmt> out = new ArrayList<>();
      Tangent.this.assign(s, out);
      return out;
    }

    @Override
    public List<Stmt> call(Stmt.Call s) {
      if (activity.isActive(s)) {
        return calls.of(s);
      }
      List<Stmt> out = new ArrayList<>(List.of(s));
      for (Direction direction : directions) {
        s.results().stream().filter(activity::isActive).map(direction::zero).forEach(out::add);
      }
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
      List<Stmt> out = new ArrayList<>();
      for (Direction direction : directions) {
        Expr tangent = direction.shadow(s.value(), s.value());
        out.add(new Stmt.Push(direction.shadows().of(s.stack()), tangent, Origin.NONE));
      }
      out.add(s);
      return out;
    }

    @Override
    public List<Stmt> clear(Stmt.Clear s) {
      List<Stmt> out = new ArrayList<>(List.of(s));
      for (Direction direction : directions) {
        direction
            .reference(s.array())
            .ifPresent(dots -> out.add(new Stmt.Clear(dots, Origin.NONE)));
      }
      return out;
    }

    @Override
    public List<Stmt> opaque(Stmt.Opaque s) {
      List<Stmt> out = new ArrayList<>(List.of(s));
      for (Direction direction : directions) {
        s.result().filter(activity::isActive).map(direction::zero).ifPresent(out::add);
        for (Var v : s.code().assigned()) {
          if (activity.isActive(v)) {
            Stmt.Declare zero = direction.zero(v);
            out.add(new Stmt.Assign(zero.variable().read(), zero.value().get(), Origin.NONE));
          }
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
    boolean isRoot = v.type().isReal() && !assigned.contains(v);
    for (Direction direction : directions) {
      Optional<Expr> tangent =
          d.value()
              .map(
                  value ->
                      isRoot
                          ? direction.expressions().root(value, v, out)
                          : direction.shadow(value, v.read()));
      out.add(new Stmt.Declare(direction.shadows().of(v), tangent, Origin.NONE));
    }
  }

  /** The tangents come first: they are made of the values before the assignment. */
  private void assign(Stmt.Assign a, List<Stmt> out) {
    Direction first = directions.get(0);
    if (a.target().type().isRealArray() && first.shadows().reference(a.value()).isEmpty()) {
      assignNew(a, out);
    } else if (a.target() instanceof Expr.Read read && first.expressions().isOperation(a.value())) {
      // The first value of a variable, which is the name of the operation's result.
      out.add(a);
      for (Direction direction : directions) {
        Expr tangent = direction.expressions().root(a.value(), read.variable(), out);
        out.add(new Stmt.Assign(direction.shadows().place(read), tangent, Origin.NONE));
      }
    } else {
      for (Direction direction : directions) {
        Place target = direction.shadows().place(a.target());
        Expr tangent = direction.assigned(a, target);
        if (!tangent.equals(target)) {
          out.add(new Stmt.Assign(target, tangent, Origin.NONE));
        }
      }
      out.add(a);
    }
  }

  /** Assigns a new array, which has a name first: its tangents have its shape. */
  private void assignNew(Stmt.Assign a, List<Stmt> out) {
    Var v = vars.make("row", a.value().type());
    out.add(new Stmt.Declare(v, Optional.of(a.value()), a.origin()));
    for (Direction direction : directions) {
      Expr tangent = direction.shadow(a.value(), v.read());
      Var dots = direction.shadows().of(v);
      out.add(new Stmt.Declare(dots, Optional.of(tangent), Origin.NONE));
      Place target = direction.shadows().place(a.target());
      out.add(new Stmt.Assign(target, dots.read(), Origin.NONE));
    }
    out.add(new Stmt.Assign(a.target(), v.read(), a.origin()));
  }
}
