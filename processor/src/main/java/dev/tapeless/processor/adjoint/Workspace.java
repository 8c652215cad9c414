package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arrays and stacks in which a loop saves that is reversed on the spot. Each trip takes out all
 * that it has put in, so all trips can have the same ones: an array is made anew only where a trip
 * needs a longer one.
 */
final class Workspace {

  private final List<Stmt> outside = new ArrayList<>();

  /** What has to be declared before the loop. */
  List<Stmt> declarations() {
    return List.copyOf(outside);
  }

  /** What stands within the loop for {@code declarations}, those of the places where it saves. */
  List<Stmt> shared(List<Stmt> declarations) {
    List<Stmt> rest = new ArrayList<>();
    Map<Expr, List<Stmt.Declare>> bySize = new LinkedHashMap<>();
    for (Stmt s : declarations) {
      if (s instanceof Stmt.Declare d && isStack(d)) {
        outside.add(d);
      } else if (s instanceof Stmt.Declare d && size(d).isPresent()) {
        bySize.computeIfAbsent(size(d).get(), k -> new ArrayList<>()).add(d);
      } else {
        rest.add(s);
      }
    }
    bySize.forEach((size, arrays) -> rest.add(longEnough(size, arrays)));
    return rest;
  }

  private static boolean isStack(Stmt.Declare d) {
    return d.value().filter(e -> e instanceof Expr.NewStack).isPresent();
  }

  /** A fixed size is left to those who make variables of small arrays. */
  private static Optional<Expr> size(Stmt.Declare d) {
    return d.value()
        .filter(e -> e instanceof Expr.NewArray a && a.dimensions().size() == 1)
        .map(e -> ((Expr.NewArray) e).dimensions().get(0))
        .filter(size -> !(size instanceof Expr.Literal));
  }

  private Stmt longEnough(Expr size, List<Stmt.Declare> arrays) {
    List<Stmt> longer = new ArrayList<>();
    for (Stmt.Declare d : arrays) {
      Expr.NewArray made = (Expr.NewArray) d.value().orElseThrow();
      Expr none = new Expr.ArrayLiteral(made.type(), List.of());
      outside.add(new Stmt.Declare(d.variable(), Optional.of(none), Origin.NONE));
      longer.add(new Stmt.Assign(d.variable().read(), made, Origin.NONE));
    }
    Expr length = Exprs.length(arrays.get(0).variable().read());
    return new Stmt.If(Exprs.binary(BinaryOp.LT, length, size), longer, List.of(), Origin.NONE);
  }
}
