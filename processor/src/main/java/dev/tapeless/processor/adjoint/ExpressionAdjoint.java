package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import dev.tapeless.processor.rules.Operators;
import dev.tapeless.processor.rules.Rule;
import dev.tapeless.processor.rules.Rules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Distributes the adjoint of an expression over the places that it reads: the chain rule, from the
 * root to the leaves.
 *
 * <p>The expression has a name for each operation whose result is needed ({@code
 * NameSubexpressions}), so here it is sums, products and conversions, with at most one other
 * operation, at the root.
 */
final class ExpressionAdjoint {

  private final Activity activity;
  private final Shadows shadows;
  private final Vars vars;
  private final List<Stmt> shared = new ArrayList<>();
  private final Contributions contributions = new Contributions();
  private final boolean shares;

  ExpressionAdjoint(Activity activity, Shadows shadows, Vars vars) {
    this(activity, shadows, vars, true);
  }

  private ExpressionAdjoint(Activity activity, Shadows shadows, Vars vars, boolean shares) {
    this.shares = shares;
    this.activity = activity;
    this.shadows = shadows;
    this.vars = vars;
  }

  /** Factors that several contributions share, to be computed before them. */
  List<Stmt> shared() {
    return shared;
  }

  /** What has been distributed. */
  Contributions contributions() {
    return contributions;
  }

  /** Distributes {@code seed}, the adjoint of {@code e}, whose value is in {@code result}. */
  void root(Expr e, Var result, Term seed) {
    Optional<Rule> rule = Optional.empty();
    if (e instanceof Expr.LibraryCall call) {
      rule = Rules.rule(call);
    } else if (e instanceof Expr.Binary b && needsResult(b)) {
      rule = Operators.rule(b.op());
    }
    if (rule.isEmpty()) {
      push(e, seed);
      return;
    }
    List<Expr> arguments = Children.of(e);
    Expr factor = seed.isSimple() ? seed.toExpr() : share(seed, result.name()).toExpr();
    for (int i = 0; i < arguments.size(); i++) {
      if (activity.isActive(arguments.get(i))) {
        Expr partial = rule.get().times(i, arguments, result.read(), factor);
        if (!Exprs.isNumber(partial, 0)) {
          push(arguments.get(i), Term.of(partial));
        }
      }
    }
  }

  private boolean needsResult(Expr.Binary b) {
    return (b.op() == BinaryOp.DIV || b.op() == BinaryOp.REM) && activity.isActive(b.right());
  }

  /** Distributes {@code seed}, the adjoint of {@code e}. */
  void push(Expr e, Term seed) {
    if (!activity.isActive(e)) {
      return;
    }
    if (e instanceof Place place) {
      if (shadows.hasPlace(place)) {
        contributions.add(place, seed);
      }
    } else if (e instanceof Expr.Unary u) {
      push(u.operand(), seed.negated());
    } else if (e instanceof Expr.Cast c) {
      push(c.operand(), converted(c, seed));
    } else if (e instanceof Expr.Binary b) {
      binary(b, seed);
    } else if (e instanceof Expr.Conditional c) {
      conditional(c, seed);
    } else {
      throw new IllegalStateException("no adjoint of " + e);
    }
  }

  private Expr constant(Expr divisor) {
    if (activity.isActive(divisor)) {
      throw new IllegalStateException("a quotient without a name, by " + divisor);
    }
    return divisor;
  }

  /** Each place gets what the chosen operand contributes to it. */
  private void conditional(Expr.Conditional c, Term seed) {
    Term atom = !shares || seed.isSimple() ? seed : share(seed, "choice");
    Contributions then = within(c.whenTrue(), atom);
    Contributions otherwise = within(c.whenFalse(), atom);
    Set<Place> places = new LinkedHashSet<>(then.places());
    places.addAll(otherwise.places());
    for (Place place : places) {
      Expr chosen = Exprs.choose(c.condition(), then.take(place), otherwise.take(place));
      contributions.add(place, Term.of(chosen));
    }
  }

  private Contributions within(Expr e, Term seed) {
    // A factor computed beforehand would be computed for the operand that is not chosen as well.
    ExpressionAdjoint inner = new ExpressionAdjoint(activity, shadows, vars, false);
    inner.push(e, seed);
    return inner.contributions();
  }

  private static Term converted(Expr.Cast c, Term seed) {
    boolean number = seed.factors().isEmpty() && seed.divisors().isEmpty();
    return number
        ? Term.of(seed.coefficient(), c.operand().type())
        : Term.of(new Expr.Cast(c.operand().type(), seed.toExpr()));
  }

  private void binary(Expr.Binary b, Term seed) {
    switch (b.op()) {
      case ADD, SUB -> {
        Term term = shares && reachesSeveral(b) && !seed.isSimple() ? share(seed, "sum") : seed;
        push(b.left(), term);
        push(b.right(), b.op() == BinaryOp.ADD ? term : term.negated());
      }
      case MUL -> {
        boolean dividesTwice =
            !seed.divisors().isEmpty()
                && activity.isActive(b.left())
                && activity.isActive(b.right());
        Term term = shares && dividesTwice ? share(seed, "quotient") : seed;
        push(b.left(), activity.isActive(b.left()) ? term.times(b.right()) : term);
        push(b.right(), activity.isActive(b.right()) ? term.times(b.left()) : term);
      }
      case DIV -> push(b.left(), seed.over(constant(b.right())));
      case REM -> {
        constant(b.right());
        push(b.left(), seed);
      }
      default -> throw new IllegalStateException("no adjoint of " + b);
    }
  }

  private Term share(Term term, String name) {
    Var v = vars.make(name + "Bar", term.type());
    shared.add(new Stmt.Declare(v, Optional.of(term.toExpr()), Origin.NONE));
    return Term.of(v.read());
  }

  /** Whether {@code e} distributes an adjoint to several places. */
  private boolean reachesSeveral(Expr e) {
    List<Expr> reached =
        e instanceof Place
            ? List.of()
            : Children.of(e).stream().filter(activity::isActive).toList();
    return reached.size() > 1 || reached.size() == 1 && reachesSeveral(reached.get(0));
  }
}
