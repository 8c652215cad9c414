package dev.tapeless.processor;

import dev.tapeless.processor.analysis.DistinctArrays;
import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import dev.tapeless.processor.simplify.Substitution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Carries adjoints from one trip of an innermost loop to the next in variables, where each trip
 * adds to neighbouring elements: {@code xBar[i + 1]} of one is {@code xBar[i]} of the next. In an
 * array each trip would wait for what the last one has stored.
 *
 * <p>Law: the loop reaches arrays that may be the same one by these elements only, and each trip
 * comes to all of them. Either the loop is one of the reverse sweep, where the elements are known
 * to exist, or the array holds zeros when the loop begins, so that no element has to be read. What
 * adjoints are added to exists, because the method has read the element of its own array.
 */
final class CarriedElements {

  private static final int MOST = 4;

  private final Memory memory;
  private final DistinctArrays distinct;
  private final Vars vars;

  private CarriedElements(Sweep sweep) {
    this.memory = Memory.of(sweep.asFunction());
    Program nothing = new Program(Map.of(), Map.of());
    this.distinct = DistinctArrays.of(sweep.body(), Effects.of(memory, nothing));
    this.vars = Vars.after(sweep.asFunction());
  }

  /** {@code sweep} with elements that are carried. */
  static Sweep in(Sweep sweep) {
    return sweep.withBody(new CarriedElements(sweep).block(sweep.body()));
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      if (s instanceof Stmt.CountedFor loop && HeldElements.isInnermost(loop)) {
        Optional<Window> window = window(loop, out);
        out.addAll(window.map(w -> carried(loop, w)).orElse(List.of(loop)));
      } else {
        out.add(Children.map(s, e -> e, this::block));
      }
    }
    return out;
  }

  /**
   * Neighbouring elements of an array, each with the variable that stands for it.
   *
   * @param variables by the distance of the index from the counter
   * @param leading the distance of the element that a trip is the first to reach
   */
  private record Window(Var array, TreeMap<Integer, Var> variables, int leading, boolean isZero) {

    int trailing() {
      return leading == variables.lastKey() ? variables.firstKey() : variables.lastKey();
    }

    Expr.Element element(Expr index, int distance) {
      return Exprs.element(array.read(), shifted(index, distance));
    }
  }

  private Optional<Window> window(Stmt.CountedFor loop, List<Stmt> before) {
    if (Math.abs(loop.step()) != 1 || end(loop).isEmpty() || !isFixed(loop)) {
      return Optional.empty();
    }
    Set<Var> tried = new LinkedHashSet<>();
    for (Stmt s : loop.body()) {
      if (s instanceof Stmt.Assign a
          && a.target() instanceof Expr.Element e
          && e.type().isReal()
          && e.array() instanceof Expr.Read array
          && tried.add(array.variable())) {
        Optional<Window> window = window(array.variable(), a, loop, before);
        if (window.isPresent()) {
          return window;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the bounds stay what they are. */
  private static boolean isFixed(Stmt.CountedFor loop) {
    Set<Var> changing = new HashSet<>(Variables.assignedIn(loop.body()));
    boolean[] fixed = {true};
    for (Expr e : List.of(loop.from(), loop.bound())) {
      Variables.forEachNode(e, x -> fixed[0] &= !(x instanceof Expr.Element));
      fixed[0] &= Variables.readBy(e).stream().noneMatch(changing::contains);
    }
    return fixed[0];
  }

  private Optional<Window> window(
      Var array, Stmt.Assign assign, Stmt.CountedFor loop, List<Stmt> before) {
    Set<Var> changing = new HashSet<>(Variables.assignedIn(loop.body()));
    changing.addAll(Variables.declaredIn(loop.body()));
    Set<Expr.Element> all = new LinkedHashSet<>();
    Set<Expr.Element> certain = new LinkedHashSet<>();
    boolean isOurs = true;
    for (Stmt s : loop.body()) {
      Set<Expr.Element> own = new LinkedHashSet<>();
      for (Expr e : Children.expressions(s)) {
        Variables.forEachNode(e, x -> HeldElements.add(x, own));
        HeldElements.addCertain(e, certain);
      }
      own.removeIf(
          e ->
              memory.of(e.array()) != memory.of(array.read())
                  || e.array() instanceof Expr.Read other
                      && !changing.contains(array)
                      && !changing.contains(other.variable())
                      && distinct.areDifferent(array, other.variable(), assign));
      isOurs &= own.isEmpty() || HeldElements.origin(s).equals(Origin.NONE);
      all.addAll(own);
    }
    TreeMap<Integer, Var> variables = new TreeMap<>();
    for (Expr.Element e : all) {
      Optional<Integer> distance = distance(e.index(), loop.counter());
      if (!e.array().equals(array.read()) || distance.isEmpty() || !certain.contains(e)) {
        return Optional.empty();
      }
      variables.put(distance.get(), vars.make(name(array, distance.get()), e.type()));
    }
    int span = variables.lastKey() - variables.firstKey() + 1;
    boolean isZero = holdsZeros(array, before);
    boolean fits = span > 1 && span <= MOST && span == variables.size() && isOurs;
    int leading = loop.step() > 0 ? variables.lastKey() : variables.firstKey();
    return fits && (isZero || HeldElements.isReverse(loop))
        ? Optional.of(new Window(array, variables, leading, isZero))
        : Optional.empty();
  }

  private static Optional<Integer> distance(Expr index, Var counter) {
    if (index.equals(counter.read())) {
      return Optional.of(0);
    }
    if (index instanceof Expr.Binary b
        && b.left().equals(counter.read())
        && b.right() instanceof Expr.Literal literal
        && literal.value() instanceof Integer n
        && n <= MOST) {
      return b.op() == BinaryOp.ADD
          ? Optional.of(n)
          : b.op() == BinaryOp.SUB ? Optional.of(-n) : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether the last that {@code before} does with the array is to make or fill it with zeros. */
  private boolean holdsZeros(Var array, List<Stmt> before) {
    for (int i = before.size() - 1; i >= 0; i--) {
      Stmt s = before.get(i);
      if (s instanceof Stmt.Clear clear && clear.array().equals(array.read())) {
        return true;
      }
      if (s instanceof Stmt.Declare d && d.variable().equals(array)) {
        return d.value()
            .filter(e -> e instanceof Expr.NewArray || e instanceof Expr.ZerosLike)
            .isPresent();
      }
      if (reaches(s, array)) {
        return false;
      }
    }
    return false;
  }

  /** Whether {@code s} does anything with an array that may be this one. */
  private boolean reaches(Stmt s, Var array) {
    boolean[] found = {false};
    Variables.forEachStatement(
        List.of(s),
        inner -> {
          found[0] |= inner instanceof Stmt.Opaque || inner instanceof Stmt.Call;
          for (Expr e : Children.expressions(inner)) {
            Variables.forEachNode(e, x -> found[0] |= memory.mayShare(x, array.read()));
          }
        });
    return found[0];
  }

  private List<Stmt> carried(Stmt.CountedFor loop, Window window) {
    List<Stmt> out = new ArrayList<>();
    window
        .variables()
        .forEach(
            (distance, v) -> {
              if (distance != window.leading()) {
                Expr value =
                    window.isZero()
                        ? Term.number(0, v.type())
                        : window.element(loop.from(), distance);
                out.add(new Stmt.Declare(v, Optional.of(value), Origin.NONE));
              }
            });
    out.add(Children.map(loop, e -> e, b -> body(loop, window)));
    Expr end = end(loop).orElseThrow();
    window
        .variables()
        .forEach(
            (distance, v) -> {
              if (distance != window.leading()) {
                out.add(new Stmt.Assign(window.element(end, distance), v.read(), Origin.NONE));
              }
            });
    if (HeldElements.runsAtLeastOnce(loop)) {
      return out;
    }
    Expr runs = Exprs.binary(loop.compare(), loop.from(), loop.bound());
    return List.of(new Stmt.If(runs, out, List.of(), Origin.NONE));
  }

  private static List<Stmt> body(Stmt.CountedFor loop, Window window) {
    Expr counter = loop.counter().read();
    Map<Integer, Var> variables = window.variables();
    Var leading = variables.get(window.leading());
    Expr.Element first = window.element(counter, window.leading());
    List<Stmt> out = new ArrayList<>();
    boolean isDeclared = false;
    for (Stmt s : loop.body()) {
      Stmt inside = replaced(s, window, loop.counter());
      if (!isDeclared && mentions(inside, leading)) {
        isDeclared = true;
        Expr start = window.isZero() ? Term.number(0, leading.type()) : first;
        if (inside instanceof Stmt.Assign a && a.target().equals(leading.read())) {
          Expr value = started(a.value(), leading, start);
          out.add(new Stmt.Declare(leading, Optional.of(value), Origin.NONE));
          continue;
        }
        out.add(new Stmt.Declare(leading, Optional.of(start), Origin.NONE));
      }
      out.add(inside);
    }
    Var trailing = variables.get(window.trailing());
    out.add(
        new Stmt.Assign(window.element(counter, window.trailing()), trailing.read(), Origin.NONE));
    int step = loop.step();
    for (int d = window.trailing(); d != window.leading(); d += step) {
      Expr next = variables.get(d + step).read();
      out.add(new Stmt.Assign(variables.get(d).read(), next, Origin.NONE));
    }
    return out;
  }

  private static boolean mentions(Stmt s, Var v) {
    return Variables.readBy(List.of(s)).contains(v) || Variables.assignedIn(List.of(s)).contains(v);
  }

  /** {@code value}, where {@code leading} is still {@code start}. */
  private static Expr started(Expr value, Var leading, Expr start) {
    if (Exprs.isNumber(start, 0)
        && value instanceof Expr.Binary b
        && b.left().equals(leading.read())
        && !Variables.readBy(b.right()).contains(leading)) {
      if (b.op() == BinaryOp.ADD) {
        return b.right();
      }
      if (b.op() == BinaryOp.SUB) {
        return Exprs.negated(b.right());
      }
    }
    return Substitution.apply(Map.of(leading, start), value);
  }

  private static Stmt replaced(Stmt s, Window window, Var counter) {
    return Children.rewrite(
            List.of(s),
            e ->
                e instanceof Expr.Element x && x.array().equals(window.array().read())
                    ? window.variables().get(distance(x.index(), counter).orElseThrow()).read()
                    : e)
        .get(0);
  }

  /** The counter's value after the last trip. */
  private static Optional<Expr> end(Stmt.CountedFor loop) {
    BinaryOp compare = loop.compare();
    boolean up = loop.step() > 0;
    if (compare == (up ? BinaryOp.LT : BinaryOp.GT)) {
      return Optional.of(loop.bound());
    }
    return compare == (up ? BinaryOp.LE : BinaryOp.GE)
        ? Optional.of(shifted(loop.bound(), loop.step()))
        : Optional.empty();
  }

  private static Expr shifted(Expr index, int distance) {
    if (distance == 0) {
      return index;
    }
    if (index instanceof Expr.Literal literal && literal.value() instanceof Integer n) {
      return Exprs.num(n + distance);
    }
    if (index instanceof Expr.Binary b
        && (b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUB)
        && b.right() instanceof Expr.Literal literal
        && literal.value() instanceof Integer n) {
      return shifted(b.left(), (b.op() == BinaryOp.ADD ? n : -n) + distance);
    }
    return distance > 0
        ? Exprs.plus(index, Exprs.num(distance))
        : Exprs.minus(index, Exprs.num(-distance));
  }

  /** {@code xHereBar}, {@code xNextBar} and {@code xPreviousBar}. */
  private static String name(Var array, int distance) {
    String where = distance == 0 ? "Here" : distance > 0 ? "Next" : "Previous";
    String name = array.name();
    return name.endsWith("Bar")
        ? name.substring(0, name.length() - "Bar".length()) + where + "Bar"
        : name + where;
  }
}
