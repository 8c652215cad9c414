package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.FreshArrays;
import dev.tapeless.processor.analysis.Location;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.analysis.Recording;
import dev.tapeless.processor.analysis.RenewedArrays;
import dev.tapeless.processor.analysis.ReversedOnTheSpot;
import dev.tapeless.processor.analysis.Roles;
import dev.tapeless.processor.ir.AdjointForm;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Companion;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Loops;
import dev.tapeless.processor.ir.NonNull;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Sizes;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import dev.tapeless.processor.problems.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The reverse-mode program of a function: the forward sweep, then the reverse sweep. */
public final class Adjoint {

  private final Function function;
  private final Vars vars;
  private final Memory memory;
  private final Activity activity;
  private final Shadows shadows;
  private final CallAdjoint calls;
  private final FiniteChecks checks;
  private final Predicate<Stmt.Call> returnsAdjoints;
  private final boolean naive;

  /** The parameters whose adjoints go into arrays of the caller. */
  private final Set<Var> given = new HashSet<>();

  private Adjoint(
      Function function,
      Program program,
      String home,
      boolean helper,
      FiniteChecks checks,
      OnTheSpot onTheSpot,
      boolean naive) {
    this.function = function;
    this.vars = Vars.after(function);
    this.memory = Memory.of(function, program);
    this.activity = Activity.of(function, memory, program, Activity.Scope.of(helper, naive));
    this.shadows = new Shadows(vars, "Bar");
    this.calls = new CallAdjoint(program, activity, shadows, vars, home, checks);
    this.checks = checks;
    this.returnsAdjoints =
        call ->
            program.derivative(call.callee()).isEmpty()
                && onTheSpot.isPossible(
                    call.callee(), call.arguments().stream().map(activity::isActive).toList());
    this.naive = naive;
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
   * The reverse-mode program of a function that the user has annotated.
   *
   * @param function in canonical form, with its subexpressions named
   * @param home the class that declares it
   * @param checks what is to be checked on the way
   * @param naive without analyses, for comparison
   */
  public static Result of(
      Function function,
      Program program,
      String home,
      AdjointForm form,
      FiniteChecks checks,
      OnTheSpot onTheSpot,
      boolean naive) {
    Adjoint adjoint = new Adjoint(function, program, home, false, checks, onTheSpot, naive);
    return adjoint.sweep(program, form);
  }

  /**
   * The companion of a helper: it adds to the adjoints of the arrays among its parameters and
   * returns those of the numbers.
   */
  public static CompanionResult companion(
      Function helper,
      Companion companion,
      Program program,
      String home,
      FiniteChecks checks,
      OnTheSpot onTheSpot,
      boolean naive) {
    return new Adjoint(helper, program, home, true, checks, onTheSpot, naive)
        .companion(companion, program);
  }

  /**
   * Whether {@code helper}, with a number as result and only arrays among its active parameters,
   * can add to their adjoints while it runs, and leave behind what it leaves by itself.
   */
  public static boolean isOnTheSpot(
      Function helper, Program program, String home, OnTheSpot onTheSpot) {
    boolean fits =
        helper.result().filter(r -> r.type().isReal()).isPresent()
            && helper.parameters().stream()
                .allMatch(p -> !p.active() || p.variable().type().isRealArray());
    return fits
        && new Adjoint(helper, program, home, true, FiniteChecks.NONE, onTheSpot, false)
            .leavesItsResults(program);
  }

  /** Whether the reverse sweep brings back nothing but values of variables. */
  private boolean leavesItsResults(Program program) {
    Plan plan = plan(program, companionSeed(function.result().orElseThrow()).read());
    return plan.needs().restored(plan.forward().statements(), plan.recording()).stream()
        .allMatch(w -> w instanceof Location.Variable);
  }

  private Result sweep(Program program, AdjointForm form) {
    List<Stmt> body = new ArrayList<>();
    List<Var> into = new ArrayList<>();
    for (Parameter p : function.parameters()) {
      body.addAll(parameterBar(p, form, into));
    }
    List<Var> seeds = form.seeded() ? seeds() : List.of();
    Optional<Expr> one =
        function
            .result()
            .map(r -> seeds.isEmpty() ? Term.number(1, r.type()) : seeds.get(0).read());
    Optional<Expr> value = both(program, one, seeds, form.value(), body);
    List<Var> extra = new ArrayList<>(seeds);
    extra.addAll(into);
    List<Var> parameters = function.parameters().stream().map(Parameter::variable).toList();
    return new Result(new Sweep(parameters, extra, body, value, derivatives()), calls.companions());
  }

  /** A seed for each result: of what the method returns, or of the arrays that it leaves behind. */
  private List<Var> seeds() {
    boolean returns = function.callee().result().isPresent();
    return differentiable().map(r -> vars.make(returns ? "v" : name(r) + "Bar", r.type())).toList();
  }

  /** The results that can have an adjoint. */
  private Stream<Expr> differentiable() {
    return function.results().stream().filter(r -> r.type().isDifferentiable());
  }

  private static String name(Expr result) {
    return result instanceof Expr.Read read ? read.variable().name() : "result";
  }

  private List<Stmt> parameterBar(Parameter p, AdjointForm form, List<Var> into) {
    Var v = p.variable();
    if (form.into() && p.active()) {
      Var gradient = vars.make(v.name() + "Gradient", v.type());
      shadows.put(v, gradient);
      given.add(v);
      into.add(gradient);
      return List.of(new Stmt.Clear(gradient.read(), Origin.NONE));
    }
    return activity.isActive(v) ? List.of(zeroBar(v)) : List.of();
  }

  private Stmt zeroBar(Var v) {
    Expr zero = v.type().isReal() ? Term.number(0, v.type()) : new Expr.ZerosLike(v.read());
    return new Stmt.Declare(shadows.of(v), Optional.of(zero), Origin.NONE);
  }

  private List<Expr> derivatives() {
    List<Expr> out = new ArrayList<>();
    for (Parameter p : function.parameters()) {
      Var v = p.variable();
      if (p.active()) {
        boolean reached = activity.isActive(v) || given.contains(v);
        out.add(
            reached
                ? checks.derivative(shadows.of(v).read(), v.name(), function.origin())
                : zero(v));
      }
    }
    return out;
  }

  private static Expr zero(Var v) {
    return v.type().isReal() ? Term.number(0, v.type()) : new Expr.ZerosLike(v.read());
  }

  /**
   * Adds both sweeps to {@code body}; returns the value when it is wanted.
   *
   * @param adjoint of the result; empty when nobody is interested in the result
   * @param seeds the parameters that give the adjoints of the results, if they are given
   */
  private Optional<Expr> both(
      Program program,
      Optional<Expr> adjoint,
      List<Var> seeds,
      boolean wantsValue,
      List<Stmt> body) {
    Plan plan = plan(program, adjoint.orElse(Term.number(0, Type.Primitive.DOUBLE)));
    Reversal.Reversed sweeps = plan.reversal().joined(plan.forward().statements());
    body.addAll(sweeps.forward());
    Optional<Expr> value = Optional.empty();
    if (wantsValue) {
      value = function.result().map(r -> value(r, plan, body));
    }
    List<Expr> results = adjoint.isPresent() ? differentiable().toList() : List.of();
    for (int i = 0; i < results.size(); i++) {
      Optional<Var> seed = seeds.isEmpty() ? Optional.empty() : Optional.of(seeds.get(i));
      body.addAll(seeds(results.get(i), seed, plan));
    }
    body.addAll(sweeps.reverse());
    return value;
  }

  private record Plan(
      ForwardSweep.Prepared forward,
      StatementAdjoints adjoints,
      NeededValues needs,
      Recording recording,
      Roles roles,
      Effects effects,
      Reversal reversal) {

    /**
     * Whether {@code array} is a variable that refers to an array which the function has made, and
     * to no other.
     */
    boolean isMade(Expr array) {
      return forward.statements().stream()
          .anyMatch(
              s ->
                  s instanceof Stmt.Declare d
                      && d.variable().read().equals(array)
                      && d.value()
                          .filter(e -> e instanceof Expr.NewArray || e instanceof Expr.ArrayLiteral)
                          .isPresent()
                      && !Variables.assignedIn(forward.statements()).contains(d.variable()));
    }
  }

  /** All facts about the function, in the order in which they build on each other. */
  private Plan plan(Program program, Expr seed) {
    Memory before = Memory.of(function, program);
    ForwardSweep.Prepared forward =
        ForwardSweep.of(
            function.body(), activity, Effects.of(before, program), shadows, vars, naive);
    Function prepared = function.withBody(forward.statements());
    Memory memory = Memory.of(prepared, program);
    Effects effects = Effects.of(memory, program);
    boolean fuses = !naive && function.result().filter(r -> r.type().isReal()).isPresent();
    List<Stmt> body = forward.statements();
    Set<Stmt> later = Collections.newSetFromMap(new IdentityHashMap<>());
    while (true) {
      ReversedOnTheSpot loops =
          fuses
              ? ReversedOnTheSpot.of(prepared, seed, activity, effects, returnsAdjoints, later)
              : ReversedOnTheSpot.none(activity, effects);
      Plan plan = plan(forward, prepared, memory, effects, loops);
      if (!later.addAll(plan.needs().reversedLater(body, plan.recording()))) {
        refuse(plan.recording());
        return plan;
      }
      calls.clear();
    }
  }

  private Plan plan(
      ForwardSweep.Prepared forward,
      Function prepared,
      Memory memory,
      Effects effects,
      ReversedOnTheSpot loops) {
    List<Stmt> body = forward.statements();
    StatementAdjoints adjoints =
        StatementAdjoints.of(body, activity, shadows, vars, loops, calls, checks);
    NeededValues needs = new NeededValues(adjoints, loops, effects, forward);
    RenewedArrays renewed = naive ? RenewedArrays.none() : needs.renewed(shadows, body, memory);
    Roles roles = needs.roles(shadows, body, FreshArrays.in(prepared, memory), renewed);
    Recording recording = Recording.of(body, needs, roles, effects, returned(effects), naive);
    Set<Location> needed = new HashSet<>(needs.all(body));
    function.result().ifPresent(r -> needed.addAll(effects.readBy(r)));
    Reversal reversal =
        new Reversal(
            adjoints,
            recording,
            loops,
            activity,
            effects,
            shadows,
            vars,
            forward,
            new Snapshots(effects, NonNull.in(prepared), vars),
            Sizes.in(body),
            needs,
            needed,
            renewed,
            naive);
    return new Plan(forward, adjoints, needs, recording, roles, effects, reversal);
  }

  /** What opaque code may change cannot be brought back. */
  private static void refuse(Recording recording) {
    List<Finding> findings = new ArrayList<>();
    for (Stmt s : recording.lost()) {
      String words = ((Stmt.Opaque) s).code().words();
      findings.add(new Finding(new Problem.ChangesState(words), s.origin()));
    }
    if (!findings.isEmpty()) {
      throw new Refusal(findings);
    }
  }

  /** The adjoints of an array's rows go back in the order in which the rows came. */
  private Set<Location> returned(Effects effects) {
    Set<Location> rows = new HashSet<>();
    for (Parameter p : function.parameters()) {
      if (p.active() && p.variable().type().rank() > 1) {
        rows.addAll(effects.contents(shadows.of(p.variable()).read()));
      }
    }
    return rows;
  }

  /** The value, kept where the reverse sweep cannot change it. */
  private Expr value(Expr result, Plan plan, List<Stmt> body) {
    Set<Location> read = new HashSet<>(plan.effects().readBy(result));
    read.addAll(plan.effects().contents(result));
    if (!isRestored(read, plan) && !isArgument(result)) {
      return result;
    }
    Var value = vars.make("value", result.type());
    Expr kept = result.type() instanceof Type.Array ? new Expr.DeepCopy(result) : result;
    body.add(new Stmt.Declare(value, Optional.of(kept), Origin.NONE));
    return value.read();
  }

  private String resultName(Expr result) {
    return function.callee().result().isPresent() ? "the result" : name(result);
  }

  private boolean isArgument(Expr result) {
    return function.parameters().stream()
        .anyMatch(p -> memory.mayShare(p.variable().read(), result));
  }

  /** Whether the reverse sweep brings back earlier values of any of {@code locations}. */
  private static boolean isRestored(Set<Location> locations, Plan plan) {
    boolean[] found = {false};
    Variables.forEachStatement(
        plan.forward().statements(),
        s -> {
          found[0] |=
              plan.recording().bringsBack(s)
                  && plan.effects().writtenBy(s).stream().anyMatch(locations::contains);
        });
    return found[0];
  }

  private List<Stmt> seeds(Expr result, Optional<Var> seed, Plan plan) {
    List<Stmt> out = new ArrayList<>();
    if (!(result.type() instanceof Type.Array)) {
      Term term = seed.isPresent() ? Term.of(seed.get().read()) : Term.of(1, result.type());
      return plan.adjoints().result(result, term, function.origin());
    }
    seed.ifPresent(
        v ->
            out.add(
                new Stmt.Require(
                    new Requirement.SameShape(v.read(), v.name(), result, resultName(result)),
                    Origin.NONE)));
    if (activity.isActive(result)) {
      Expr bars = shadows.reference(result).orElseThrow();
      boolean numbers = result.type().rank() == 1;
      if (numbers
          && seed.isPresent()
          && bars instanceof Expr.Read read
          && plan.roles().isFreshShadow(read.variable())
          && plan.isMade(result)
          && isAlone(result)) {
        // All adjoints are still zero, and only this name refers to these.
        out.add(new Stmt.Assign(read, new Expr.DeepCopy(seed.get().read()), Origin.NONE));
        return out;
      }
      out.add(
          seed.isPresent() ? Loops.add(bars, seed.get().read(), vars) : Loops.addOne(bars, vars));
    }
    return out;
  }

  /** Whether no other result may be the same array. */
  private boolean isAlone(Expr result) {
    return differentiable().filter(r -> memory.mayShare(r, result)).count() == 1;
  }

  private CompanionResult companion(Companion companion, Program program) {
    List<Parameter> parameters = new ArrayList<>(function.parameters());
    List<Stmt> body = new ArrayList<>();
    List<Type.Component> components = new ArrayList<>();
    List<Expr> numbers = new ArrayList<>();
    List<Var> arrays = new ArrayList<>();
    for (Parameter p : function.parameters()) {
      Var v = p.variable();
      if (p.active() && v.type().isReal()) {
        components.add(new Type.Component(v.name() + "Bar", v.type()));
        body.add(zeroBar(v));
        numbers.add(shadows.of(v).read());
      } else if (p.active()) {
        arrays.add(shadows.of(v));
      } else if (activity.isActive(v)) {
        body.add(zeroBar(v));
      }
    }
    // The caller knows whether it is interested in the result.
    boolean takesSeed =
        companion.derivative().parameters().size() > function.parameters().size() + arrays.size();
    Optional<Var> seed = function.result().filter(r -> takesSeed).map(this::companionSeed);
    seed.ifPresent(v -> parameters.add(new Parameter(v, false)));
    arrays.forEach(v -> parameters.add(new Parameter(v, false)));
    Optional<Var> used = seed.filter(v -> activity.isActive(function.result().orElseThrow()));
    boolean returnsValue = companion.returnsValue();
    Optional<Expr> value =
        both(program, used.map(Var::read), used.stream().toList(), returnsValue, body);
    Function derived =
        new Function(
            companion.derivative(),
            true,
            parameters,
            body,
            returnsValue ? value : returned(companion.derivative(), numbers),
            function.origin());
    return new CompanionResult(derived, calls.companions());
  }

  private Var companionSeed(Expr result) {
    return vars.make("resultBar", result.type());
  }

  private static Optional<Expr> returned(Callee callee, List<Expr> numbers) {
    if (numbers.size() < 2) {
      return numbers.stream().findFirst();
    }
    return Optional.of(new Expr.NewRecord((Type.RecordOf) callee.result().orElseThrow(), numbers));
  }
}
