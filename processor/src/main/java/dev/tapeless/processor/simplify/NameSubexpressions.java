package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.SingleAssignment;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Throwing;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a name to each operation whose result or arguments its derivative needs: {@code s += w *
 * exp(-d)} is {@code exp = exp(-d); s += w * exp}. Active conditional expressions become branches.
 *
 * <p>The order of evaluation stays: what could throw and stood before a named operation is named as
 * well.
 */
public final class NameSubexpressions {

  /** So many places at most have their adjoints chosen one by one. */
  private static final int FEW = 2;

  private final Vars vars;
  private final Facts facts;

  /** The names that are in scope, of expressions whose values do not change. */
  private final Map<Expr, Var> names = new HashMap<>();

  /** The variables that can be the name of an operation: they have no other value. */
  private final Set<Var> single;

  private final Set<Var> assigned;

  private NameSubexpressions(Vars vars, Facts facts, Function function) {
    this.vars = vars;
    this.facts = facts;
    this.single = SingleAssignment.in(function.body());
    this.assigned = Variables.assignedIn(function.body());
  }

  /** What has to be known of an expression to tell whether it needs a name. */
  public interface Facts {

    /** Whether the value of {@code e} has a derivative. */
    boolean isActive(Expr e);

    /** Whether the value of {@code e}, which has no derivative, may be another one later. */
    boolean isFleeting(Expr e);

    /**
     * Whether the function is an adjoint: what it computes itself cannot fail, and has one name
     * where it is the same.
     */
    default boolean isAdjoint() {
      return false;
    }

    /** Whether nothing writes into the array of {@code e}. */
    default boolean isConstant(Expr.Element e) {
      return false;
    }

    /** How often the derivatives of {@code call} mention the value of one of its arguments. */
    int uses(Expr.LibraryCall call, int argument);
  }

  /** {@code function} with names for the operations that need one. */
  public static Function of(Function function, Facts facts) {
    NameSubexpressions pass = new NameSubexpressions(Vars.after(function), facts, function);
    List<Stmt> body = new ArrayList<>(pass.block(function.body()));
    Optional<Expr> result = function.result().map(e -> pass.result(e, function.origin(), body));
    return new Function(
        function.callee(),
        function.callable(),
        function.parameters(),
        body,
        result,
        function.origin());
  }

  /** The result, or each of several, with names for what is inside. */
  private Expr result(Expr e, Origin origin, List<Stmt> out) {
    return e instanceof Expr.NewRecord
        ? Children.map(e, component -> result(component, origin, out))
        : inside(termsNamed(e, origin, out), origin, out);
  }

  /**
   * The result with names for its constant terms that can throw: derivatives do without these
   * terms, but not without the exception.
   */
  private Expr termsNamed(Expr e, Origin origin, List<Stmt> out) {
    boolean sum =
        e instanceof Expr.Binary b && (b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUB)
            || e instanceof Expr.Unary
            || e instanceof Expr.Cast;
    if (!(e.type() instanceof Type.Primitive) || e instanceof Expr.Read) {
      return e;
    }
    if (!e.type().isReal() || !facts.isActive(e)) {
      return Throwing.canThrow(e) ? named(e, "term", origin, out) : e;
    }
    return sum ? Children.map(e, x -> termsNamed(x, origin, out)) : e;
  }

  private List<Stmt> block(List<Stmt> statements) {
    Map<Expr, Var> outside = new HashMap<>(names);
    List<Stmt> out = new ArrayList<>();
    for (Stmt statement : statements) {
      statement(statement, out);
    }
    names.clear();
    names.putAll(outside);
    return out;
  }

  private void statement(Stmt statement, List<Stmt> out) {
    if (statement instanceof Stmt.Declare d
        && d.value().isPresent()
        && facts.isActive(d.variable().read())) {
      declare(d, d.value().get(), out);
    } else if (statement instanceof Stmt.Assign a && facts.isActive(a.target())) {
      assign(a, out);
    } else if (statement instanceof Stmt.Call call) {
      List<Expr> arguments = arguments(call.arguments(), call.origin(), out);
      out.add(new Stmt.Call(call.results(), call.callee(), arguments, call.origin()));
    } else {
      // Conditions and bounds are not active, and what they evaluate must stay in its place.
      out.add(Children.map(statement, e -> e, this::block));
    }
  }

