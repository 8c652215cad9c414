package dev.tapeless.processor.ir;

/** Which expressions can throw an exception. */
public final class Throwing {

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
      // Of the methods that compute with real numbers only clamp checks its arguments.
      return !call.type().isReal() || call.method().equals("clamp");
    }
    return e instanceof Expr.Element
        || e instanceof Expr.Length
        || e instanceof Expr.NewArray
        || e instanceof Expr.CloneArray
        || e instanceof Expr.Component
        || e instanceof Expr.Field field && field.object().isPresent()
        || e instanceof Expr.Cast cast && cast.type() instanceof Type.Reference;
  }

  private static boolean isZero(Expr.Literal literal) {
    return literal.value() instanceof Number n && n.doubleValue() == 0;
  }
}
