package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which arrays are reached by other names than that of the variable that holds them. */
final class References {

  private final Set<Var> kept = new HashSet<>();
  private final Map<Var, Set<Var>> rows = new HashMap<>();

  private References() {}

  /** The references in {@code body}. */
  static References in(List<Stmt> body) {
    References references = new References();
    Variables.forEachStatement(body, references::statement);
    return references;
  }

  /**
   * Whether the reference that {@code variable} holds, or one to a part of its array, is copied
   * somewhere but to {@link #rows}, or references are stored in its array.
   */
  boolean isKept(Var variable) {
    return kept.contains(variable) || rows(variable).stream().anyMatch(kept::contains);
  }

  /**
   * The variables that are declared to be parts of the array of {@code array}, or parts of these.
   */
  Set<Var> rows(Var array) {
    Set<Var> all = new HashSet<>();
    addRows(array, all);
    return all;
  }

  private void addRows(Var array, Set<Var> all) {
    for (Var row : rows.getOrDefault(array, Set.of())) {
      if (all.add(row)) {
        addRows(row, all);
      }
    }
  }

  private void statement(Stmt s) {
    if (s instanceof Stmt.Declare d && d.value().filter(References::isRow).isPresent()) {
      Expr row = d.value().get();
      owner(row).ifPresent(o -> rows.computeIfAbsent(o, v -> new HashSet<>()).add(d.variable()));
      addIndices(row);
    } else {
      Variables.evaluated(s).forEach(this::add);
    }
    if (s instanceof Stmt.Assign a
        && a.target() instanceof Expr.Element e
        && a.target().type() instanceof Type.Array) {
      kept.addAll(Variables.readBy(e.array()));
    }
  }

  /** Adds what the value of {@code e} may refer to. */
  private void add(Expr e) {
    if (e.type() instanceof Type.Array && owner(e).isPresent()) {
      kept.add(owner(e).get());
      addIndices(e);
    } else if (e instanceof Expr.Element || e instanceof Expr.Length) {
      Children.of(e).forEach(this::addIndices);
    } else {
      Children.of(e).forEach(this::add);
    }
  }

  /** Adds what is referred to where {@code e} is only looked at. */
  private void addIndices(Expr e) {
    if (e instanceof Expr.Element element) {
      addIndices(element.array());
      add(element.index());
    } else if (!(e instanceof Expr.Read)) {
      add(e);
    }
  }

  private static boolean isRow(Expr e) {
    return e instanceof Expr.Element && e.type() instanceof Type.Array;
  }

  private static Optional<Var> owner(Expr e) {
    if (e instanceof Expr.Element element) {
      return owner(element.array());
    }
    return e instanceof Expr.Read read ? Optional.of(read.variable()) : Optional.empty();
  }
}
