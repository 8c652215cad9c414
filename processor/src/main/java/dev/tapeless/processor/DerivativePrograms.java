package dev.tapeless.processor;

import dev.tapeless.processor.adjoint.Adjoint;
import dev.tapeless.processor.adjoint.FiniteChecks;
import dev.tapeless.processor.adjoint.OnTheSpot;
import dev.tapeless.processor.adjoint.Resets;
import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.contract.Derived;
import dev.tapeless.processor.contract.RepeatedReverse;
import dev.tapeless.processor.contract.Sweeps;
import dev.tapeless.processor.ir.AdjointForm;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Companion;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import dev.tapeless.processor.problems.Refusal;
import dev.tapeless.processor.simplify.ArrayNames;
import dev.tapeless.processor.simplify.Canonical;
import dev.tapeless.processor.simplify.ConstantElements;
import dev.tapeless.processor.simplify.Counters;
import dev.tapeless.processor.simplify.Decided;
import dev.tapeless.processor.simplify.DistinctRows;
import dev.tapeless.processor.simplify.FirstAccumulations;
import dev.tapeless.processor.simplify.Inline;
import dev.tapeless.processor.simplify.KnownLengths;
import dev.tapeless.processor.simplify.KnownValues;
import dev.tapeless.processor.simplify.NameSubexpressions;
import dev.tapeless.processor.simplify.NullChecked;
import dev.tapeless.processor.simplify.PutTogether;
import dev.tapeless.processor.simplify.RecycledArrays;
import dev.tapeless.processor.simplify.RecycledRows;
import dev.tapeless.processor.simplify.ReusedArrays;
import dev.tapeless.processor.simplify.Simplify;
import dev.tapeless.processor.simplify.SmallArrays;
import dev.tapeless.processor.simplify.SunkArrays;
import dev.tapeless.processor.simplify.TakenApart;
import dev.tapeless.processor.split.CodeSize;
import dev.tapeless.processor.tangent.Tangent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The derivatives of one annotated method: each sweep through all stages, and the functions of the
 * generated class that the sweeps call.
 */
final class DerivativePrograms implements Sweeps {

  private static final AdjointForm GRADIENT = new AdjointForm(false, false, false);

  /** Of a sweep along several directions: four parts that the JVM still compiles. */
  private static final int MOST_BYTES = 16_000;

  private final Program program;
  private final boolean naive;
  private final Stages stages;
  private final String home;
  private final FiniteChecks checks;
  private final Set<Var> written;
  private final List<Integer> outputs;
  private final Function canonical;
  private final Function prepared;
  private final Function reversible;
  private final Map<AdjointForm, Sweep> adjoints = new LinkedHashMap<>();
  private final Map<AdjointForm, Sweep> recycled = new LinkedHashMap<>();
  private final Map<Callee, Function> companions = new LinkedHashMap<>();
  private final int order;
  private final SecondOrder second;
  private final TogetherWithAdjoint together;
  private Sweep gradient;
  private Sweep tangent;
  private Sweep tangentOfGradient;

  private DerivativePrograms(
      MethodSignature signature,
      Function function,
      Program program,
      FiniteChecks.Places places,
      boolean naive,
      Stages stages) {
    this.checks = FiniteChecks.naming(places);
    this.program = TakenApart.of(program);
    this.naive = naive;
    this.stages = stages;
    this.home = signature.owner();
    this.order = signature.order();
    this.second = new SecondOrder(this.program, home, naive, stages);
    this.together = new TogetherWithAdjoint(this::prepared, this.program, home);
    Function read =
        stages.after("inlined", LinkedResults.checked(Inline.of(function, program), program));
    RecordCheck.of(read, this.program);
    Function inlined = NullChecked.of(TakenApart.of(read));
    this.written = Effects.writtenParameters(inlined, this.program);
    this.outputs = signature.result().isPresent() ? List.of() : outputs(inlined, written);
    Function checked = checked(Outputs.returned(inlined, outputs));
    this.canonical = naive ? checked : plain(checked);
    this.prepared = stages.after("prepared", named(canonical, false));
    this.reversible = naive ? prepared : reversible();
  }

  /** {@code function} with as little of arrays and of what steers loops as it needs. */
  private static Function plain(Function function) {
    return SmallArrays.of(KnownLengths.in(Counters.in(ArrayNames.single(function))));
  }

  /** The results of a method that returns nothing: the arrays of reals that it writes. */
  private static List<Integer> outputs(Function function, Set<Var> written) {
    List<Integer> outputs = Outputs.of(function, written);
    if (outputs.isEmpty()) {
      String owner = function.callee().owner();
      String simple = owner.substring(owner.lastIndexOf('.') + 1);
      Problem problem = new Problem.NoOutput(simple + "." + function.name());
      throw new Refusal(List.of(new Finding(problem, function.origin())));
    }
    return outputs;
  }

  @Override
  public List<Integer> outputs() {
    return outputs;
  }

