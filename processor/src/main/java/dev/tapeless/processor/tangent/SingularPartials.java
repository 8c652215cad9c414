package dev.tapeless.processor.tangent;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes apart the products of an adjoint and a partial derivative that may be infinite, before they
 * are differentiated again: {@code sBar == 0 ? 0 : sBar / x} is {@code partial = 1 / x; sBar == 0 ?
 * 0 : sBar * partial}. The tangent is a sum of two products then, each with a zero of its own that
 * wins against an infinite factor. What a partial derivative is computed of has names, so that the
 * same holds within it.
 *
 * @param function the same function
 * @param names the variables whose values may be infinite where the primal is not
 */
public record SingularPartials(Function function, Set<Var> names) {

  public SingularPartials {
    names = Set.copyOf(names);
  }

  /** {@code function}, an adjoint, with names for its singular partial derivatives. */
  public static SingularPartials of(Function function) {
    Pass pass = new Pass(Vars.after(function));
    Function named = function.withBody(pass.block(function.body()));
    return new SingularPartials(named, pass.names);
  }

  private static final class Pass {

    private final Vars vars;
    private final Set<Var> names = new HashSet<>();

    private Pass(Vars vars) {
      this.vars = vars;
    }

    private List<Stmt> block(List<Stmt> statements) {
      List<Stmt> out = new ArrayList<>();
      for (Stmt s : statements) {
        List<Stmt> before = new ArrayList<>();
        Stmt mapped = Children.map(s, e -> Children.rewrite(e, x -> apart(x, before)), this::block);
        out.addAll(before);
        out.add(mapped);
      }
      return out;
    }

    private Expr apart(Expr e, List<Stmt> out) {
      if (!(e instanceof Expr.ZeroGuard guard)) {
        return e;
      }
      Expr seed = guard.seed();
      if (Exprs.isNumber(seed, 0)) {
        return Term.number(0, e.type());
      }
      Expr one = Term.number(1, seed.type());
      // A number may be a number of the formula as well, so it stays where it is.
      boolean isNumber = seed instanceof Expr.Literal;
      Expr formula =
          isNumber ? guard.value() : Children.rewrite(guard.value(), x -> x.equals(seed) ? one : x);
      Expr partial = named(whole(formula, out), "partial", out);
      Expr factor = isNumber ? one : seed;
      return new Expr.ZeroGuard(factor, Exprs.times(Exprs.cast(e.type(), factor), partial));
    }

    /** {@code formula} with names for the operations within it. */
    private Expr whole(Expr formula, List<Stmt> out) {
      if (formula instanceof Expr.Conditional c) {
        return Exprs.choose(c.condition(), inner(c.whenTrue(), out), inner(c.whenFalse(), out));
      }
      return unit(Children.map(formula, x -> inner(x, out)));
    }

    private Expr inner(Expr e, List<Stmt> out) {
      if (e instanceof Expr.Read || e instanceof Expr.Element || !e.type().isReal()) {
        return e;
      }
      Expr whole = whole(e, out);
      if (whole instanceof Expr.LibraryCall call) {
        boolean isValue = call.owner().equals(Exprs.VALUE);
        return named(whole, isValue ? "value" : call.method(), out);
      }
      if (whole instanceof Expr.Conditional) {
        return named(whole, "choice", out);
      }
      boolean isProduct =
          whole instanceof Expr.Binary b && (b.op() == BinaryOp.MUL || b.op() == BinaryOp.DIV);
      return isProduct
          ? named(whole, ((Expr.Binary) whole).op() == BinaryOp.MUL ? "product" : "ratio", out)
          : whole;
    }

    /** Without factors 1, which stand where the adjoint stood. */
    private static Expr unit(Expr e) {
      if (e instanceof Expr.Binary b && b.op() == BinaryOp.MUL) {
        return Exprs.isNumber(b.left(), 1)
            ? b.right()
            : Exprs.isNumber(b.right(), 1) ? b.left() : e;
      }
      return e;
    }

    private Expr named(Expr e, String name, List<Stmt> out) {
      Var v = vars.make(name, e.type());
      out.add(new Stmt.Declare(v, Optional.of(e), Origin.NONE));
      names.add(v);
      return v.read();
    }
  }
}
