package dev.tapeless.processor.tangent;

import dev.tapeless.processor.analysis.Cost;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the directions of one sweep have in common. The partial derivatives of a statement are the
 * same along all of them, so that costly functions in it are called once and have a name.
 */
final class Partials {

  private final Vars vars;
  private final Set<Var> singular;
  private final boolean isShared;
  private final Map<Expr, Var> named = new LinkedHashMap<>();

  /**
   * For the directions of one sweep.
   *
   * @param singular the variables whose values may be infinite where the primal is not
   * @param isShared whether there is more than one direction
   */
  Partials(Vars vars, Set<Var> singular, boolean isShared) {
    this.vars = vars;
    this.singular = singular;
    this.isShared = isShared;
  }

  /** Whether the value of {@code v} may be infinite where the primal is not. */
  boolean isSingular(Var v) {
    return singular.contains(v);
  }

  /** Another statement begins: what has a name may have changed. */
  void next() {
    named.clear();
  }

  /** {@code partial}, with names for the functions in it if there is more than one direction. */
  Expr named(Expr partial, List<Stmt> out) {
    if (!isShared) {
      return partial;
    }
    Expr inner = Children.map(partial, e -> named(e, out));
    boolean isCostly =
        inner instanceof Expr.LibraryCall && inner.type().isReal() && !Cost.isCheap(inner);
    if (!isCostly) {
      return inner;
    }
    Expr.LibraryCall call = (Expr.LibraryCall) inner;
    String name = call.owner().equals(Exprs.VALUE) ? "partial" : call.method();
    return named
        .computeIfAbsent(
            call,
            c -> {
              Var v = vars.make(name, call.type());
              out.add(new Stmt.Declare(v, Optional.of(call), Origin.NONE));
              return v;
            })
        .read();
  }
}
