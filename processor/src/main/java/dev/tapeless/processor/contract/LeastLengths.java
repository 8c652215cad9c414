package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.List;

/**
 * How many elements arrays have at least where certain statements have run to their end: one more
 * than the highest constant index that was read in any case.
 */
final class LeastLengths {

  private final List<Stmt> before;

  /** What is known after {@code before}. */
  LeastLengths(List<Stmt> before) {
    this.before = before;
  }

  /** The number of elements that {@code array} has at least. */
  int of(Var array) {
    if (Variables.assignedIn(before).contains(array)) {
      return 0;
    }
    return before.stream()
        .filter(s -> s instanceof Stmt.Declare || s instanceof Stmt.Assign)
        .flatMap(s -> Children.expressions(s).stream())
        .mapToInt(e -> in(e, array))
        .max()
        .orElse(0);
  }

  private static int in(Expr e, Var array) {
    int here =
        e instanceof Expr.Element element
                && element.array().equals(array.read())
                && element.index() instanceof Expr.Literal literal
                && literal.value() instanceof Integer index
            ? index + 1
            : 0;
    return Math.max(
        here, Children.inAnyCase(e).stream().mapToInt(x -> in(x, array)).max().orElse(0));
  }
}
