package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out {@code Math.max(0, n)} where {@code n} holds the length of an array.
 *
 * <p>Law: a length is not negative, and the variable has one value.
 */
final class KnownSigns {

  private KnownSigns() {}

  /** {@code code} without what is known. */
  static Code of(Code code) {
    Set<Var> lengths = new HashSet<>();
    Variables.forEachStatement(
        code.statements(),
        s -> {
          if (s instanceof Stmt.Declare d
              && d.value().filter(Expr.Length.class::isInstance).isPresent()) {
            lengths.add(d.variable());
          }
        });
    lengths.removeAll(Variables.assignedIn(code.statements()));
    return lengths.isEmpty()
        ? code
        : new Code(Children.rewrite(code.statements(), e -> known(e, lengths)), code.results());
  }

  private static Expr known(Expr e, Set<Var> lengths) {
    boolean isMaximum =
        e instanceof Expr.LibraryCall call
            && call.type() == Type.Primitive.INT
            && call.owner().equals("java.lang.Math")
            && call.method().equals("max");
    if (!isMaximum) {
      return e;
    }
    List<Expr> arguments = ((Expr.LibraryCall) e).arguments();
    boolean isLength =
        Exprs.isNumber(arguments.get(0), 0)
            && arguments.get(1) instanceof Expr.Read read
            && lengths.contains(read.variable());
    return isLength ? arguments.get(1) : e;
  }
}
