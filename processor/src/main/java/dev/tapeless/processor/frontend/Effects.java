package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Variables;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What statements can change for an expression that is evaluated after them instead of before them.
 */
final class Effects {

  private Effects() {}

  /**
   * Whether {@code expr} has the same value, and the same exceptions come in the same order, when
   * it is evaluated after {@code past}.
   */
  static boolean mayMove(Expr expr, List<Stmt> past) {
    return past.isEmpty() || keepsValue(expr, past) && !(mayThrow(expr) && mayThrow(past));
  }

  /** Whether {@code statements} leave the value of {@code expr} as it is. */
  static boolean keepsValue(Expr expr, List<Stmt> statements) {
    return Collections.disjoint(Variables.readBy(expr), Variables.assignedIn(statements))
        && !readsWhatIsWritten(expr, statements);
  }

  private static boolean readsWhatIsWritten(Expr expr, List<Stmt> statements) {
    boolean[] hit = new boolean[1];
    Variables.forEachNode(
        expr,
        e -> {
          if (e instanceof Expr.Element element) {
            hit[0] |= writesElements(statements, element.type());
          } else if (e instanceof Expr.CloneArray copy) {
            hit[0] |= writesElements(statements, ((Type.Array) copy.type()).element());
          }
        });
    return hit[0];
  }

  /** Whether {@code statements} may write an array element of that type. */
  static boolean writesElements(List<Stmt> statements, Type type) {
    boolean[] hit = new boolean[1];
    Variables.forEachStatement(statements, s -> hit[0] |= writesElement(s, type));
    return hit[0];
  }

  private static boolean writesElement(Stmt statement, Type type) {
    if (statement instanceof Stmt.Assign assign) {
      return assign.target() instanceof Expr.Element e && e.type().equals(type);
    }
    return statement instanceof Stmt.Call call && mayWrite(call.callee(), type);
  }

  private static boolean mayWrite(Callee callee, Type type) {
    return callee.parameters().stream().anyMatch(parameter -> reaches(parameter, type));
  }

  private static boolean reaches(Type from, Type element) {
    return from instanceof Type.Array array
        && (array.element().equals(element) || reaches(array.element(), element));
  }

  private static boolean mayThrow(List<Stmt> statements) {
    boolean[] hit = new boolean[1];
    Variables.forEachStatement(
        statements,
        s -> {
          hit[0] |= s instanceof Stmt.Call;
          hit[0] |= Children.expressions(s).stream().anyMatch(Effects::mayThrow);
        });
    return hit[0];
  }

  /** Whether evaluating {@code expr} can end in an exception. */
  static boolean mayThrow(Expr expr) {
    boolean[] hit = new boolean[1];
    Variables.forEachNode(expr, e -> hit[0] |= throwsItself(e));
    return hit[0];
  }

  private static boolean throwsItself(Expr e) {
    if (e instanceof Expr.Binary binary) {
      return throwsItself(binary);
    }
    if (e instanceof Expr.LibraryCall call) {
      return throwsItself(call);
    }
    return e instanceof Expr.Element
        || e instanceof Expr.Length
        || e instanceof Expr.CloneArray
        || e instanceof Expr.NewArray;
  }

  private static boolean throwsItself(Expr.Binary e) {
    return (e.op() == BinaryOp.DIV || e.op() == BinaryOp.REM)
        && !e.type().isReal()
        && !isNonZero(e.right());
  }

  private static boolean isNonZero(Expr e) {
    return e instanceof Expr.Literal literal
        && literal.value() instanceof Number number
        && number.longValue() != 0;
  }

  // Of the methods that compute with reals only clamp checks its arguments; of the integer ones
  // many do.
  private static boolean throwsItself(Expr.LibraryCall e) {
    boolean real = e.arguments().stream().anyMatch(a -> a.type().isReal());
    return !real && !HARMLESS.contains(e.method()) || e.method().equals("clamp");
  }

  private static final Set<String> HARMLESS =
      Set.of("abs", "max", "min", "signum", "sum", "compare", "hashCode", "bitCount", "reverse");
}
