package dev.tapeless.processor.ir;

import java.util.Optional;

/**
 * An assignment that only adds to its target: {@code target += amount}, or {@code target -=
 * amount}.
 *
 * @param target a variable that {@code amount} does not read, or an array element
 */
public record Increment(Place target, Expr amount, boolean subtracts) {

  /**
   * The increment that {@code assign} is: {@code s + e}, {@code e + s} or {@code s - e} is assigned
   * to {@code s}.
   */
  public static Optional<Increment> of(Stmt.Assign assign) {
    Place target = assign.target();
    if (!(assign.value() instanceof Expr.Binary sum) || sum.type() == Type.Primitive.BOOLEAN) {
      return Optional.empty();
    }
    if (sum.op() == BinaryOp.ADD && sum.left().equals(target)) {
      return checked(target, sum.right(), false);
    }
    if (sum.op() == BinaryOp.ADD && sum.right().equals(target)) {
      return checked(target, sum.left(), false);
    }
    if (sum.op() == BinaryOp.SUB && sum.left().equals(target)) {
      return checked(target, sum.right(), true);
    }
    return Optional.empty();
  }

  /** What is added: the amount, or the negative of it. */
  public Expr added() {
    return subtracts ? Exprs.negated(amount) : amount;
  }

  private static Optional<Increment> checked(Place target, Expr amount, boolean subtracts) {
    boolean reads =
        target instanceof Expr.Read read && Variables.readBy(amount).contains(read.variable());
    return reads ? Optional.empty() : Optional.of(new Increment(target, amount, subtracts));
  }
}
