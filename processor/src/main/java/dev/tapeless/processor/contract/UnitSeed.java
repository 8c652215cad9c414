package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The seed of one row of a Jacobian: one in the place of the row, else zero. */
final class UnitSeed {

  private final Var seed;
  private final Map<Integer, Expr> numbers = new TreeMap<>();
  private boolean isOnlyNumbers = true;

  private UnitSeed(Var seed) {
    this.seed = seed;
  }

  /**
   * The reverse sweep of one row, with a seed that {@code body} declares: as variables where only
   * certain elements of it are read, else as an array.
   *
   * @param reverse what reads {@code seed}
   * @param like an array of the same length
   * @param row the index of the row
   */
  static List<Stmt> in(List<Stmt> reverse, Var seed, Expr like, Body body, Expr row) {
    UnitSeed unit = new UnitSeed(seed);
    Variables.forEachStatement(reverse, s -> Children.expressions(s).forEach(unit::find));
    if (unit.isOnlyNumbers) {
      return unit.asNumbers(reverse, body, row);
    }
    Expr zeros = new Expr.ZerosLike(like);
    body.add(new Stmt.Declare(seed, Optional.of(zeros), Origin.NONE));
    Expr element = Exprs.element(seed.read(), row);
    body.assign(element, Exprs.real(1, element.type()));
    return reverse;
  }

  private void find(Expr e) {
    if (e instanceof Expr.Element element
        && element.array().equals(seed.read())
        && element.index() instanceof Expr.Literal literal) {
      numbers.put((Integer) literal.value(), element);
      return;
    }
    isOnlyNumbers &= !e.equals(seed.read());
    Children.of(e).forEach(this::find);
  }

  private List<Stmt> asNumbers(List<Stmt> reverse, Body body, Expr row) {
    numbers.replaceAll((index, element) -> number(index, element.type(), body, row));
    return Children.rewrite(
        reverse,
        e ->
            e instanceof Expr.Element element && element.array().equals(seed.read())
                ? numbers.get((Integer) ((Expr.Literal) element.index()).value())
                : e);
  }

  private Expr number(int index, Type type, Body body, Expr row) {
    Expr isHere = Exprs.binary(BinaryOp.EQ, row, Exprs.num(index));
    Expr value = Exprs.choose(isHere, Exprs.real(1, type), Exprs.real(0, type));
    return body.declare(seed.name() + index, value);
  }
}
