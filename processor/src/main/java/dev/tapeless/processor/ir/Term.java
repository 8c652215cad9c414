package dev.tapeless.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * A product of a number, factors and reciprocals: what a chain of partial derivatives is. The order
 * of the factors is kept for the reader; the last ones are those of the adjoint that the chain
 * starts from.
 */
public record Term(Type type, double coefficient, List<Expr> factors, List<Expr> divisors) {

  public Term {
    factors = List.copyOf(factors);
    divisors = List.copyOf(divisors);
  }

  /** The product that {@code e} is. */
  public static Term of(Expr e) {
    return new Term(e.type(), 1, List.of(), List.of()).times(e);
  }

  /** The number {@code value}. */
  public static Term of(double value, Type type) {
    return new Term(type, value, List.of(), List.of());
  }

  /** This with the other sign. */
  public Term negated() {
    return new Term(type, -coefficient, factors, divisors);
  }

  /** This times {@code e}, which stands in front of what is there already. */
  public Term times(Expr e) {
    if (e instanceof Expr.Literal literal && literal.value() instanceof Number n && isExact(n)) {
      return new Term(type, coefficient * n.doubleValue(), factors, divisors);
    }
    if (e instanceof Expr.Unary u && u.op() == UnaryOp.NEGATE) {
      return times(u.operand()).negated();
    }
    if (e instanceof Expr.Binary b && b.op() == BinaryOp.MUL) {
      return times(b.right()).times(b.left());
    }
    List<Expr> all = new ArrayList<>();
    all.add(e);
    all.addAll(factors);
    return new Term(type, coefficient, all, divisors);
  }

  /** This divided by {@code e}. */
  public Term over(Expr e) {
    List<Expr> all = new ArrayList<>(divisors);
    all.add(e);
    return new Term(type, coefficient, factors, all);
  }

  /** Only finite numbers may move within a product. */
  private static boolean isExact(Number n) {
    return Double.isFinite(n.doubleValue());
  }

  /** Whether evaluating it takes no operation but a sign. */
  public boolean isSimple() {
    return divisors.isEmpty()
        && factors.size() + (Math.abs(coefficient) == 1 ? 0 : 1) <= 1
        && factors.stream().allMatch(f -> f instanceof Place);
  }

  /** Whether the two differ in their numbers only. */
  public boolean isLike(Term other) {
    return sameBag(factors, other.factors) && divisors.equals(other.divisors);
  }

  private static boolean sameBag(List<Expr> a, List<Expr> b) {
    List<Expr> rest = new ArrayList<>(b);
    return a.size() == b.size() && a.stream().allMatch(rest::remove);
  }

  /** The sum of two like terms. */
  public Term plus(Term like) {
    return new Term(type, coefficient + like.coefficient, factors, divisors);
  }

  /** Whether the number in front is below zero. */
  public boolean isNegative() {
    return coefficient < 0;
  }

  /** The product without its sign. */
  public Expr magnitude() {
    double size = Math.abs(coefficient);
    Expr product = size == 1 && !factors.isEmpty() ? null : number(size, type);
    for (Expr factor : factors) {
      product = product == null ? factor : Exprs.times(product, factor);
    }
    for (Expr divisor : divisors) {
      product = Exprs.over(product, divisor);
    }
    return product;
  }

  /** The product. */
  public Expr toExpr() {
    if (factors.isEmpty() && divisors.isEmpty()) {
      return number(coefficient, type);
    }
    return isNegative() ? Exprs.negated(magnitude()) : magnitude();
  }

  /** A number, written without a fraction where it has none. */
  public static Expr.Literal number(double value, Type type) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e6 && value >= 0;
    Expr.Literal plain = Exprs.real(value, type);
    return whole ? new Expr.Literal(type, plain.value(), Integer.toString((int) value)) : plain;
  }

  /** Adds {@code term} to {@code sum}, in one with a like term where there is one. */
  public static void add(Term term, List<Term> sum) {
    for (int i = 0; i < sum.size(); i++) {
      if (sum.get(i).isLike(term)) {
        sum.set(i, sum.get(i).plus(term));
        return;
      }
    }
    sum.add(term);
  }

  /** The sum of {@code terms}, of which there is at least one. */
  public static Expr sum(List<Term> terms) {
    Expr sum = terms.get(0).toExpr();
    for (Term term : terms.subList(1, terms.size())) {
      sum =
          term.isNegative()
              ? Exprs.minus(sum, term.magnitude())
              : Exprs.plus(sum, term.magnitude());
    }
    return sum;
  }
}
