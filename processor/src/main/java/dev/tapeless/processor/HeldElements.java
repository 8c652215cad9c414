package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds array elements in variables while an innermost loop runs that always uses the same ones
 * ("scalar promotion"). The compiler of the JVM does so only where it can tell arrays apart, and it
 * knows less of them than {@link Memory}.
 *
 * <p>Law: the loop writes no other element of an array that may be the same one, and calls nothing;
 * the element is there: its index counts up to the length that the array was made with, or the loop
 * is one of the reverse sweep, which evaluates nothing that can fail, and is sure to run.
 */
final class HeldElements {

  private final Memory memory;
  private final Vars vars;
  private final Map<Var, Expr> definitions = new HashMap<>();
  private final Map<Var, Expr> bounds = new HashMap<>();

  private HeldElements(Sweep sweep) {
    this.memory = Memory.of(sweep.asFunction());
    this.vars = Vars.after(sweep.asFunction());
    Set<Var> assigned = Variables.assignedIn(sweep.body());
    Variables.forEachStatement(
        sweep.body(),
        s -> {
          if (s instanceof Stmt.Declare d && !assigned.contains(d.variable())) {
            d.value().ifPresent(e -> definitions.put(d.variable(), e));
          }
        });
  }

  /** {@code sweep} with elements that are held. */
  static Sweep in(Sweep sweep) {
    return sweep.withBody(new HeldElements(sweep).block(sweep.body()));
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      if (s instanceof Stmt.CountedFor loop) {
        upperBound(loop).ifPresent(e -> bounds.put(loop.counter(), e));
        if (isInnermost(loop)) {
          out.addAll(held(loop));
          continue;
        }
      }
      out.add(Children.map(s, e -> e, this::block));
    }
    return out;
  }

  /** What the counter stays below, when it starts at zero or ends there. */
  private static Optional<Expr> upperBound(Stmt.CountedFor loop) {
    if (loop.step() == 1 && loop.compare() == BinaryOp.LT && isNotNegative(loop.from())) {
      return Optional.of(loop.bound());
    }
    boolean isDown =
        loop.step() == -1
            && loop.compare() == BinaryOp.GE
            && isNotNegative(loop.bound())
            && loop.from() instanceof Expr.Binary last
            && last.op() == BinaryOp.SUB
            && Exprs.isNumber(last.right(), 1);
    return isDown ? Optional.of(((Expr.Binary) loop.from()).left()) : Optional.empty();
  }

  private static boolean isNotNegative(Expr e) {
    return e instanceof Expr.Literal literal && literal.value() instanceof Integer n && n >= 0;
  }

  /** A loop without loops, branches and calls, which stores into arrays of numbers. */
  static boolean isInnermost(Stmt.CountedFor loop) {
    boolean[] stores = {false};
    for (Stmt s : loop.body()) {
      boolean isStore = s instanceof Stmt.Assign a && a.target() instanceof Expr.Element;
      boolean isKnown =
          s instanceof Stmt.Assign
              || s instanceof Stmt.Declare d && !isReference(d.variable().type())
              || s instanceof Stmt.Comment;
      if (!isKnown
          || isStore && isReference(((Stmt.Assign) s).target().type())
          || Children.expressions(s).stream().anyMatch(HeldElements::pops)) {
        return false;
      }
      stores[0] |= isStore;
    }
    return stores[0];
  }

  private static boolean isReference(Type type) {
    return !(type instanceof Type.Primitive);
  }

  private static boolean pops(Expr e) {
    boolean[] found = {false};
    Variables.forEachNode(e, x -> found[0] |= x instanceof Expr.Pop);
    return found[0];
  }

  private List<Stmt> held(Stmt.CountedFor loop) {
    Set<Var> changing = new HashSet<>(Variables.assignedIn(loop.body()));
    changing.addAll(Variables.declaredIn(loop.body()));
    changing.add(loop.counter());
    Set<Expr.Element> stored = new LinkedHashSet<>();
    Set<Expr.Element> all = new LinkedHashSet<>();
    for (Stmt s : loop.body()) {
      Children.expressions(s).forEach(e -> Variables.forEachNode(e, x -> add(x, all)));
      if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Element e) {
        stored.add(e);
      }
    }
    Set<Expr.Element> certain = new LinkedHashSet<>();
    for (Stmt s : loop.body()) {
      Children.expressions(s).forEach(e -> addCertain(e, certain));
    }
    Map<Expr.Element, Var> found = new LinkedHashMap<>();
    boolean isSafe = true;
    for (Expr.Element e : certain) {
      boolean isFixed =
          e.type().isReal()
              && e.array() instanceof Expr.Read
              && Variables.readBy(e).stream().noneMatch(changing::contains)
              && (e.index() instanceof Expr.Read || e.index() instanceof Expr.Literal);
      boolean isThere = isFixed && isThere(e);
      if (isFixed && isAlone(e, stored, all) && (isThere || isReverse(loop))) {
        found.put(e, vars.make(name(e), e.type()));
        isSafe &= isThere;
      }
    }
    return found.isEmpty() ? List.of(loop) : around(loop, found, stored, isSafe);
  }

  static void add(Expr e, Set<Expr.Element> found) {
    if (e instanceof Expr.Element element) {
      found.add(element);
    }
  }

  /** The elements that the evaluation of {@code e} is sure to come to. */
  static void addCertain(Expr e, Set<Expr.Element> found) {
    add(e, found);
    Children.inAnyCase(e).forEach(x -> addCertain(x, found));
  }

  /** Whether nothing in the loop that may be the same element is written, or read, otherwise. */
  private boolean isAlone(Expr.Element e, Set<Expr.Element> stored, Set<Expr.Element> all) {
    int of = memory.of(e.array());
    Set<Expr.Element> rivals = stored.contains(e) ? all : stored;
    return rivals.stream().allMatch(x -> x.equals(e) || memory.of(x.array()) != of);
  }

  /** Whether the index is below the length of the array. */
  private boolean isThere(Expr.Element e) {
    Expr bound = e.index() instanceof Expr.Read index ? bounds.get(index.variable()) : null;
    Var array = ((Expr.Read) e.array()).variable();
    if (bound == null) {
      return false;
    }
    boolean isOwn = bound.equals(Exprs.length(e.array())) && definitions.containsKey(array);
    return isOwn
        || definitions.get(array) instanceof Expr.NewArray made
            && made.dimensions().get(0).equals(bound)
            && isFixed(bound);
  }

  private boolean isFixed(Expr size) {
    return size instanceof Expr.Literal
        || size instanceof Expr.Read read && definitions.containsKey(read.variable());
  }

  /** Whether none of the statements is the user's. */
  static boolean isReverse(Stmt.CountedFor loop) {
    return loop.body().stream()
        .allMatch(s -> s instanceof Stmt.Comment || origin(s).equals(Origin.NONE));
  }

  static Origin origin(Stmt s) {
    return s instanceof Stmt.Assign a ? a.origin() : ((Stmt.Declare) s).origin();
  }

  private List<Stmt> around(
      Stmt.CountedFor loop,
      Map<Expr.Element, Var> found,
      Set<Expr.Element> stored,
      boolean isSafe) {
    List<Stmt> out = new ArrayList<>();
    found.forEach((e, v) -> out.add(new Stmt.Declare(v, Optional.of(e), Origin.NONE)));
    List<Stmt> body =
        Children.rewrite(
            loop.body(),
            e -> e instanceof Expr.Element x && found.containsKey(x) ? found.get(x).read() : e);
    out.add(Children.map(loop, e -> e, b -> body));
    found.forEach(
        (e, v) -> {
          if (stored.contains(e)) {
            out.add(new Stmt.Assign(e, v.read(), Origin.NONE));
          }
        });
    if (isSafe) {
      return out;
    }
    if (runsAtLeastOnce(loop)) {
      return out;
    }
    Expr runs = Exprs.binary(loop.compare(), loop.from(), loop.bound());
    return List.of(new Stmt.If(runs, out, List.of(), Origin.NONE));
  }

  static boolean runsAtLeastOnce(Stmt.CountedFor loop) {
    return loop.compare() == BinaryOp.LT
        && loop.from() instanceof Expr.Literal from
        && from.value() instanceof Integer first
        && loop.bound() instanceof Expr.Literal bound
        && bound.value() instanceof Integer end
        && first < end;
  }

  /** {@code centeredcol}, and {@code centeredcolBar} of an array of adjoints. */
  private static String name(Expr.Element e) {
    String array = ((Expr.Read) e.array()).variable().name();
    String index =
        e.index() instanceof Expr.Read read
            ? read.variable().name()
            : ((Expr.Literal) e.index()).value().toString();
    for (String ending : List.of("Bar", "Dot")) {
      if (array.endsWith(ending)) {
        return array.substring(0, array.length() - ending.length()) + index + ending;
      }
    }
    return array + index;
  }
}
