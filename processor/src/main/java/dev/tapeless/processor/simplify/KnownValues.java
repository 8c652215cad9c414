package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import java.util.List;

/**
 * {@code Value.of(path, value) = value}, where all derivatives have been taken: until then the
 * derivative is that of the path.
 */
public final class KnownValues {

  private KnownValues() {}

  /** {@code function}, which is not differentiated. */
  public static Function in(Function function) {
    return new Function(
        function.callee(),
        function.callable(),
        function.parameters(),
        Children.rewrite(function.body(), KnownValues::folded),
        function.result().map(e -> Children.rewrite(e, KnownValues::folded)),
        function.origin());
  }

  static Expr folded(Expr e) {
    return isValue(e) ? ((Expr.LibraryCall) e).arguments().get(1) : e;
  }

  private static boolean isValue(Expr e) {
    return e instanceof Expr.LibraryCall call && call.owner().equals(Exprs.VALUE);
  }

  /** A second name of such a value is not the user's: it need not stay. */
  static List<Stmt> unnamed(List<Stmt> statements) {
    return statements.stream().map(KnownValues::unnamed).toList();
  }

  private static Stmt unnamed(Stmt s) {
    return s instanceof Stmt.Declare d && d.value().filter(KnownValues::isValue).isPresent()
        ? new Stmt.Declare(d.variable(), d.value(), Origin.NONE)
        : Children.map(s, e -> e, KnownValues::unnamed);
  }
}
