package dev.tapeless.processor.tangent;

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
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import dev.tapeless.processor.rules.Operators;
import dev.tapeless.processor.rules.Rule;
import dev.tapeless.processor.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tangents of expressions: linear in the tangents of the places that they read. */
final class ExpressionTangent {

  private final Activity activity;
  private final Shadows shadows;
  private final Vars vars;
  private final Partials partials;

  /**
   * The tangents of the expressions of one function.
   *
   * @param partials what they share with those along other directions
   */
  ExpressionTangent(Activity activity, Shadows shadows, Vars vars, Partials partials) {
    this.activity = activity;
    this.shadows = shadows;
    this.vars = vars;
    this.partials = partials;
  }

  /** The tangent of {@code e}, a number; 0 where it is constant. */
  Expr of(Expr e) {
    List<Term> terms = terms(e);
    return terms.isEmpty() ? Term.number(0, e.type()) : Term.sum(terms);
  }

  /**
   * The tangent of {@code e}, whose value is in {@code result}.
   *
   * @param out receives the declarations of tangents of arguments that are used more than once
   */
  Expr root(Expr e, Var result, List<Stmt> out) {
    boolean isSingular = partials.isSingular(result) && activity.isActive(e);
    Optional<Rule> rule = isSingular ? factorRule(e) : rule(e);
    return rule.isPresent() ? applied(rule.get(), e, result, isSingular, out) : of(e);
  }

  /** The rule of any operation that multiplies what may be infinite with a tangent. */
  private static Optional<Rule> factorRule(Expr e) {
    if (e instanceof Expr.LibraryCall call) {
      return Rules.rule(call);
    }
    return e instanceof Expr.Binary b && (b.op() == BinaryOp.MUL || b.op() == BinaryOp.DIV)
        ? Operators.rule(b.op())
        : Optional.empty();
  }

  /** Whether {@code e} is an operation whose tangent takes its result: it has a name. */
  boolean isOperation(Expr e) {
    return activity.isActive(e) && rule(e).isPresent();
  }

  private Optional<Rule> rule(Expr e) {
    if (e instanceof Expr.LibraryCall call) {
      return Rules.rule(call);
    }
    return e instanceof Expr.Binary b && needsResult(b) ? Operators.rule(b.op()) : Optional.empty();
  }

