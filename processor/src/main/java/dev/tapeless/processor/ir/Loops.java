package dev.tapeless.processor.ir;

import java.util.List;
import java.util.function.BiFunction;

/** Statements for all elements of two arrays of the same shape, in which rows may be null. */
public final class Loops {

  private static final List<String> NAMES = List.of("i", "j", "k", "l");

  private Loops() {}

  /** {@code target[i] += amount[i]} for all elements, of arrays of any rank. */
  public static Stmt add(Expr target, Expr amount, Vars vars) {
    return pairwise(
        target, amount, vars, 0, (t, a) -> new Stmt.Assign(t, Exprs.plus(t, a), Origin.NONE));
  }

  /** {@code target[i] += factor * amount[i]} for all elements, of arrays of any rank. */
  public static Stmt addTimes(Expr target, Expr factor, Expr amount, Vars vars) {
    return pairwise(
        target,
        amount,
        vars,
        0,
        (t, a) -> {
          Expr product = Exprs.cast(t.type(), Exprs.product(factor, a));
          return new Stmt.Assign(t, Exprs.plus(t, product), Origin.NONE);
        });
  }

  /** {@code target[i] *= factor} for all elements, of arrays of any rank. */
  public static Stmt scale(Expr target, Expr factor, Vars vars) {
    return pairwise(
        target,
        target,
        vars,
        0,
        (t, a) -> {
          Expr product = Exprs.cast(t.type(), Exprs.product(factor, a));
          return new Stmt.Assign(t, product, Origin.NONE);
        });
  }

  /** {@code target[i] += 1} for all elements, of arrays of any rank. */
  public static Stmt addOne(Expr target, Vars vars) {
    return pairwise(
        target,
        target,
        vars,
        0,
        (t, a) -> new Stmt.Assign(t, Exprs.plus(t, Term.number(1, t.type())), Origin.NONE));
  }

  /** {@code target[i] = source[i]} for all elements, of arrays of any rank. */
  public static Stmt copy(Expr target, Expr source, Vars vars) {
    return pairwise(target, source, vars, 0, (t, s) -> new Stmt.Assign(t, s, Origin.NONE));
  }

  private static Stmt pairwise(
      Expr first, Expr second, Vars vars, int depth, BiFunction<Place, Place, Stmt> body) {
    return pairs(first, second, vars, depth, (a, b) -> List.of(body.apply(a, b)));
  }

  /**
   * Statements for each pair of elements.
   *
   * @param body makes them of two elements that are at the same place
   */
  public static Stmt pairs(
      Expr first, Expr second, Vars vars, BiFunction<Place, Place, List<Stmt>> body) {
    return pairs(first, second, vars, 0, body);
  }

  private static Stmt pairs(
      Expr first, Expr second, Vars vars, int depth, BiFunction<Place, Place, List<Stmt>> body) {
    Var i = vars.make(NAMES.get(Math.min(depth, NAMES.size() - 1)), Type.Primitive.INT);
    Place a = Exprs.element(first, i.read());
    Place b = Exprs.element(second, i.read());
    List<Stmt> inner =
        a.type() instanceof Type.Array
            ? List.of(unlessNull(b, pairs(a, b, vars, depth + 1, body)))
            : body.apply(a, b);
    return new Stmt.CountedFor(
        i, Exprs.num(0), BinaryOp.LT, Exprs.length(first), 1, inner, Origin.NONE);
  }

  private static Stmt unlessNull(Expr row, Stmt s) {
    Expr isThere = Exprs.binary(BinaryOp.NE, row, Exprs.nothing(row.type()));
    return new Stmt.If(isThere, List.of(s), List.of(), Origin.NONE);
  }

  /** {@code sum += a[i] * b[i]} for all elements. */
  public static Stmt addProducts(Place sum, Expr a, Expr b, Vars vars) {
    return pairwise(
        a,
        b,
        vars,
        0,
        (x, y) -> {
          Expr product = Exprs.cast(sum.type(), Exprs.product(x, y));
          return new Stmt.Assign(sum, Exprs.plus(sum, product), Origin.NONE);
        });
  }
}