  /** The derivatives of {@code method}. */
  static Derived of(Pipeline.Method method, boolean naive, Stages stages) {
    MethodSignature signature = method.signature();
    DerivativePrograms programs =
        new DerivativePrograms(
            signature, method.function(), method.program(), method.places(), naive, stages);
    DerivativeCheck.of(programs.prepared, programs.program, false);
    stages.warn(
        Warnings.of(
            programs.canonical, programs.program, programs.written, programs.outputs, signature));
    programs.makeAll(signature);
    return new Derived(
        signature, programs, List.copyOf(programs.companions.values()), programs.program.classes());
  }

  /** Makes all that the contract may ask for, so that the companions are known. */
  private void makeAll(MethodSignature signature) {
    boolean number = signature.result().filter(t -> t.isReal()).isPresent();
    if (signature.result().filter(t -> !(t instanceof Type.RecordOf)).isEmpty()) {
      adjoint(new AdjointForm(true, false, false));
      tangent();
      return;
    }
    adjoint(GRADIENT);
    adjoint(new AdjointForm(true, false, false));
    adjoint(new AdjointForm(!number, true, false));
    boolean arrays =
        signature.parameters().stream()
            .allMatch(p -> !p.active() || p.variable().type().isRealArray());
    if (number && arrays) {
      adjoint(new AdjointForm(false, true, true));
    }
    if (signature.check()) {
      adjoint(new AdjointForm(false, false, false, true));
    }
    tangent();
    if (order == 2) {
      tangentOfGradient();
    }
  }

  @Override
  public Sweep adjoint(AdjointForm form) {
    return recycled.computeIfAbsent(form, f -> recycled(unrecycled(f)));
  }

  /** What stands before a loop might otherwise be taken for a part of the forward sweep. */
  private Sweep unrecycled(AdjointForm form) {
    Sweep known = adjoints.get(form);
    if (known == null) {
      known = makeAdjoint(form);
      adjoints.put(form, known);
    }
    return known;
  }

  @Override
  public boolean writesArguments() {
    return !written.isEmpty();
  }

  /** The method as the reverse mode wants it. */
  private Function reversible() {
    Function sunk = SunkArrays.in(canonical);
    return sunk.equals(canonical) ? prepared : stages.after("prepared", named(sunk, false));
  }

  private Sweep makeAdjoint(AdjointForm form) {
    FiniteChecks wanted = form.checked() ? checks : FiniteChecks.NONE;
    Adjoint.Result result =
        Adjoint.of(reversible, program, home, form, wanted, onTheSpot(wanted), naive);
    Sweep raw = stages.sweep("adjoint", result.sweep());
    gradient = form.equals(GRADIENT) ? raw : gradient;
    Sweep simple = held(Resets.merged(Simplify.of(raw)));
    Sweep sweep =
        stages.sweep(
            "simplified",
            naive ? simple : SeedsInPlace.in(HeldElements.in(CarriedElements.in(simple))));
    result.companions().forEach(c -> makeCompanion(c, true, wanted));
    return withOwnCopies(sweep);
  }

  private Sweep held(Sweep simple) {
    Sweep held = naive ? simple : ConstantElements.in(simple);
    return held.equals(simple) ? simple : Resets.merged(Simplify.of(held));
  }

  @Override
  public Optional<RepeatedReverse> repeated() {
    return naive
        ? Optional.empty()
        : Repeatable.of(
            FirstAccumulations.in(unrecycled(new AdjointForm(true, true, false))), program);
  }

  @Override
  public Sweep tangent() {
    if (tangent == null) {
      Tangent.Result result = Tangent.of(prepared, program, home, naive);
      Sweep raw = stages.sweep("tangent", result.sweep());
      Sweep sweep = stages.sweep("simplified", Simplify.of(raw));
      result.companions().forEach(c -> makeCompanion(c, false, FiniteChecks.NONE));
      tangent = recycled(withOwnCopies(sweep));
    }
    return tangent;
  }

  @Override
  public Sweep tangentOfGradient() {
    if (tangentOfGradient == null) {
      second.check(prepared, false);
      adjoint(GRADIENT);
      Tangent.Result result = second.tangent(gradient, prepared.parameters());
      result.companions().forEach(c -> makeCompanion(c, false, FiniteChecks.NONE));
      tangentOfGradient = recycled(withOwnCopies(result.sweep()));
    }
    return tangentOfGradient;
  }

  @Override
  public Optional<Sweep> tangents(int directions) {
    return naive
        ? Optional.empty()
        : Tangent.along(prepared, program, home, directions)
            .map(raw -> stages.sweep("simplified", Simplify.of(stages.sweep("tangents", raw))))
            .filter(DerivativePrograms::isShort)
            .map(this::withOwnCopies)
            .map(this::recycled);
  }

  @Override
  public Optional<Sweep> tangentsOfGradient(int directions) {
    return naive
        ? Optional.empty()
        : second
            .tangents(gradient, prepared.parameters(), directions)
            .filter(DerivativePrograms::isShort)
            .map(this::withOwnCopies)
            .map(this::recycled);
  }

