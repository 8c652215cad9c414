package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Which calls can be written where their result is read: the one read follows at once, and nothing
 * comes in between.
 */
final class Inlining {

  private enum Found {
    YES,
    NOT_YET,
    TOO_LATE
  }

  private final Map<Var, Integer> reads = new HashMap<>();

  private Inlining(Function function) {
    Consumer<Expr> count =
        root ->
            Variables.forEachNode(
                root,
                e -> {
                  if (e instanceof Expr.Read read) {
                    reads.merge(read.variable(), 1, Integer::sum);
                  }
                });
    Variables.forEachStatement(function.body(), s -> Children.expressions(s).forEach(count));
    function.result().ifPresent(count);
  }

  /** The answers for {@code function}. */
  static Inlining in(Function function) {
    return new Inlining(function);
  }

  /**
   * Whether {@code call} can be written within {@code next}, the expressions that are evaluated
   * right after it.
   */
  boolean allows(Stmt.Call call, List<Expr> next) {
    if (call.result().isEmpty() || reads.getOrDefault(call.result().get(), 0) != 1) {
      return false;
    }
    for (Expr expr : next) {
      Found found = search(expr, call.result().get());
      if (found != Found.NOT_YET) {
        return found == Found.YES;
      }
    }
    return false;
  }

  /**
   * The expressions that {@code statement} evaluates first and once; none when the order is not as
   * plain as that. Java looks into the array that it assigns to only after the value, unless it
   * reads the element first.
   */
  static List<Expr> firstIn(Stmt statement) {
    boolean isPlain =
        statement instanceof Stmt.Declare
            || statement instanceof Stmt.Call
            || statement instanceof Stmt.If
            || statement instanceof Stmt.Assign;
    return isPlain ? Variables.evaluated(statement) : List.of();
  }

  private static Found search(Expr expr, Var wanted) {
    if (expr instanceof Expr.Read read && read.variable().equals(wanted)) {
      return Found.YES;
    }
    boolean isFirst = true;
    for (Expr child : Children.of(expr)) {
      Found found = search(child, wanted);
      if (found != Found.NOT_YET) {
        return found;
      }
      if (isFirst && mayStopEarly(expr)) {
        return Found.TOO_LATE;
      }
      isFirst = false;
    }
    return isHarmless(expr) ? Found.NOT_YET : Found.TOO_LATE;
  }

  private static boolean mayStopEarly(Expr expr) {
    return expr instanceof Expr.Conditional
        || expr instanceof Expr.ZeroGuard
        || expr instanceof Expr.Binary b
            && (b.op() == BinaryOp.COND_AND || b.op() == BinaryOp.COND_OR);
  }

  /**
   * Whether {@code expr}, its operands apart, gives the same before the call and after, and cannot
   * fail.
   */
  private static boolean isHarmless(Expr expr) {
    boolean mayDivideByZero =
        expr instanceof Expr.Binary b
            && (b.op() == BinaryOp.DIV || b.op() == BinaryOp.REM)
            && (b.type() == Primitive.INT || b.type() == Primitive.LONG);
    return expr instanceof Expr.Literal
        || expr instanceof Expr.Read
        || expr instanceof Expr.Unary
        || expr instanceof Expr.Cast
        || expr instanceof Expr.Binary && !mayDivideByZero;
  }
}
