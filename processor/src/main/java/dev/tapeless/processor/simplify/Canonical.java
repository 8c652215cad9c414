package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a function into the form that the transforms read: no blocks, parameters that are not assigned and whose arrays are not
 * written, every general loop a {@code while} or a {@code do-while}, an array result that is a variable.
 */
public final class Canonical {

  private final Vars vars;

  private Canonical(Vars vars) {
    this.vars = vars;
  }

  /**
   * The canonical form of {@code function}.
   *
   * @param written the array parameters whose contents the function writes, to be worked on in copies
   */
  public static Function of(Function function, Set<Var> written) {
    return new Canonical(Vars.after(function)).function(function, written);
  }

  private Function function(Function function, Set<Var> written) {
    List<Stmt> body = new ArrayList<>();
    Map<Var, Expr> renamed = new LinkedHashMap<>();
    Set<Var> assigned = Variables.assignedIn(function.body());
    for (Parameter p : function.parameters()) {
      Var v = p.variable();
      boolean copied = written.contains(v);
      if (copied || assigned.contains(v)) {
        Var local = vars.make(v.name(), v.type());
        Expr value = copied ? new Expr.DeepCopy(v.read()) : v.read();
        body.add(new Stmt.Declare(local, Optional.of(value), Origin.NONE));
        renamed.put(v, local.read());
      }
    }
    body.addAll(block(Substitution.apply(renamed, function.body())));
    Optional<Expr> result = function.result().map(e -> Substitution.apply(renamed, e));
    if (result.isPresent() && needsVariable(result.get())) {
      Var y = vars.make("result", result.get().type());
      body.add(new Stmt.Declare(y, result, function.origin()));
      result = Optional.of(y.read());
    }
    return new Function(
        function.callee(), function.callable(), function.parameters(), body, result, function.origin());
  }

  private static boolean needsVariable(Expr result) {
    return result.type() instanceof Type.Array && !(result instanceof Expr.Read);
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> result = new ArrayList<>();
    for (Stmt statement : statements) {
      if (statement instanceof Stmt.Block b) {
        result.addAll(block(b.statements()));
      } else {
        Stmt mapped = Children.map(statement, e -> e, this::block);
        if (mapped instanceof Stmt.Loop loop && !loop.head().isEmpty() && !loop.tail().isEmpty()) {
          exitAtEnd(loop, result);
        } else {
          result.add(mapped);
        }
      }
    }
    return result;
  }

  /** {@code loop (head; while c; tail)} is {@code do { head; go = c; if (go) tail } while (go)}. */
  private void exitAtEnd(Stmt.Loop loop, List<Stmt> out) {
    Var go = vars.make("goOn", Type.Primitive.BOOLEAN);
    List<Stmt> head = new ArrayList<>(loop.head());
    head.add(new Stmt.Assign(go.read(), loop.condition(), loop.origin()));
    head.add(new Stmt.If(go.read(), loop.tail(), List.of(), loop.origin()));
    out.add(new Stmt.Declare(go, Optional.empty(), loop.origin()));
    out.add(new Stmt.Loop(head, go.read(), List.of(), loop.origin()));
  }
}
