package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Leaves out the branches that never run of code which stands for a call: whether it copies within
 * one array is often known. The user's own conditions stay.
 */
public final class Decided {

  private final BiPredicate<Expr, Expr> mayBeSame;

  private Decided(BiPredicate<Expr, Expr> mayBeSame) {
    this.mayBeSame = mayBeSame;
  }

  /**
   * {@code function} without them.
   *
   * @param mayBeSame whether two references, of which none is null, may be to one array
   */
  public static Function of(Function function, BiPredicate<Expr, Expr> mayBeSame) {
    return function.withBody(new Decided(mayBeSame).block(function.body()));
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt statement : statements) {
      Stmt s = Children.map(statement, e -> e, this::block);
      if (s instanceof Stmt.If branch && branch.origin().id() == Origin.CALL.id()) {
        Expr condition = Children.rewrite(branch.condition(), this::decided);
        if (condition instanceof Expr.Literal literal) {
          out.addAll(literal.value().equals(true) ? branch.then() : branch.otherwise());
        } else {
          out.add(new Stmt.If(condition, branch.then(), branch.otherwise(), branch.origin()));
        }
      } else {
        out.add(s);
      }
    }
    return out;
  }

  private Expr decided(Expr e) {
    if (!(e instanceof Expr.Binary b)) {
      return e;
    }
    if (b.op() == BinaryOp.COND_AND && b.left() instanceof Expr.Literal known) {
      return known.value().equals(true) ? b.right() : known;
    }
    if (b.op() == BinaryOp.LT) {
      return b.left() instanceof Expr.Literal l
              && l.value() instanceof Integer left
              && b.right() instanceof Expr.Literal r
              && r.value() instanceof Integer right
          ? Exprs.bool(left < right)
          : e;
    }
    return b.op() == BinaryOp.EQ && isArray(b.left()) && isArray(b.right()) ? same(b) : e;
  }

  private static boolean isArray(Expr e) {
    return e.type() instanceof Type.Array && !(e instanceof Expr.Literal);
  }

  private Expr same(Expr.Binary b) {
    if (b.left().equals(b.right())) {
      return Exprs.bool(true);
    }
    return mayBeSame.test(b.left(), b.right()) ? b : Exprs.bool(false);
  }
}
