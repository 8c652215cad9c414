package dev.tapeless.processor.ir;

import java.util.Set;

/** Which expressions can throw an exception. */
public final class Throwing {

  private static final Set<String> HARMLESS =
      Set.of("abs", "max", "min", "signum", "sum", "compare", "hashCode", "bitCount", "reverse");

  private Throwing() {}

  /**
   * Whether the evaluation of {@code e} may throw: array accesses, integer division, exact
   * arithmetic, allocation.
   */
  public static boolean canThrow(Expr e) {
    return throwsItself(e) || Children.of(e).stream().anyMatch(Throwing::canThrow);
  }

  /** The same without what {@code e} evaluates. */
  public static boolean throwsItself(Expr e) {
    if (e instanceof Expr.Binary b) {
      boolean division = b.op() == BinaryOp.DIV || b.op() == BinaryOp.REM;
      return division && !b.type().isReal() && !(b.right() instanceof Expr.Literal l && !isZero(l));
    }
    if (e instanceof Expr.LibraryCall call) {
      return throwsItself(call);
    }
    return e instanceof Expr.Element
        || e instanceof Expr.Length
        || e instanceof Expr.NewArray
        || e instanceof Expr.CloneArray
        || e instanceof Expr.Component
        || e instanceof Expr.Field field && field.object().isPresent()
        || e instanceof Expr.Cast cast && cast.type() instanceof Type.Reference;
  }

  // Of the methods that compute with reals only clamp checks its arguments; of the integer ones
  // many do.
  private static boolean throwsItself(Expr.LibraryCall e) {
    boolean real = e.arguments().stream().anyMatch(a -> a.type().isReal());
    return !real && !HARMLESS.contains(e.method()) || e.method().equals("clamp");
  }

  private static boolean isZero(Expr.Literal literal) {
    return literal.value() instanceof Number n && n.doubleValue() == 0;
  }
}
