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

  ExpressionTangent(Activity activity, Shadows shadows, Vars vars) {
    this.activity = activity;
    this.shadows = shadows;
    this.vars = vars;
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
    Optional<Rule> rule = rule(e);
    return rule.isPresent() ? applied(rule.get(), e, result, out) : of(e);
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

  private Expr applied(Rule rule, Expr e, Var result, List<Stmt> out) {
    List<Expr> arguments = Children.of(e);
    List<Term> sum = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      List<Term> terms = terms(arguments.get(i));
      if (!terms.isEmpty()) {
        Expr factor = cheap(terms, out);
        Expr partial = rule.times(i, arguments, result.read(), factor);
        if (!Exprs.isNumber(partial, 0)) {
          Term.add(Term.of(partial), sum);
        }
      }
    }
    return sum.isEmpty() ? Term.number(0, e.type()) : Term.sum(sum);
  }

  private Expr cheap(List<Term> terms, List<Stmt> out) {
    if (terms.size() == 1 && terms.get(0).isSimple()) {
      return terms.get(0).toExpr();
    }
    Expr tangent = Term.sum(terms);
    Var v = vars.make("argumentDot", tangent.type());
    out.add(new Stmt.Declare(v, Optional.of(tangent), Origin.NONE));
    return v.read();
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
      return List.of(Term.of(Exprs.choose(c.condition(), of(c.whenTrue()), of(c.whenFalse()))));
    }
    throw new IllegalStateException("no tangent of " + e);
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
