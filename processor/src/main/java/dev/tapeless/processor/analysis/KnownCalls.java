package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Costly calls of library methods whose results a block has in variables: the derivative of a sine
 * need not compute a cosine that the method has computed itself.
 *
 * @param names the variables by the calls
 * @param changing the variables of the function that are assigned after their declaration
 */
public record KnownCalls(Map<Call, Var> names, Set<Var> changing) {

  /** A call, wherever it stands. */
  public record Call(String owner, String method, List<Expr> arguments) {

    private static Call of(Expr.LibraryCall e) {
      return new Call(e.owner(), e.method(), e.arguments());
    }
  }

  public KnownCalls {
    names = Map.copyOf(names);
    changing = Set.copyOf(changing);
  }

  /** None yet, of a function with that body. */
  public static KnownCalls none(List<Stmt> body) {
    Set<Var> changing = new HashSet<>(Variables.assignedIn(body));
    return new KnownCalls(Map.of(), changing);
  }

  /** These and those of {@code block}, which is reversed after it has run. */
  public KnownCalls with(List<Stmt> block) {
    Map<Call, Var> more = new HashMap<>(names);
    for (Stmt s : block) {
      if (s instanceof Stmt.Declare d
          && d.value().isPresent()
          && d.value().get() instanceof Expr.LibraryCall call
          && isFixed(d.variable())
          && !Cost.isCheap(call)
          && call.arguments().stream().allMatch(this::isFixed)) {
        more.putIfAbsent(Call.of(call), d.variable());
      }
    }
    return more.size() == names.size() ? this : new KnownCalls(more, changing);
  }

  private boolean isFixed(Expr argument) {
    return argument instanceof Expr.Literal
        || argument instanceof Expr.Read read && isFixed(read.variable());
  }

  private boolean isFixed(Var variable) {
    return !changing.contains(variable);
  }

  /** {@code statements} with the variables in the place of the calls. */
  public List<Stmt> used(List<Stmt> statements) {
    return names.isEmpty() ? statements : Children.rewrite(statements, this::used);
  }

  private Expr used(Expr e) {
    Var known = e instanceof Expr.LibraryCall call ? names.get(Call.of(call)) : null;
    return known != null && known.type().equals(e.type()) ? known.read() : e;
  }
}
