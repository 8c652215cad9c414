package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a Jacobian after one forward sweep. The reverse sweep of each row fills it in its
 * place, where it would make a new array for it: that is as long and as full of zeros.
 */
final class SharedRows {

  private final RepeatedReverse repeated;
  private final List<Var> active;
  private final Expr result;

  /** The rows by each of the parameters {@code active}. */
  SharedRows(RepeatedReverse repeated, List<Var> active) {
    this.repeated = repeated;
    this.active = active;
    this.result = repeated.sweep().value().orElseThrow();
  }

  /** The result of the method, whose elements the rows belong to. */
  Expr result() {
    return result;
  }

  /** Whether there are fewer rows than columns whatever the arguments are. */
  boolean areFew() {
    LeastLengths lengths = new LeastLengths(repeated.forward());
    int columns = active.stream().mapToInt(v -> v.type().rank() == 0 ? 1 : lengths.of(v)).sum();
    return repeated.forward().stream()
        .anyMatch(
            s ->
                s instanceof Stmt.Declare d
                    && d.variable().read().equals(result)
                    && d.value().orElse(null) instanceof Expr.ArrayLiteral rows
                    && rows.elements().size() < columns);
  }

  /** Room for the rows by the parameter with number {@code p}. */
  Expr room(int p, Type type) {
    List<Expr> sizes = new ArrayList<>(List.of(Exprs.length(result)));
    if (isInPlace(p)) {
      sizes.add(Exprs.length(active.get(p).read()));
    }
    return new Expr.NewArray((Type.Array) type, sizes);
  }

  /** Fills the rooms {@code jacobians}. */
  void fill(Body body, List<Expr.Read> jacobians) {
    body.loop("i", result, (row, i) -> fill(row, i, jacobians));
  }

  private void fill(Body row, Expr i, List<Expr.Read> jacobians) {
    List<Stmt> reverse =
        repeated.reverse().stream().filter(s -> !isAbout(s, repeated.seed())).toList();
    for (int p = 0; p < jacobians.size(); p++) {
      if (isInPlace(p)) {
        reverse = inPlace(reverse, derivative(p), Exprs.element(jacobians.get(p), i));
      }
    }
    UnitSeed.in(reverse, repeated.seed(), result, row, i).forEach(row::add);
    for (int p = 0; p < jacobians.size(); p++) {
      if (!isInPlace(p)) {
        row.assign(Exprs.element(jacobians.get(p), i), derivative(p));
      }
    }
  }

  /** The shape of a seed that is made here need not be checked. */
  private static boolean isAbout(Stmt s, Var seed) {
    return s instanceof Stmt.Require && Variables.readBy(List.of(s)).contains(seed);
  }

  private Expr derivative(int p) {
    return repeated.sweep().derivatives().get(p);
  }

  /** Whether the reverse sweep makes a new array for this derivative, and never another. */
  private boolean isInPlace(int p) {
    return active.get(p).type().rank() == 1
        && derivative(p) instanceof Expr.Read row
        && !Variables.assignedIn(repeated.reverse()).contains(row.variable())
        && repeated.reverse().stream().anyMatch(s -> makes(s, row.variable(), active.get(p)));
  }

  private static boolean makes(Stmt s, Var row, Var parameter) {
    Expr zeros = new Expr.ZerosLike(parameter.read());
    List<Expr> length = List.of(Exprs.length(parameter.read()));
    return s instanceof Stmt.Declare d
        && d.variable().equals(row)
        && d.value()
            .filter(
                e ->
                    e.equals(zeros)
                        || e.equals(new Expr.NewArray((Type.Array) parameter.type(), length)))
            .isPresent();
  }

  private static List<Stmt> inPlace(List<Stmt> reverse, Expr derivative, Expr place) {
    Var row = ((Expr.Read) derivative).variable();
    return reverse.stream()
        .map(
            s ->
                s instanceof Stmt.Declare d && d.variable().equals(row)
                    ? new Stmt.Declare(row, Optional.of(place), d.origin())
                    : s)
        .toList();
  }
}
