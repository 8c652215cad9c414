package dev.tapeless.processor.ir;

import java.util.List;

/** Calls that check that an adjoint is finite, and return it. */
public final class Finite {

  private static final String OWNER = "dev.tapeless.runtime.Adjoints";
  private static final Type TEXT = new Type.Reference("java.lang.String");

  private Finite() {}

  /** {@code adjoint}, a number or an array, which the program leaves if it is not finite. */
  public static Expr checked(Expr adjoint, String where) {
    Expr.Literal place = new Expr.Literal(TEXT, where, "");
    String method = adjoint.type().isReal() ? "finite" : "allFinite";
    List<Expr> arguments = List.of(adjoint, place);
    return new Expr.LibraryCall(OWNER, method, arguments, adjoint.type(), Origin.NONE);
  }

  /** {@code e} without a check that cannot fail: of a constant, or of what has been checked. */
  public static Expr simplified(Expr e) {
    if (!isCheck(e)) {
      return e;
    }
    Expr adjoint = ((Expr.LibraryCall) e).arguments().get(0);
    boolean isConstant =
        adjoint instanceof Expr.Literal literal
            && literal.value() instanceof Number number
            && Double.isFinite(number.doubleValue());
    return isConstant || isCheck(adjoint) || adjoint instanceof Expr.ZerosLike ? adjoint : e;
  }

  /** Whether {@code e} is such a call. */
  static boolean isCheck(Expr e) {
    return e instanceof Expr.LibraryCall call && call.owner().equals(OWNER);
  }
}
