package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.List;
import java.util.function.Predicate;

/** Loops that run the trips of another loop from the last to the first. */
final class ReversedLoop {

  private ReversedLoop() {}

  /**
   * The trips of {@code loop} in reverse, with the counter {@code i}.
   *
   * @param isSize whether a number is so far from the ends of {@code int} that the next one exists
   */
  static Stmt of(Stmt.CountedFor loop, Var i, List<Stmt> body, Predicate<Expr> isSize) {
    boolean up = loop.step() > 0;
    Expr last = last(loop, isSize);
    BinaryOp compare = up ? BinaryOp.GE : BinaryOp.LE;
    return new Stmt.CountedFor(i, last, compare, loop.from(), -loop.step(), body, loop.origin());
  }

  /** The counter's value in the last trip; beyond {@code from} when there is none. */
  private static Expr last(Stmt.CountedFor loop, Predicate<Expr> isSize) {
    boolean up = loop.step() > 0;
    int size = Math.abs(loop.step());
    boolean isExclusive = loop.compare() == BinaryOp.LT || loop.compare() == BinaryOp.GT;
    Expr end = isExclusive ? loop.from() : beside(loop.from(), !up);
    // What is beside the bound of a loop without trips may be at the other end of int.
    Expr bound =
        isSize.test(loop.bound()) || !isExclusive && size == 1
            ? loop.bound()
            : Exprs.library(
                "java.lang.Math", up ? "max" : "min", Type.Primitive.INT, end, loop.bound());
    Expr inclusive = isExclusive ? beside(bound, !up) : bound;
    if (size == 1) {
      return inclusive;
    }
    Expr span = up ? minus(inclusive, loop.from()) : minus(loop.from(), inclusive);
    // floorDiv, so that an empty loop ends before its beginning
    Expr steps =
        Exprs.library("java.lang.Math", "floorDiv", Type.Primitive.INT, span, Exprs.num(size));
    Expr distance = Exprs.times(steps, Exprs.num(size));
    return up ? plus(loop.from(), distance) : Exprs.minus(loop.from(), distance);
  }

  private static Expr beside(Expr e, boolean above) {
    return above ? Exprs.plus(e, Exprs.num(1)) : Exprs.minus(e, Exprs.num(1));
  }

  private static Expr minus(Expr a, Expr b) {
    return Exprs.isNumber(b, 0) ? a : Exprs.minus(a, b);
  }

  private static Expr plus(Expr a, Expr b) {
    return Exprs.isNumber(a, 0) ? b : Exprs.plus(a, b);
  }

  /** {@code body}, {@code trips} times. */
  static Stmt repeated(Var k, Expr trips, List<Stmt> body, Stmt origin) {
    return new Stmt.CountedFor(k, trips, BinaryOp.GT, Exprs.num(0), -1, body, origin.origin());
  }
}
