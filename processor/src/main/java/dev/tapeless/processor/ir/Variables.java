package dev.tapeless.processor.ir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Which variables and expressions occur where. */
public final class Variables {

  private Variables() {}

  /** All parameters of {@code function} and all variables that its body declares, in order. */
  public static Set<Var> of(Function function) {
    Set<Var> found = new LinkedHashSet<>();
    function.parameters().forEach(p -> found.add(p.variable()));
    found.addAll(declaredIn(function.body()));
    return found;
  }

  /** The variables that {@code statements} declare, at any depth, in order. */
  public static Set<Var> declaredIn(List<Stmt> statements) {
    Set<Var> found = new LinkedHashSet<>();
    forEachStatement(statements, s -> declared(s).forEach(found::add));
    return found;
  }

  /** The variables that {@code statement} itself declares. */
  public static List<Var> declared(Stmt statement) {
    if (statement instanceof Stmt.Declare d) {
      return List.of(d.variable());
    }
    if (statement instanceof Stmt.CountedFor f) {
      return List.of(f.counter());
    }
    if (statement instanceof Stmt.Call c) {
      return c.results();
    }
    if (statement instanceof Stmt.Opaque o) {
      return o.result().map(List::of).orElse(List.of());
    }
    return List.of();
  }

  /**
   * The variables that are used in the scope of {@code block}, a block of {@code statement}, after
   * it: what the head of a loop declares, its condition and its tail see too.
   */
  public static Set<Var> usedAfter(List<Stmt> block, Stmt statement) {
    if (!(statement instanceof Stmt.Loop loop) || block != loop.head()) {
      return Set.of();
    }
    Set<Var> used = new LinkedHashSet<>(readBy(loop.condition()));
    used.addAll(readBy(loop.tail()));
    used.addAll(assignedIn(loop.tail()));
    return used;
  }

  /** The variables that {@code statements} assign after their declaration, at any depth. */
  public static Set<Var> assignedIn(List<Stmt> statements) {
    Set<Var> found = new LinkedHashSet<>();
    forEachStatement(
        statements,
        s -> {
          if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Read target) {
            found.add(target.variable());
          } else if (s instanceof Stmt.Opaque o) {
            found.addAll(o.code().assigned());
          }
        });
    return found;
  }

  /** The variables that {@code expr} reads. */
  public static Set<Var> readBy(Expr expr) {
    Set<Var> found = new LinkedHashSet<>();
    forEachNode(expr, e -> addRead(e, found));
    return found;
  }

  /**
   * The variables that {@code statements} read, at any depth; the target of an assignment is not
   * read.
   */
  public static Set<Var> readBy(List<Stmt> statements) {
    Set<Var> found = new LinkedHashSet<>();
    forEachStatement(
        statements, s -> evaluated(s).forEach(e -> forEachNode(e, n -> addRead(n, found))));
    return found;
  }

  /**
   * The expressions that {@code statement} evaluates itself: of an element that is assigned, its
   * array and index; of a field, its object.
   */
  public static List<Expr> evaluated(Stmt statement) {
    if (statement instanceof Stmt.Assign a) {
      List<Expr> evaluated = new ArrayList<>();
      if (!(a.target() instanceof Expr.Read)) {
        evaluated.addAll(Children.of(a.target()));
      }
      evaluated.add(a.value());
      return evaluated;
    }
    return Children.expressions(statement);
  }

  /** Calls {@code action} for every statement, outer ones before those within them. */
  public static void forEachStatement(List<Stmt> statements, Consumer<Stmt> action) {
    for (Stmt statement : statements) {
      action.accept(statement);
      Children.blocks(statement).forEach(block -> forEachStatement(block, action));
    }
  }

  /** Calls {@code action} for {@code expr} and every expression within it. */
  public static void forEachNode(Expr expr, Consumer<Expr> action) {
    action.accept(expr);
    Children.of(expr).forEach(e -> forEachNode(e, action));
  }

  private static void addRead(Expr e, Set<Var> found) {
    if (e instanceof Expr.Read read) {
      found.add(read.variable());
    } else if (e instanceof Expr.Pop pop) {
      found.add(pop.stack());
    }
  }

  /** Whether {@code array} stands only where an element of it is read or written. */
  public static boolean isOnlyIndexed(List<Stmt> statements, Var array) {
    boolean[] only = {true};
    forEachStatement(
        statements, s -> Children.expressions(s).forEach(e -> only[0] &= isOnlyIndexed(e, array)));
    return only[0];
  }

  private static boolean isOnlyIndexed(Expr e, Var array) {
    if (e instanceof Expr.Element element && element.array().equals(array.read())) {
      return isOnlyIndexed(element.index(), array);
    }
    return !e.equals(array.read())
        && Children.of(e).stream().allMatch(x -> isOnlyIndexed(x, array));
  }
}
