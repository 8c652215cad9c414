package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.KnownCalls;
import dev.tapeless.processor.analysis.ReversedOnTheSpot;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Increment;
import dev.tapeless.processor.ir.Loops;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reverse statements of each statement of a function, each for itself: they read the values
 * that the primal's variables had before the statement, and the result of an operation in the
 * variable that it alone defines.
 */
final class StatementAdjoints {

  private final Activity activity;
  private final Shadows shadows;
  private final Vars vars;
  private final ReversedOnTheSpot loops;
  private final CallAdjoint calls;
  private final FiniteChecks checks;
  private final Map<Stmt, List<Stmt>> reverse = new IdentityHashMap<>();
  private final Map<Stmt, List<Stmt>> knownAdjoints = new IdentityHashMap<>();
  private final Map<Stmt, Stmt> withAdjoints = new IdentityHashMap<>();

  /** What the block has, and those around it, when it is reversed. */
  private KnownCalls knownCalls;

  /** The adjoints of the sums of the enclosing fused loops. */
  private Map<Var, Term> known = Map.of();

  private StatementAdjoints(
      Activity activity,
      Shadows shadows,
      Vars vars,
      ReversedOnTheSpot loops,
      CallAdjoint calls,
      FiniteChecks checks) {
    this.activity = activity;
    this.shadows = shadows;
    this.vars = vars;
    this.loops = loops;
    this.calls = calls;
    this.checks = checks;
  }

  /** The reverse statements of all of {@code body}. */
  static StatementAdjoints of(
      List<Stmt> body,
      Activity activity,
      Shadows shadows,
      Vars vars,
      ReversedOnTheSpot loops,
      CallAdjoint calls,
      FiniteChecks checks) {
    StatementAdjoints pass = new StatementAdjoints(activity, shadows, vars, loops, calls, checks);
    pass.block(body, KnownCalls.none(body), KnownCalls.none(body), false);
    return pass;
  }

  /** The reverse statements of {@code statement} itself, without those within it. */
  List<Stmt> of(Stmt statement) {
    return reverse.getOrDefault(statement, List.of());
  }

  /** {@code call}, or the call that returns the same and has its adjoint behind it. */
  Stmt forward(Stmt.Call call) {
    return withAdjoints.getOrDefault(call, call);
  }

  /** Whether there are calls that have their adjoint behind them. */
  boolean hasKnownCalls() {
    return !withAdjoints.isEmpty();
  }

  /** Declarations of the adjoints that a fused loop needs before it runs. */
  List<Stmt> knownAdjoints(Stmt loop) {
    return knownAdjoints.getOrDefault(loop, List.of());
  }

  /**
   * The reverse statements of a block.
   *
   * @param before what is there when the block is reversed, apart from its own calls
   * @param sofar what is there when the block begins: all that counts for what is reversed on the
   *     spot within it
   * @param isCut whether the block may be reversed before its last statements have run
   */
  private void block(List<Stmt> statements, KnownCalls before, KnownCalls sofar, boolean isCut) {
    KnownCalls around = knownCalls;
    knownCalls = before.with(statements);
    KnownCalls here = sofar;
    for (Stmt s : statements) {
      if (isCut) {
        knownCalls = here;
      }
      if (loops.isFused(s)) {
        fused(s, here);
      } else {
        List<Stmt> adjoint = checks.in(knownCalls.used(statement(s)), place(s), shadows);
        if (!adjoint.isEmpty()) {
          reverse.put(s, adjoint);
        }
        for (List<Stmt> inner : Children.blocks(s)) {
          block(inner, knownCalls, here, false);
        }
      }
      here = here.with(List.of(s));
    }
    knownCalls = around;
  }

  /** Of a call that has been given a name the place of the call itself. */
  private static Origin place(Stmt s) {
    boolean isCall =
        s instanceof Stmt.Declare d
            && d.value().filter(e -> e instanceof Expr.LibraryCall).isPresent();
    Origin call =
        isCall
            ? ((Expr.LibraryCall) ((Stmt.Declare) s).value().orElseThrow()).origin()
            : Origin.NONE;
    return call.text().isEmpty() ? s.origin() : call;
  }

