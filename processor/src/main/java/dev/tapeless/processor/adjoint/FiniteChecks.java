package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Finite;
import dev.tapeless.processor.ir.Increment;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import java.util.List;
import java.util.Optional;

/**
 * Checks that adjoints are finite: of each statement what it adds to adjoints, and in the end the
 * derivatives, which are sums of what has been checked and can still overflow.
 */
public final class FiniteChecks {

  /** No checks. */
  public static final FiniteChecks NONE = new FiniteChecks(Optional.empty());

  private final Optional<Places> places;

  private FiniteChecks(Optional<Places> places) {
    this.places = places;
  }

  /** Tells in words where something is in the source. */
  @FunctionalInterface
  public interface Places {

    /** The file and the line of {@code origin}, and {@code text}. */
    String words(Origin origin, String text);
  }

  /** Checks that name the places in these words. */
  public static FiniteChecks naming(Places places) {
    return new FiniteChecks(Optional.of(places));
  }

  /** The suffix of companions that check. */
  String suffix() {
    return places.isPresent() ? "Checked" : "";
  }

  /** The reverse statements of a statement with that origin, with checks. */
  List<Stmt> in(List<Stmt> reverse, Origin origin, Shadows shadows) {
    if (places.isEmpty()) {
      return reverse;
    }
    String where = places.get().words(origin, origin.text());
    return checked(reverse, where, shadows);
  }

  private static List<Stmt> checked(List<Stmt> statements, String where, Shadows shadows) {
    return statements.stream().map(s -> checked(s, where, shadows)).toList();
  }

  private static Stmt checked(Stmt s, String where, Shadows shadows) {
    if (!(s instanceof Stmt.Assign assign)) {
      return Children.map(s, e -> e, inner -> checked(inner, where, shadows));
    }
    if (!assign.target().type().isReal()) {
      return s;
    }
    Expr target = assign.target();
    Expr value =
        Increment.of(assign)
            .map(
                i -> {
                  Expr amount = checked(i.amount(), where, shadows);
                  return i.subtracts() ? Exprs.minus(target, amount) : Exprs.plus(target, amount);
                })
            .orElseGet(() -> checked(assign.value(), where, shadows));
    return new Stmt.Assign(assign.target(), value, assign.origin());
  }

  /** An adjoint that is only passed on has been checked. */
  private static Expr checked(Expr adjoint, String where, Shadows shadows) {
    boolean isKnown =
        adjoint instanceof Expr.Read read && shadows.isShadow(read.variable())
            || adjoint instanceof Expr.Literal;
    return isKnown ? adjoint : Finite.checked(adjoint, where);
  }

  /** The derivative by a parameter. */
  Expr derivative(Expr derivative, String parameter, Origin origin) {
    return places
        .map(p -> Finite.checked(derivative, p.words(origin, "derivative by " + parameter)))
        .orElse(derivative);
  }
}