  private void declare(Stmt.Declare d, Expr value, List<Stmt> out) {
    if (value instanceof Expr.Conditional c && isBranch(c)) {
      out.add(new Stmt.Declare(d.variable(), Optional.empty(), d.origin()));
      out.add(branch(d.variable(), c, d.origin()));
      return;
    }
    boolean isName = single.contains(d.variable());
    Expr named = isName ? root(value, d.origin(), out) : inside(value, d.origin(), out);
    boolean isOperation = named.type().isReal() && !isAtom(named);
    if (isName && isOurs(d.origin()) && isOperation && isStable(named)) {
      Var known = names.putIfAbsent(named, d.variable());
      named = known == null ? named : known.read();
    }
    out.add(new Stmt.Declare(d.variable(), Optional.of(named), d.origin()));
  }

  private boolean isOurs(Origin origin) {
    return facts.isAdjoint() && origin == Origin.NONE;
  }

  private void assign(Stmt.Assign a, List<Stmt> out) {
    if (a.target() instanceof Expr.Read target && single.contains(target.variable())) {
      choose(target.variable(), a.value(), a.origin(), out);
      return;
    }
    List<Stmt> before = new ArrayList<>();
    Expr value = inside(a.value(), a.origin(), before);
    Expr target = a.target();
    if (!before.isEmpty() && !isOurs(a.origin()) && target instanceof Expr.Element element) {
      target = stableElement(element, a.origin(), out);
    }
    out.addAll(before);
    out.add(new Stmt.Assign((Place) target, value, a.origin()));
  }

  /** Array and index of a target are evaluated before the value. */
  private Expr stableElement(Expr.Element element, Origin origin, List<Stmt> out) {
    Expr array =
        Throwing.canThrow(element.array())
            ? named(element.array(), "row", origin, out)
            : element.array();
    Expr index =
        Throwing.canThrow(element.index())
            ? named(element.index(), "index", origin, out)
            : element.index();
    return new Expr.Element(array, index);
  }

  /** Names what is inside of {@code e}, but not {@code e} itself. */
  private Expr root(Expr e, Origin origin, List<Stmt> out) {
    if (e instanceof Expr.Conditional) {
      return inside(e, origin, out);
    }
    if (e.type().isReal() && facts.isActive(e)) {
      if (e instanceof Expr.LibraryCall call) {
        return call(call, origin, out);
      }
      return operands(e, origin, out);
    }
    return e instanceof Expr.ArrayLiteral ? operands(e, origin, out) : e;
  }

  /**
   * Names what is inside of {@code e}, and {@code e} itself where its derivative needs its result.
   */
  private Expr inside(Expr e, Origin origin, List<Stmt> out) {
    if (e instanceof Expr.ArrayLiteral) {
      return operands(e, origin, out);
    }
    if (!e.type().isReal() || !facts.isActive(e)) {
      return facts.isFleeting(e) ? named(e, "factor", origin, out) : e;
    }
    if (e instanceof Expr.Conditional c && !isBranch(c)) {
      return c;
    }
    if (e instanceof Expr.Conditional c) {
      Var choice = vars.make("choice", e.type());
      out.add(new Stmt.Declare(choice, Optional.empty(), origin));
      out.add(branch(choice, c, origin));
      return choice.read();
    }
    if (e instanceof Expr.LibraryCall call) {
      return named(call(call, origin, out), call.method(), origin, out);
    }
    Expr inner = operands(e, origin, out);
    if (e instanceof Expr.Binary b && needsResult(b)) {
      return named(inner, b.op() == BinaryOp.DIV ? "ratio" : "remainder", origin, out);
    }
    return inner;
  }

  private boolean needsResult(Expr.Binary b) {
    return (b.op() == BinaryOp.DIV || b.op() == BinaryOp.REM) && facts.isActive(b.right());
  }

  /** Whether the operands are more than a choice between sums and products of few places. */
  private boolean isBranch(Expr.Conditional c) {
    if (!c.type().isReal() || !facts.isActive(c)) {
      return false;
    }
    Set<Expr> places = new LinkedHashSet<>();
    boolean plain = isPlain(c.whenTrue(), places) && isPlain(c.whenFalse(), places);
    return !plain || places.size() > FEW;
  }

  private boolean isPlain(Expr e, Set<Expr> places) {
    if (!e.type().isReal() || !facts.isActive(e)) {
      return !facts.isFleeting(e);
    }
    if (e instanceof Place) {
      places.add(e);
      // The adjoint of an element that is not chosen must not be touched: it may not exist.
      return !Throwing.canThrow(e);
    }
    boolean linear =
        e instanceof Expr.Unary
            || e instanceof Expr.Cast
            || e instanceof Expr.Binary b && !needsResult(b);
    return linear && Children.of(e).stream().allMatch(operand -> isPlain(operand, places));
  }

