package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Finite;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;

/**
 * Laws that hold bit for bit, also for NaN, infinities, signed zeros and overflow: {@code 1 * a =
 * a}, {@code a / 1 = a}, {@code -(-a) = a}, {@code a + -b = a - b}, {@code a - -b = a + b}, {@code
 * !(a == b) = (a != b)}, {@code Value.of(path, value) = value}, and in {@code int} arithmetic
 * {@code a - c + d = a + (d - c)}.
 */
final class Folding {

  private Folding() {}

  static Code of(Code code) {
    return new Code(
        Children.rewrite(KnownValues.unnamed(code.statements()), Folding::valued),
        code.results().stream().map(e -> Children.rewrite(e, Folding::valued)).toList());
  }

  /** Without the law for known values, whose derivatives are still to be taken. */
  static Code withPaths(Code code) {
    return new Code(
        Children.rewrite(code.statements(), Folding::folded),
        code.results().stream().map(e -> Children.rewrite(e, Folding::folded)).toList());
  }

  private static Expr valued(Expr e) {
    return folded(Finite.simplified(KnownValues.folded(e)));
  }

  private static Expr folded(Expr e) {
    if (e instanceof Expr.Unary u) {
      return unary(u);
    }
    if (e instanceof Expr.ZeroGuard g && g.seed() instanceof Expr.Literal) {
      return Exprs.isNumber(g.seed(), 0) ? g.seed() : g.value();
    }
    if (!(e instanceof Expr.Binary b) || b.type() == Type.Primitive.BOOLEAN) {
      return e;
    }
    return b.type() == Type.Primitive.INT ? whole(b) : arithmetic(b);
  }

  private static Expr unary(Expr.Unary u) {
    if (u.operand() instanceof Expr.Unary inner && inner.op() == u.op()) {
      return inner.operand();
    }
    if (u.op() == UnaryOp.NOT && u.operand() instanceof Expr.Binary b) {
      if (b.op() == BinaryOp.EQ) {
        return Exprs.binary(BinaryOp.NE, b.left(), b.right());
      }
      if (b.op() == BinaryOp.NE) {
        return Exprs.binary(BinaryOp.EQ, b.left(), b.right());
      }
    }
    return u;
  }

  private static Expr arithmetic(Expr.Binary b) {
    if (b.op() == BinaryOp.MUL && Exprs.isNumber(b.left(), 1)) {
      return b.right();
    }
    if ((b.op() == BinaryOp.MUL || b.op() == BinaryOp.DIV) && Exprs.isNumber(b.right(), 1)) {
      return b.left();
    }
    if (b.right() instanceof Expr.Unary u && u.op() == UnaryOp.NEGATE) {
      if (b.op() == BinaryOp.ADD) {
        return Exprs.minus(b.left(), u.operand());
      }
      if (b.op() == BinaryOp.SUB) {
        return Exprs.plus(b.left(), u.operand());
      }
    }
    return b;
  }

  /** Integer sums with constants. */
  private static Expr whole(Expr.Binary b) {
    if (b.op() == BinaryOp.ADD && Exprs.isNumber(b.left(), 0)) {
      return b.right();
    }
    if (!(b.right() instanceof Expr.Literal right && right.value() instanceof Integer)) {
      return arithmetic(b);
    }
    int c = (Integer) right.value();
    if (b.left() instanceof Expr.Literal left) {
      return constant(b, (Integer) left.value(), c);
    }
    boolean sum = b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUB;
    if (sum && c == 0) {
      return b.left();
    }
    if (sum && b.left() instanceof Expr.Binary inner && inner.right() instanceof Expr.Literal d) {
      int outer = b.op() == BinaryOp.ADD ? c : -c;
      if (inner.op() == BinaryOp.ADD) {
        return shifted(inner.left(), (Integer) d.value() + outer);
      }
      if (inner.op() == BinaryOp.SUB) {
        return shifted(inner.left(), outer - (Integer) d.value());
      }
    }
    return arithmetic(b);
  }

  private static Expr shifted(Expr e, int by) {
    if (by == 0) {
      return e;
    }
    return by < 0 && by != Integer.MIN_VALUE
        ? Exprs.minus(e, Exprs.num(-by))
        : Exprs.plus(e, Exprs.num(by));
  }

  private static Expr constant(Expr.Binary b, int left, int right) {
    return switch (b.op()) {
      case ADD -> Exprs.num(left + right);
      case SUB -> Exprs.num(left - right);
      case MUL -> Exprs.num(left * right);
      default -> b;
    };
  }
}
