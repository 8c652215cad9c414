package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.List;
import java.util.function.BiFunction;

/** Statements for all elements of two arrays of the same shape. */
final class Loops {

  private static final List<String> NAMES = List.of("i", "j", "k", "l");

  private Loops() {}

  /** {@code target[i] += amount[i]} for all elements, of arrays of any rank. */
  static Stmt add(Expr target, Expr amount, Vars vars) {
    return pairwise(
        target, amount, vars, 0, (t, a) -> new Stmt.Assign(t, Exprs.plus(t, a), Origin.NONE));
  }

  /** {@code target[i] += 1} for all elements, of arrays of any rank. */
  static Stmt addOne(Expr target, Vars vars) {
    return pairwise(
        target,
        target,
        vars,
        0,
        (t, a) -> new Stmt.Assign(t, Exprs.plus(t, Term.number(1, t.type())), Origin.NONE));
  }

  /** {@code target[i] = source[i]} for all elements, of arrays of any rank. */
  static Stmt copy(Expr target, Expr source, Vars vars) {
    return pairwise(target, source, vars, 0, (t, s) -> new Stmt.Assign(t, s, Origin.NONE));
  }

  private static Stmt pairwise(
      Expr first, Expr second, Vars vars, int depth, BiFunction<Place, Expr, Stmt> body) {
    Var i = vars.make(NAMES.get(Math.min(depth, NAMES.size() - 1)), Type.Primitive.INT);
    Place a = Exprs.element(first, i.read());
    Expr b = Exprs.element(second, i.read());
    Stmt inner =
        a.type() instanceof Type.Array ? pairwise(a, b, vars, depth + 1, body) : body.apply(a, b);
    return new Stmt.CountedFor(
        i, Exprs.num(0), BinaryOp.LT, Exprs.length(first), 1, List.of(inner), Origin.NONE);
  }
}