  private void fused(Stmt loop, KnownCalls sofar) {
    Map<Var, Term> outer = known;
    known = new HashMap<>(outer);
    List<Stmt> declarations = new ArrayList<>();
    loops.adjoints(loop).forEach((v, e) -> known.put(v, term(v, e, declarations)));
    knownAdjoints.put(loop, declarations);
    boolean isCut = loops.isCarrying(loop);
    Children.blocks(loop).forEach(b -> block(b, sofar, sofar, isCut));
    known = outer;
  }

  private Term term(Var v, Expr adjoint, List<Stmt> declarations) {
    Term term = Term.of(adjoint);
    if (term.isSimple()) {
      return term;
    }
    Var bar = vars.make(v.name() + "Bar", v.type());
    declarations.add(new Stmt.Declare(bar, Optional.of(term.toExpr()), Origin.NONE));
    return Term.of(bar.read());
  }

  private List<Stmt> statement(Stmt s) {
    return s.accept(new Adjoints());
  }

  /**
   * The reverse statements of each kind of statement, without those of the statements within it.
   */
  private final class Adjoints implements Stmt.Visitor<List<Stmt>> {
    @Override
    public List<Stmt> declare(Stmt.Declare s) {
      return s.value().map(e -> define(s.variable(), e)).orElse(List.of());
    }

    @Override
    public List<Stmt> assign(Stmt.Assign s) {
      if (!s.target().type().isReal() || !isActive(s.target())) {
        return List.of();
      }
      Optional<Increment> increment = Increment.of(s);
      return increment.isPresent() ? increment(increment.get()) : overwrite(s);
    }

    @Override
    public List<Stmt> call(Stmt.Call s) {
      Optional<Expr> seed = loops.seed(s);
      seed.ifPresent(e -> withAdjoints.put(s, calls.withAdjoint(s, e)));
      return activity.isActive(s) && seed.isEmpty() ? calls.reverse(s) : List.of();
    }

    @Override
    public List<Stmt> branch(Stmt.If s) {
      return List.of();
    }

    @Override
    public List<Stmt> countedFor(Stmt.CountedFor s) {
      return List.of();
    }

    @Override
    public List<Stmt> loop(Stmt.Loop s) {
      return List.of();
    }

    @Override
    public List<Stmt> block(Stmt.Block s) {
      return List.of();
    }

    @Override
    public List<Stmt> push(Stmt.Push s) {
      throw new IllegalStateException("no statement of a primal: " + s);
    }

    @Override
    public List<Stmt> clear(Stmt.Clear s) {
      throw new IllegalStateException("no statement of a primal: " + s);
    }

    @Override
    public List<Stmt> opaque(Stmt.Opaque s) {
      List<Stmt> out = new ArrayList<>();
      for (Var v : s.code().assigned()) {
        if (v.type().isReal() && activity.isActive(v)) {
          Expr zero = Term.number(0, v.type());
          out.add(new Stmt.Assign(shadows.of(v).read(), zero, Origin.NONE));
        }
      }
      return out;
    }

    @Override
    public List<Stmt> raise(Stmt.Throw s) {
      return List.of();
    }

    @Override
    public List<Stmt> require(Stmt.Require s) {
      return List.of();
    }

    @Override
    public List<Stmt> comment(Stmt.Comment s) {
      return List.of();
    }
  }

  private boolean isActive(Place place) {
    return activity.isActive(place) && shadows.hasPlace(place);
  }

  private List<Stmt> define(Var variable, Expr value) {
    if (variable.type().isDifferentiable()
        && !activity.knows(variable)
        && !shadows.isShadow(variable)) {
      throw new IllegalStateException("nothing is known of " + variable);
    }
    if (!activity.knows(variable) || !activity.isActive(variable)) {
      return List.of();
    }
    if (variable.type().isReal()) {
      ExpressionAdjoint adjoint = expression();
      adjoint.root(value, variable, Term.of(shadows.of(variable).read()));
      return statements(adjoint);
    }
    if (value instanceof Expr.CloneArray clone && clone.type().rank() == 1) {
      return Optional.of(clone.array())
          .filter(activity::isActive)
          .flatMap(shadows::reference)
          .map(bars -> List.of(Loops.add(bars, shadows.of(variable).read(), vars)))
          .orElse(List.of());
    }
    if (value instanceof Expr.ArrayLiteral literal) {
      ExpressionAdjoint adjoint = expression();
      elements(literal, shadows.of(variable).read(), adjoint);
      return statements(adjoint);
    }
    return List.of();
  }