  private Sweep recycled(Sweep sweep) {
    return naive
        ? sweep
        : ReusedArrays.in(RecycledArrays.in(RecycledRows.in(FirstAccumulations.in(sweep))));
  }

  /** A longer sweep would make the generated class larger than what it saves is worth. */
  private static boolean isShort(Sweep sweep) {
    return CodeSize.of(sweep.asFunction()) < MOST_BYTES;
  }

  private OnTheSpot onTheSpot(FiniteChecks wanted) {
    return naive || wanted != FiniteChecks.NONE ? OnTheSpot.NEVER : together::isPossible;
  }

  private void makeCompanion(Companion companion, boolean reverse, FiniteChecks wanted) {
    if (companions.containsKey(companion.derivative())) {
      return;
    }
    if (second.isAdjoint(companion.primal())) {
      companions.put(
          companion.derivative(), companions.get(companion.primal())); // It may call itself.
      Tangent.CompanionResult made = second.companion(companion);
      keep(companion, made.function());
      made.companions().forEach(c -> makeCompanion(c, false, FiniteChecks.NONE));
      return;
    }
    Function helper = prepared(companion.primal(), companion.active());
    DerivativeCheck.of(helper, program, true);
    // Known before it is made: a recursive helper's companion calls itself.
    companions.put(companion.derivative(), helper);
    if (reverse) {
      if (order == 2) {
        second.check(helper, true);
      }
      Adjoint.CompanionResult made =
          Adjoint.companion(helper, companion, program, home, wanted, onTheSpot(wanted), naive);
      second.put(made.function());
      keep(companion, made.function());
      made.companions().forEach(c -> makeCompanion(c, true, wanted));
    } else {
      Tangent.CompanionResult made = Tangent.companion(helper, companion, program, home, naive);
      keep(companion, made.function());
      made.companions().forEach(c -> makeCompanion(c, false, wanted));
    }
  }

  private void keep(Companion companion, Function made) {
    Function raw = stages.after("companion", made);
    Function simplified = stages.after("simplified", Resets.merged(Simplify.of(raw)));
    companions.put(companion.derivative(), simplified.withBody(withOwnCopies(simplified.body())));
  }

  private Function prepared(Callee primal, List<Boolean> active) {
    Function helper = program.function(primal).orElseThrow();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      Var v = helper.parameters().get(i).variable();
      parameters.add(new Parameter(v, active.get(i)));
    }
    Function masked =
        new Function(
            helper.callee(), true, parameters, helper.body(), helper.result(), helper.origin());
    return named(
        canonical(LinkedResults.checked(Inline.of(masked, program), program), Set.of()), true);
  }

  private Function checked(Function inlined) {
    return DistinctRows.required(
        canonical(inlined, written), Effects.parametersWithWrittenRows(inlined, program));
  }

  private Function canonical(Function function, Set<Var> written) {
    Function canonical = Canonical.of(function, written);
    Memory memory = Memory.of(canonical, program);
    Set<Integer> given = new HashSet<>(memory.outside());
    for (Parameter p : canonical.parameters()) {
      Expr array = p.variable().read();
      while (array.type() instanceof Type.Array) {
        given.add(memory.of(array));
        array = new Expr.Element(array, Exprs.num(0));
      }
    }
    return Decided.of(
        canonical,
        (a, b) ->
            memory.of(a) == memory.of(b)
                || given.contains(memory.of(a)) && given.contains(memory.of(b)));
  }

  private Function named(Function function, boolean helper) {
    Memory memory = Memory.of(function, program);
    Activity activity = Activity.of(function, memory, program, Activity.Scope.of(helper, naive));
    return NameSubexpressions.of(function, NamingFacts.of(function, activity, memory));
  }

  private Sweep withOwnCopies(Sweep sweep) {
    return sweep.withBody(withOwnCopies(sweep.body()));
  }

  /**
   * Calls of helpers that the generated class cannot see become calls of copies that it has itself.
   */
  private List<Stmt> withOwnCopies(List<Stmt> statements) {
    return statements.stream().map(this::withOwnCopies).toList();
  }

  private Stmt withOwnCopies(Stmt s) {
    if (s instanceof Stmt.Call call) {
      return program
          .function(call.callee())
          .filter(f -> !f.callable())
          .map(f -> (Stmt) new Stmt.Call(call.results(), copy(f), call.arguments(), call.origin()))
          .orElse(call);
    }
    return Children.map(s, e -> e, this::withOwnCopies);
  }

  private Callee copy(Function helper) {
    Callee primal = helper.callee();
    String name = Companion.name(primal, home, "", List.of());
    Callee own =
        new Callee("", name, primal.parameters(), primal.result()).throwing(primal.exceptions());
    if (!companions.containsKey(own)) {
      companions.put(own, helper);
      List<Stmt> body = withOwnCopies(helper.body());
      companions.put(
          own,
          KnownValues.in(
              PutTogether.of(
                  new Function(
                      own, true, helper.parameters(), body, helper.result(), helper.origin()))));
    }
    return own;
  }
}
