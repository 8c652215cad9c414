package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Requirement;
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
 * Brings a function into the form that the transforms read: no blocks, parameters that are not
 * assigned and whose arrays are not written, every general loop a {@code while} or a {@code
 * do-while}, an array result that is a variable, new arrays that are assigned under a name.
 */
public final class Canonical {

  private final Vars vars;

  private Canonical(Vars vars) {
    this.vars = vars;
  }

  /**
   * The canonical form of {@code function}.
   *
   * @param written the array parameters whose contents the function writes, to be worked on in
   *     copies
   */
  public static Function of(Function function, Set<Var> written) {
    return new Canonical(Vars.after(function)).function(function, written);
  }

  private Function function(Function function, Set<Var> written) {
    List<Stmt> body = new ArrayList<>(distinct(function, written));
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
      Stmt.Declare declaration = new Stmt.Declare(y, result, function.origin());
      Expr value = rowsNamed(result.get(), declaration, body);
      body.add(new Stmt.Declare(y, Optional.of(value), function.origin()));
      result = Optional.of(y.read());
    }
    return new Function(
        function.callee(),
        function.callable(),
        function.parameters(),
        body,
        result,
        function.origin());
  }

  /**
   * An array that is written must not be another argument too, or have a row that is: the copies
   * would not be.
   */
  private static List<Stmt> distinct(Function function, Set<Var> written) {
    List<Stmt> checks = new ArrayList<>();
    for (Var w : written) {
      for (Parameter p : function.parameters()) {
        Var other = p.variable();
        boolean once = !written.contains(other) || other.id() > w.id();
        if (!other.equals(w) && once && innermost(other).equals(innermost(w))) {
          Requirement distinct =
              new Requirement.Distinct(w.read(), w.name(), other.read(), other.name());
          checks.add(new Stmt.Require(distinct, Origin.NONE));
        }
      }
    }
    return checks;
  }

  private static Optional<Type> innermost(Var v) {
    return v.type() instanceof Type.Array array ? Optional.of(array.innermost()) : Optional.empty();
  }

  private static boolean needsVariable(Expr result) {
    return result.type() instanceof Type.Array && !(result instanceof Expr.Read);
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> result = new ArrayList<>();
    for (Stmt statement : statements) {
      if (statement instanceof Stmt.Block b) {
        result.addAll(block(b.statements()));
      } else if (statement instanceof Stmt.Assign a) {
        assign(a, result);
      } else if (statement instanceof Stmt.Call call) {
        call(call, result);
      } else if (statement instanceof Stmt.Declare d && d.value().isPresent()) {
        Expr value = rowsNamed(d.value().get(), d, result);
        result.add(new Stmt.Declare(d.variable(), Optional.of(value), d.origin()));
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

  /**
   * A new array that is assigned gets a name of its own, and so does an index that the store may
   * change.
   */
  private void assign(Stmt.Assign a, List<Stmt> out) {
    Place target = a.target();
    Expr value = a.value();
    if (target instanceof Expr.Element e) {
      target = stable(e, e.type(), a, out);
    }
    // A row is read before the array that it goes into changes, and so will its shadow be.
    boolean row = target instanceof Expr.Element && !(value instanceof Expr.Read);
    if (target.type() instanceof Type.Array && (row || Exprs.isNewArray(value))) {
      value = rowsNamed(value, a, out);
      value = named(name(target), value, a, out);
    }
    out.add(new Stmt.Assign(target, value, a.origin()));
  }

  /** The element with names for those of its indexes that a store of {@code type} may change. */
  private Expr.Element stable(Expr.Element e, Type type, Stmt.Assign a, List<Stmt> out) {
    Expr array = e.array() instanceof Expr.Element row ? stable(row, type, a, out) : e.array();
    Expr index = readsElement(e.index(), type) ? named("index", e.index(), a, out) : e.index();
    return new Expr.Element(array, index);
  }

  /** A row that is found by the contents of arrays gets a name: the call may change these. */
  private void call(Stmt.Call call, List<Stmt> out) {
    List<Expr> arguments = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      boolean isArray = argument.type() instanceof Type.Array;
      boolean isFound = isArray && argument instanceof Expr.Element e && hasElementAsIndex(e);
      boolean isChosen = isArray && argument instanceof Expr.Conditional;
      arguments.add(isFound || isChosen ? named("row", argument, call, out) : argument);
    }
    out.add(new Stmt.Call(call.results(), call.callee(), arguments, call.origin()));
  }

  private static boolean hasElementAsIndex(Expr.Element row) {
    boolean[] found = {false};
    Variables.forEachNode(row.index(), e -> found[0] |= e instanceof Expr.Element);
    return found[0] || row.array() instanceof Expr.Element outer && hasElementAsIndex(outer);
  }

  /**
   * Where a copy is among the rows of a new array, each row gets a name, in the order of their
   * evaluation.
   */
  private Expr rowsNamed(Expr value, Stmt s, List<Stmt> out) {
    if (!(value instanceof Expr.ArrayLiteral literal) || !hasCopy(literal)) {
      return value;
    }
    List<Expr> rows = new ArrayList<>();
    for (Expr row : literal.elements()) {
      Expr inner = rowsNamed(row, s, out);
      rows.add(inner instanceof Expr.Read ? inner : named("row", inner, s, out));
    }
    return new Expr.ArrayLiteral(literal.type(), rows);
  }

  private static boolean hasCopy(Expr e) {
    return e instanceof Expr.ArrayLiteral literal
        && literal.elements().stream().anyMatch(x -> x instanceof Expr.CloneArray || hasCopy(x));
  }

  private Expr named(String name, Expr e, Stmt a, List<Stmt> out) {
    Var v = vars.make(name, e.type());
    out.add(new Stmt.Declare(v, Optional.of(e), a.origin()));
    return v.read();
  }

  private static String name(Place target) {
    return target instanceof Expr.Read read ? read.variable().name() : "row";
  }

  private static boolean readsElement(Expr index, Type type) {
    boolean[] found = {false};
    Variables.forEachNode(
        index, e -> found[0] |= e instanceof Expr.Element && e.type().equals(type));
    return found[0];
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