  private void elements(Expr.ArrayLiteral literal, Expr bars, ExpressionAdjoint adjoint) {
    for (int i = 0; i < literal.elements().size(); i++) {
      Expr bar = Exprs.element(bars, Exprs.num(i));
      if (literal.elements().get(i) instanceof Expr.ArrayLiteral row) {
        elements(row, bar, adjoint);
      } else if (bar.type().isReal()) {
        adjoint.push(literal.elements().get(i), Term.of(bar));
      }
    }
  }

  /** {@code s += e} leaves the adjoint of {@code s} alone. */
  private List<Stmt> increment(Increment increment) {
    List<Stmt> out = new ArrayList<>();
    Term seed = seed(increment.target());
    if (!seed.isSimple()
        || increment.target() instanceof Expr.Element && activity.isActive(increment.amount())) {
      seed = named(increment.target(), seed, out);
    }
    ExpressionAdjoint adjoint = expression();
    adjoint.push(increment.amount(), increment.subtracts() ? seed.negated() : seed);
    List<Stmt> statements = statements(adjoint);
    if (statements.isEmpty()) {
      return List.of();
    }
    out.addAll(statements);
    return out;
  }

  private Term seed(Place target) {
    Term sum = target instanceof Expr.Read read ? known.get(read.variable()) : null;
    return sum != null ? sum : Term.of(shadows.place(target));
  }

  /** {@code v = e}: the old value has no influence beyond what {@code e} reads of it. */
  private List<Stmt> overwrite(Stmt.Assign a) {
    List<Stmt> out = new ArrayList<>();
    Place bar = shadows.place(a.target());
    Term seed = Term.of(bar);
    boolean element = a.target() instanceof Expr.Element;
    if (element && activity.isActive(a.value())) {
      seed = named(a.target(), seed, out);
    }
    ExpressionAdjoint adjoint = expression();
    if (a.target() instanceof Expr.Read target) {
      adjoint.root(a.value(), target.variable(), seed);
    } else {
      adjoint.push(a.value(), seed);
    }
    Expr own =
        adjoint.contributions().has(a.target())
            ? adjoint.contributions().take(a.target())
            : Term.number(0, bar.type());
    Stmt reset = new Stmt.Assign(bar, own, Origin.NONE);
    out.addAll(adjoint.shared());
    List<Stmt> others = adjoint.contributions().statements(shadows);
    if (element) {
      // Another name of the same element may be among the others.
      out.add(reset);
      out.addAll(others);
    } else {
      out.addAll(others);
      out.add(reset);
    }
    return out;
  }

  private Term named(Place target, Term seed, List<Stmt> out) {
    Var v = vars.make(name(target) + "Bar", target.type());
    out.add(new Stmt.Declare(v, Optional.of(seed.toExpr()), Origin.NONE));
    return Term.of(v.read());
  }

  /** {@code u[i]} is {@code ui}. */
  private static String name(Expr place) {
    if (place instanceof Expr.Element e) {
      String index =
          e.index() instanceof Expr.Read || e.index() instanceof Expr.Literal
              ? name(e.index())
              : "Element";
      return name(e.array()) + index;
    }
    if (place instanceof Expr.Literal literal) {
      return literal.value().toString();
    }
    return place instanceof Expr.Read read ? read.variable().name() : "row";
  }

  private ExpressionAdjoint expression() {
    return new ExpressionAdjoint(activity, shadows, vars);
  }

  private List<Stmt> statements(ExpressionAdjoint adjoint) {
    List<Stmt> out = new ArrayList<>(adjoint.shared());
    out.addAll(adjoint.contributions().statements(shadows));
    return out;
  }

  /** The reverse statements of {@code return e} with the given adjoint of the result, a number. */
  List<Stmt> result(Expr e, Term seed, Origin origin) {
    ExpressionAdjoint adjoint = expression();
    adjoint.push(e, seed);
    List<Stmt> out = new ArrayList<>();
    if (!(e instanceof Expr.Read)) {
      out.add(new Stmt.Comment(origin.text()));
    }
    out.addAll(checks.in(statements(adjoint), origin, shadows));
    return out;
  }

  /** Whether anything within {@code statement} has reverse statements. */
  boolean isReversed(Stmt statement) {
    boolean[] found = {false};
    Variables.forEachStatement(
        List.of(statement), s -> found[0] |= reverse.containsKey(s) || withAdjoints.containsKey(s));
    return found[0];
  }
}
