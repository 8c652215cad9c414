package dev.tapeless.processor.split;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Throwing;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names parts of expressions that are too long for one statement: sums of hundreds of terms, arrays
 * with hundreds of elements.
 *
 * <p>Law: operands are evaluated in the same order, those of a conditional only where it chooses
 * them, so the same exception is thrown first.
 */
final class LongExpressions {

  private final int limit;
  private final CodeSize sizes = CodeSize.small();
  private final Vars vars;

  /** Of the statement that is being shortened. */
  private Origin origin = Origin.NONE;

  private LongExpressions(int limit, Vars vars) {
    this.limit = limit;
    this.vars = vars;
  }

  /** {@code function} with expressions of {@code limit} bytes at most, where that is possible. */
  static Function named(Function function, int limit) {
    LongExpressions named = new LongExpressions(limit, Vars.after(function));
    List<Stmt> body = new ArrayList<>(named.block(function.body()));
    named.origin = function.origin();
    Optional<Expr> result = function.result().map(e -> named.shortened(e, body));
    return function.withBody(body).withResult(result);
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    statements.forEach(s -> add(s, out));
    return out;
  }

  private void add(Stmt s, List<Stmt> out) {
    origin = s.origin();
    if (s instanceof Stmt.Loop loop) {
      List<Stmt> head = block(loop.head());
      origin = loop.origin();
      Expr condition = shortened(loop.condition(), head);
      out.add(new Stmt.Loop(head, condition, block(loop.tail()), loop.origin()));
    } else if (s instanceof Stmt.Assign a) {
      assign(a, out);
    } else if (s instanceof Stmt.Declare d
        && d.value().orElse(null) instanceof Expr.ArrayLiteral literal
        && isLong(literal)) {
      fill(d.variable(), literal, out);
    } else if (s instanceof Stmt.Opaque || s instanceof Stmt.Throw || s instanceof Stmt.Require) {
      out.add(s);
    } else {
      out.add(Children.map(s, e -> shortened(e, out), this::block));
    }
  }

  private void assign(Stmt.Assign a, List<Stmt> out) {
    if (!isLong(a.value())) {
      out.add(a);
      return;
    }
    Place target = a.target();
    if (target instanceof Expr.Element e) {
      target = Exprs.element(calm(e.array(), out), calm(e.index(), out));
    }
    out.add(new Stmt.Assign(target, shortened(a.value(), out), a.origin()));
  }

  private boolean isLong(Expr e) {
    return sizes.of(e) > limit;
  }

  /** The value of {@code e}, which is not too long; what it takes goes into {@code out}. */
  private Expr shortened(Expr e, List<Stmt> out) {
    if (!isLong(e)) {
      return e;
    }
    if (e instanceof Expr.ArrayLiteral literal) {
      Var array = vars.make("array", literal.type());
      fill(array, literal, out);
      return array.read();
    }
    boolean isConditional =
        e instanceof Expr.Conditional
            || e instanceof Expr.ZeroGuard
            || e instanceof Expr.Binary b
                && (b.op() == BinaryOp.COND_AND || b.op() == BinaryOp.COND_OR);
    return isConditional ? chosen(e, out) : operands(e, out);
  }

  private Expr operands(Expr e, List<Stmt> out) {
    List<Expr> done = new ArrayList<>();
    for (Expr operand : Children.of(e)) {
      List<Stmt> before = new ArrayList<>();
      Expr shorter = shortened(operand, before);
      if (sizes.of(shorter) > limit / 2 && isPlain(shorter)) {
        shorter = name(shorter, before);
      }
      if (!before.isEmpty()) {
        done.replaceAll(earlier -> isPlain(earlier) ? calm(earlier, out) : earlier);
        out.addAll(before);
      }
      done.add(shorter);
    }
    int[] next = {0};
    return Children.map(e, operand -> done.get(next[0]++));
  }

  /** Whether {@code e} may stand anywhere. */
  private static boolean isPlain(Expr e) {
    return !(e instanceof Expr.NewRecord || e instanceof Expr.Pop);
  }

  /** The value of {@code e}, which is computed now if that may fail. */
  private Expr calm(Expr e, List<Stmt> out) {
    return Throwing.canThrow(e) ? name(e, out) : e;
  }

  private Expr name(Expr e, List<Stmt> out) {
    Var name = vars.make("value", e.type());
    out.add(new Stmt.Declare(name, Optional.of(e), origin));
    return name.read();
  }

  /** {@code if (condition) {value = ...} else {value = ...}}. */
  private Expr chosen(Expr e, List<Stmt> out) {
    Expr first = shortened(Children.of(e).get(0), out);
    Var value = vars.make("value", e.type());
    out.add(new Stmt.Declare(value, Optional.empty(), origin));
    if (e instanceof Expr.Conditional c) {
      out.add(branch(value, first, c.whenTrue(), c.whenFalse()));
    } else if (e instanceof Expr.ZeroGuard g) {
      Expr isZero = Exprs.binary(BinaryOp.EQ, first, Exprs.real(0, first.type()));
      out.add(branch(value, isZero, Exprs.real(0, g.type()), g.value()));
    } else {
      Expr.Binary b = (Expr.Binary) e;
      out.add(
          b.op() == BinaryOp.COND_AND
              ? branch(value, first, b.right(), Exprs.bool(false))
              : branch(value, first, Exprs.bool(true), b.right()));
    }
    return value.read();
  }

  private Stmt branch(Var value, Expr condition, Expr whenTrue, Expr whenFalse) {
    return new Stmt.If(condition, set(value, whenTrue), set(value, whenFalse), origin);
  }

  private List<Stmt> set(Var value, Expr e) {
    List<Stmt> out = new ArrayList<>();
    Expr shorter = shortened(e, out);
    out.add(new Stmt.Assign(value.read(), shorter, origin));
    return out;
  }

  /** The array, and then its elements one by one. */
  private void fill(Var array, Expr.ArrayLiteral literal, List<Stmt> out) {
    List<Expr> elements = literal.elements();
    Type.Array type = literal.type();
    Expr empty = new Expr.NewArray(type, List.of(Exprs.num(elements.size())));
    out.add(new Stmt.Declare(array, Optional.of(empty), origin));
    for (int i = 0; i < elements.size(); i++) {
      Expr value = shortened(elements.get(i), out);
      Place element = Exprs.element(array.read(), Exprs.num(i));
      out.add(new Stmt.Assign(element, value, origin));
    }
  }
}