  private Stmt branch(Var target, Expr.Conditional c, Origin origin) {
    return new Stmt.If(
        c.condition(),
        chosen(target, c.whenTrue(), origin),
        chosen(target, c.whenFalse(), origin),
        origin);
  }

  private List<Stmt> chosen(Var target, Expr value, Origin origin) {
    Map<Expr, Var> outside = new HashMap<>(names);
    List<Stmt> out = new ArrayList<>();
    choose(target, value, origin, out);
    names.clear();
    names.putAll(outside);
    return out;
  }

  private void choose(Var target, Expr value, Origin origin, List<Stmt> out) {
    if (value instanceof Expr.Conditional c && isBranch(c)) {
      out.add(branch(target, c, origin));
      return;
    }
    // This is the target's only value on this path, so the target itself is the name.
    Expr named = root(value, origin, out);
    out.add(new Stmt.Assign(target.read(), named, origin));
  }

  private Expr call(Expr.LibraryCall call, Origin origin, List<Stmt> out) {
    List<Expr> arguments = new ArrayList<>();
    List<List<Stmt>> before = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      List<Stmt> own = new ArrayList<>();
      Expr inner = inside(call.arguments().get(i), origin, own);
      boolean again = !isAtom(inner) && facts.uses(call, i) > 1;
      arguments.add(again ? named(inner, "argument", origin, own) : inner);
      before.add(own);
    }
    arguments = inOrder(arguments, before, origin, out);
    return new Expr.LibraryCall(call.owner(), call.method(), arguments, call.type(), call.origin());
  }

  private Expr operands(Expr e, Origin origin, List<Stmt> out) {
    if (e instanceof Expr.Element) {
      return e;
    }
    List<Expr> ordered = arguments(Children.of(e), origin, out);
    int[] next = {0};
    return Children.map(e, ignored -> ordered.get(next[0]++));
  }

  private List<Expr> arguments(List<Expr> expressions, Origin origin, List<Stmt> out) {
    List<Expr> named = new ArrayList<>();
    List<List<Stmt>> before = new ArrayList<>();
    for (Expr expression : expressions) {
      List<Stmt> own = new ArrayList<>();
      named.add(inside(expression, origin, own));
      before.add(own);
    }
    return inOrder(named, before, origin, out);
  }

  /**
   * An operand that could throw is named when something that stands after it has to be evaluated
   * before.
   */
  private List<Expr> inOrder(
      List<Expr> operands, List<List<Stmt>> before, Origin origin, List<Stmt> out) {
    List<Expr> result = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      out.addAll(before.get(i));
      boolean more =
          !isOurs(origin)
              && before.subList(i + 1, before.size()).stream().anyMatch(b -> !b.isEmpty());
      Expr operand = operands.get(i);
      result.add(
          more && Throwing.canThrow(operand) ? named(operand, "operand", origin, out) : operand);
    }
    return result;
  }

  private Expr named(Expr e, String name, Origin origin, List<Stmt> out) {
    Var known = names.get(e);
    if (known != null) {
      return known.read();
    }
    Var v = vars.make(name, e.type());
    out.add(new Stmt.Declare(v, Optional.of(e), origin));
    if (isStable(e)) {
      names.put(e, v);
    }
    return v.read();
  }

  /** Whether {@code e} has the same value wherever it can be evaluated. */
  private boolean isStable(Expr e) {
    if (e instanceof Expr.Read read) {
      return !assigned.contains(read.variable());
    }
    boolean isFixed =
        !(e instanceof Expr.Pop)
            && !(e instanceof Expr.Element x && !facts.isConstant(x))
            && !makesAnArray(e);
    return isFixed && Children.of(e).stream().allMatch(this::isStable);
  }

  /** Two arrays that are made alike are still two. */
  private static boolean makesAnArray(Expr e) {
    return e.type() instanceof Type.Array && !isAtom(e) && !(e instanceof Expr.Conditional);
  }

  private static boolean isAtom(Expr e) {
    return e instanceof Expr.Read
        || e instanceof Expr.Literal
        || e instanceof Expr.Field
        || e instanceof Expr.Element
        || e instanceof Expr.Cast cast && isAtom(cast.operand());
  }
}
