package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Stmt.Effect;
import dev.tapeless.processor.ir.Throwing;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Variables;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What statements can change for an expression that is evaluated after them instead of before them.
 */
final class Effects {

  private final CalleeSource callees;

  /** The effects of statements that call what {@code callees} knows. */
  Effects(CalleeSource callees) {
    this.callees = callees;
  }

  /**
   * Whether {@code expr} has the same value, and the same exceptions come in the same order, when
   * it is evaluated after {@code past}.
   */
  boolean mayMove(Expr expr, List<Stmt> past) {
    return past.isEmpty() || keepsValue(expr, past) && !(mayThrow(expr) && mayThrow(past));
  }

  /** Whether {@code statements} leave the value of {@code expr} as it is. */
  boolean keepsValue(Expr expr, List<Stmt> statements) {
    return Collections.disjoint(Variables.readBy(expr), Variables.assignedIn(statements))
        && !readsWhatIsWritten(expr, statements);
  }

  private boolean readsWhatIsWritten(Expr expr, List<Stmt> statements) {
    boolean[] hit = new boolean[1];
    Variables.forEachNode(
        expr,
        e -> {
          if (e instanceof Expr.Element element) {
            hit[0] |= any(statements, s -> writesElement(s, element.type()));
          } else if (e instanceof Expr.CloneArray copy) {
            hit[0] |= any(statements, s -> writesElement(s, ((Type.Array) copy.type()).element()));
          } else if (e instanceof Expr.Field field && !field.isFinal()) {
            hit[0] |= any(statements, s -> effect(s).includes(Effect.OBJECTS));
          }
        });
    return hit[0];
  }

  private static boolean any(List<Stmt> statements, Predicate<Stmt> condition) {
    boolean[] hit = new boolean[1];
    Variables.forEachStatement(statements, s -> hit[0] |= condition.test(s));
    return hit[0];
  }

  /** Whether {@code statement} may write an array element of that type. */
  private boolean writesElement(Stmt statement, Type type) {
    if (statement instanceof Stmt.Assign assign) {
      return assign.target() instanceof Expr.Element e && e.type().equals(type);
    }
    Effect effect = effect(statement);
    return effect.includes(Effect.OBJECTS)
        || effect.includes(Effect.ARRAYS) && gets(statement).anyMatch(t -> reaches(t, type));
  }

  private Effect effect(Stmt statement) {
    if (statement instanceof Stmt.Opaque opaque) {
      return opaque.effect();
    }
    return statement instanceof Stmt.Call call ? callees.effect(call.callee()) : Effect.NONE;
  }

  /** The types of what code that is called or copied gets. */
  private static Stream<Type> gets(Stmt statement) {
    return statement instanceof Stmt.Opaque opaque
        ? opaque.code().operands().stream().map(Expr::type)
        : ((Stmt.Call) statement).callee().parameters().stream();
  }

  private static boolean reaches(Type from, Type element) {
    return from instanceof Type.Array array
        && (array.element().equals(element) || reaches(array.element(), element));
  }

  private static boolean mayThrow(List<Stmt> statements) {
    return any(
        statements,
        s ->
            s instanceof Stmt.Call
                || s instanceof Stmt.Throw
                || s instanceof Stmt.Require
                || s instanceof Stmt.Opaque opaque && !isBoxing(opaque)
                || Children.expressions(s).stream().anyMatch(Effects::mayThrow));
  }

  /** Whether {@code opaque} does nothing but put a number into an object. */
  private static boolean isBoxing(Stmt.Opaque opaque) {
    return opaque.code().pieces().stream().allMatch(Snippet.Operand.class::isInstance)
        && opaque.code().operands().stream().allMatch(e -> e.type() instanceof Type.Primitive);
  }

  /** Whether evaluating {@code expr} can end in an exception. */
  static boolean mayThrow(Expr expr) {
    boolean[] hit = new boolean[1];
    // A record whose components are read is never null.
    Variables.forEachNode(
        expr, e -> hit[0] |= !(e instanceof Expr.Component) && Throwing.throwsItself(e));
    return hit[0];
  }
}
