package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the size that an array was made with in the place of its length, and one name in the place
 * of all integers that are the same: after {@code q = new double[k][d]} the length of {@code q[a]}
 * is {@code d}. So loops over work arrays have trip counts that are known early.
 *
 * <p>Law: the value of each expression stays the same. The variables that are looked at have one
 * value as long as they are in scope, and rows count only where no row is replaced by another.
 */
public final class KnownLengths {

  private final Map<Var, Expr> definitions = new HashMap<>();
  private final Set<Var> fixed = new HashSet<>();

  /** The types of rows that may be replaced. */
  private final Set<Type> replaced = new HashSet<>();

  private KnownLengths(Function function) {
    Set<Var> assigned = Variables.assignedIn(function.body());
    for (Parameter p : function.parameters()) {
      if (!assigned.contains(p.variable())) {
        fixed.add(p.variable());
      }
    }
    Variables.forEachStatement(function.body(), s -> note(s, assigned));
  }

  /** {@code function} with the lengths that are known. */
  public static Function in(Function function) {
    KnownLengths pass = new KnownLengths(function);
    return function
        .withBody(Children.rewrite(function.body(), pass::rewritten))
        .withResult(function.result().map(pass::inside));
  }

  private void note(Stmt s, Set<Var> assigned) {
    if (s instanceof Stmt.Declare d && d.value().isPresent() && !assigned.contains(d.variable())) {
      fixed.add(d.variable());
      definitions.put(d.variable(), d.value().get());
    } else if (s instanceof Stmt.CountedFor loop && !assigned.contains(loop.counter())) {
      fixed.add(loop.counter());
    } else if (s instanceof Stmt.Assign a
        && a.target() instanceof Expr.Element
        && a.target().type() instanceof Type.Array) {
      replaced.add(a.target().type());
    } else if (s instanceof Stmt.Call call) {
      call.arguments().forEach(this::give);
    } else if (s instanceof Stmt.Opaque opaque) {
      opaque.code().operands().forEach(this::give);
    }
  }

  /** What gets an array of arrays may replace its rows. */
  private void give(Expr argument) {
    Type type = argument.type();
    while (type instanceof Type.Array array) {
      replaced.add(array.element());
      type = array.element();
    }
  }

  private Expr inside(Expr e) {
    return rewritten(Children.map(e, this::inside));
  }

  /** {@code e}, whose operands have been rewritten. */
  private Expr rewritten(Expr e) {
    boolean isInt = e instanceof Expr.Read && e.type() == Type.Primitive.INT;
    return isInt || e instanceof Expr.Length ? settled(e) : e;
  }

  /** The first name, or the constant, of an integer. */
  private Expr settled(Expr e) {
    // To look for a row may fail, and has to.
    if (e instanceof Expr.Length length && length.array() instanceof Expr.Read) {
      return dimension(length.array(), 0).map(this::settled).orElse(e);
    }
    if (!(e instanceof Expr.Read read) || !fixed.contains(read.variable())) {
      return e;
    }
    Expr value = definitions.get(read.variable());
    if (value instanceof Expr.Length || value instanceof Expr.Read) {
      Expr settled = settled(value);
      return settled instanceof Expr.Length || !isFixed(settled) ? e : settled;
    }
    return e;
  }

  /** The size of {@code array} in one of its dimensions, the first being that of {@code array}. */
  private Optional<Expr> dimension(Expr array, int depth) {
    if (array instanceof Expr.Read read) {
      return Optional.ofNullable(definitions.get(read.variable()))
          .flatMap(value -> dimension(value, depth));
    }
    if (array instanceof Expr.NewArray made) {
      return depth < made.dimensions().size()
          ? Optional.of(made.dimensions().get(depth)).filter(this::isFixed)
          : Optional.empty();
    }
    if (array instanceof Expr.Element row) {
      return replaced.contains(row.type()) ? Optional.empty() : dimension(row.array(), depth + 1);
    }
    if (array instanceof Expr.ArrayLiteral literal && depth == 0) {
      return Optional.of(Exprs.num(literal.elements().size()));
    }
    if (array instanceof Expr.CloneArray clone && (depth == 0 || !isReplaced(clone, depth))) {
      return dimension(clone.array(), depth);
    }
    return Optional.empty();
  }

  private boolean isReplaced(Expr array, int depth) {
    Type type = array.type();
    boolean found = false;
    for (int i = 0; i < depth; i++) {
      type = ((Type.Array) type).element();
      found |= replaced.contains(type);
    }
    return found;
  }

  private boolean isFixed(Expr size) {
    return size instanceof Expr.Literal
        || size instanceof Expr.Read read && fixed.contains(read.variable())
        || size instanceof Expr.Length length
            && length.array() instanceof Expr.Read read
            && fixed.contains(read.variable());
  }
}
