package dev.tapeless.processor;

import dev.tapeless.processor.adjoint.Resets;
import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Companion;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import dev.tapeless.processor.problems.Refusal;
import dev.tapeless.processor.simplify.Canonical;
import dev.tapeless.processor.simplify.NameSubexpressions;
import dev.tapeless.processor.simplify.Simplify;
import dev.tapeless.processor.tangent.SingularPartials;
import dev.tapeless.processor.tangent.Tangent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The second derivatives of one annotated method: the tangent of its adjoint. Adjoints are taken as
 * the transform has made them, because simplification may leave out a zero that has to win against
 * an infinite factor once more.
 */
final class SecondOrder {

  private final Program program;
  private final String home;
  private final boolean naive;
  private final Stages stages;
  private final Map<Callee, Function> adjoints = new LinkedHashMap<>();

  /**
   * Nothing yet.
   *
   * @param home the class that declares the method
   */
  SecondOrder(Program program, String home, boolean naive, Stages stages) {
    this.program = program;
    this.home = home;
    this.naive = naive;
    this.stages = stages;
  }

  /** Refuses {@code function} where it calls something whose second derivative is not known. */
  void check(Function function, boolean helper) {
    Activity activity =
        Activity.of(
            function, Memory.of(function, program), program, Activity.Scope.of(helper, false));
    List<Finding> findings = new ArrayList<>();
    Variables.forEachStatement(
        function.body(),
        s -> {
          if (s instanceof Stmt.Call call
              && program.derivative(call.callee()).filter(d -> d.ofVjp().isEmpty()).isPresent()
              && activity.isActive(call)) {
            String owner = call.callee().owner();
            String simple = owner.substring(owner.lastIndexOf('.') + 1);
            findings.add(
                new Finding(
                    new Problem.NoSecondDerivative(simple + "." + call.callee().name()),
                    call.origin()));
          }
        });
    if (!findings.isEmpty()) {
      throw new Refusal(findings);
    }
  }

  /** Remembers the adjoint of a helper as the transform has made it. */
  void put(Function adjointCompanion) {
    adjoints.put(adjointCompanion.callee(), adjointCompanion);
  }

  /** Whether {@code callee} is the adjoint of a helper. */
  boolean isAdjoint(Callee callee) {
    return adjoints.containsKey(callee);
  }

  /**
   * The derivative of a gradient along tangents of the active parameters.
   *
   * @param adjoint the gradient, as the transform has made it
   * @param primal the parameters of the method
   */
  Tangent.Result tangent(Sweep adjoint, List<Parameter> primal) {
    SingularPartials prepared = prepared(whole(adjoint, primal), false);
    Tangent.Result made = Tangent.ofAdjoint(prepared, withAdjoints(), home, naive);
    return new Tangent.Result(simplified(made.sweep()), made.companions());
  }

  /** The same along several directions at once. */
  Optional<Sweep> tangents(Sweep adjoint, List<Parameter> primal, int directions) {
    SingularPartials prepared = prepared(whole(adjoint, primal), false);
    return Tangent.ofAdjointAlong(prepared, withAdjoints(), home, directions).map(this::simplified);
  }

  private static Function whole(Sweep adjoint, List<Parameter> primal) {
    Function whole = adjoint.asFunction();
    return new Function(whole.callee(), true, primal, whole.body(), whole.result(), whole.origin());
  }

  private Sweep simplified(Sweep raw) {
    stages.sweep("second", raw);
    return stages.sweep("simplified", Resets.merged(Simplify.of(raw)));
  }

  /** The tangent of the adjoint of a helper. */
  Tangent.CompanionResult companion(Companion companion) {
    Function adjoint = adjoints.get(companion.primal());
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < companion.active().size(); i++) {
      Var v = adjoint.parameters().get(i).variable();
      parameters.add(new Parameter(v, companion.active().get(i)));
    }
    Function masked =
        new Function(
            adjoint.callee(), true, parameters, adjoint.body(), adjoint.result(), adjoint.origin());
    return Tangent.adjointCompanion(prepared(masked, true), companion, withAdjoints(), home, naive);
  }

  private Program withAdjoints() {
    Map<Callee, Function> functions = new LinkedHashMap<>(program.functions());
    functions.putAll(adjoints);
    Map<Callee, LinkedDerivative> linked = new LinkedHashMap<>(program.linked());
    program
        .linked()
        .values()
        .forEach(d -> d.ofVjp().ifPresent(s -> linked.put(d.vjp().orElseThrow(), s)));
    return new Program(functions, linked);
  }

  private SingularPartials prepared(Function adjoint, boolean helper) {
    SingularPartials singular = SingularPartials.of(adjoint);
    Function simple = Resets.merged(Simplify.beforeDerivative(singular.function()));
    Function canonical = Canonical.of(simple, Set.of());
    Memory memory = Memory.of(canonical, program);
    Activity activity =
        Activity.of(canonical, memory, withAdjoints(), Activity.Scope.of(helper, naive));
    Function named =
        NameSubexpressions.of(
            canonical, NamingFacts.ofAdjoint(canonical, activity, memory, withAdjoints()));
    return new SingularPartials(named, singular.names());
  }
}