  private Expr applied(Rule rule, Expr e, Var result, boolean isSingular, List<Stmt> out) {
    List<Expr> arguments = Children.of(e);
    List<Term> sum = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      List<Term> terms = terms(arguments.get(i));
      if (!terms.isEmpty()) {
        Expr factor = cheap(terms, rule, i, e, isSingular, out);
        Expr partial = partials.named(rule.times(i, arguments, result.read(), factor), out);
        if (!Exprs.isNumber(partial, 0)) {
          boolean isGuarded =
              !isSingular || partial instanceof Expr.ZeroGuard || partial.equals(factor);
          Term.add(Term.of(isGuarded ? partial : new Expr.ZeroGuard(factor, partial)), sum);
        }
      }
    }
    return sum.isEmpty() ? Term.number(0, e.type()) : Term.sum(sum);
  }

  /** The tangent of an argument, under a name where its rule needs it more than once. */
  private Expr cheap(
      List<Term> terms, Rule rule, int argument, Expr e, boolean isSingular, List<Stmt> out) {
    Expr tangent = Term.sum(terms);
    boolean isSimple = terms.size() == 1 && terms.get(0).isSimple();
    if (isSimple || !isSingular && uses(rule, argument, e) < 2) {
      return tangent;
    }
    Var v = vars.make("argumentDot", tangent.type());
    out.add(new Stmt.Declare(v, Optional.of(tangent), Origin.NONE));
    return v.read();
  }

  private static int uses(Rule rule, int argument, Expr e) {
    List<Expr> arguments = Children.of(e);
    Expr factor = new Var(-1, "factor", arguments.get(argument).type()).read();
    Expr result = new Var(-2, "result", e.type()).read();
    int[] uses = {0};
    Variables.forEachNode(
        rule.times(argument, arguments, result, factor), x -> uses[0] += x.equals(factor) ? 1 : 0);
    return uses[0];
  }

  private boolean needsResult(Expr.Binary b) {
    return (b.op() == BinaryOp.DIV || b.op() == BinaryOp.REM) && activity.isActive(b.right());
  }

  private List<Term> terms(Expr e) {
    if (!activity.isActive(e)) {
      return List.of();
    }
    if (e instanceof Place place) {
      return shadows.hasPlace(place) ? List.of(Term.of(shadows.place(place))) : List.of();
    }
    if (e instanceof Expr.Pop pop) {
      return List.of(Term.of(new Expr.Pop(shadows.of(pop.stack()))));
    }
    if (e instanceof Expr.Component component) {
      return List.of(Term.of(ofComponent(component)));
    }
    if (e instanceof Expr.ZeroGuard guard) {
      return guarded(guard);
    }
    if (e instanceof Expr.Unary u) {
      return terms(u.operand()).stream().map(Term::negated).toList();
    }
    if (e instanceof Expr.Cast c) {
      return terms(c.operand()).isEmpty() ? List.of() : List.of(converted(c));
    }
    if (e instanceof Expr.Binary b) {
      return binary(b);
    }
    if (e instanceof Expr.Conditional c) {
      Expr whenTrue = ofChosen(c.whenTrue());
      return List.of(Term.of(Exprs.choose(c.condition(), whenTrue, ofChosen(c.whenFalse()))));
    }
    throw new IllegalStateException("no tangent of " + e);
  }

  /** Where there is no first derivative there is no second one. */
  private Expr ofChosen(Expr e) {
    return e instanceof Expr.Literal literal && Double.valueOf(Double.NaN).equals(real(literal))
        ? e
        : of(e);
  }

  private static double real(Expr.Literal literal) {
    return literal.value() instanceof Number number ? number.doubleValue() : 0;
  }

  private Expr ofComponent(Expr.Component component) {
    Var record = ((Expr.Read) component.record()).variable();
    return new Expr.Component(shadows.of(record).read(), component.name(), component.type());
  }

  /**
   * Of a product that is zero where its first factor, an adjoint, is exactly zero ({@link
   * SingularPartials}): each of the two products that become of it is zero where its factor is that
   * is an adjoint or the tangent of one.
   */
  private List<Term> guarded(Expr.ZeroGuard guard) {
    Expr.Binary product = (Expr.Binary) guard.value();
    Expr partial = product.right();
    List<Term> sum = new ArrayList<>();
    Expr seedDot = of(guard.seed());
    if (activity.isActive(guard.seed())) {
      sum.add(Term.of(new Expr.ZeroGuard(seedDot, Exprs.times(seedDot, partial))));
    }
    if (activity.isActive(partial)) {
      Expr change = Exprs.times(guard.seed(), of(partial));
      sum.add(Term.of(new Expr.ZeroGuard(guard.seed(), change)));
    }
    return sum;
  }

  private Term converted(Expr.Cast c) {
    return Term.of(Exprs.cast(c.type(), Term.sum(terms(c.operand()))));
  }

  private List<Term> binary(Expr.Binary b) {
    List<Term> left = terms(b.left());
    List<Term> right = terms(b.right());
    List<Term> sum = new ArrayList<>();
    switch (b.op()) {
      case ADD, SUB -> {
        left.forEach(t -> Term.add(t, sum));
        right.forEach(t -> Term.add(b.op() == BinaryOp.ADD ? t : t.negated(), sum));
      }
      case MUL -> {
        one(left, b.type()).ifPresent(t -> Term.add(t.times(b.right()), sum));
        one(right, b.type()).ifPresent(t -> Term.add(t.times(b.left()), sum));
      }
      case DIV, REM -> {
        if (!right.isEmpty()) {
          throw new IllegalStateException("a quotient without a name, by " + b.right());
        }
        if (b.op() == BinaryOp.REM) {
          sum.addAll(left);
        } else {
          one(left, b.type()).ifPresent(t -> sum.add(t.over(b.right())));
        }
      }
      default -> throw new IllegalStateException("no tangent of " + b);
    }
    return sum;
  }

  private static Optional<Term> one(List<Term> terms, Type type) {
    if (terms.size() > 1) {
      return Optional.of(new Term(type, 1, List.of(Term.sum(terms)), List.of()));
    }
    return terms.stream().findFirst();
  }
}
