package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has the arrays that the trips of a loop keep for their reversal made with the array that they are
 * kept in: {@code row = kept[i]} in the place of {@code row = new double[n]; ..; kept[i] = row}.
 *
 * <p>Law: each trip fills a row before it reads it; only its elements are used, and those of what
 * is taken out again; all rows have one size, which is known before the loop and not negative; and
 * the array that they are kept in is one of ours, which the loop itself makes, for the trips to
 * come.
 */
public final class RecycledRows {

  private final ElementsOfNewArrays elements;
  private final Map<Var, Kept> kept = new HashMap<>();
  private final Map<Stmt, Optional<Stmt>> replaced = new IdentityHashMap<>();
  private final Map<Var, Expr> sizes = new HashMap<>();

  private RecycledRows(List<Stmt> body) {
    this.elements = new ElementsOfNewArrays(body);
    Variables.forEachStatement(body, this::note);
    uses(body);
  }

  /** {@code sweep}, which makes fewer arrays. */
  public static Sweep in(Sweep sweep) {
    RecycledRows pass = new RecycledRows(sweep.body());
    sweep.derivatives().forEach(e -> Variables.readBy(e).forEach(pass::spoil));
    sweep.value().ifPresent(e -> Variables.readBy(e).forEach(pass::spoil));
    pass.loops(sweep.body());
    return pass.sizes.isEmpty() ? sweep : sweep.withBody(pass.block(sweep.body()));
  }

  /** What is done with an array of arrays. */
  private static final class Kept {
    private int makings;
    private int stores;
    private boolean isOurs;
    private boolean isSpoiled;

    boolean isPlain() {
      return isOurs && makings == 1 && stores == 1 && !isSpoiled;
    }
  }

  private void spoil(Var v) {
    kept(v).isSpoiled = true;
  }

  private Kept kept(Var v) {
    return kept.computeIfAbsent(v, x -> new Kept());
  }

  private void note(Stmt s) {
    if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Read read && isMaking(a.value())) {
      kept(read.variable()).makings++;
    } else if (s instanceof Stmt.Assign a
        && a.target() instanceof Expr.Element e
        && e.array() instanceof Expr.Read read
        && a.value() instanceof Expr.Read row
        && row.type() instanceof Type.Array) {
      kept(read.variable()).stores++;
      other(e.index());
      spoil(row.variable());
    } else if (s instanceof Stmt.Declare d && d.variable().type().rank() == 2) {
      kept(d.variable()).isOurs = isEmptyAndOurs(d);
      d.value().ifPresent(this::other);
    } else {
      Children.expressions(s).forEach(this::other);
    }
  }

  /**
   * Whether {@code d} declares an array for what all trips save, which a trip makes first if it
   * needs a longer one.
   */
  private static boolean isEmptyAndOurs(Stmt.Declare d) {
    return d.origin() == Origin.NONE
        && d.value()
            .filter(e -> e instanceof Expr.ArrayLiteral list && list.elements().isEmpty())
            .isPresent();
  }

  /** {@code new double[n][]}. */
  private static boolean isMaking(Expr e) {
    return e instanceof Expr.NewArray made
        && made.type().rank() == 2
        && made.dimensions().size() == 1;
  }

  /** Rows may be taken out, see {@link #uses}, and the length may be asked for. */
  private void other(Expr e) {
    if (e instanceof Expr.Length length && length.array() instanceof Expr.Read
        || e instanceof Expr.Element row
            && row.array() instanceof Expr.Read
            && row.type() instanceof Type.Array) {
      Children.of(e).stream().flatMap(x -> Children.of(x).stream()).forEach(this::other);
      return;
    }
    if (e instanceof Expr.Read read && read.type().rank() == 2) {
      spoil(read.variable());
    }
    Children.of(e).forEach(this::other);
  }

  /** A row that is taken out must be a declared name of which only elements are used. */
  private void uses(List<Stmt> block) {
    for (int i = 0; i < block.size(); i++) {
      Stmt s = block.get(i);
      List<Stmt> rest = block.subList(i + 1, block.size());
      boolean isLoad =
          s instanceof Stmt.Declare d
              && d.value().filter(RecycledRows::isRow).isPresent()
              && !elements.isAssigned(d.variable())
              && Variables.isOnlyIndexed(rest, d.variable());
      for (Expr e : isLoad ? List.<Expr>of() : Children.expressions(s)) {
        boolean isTarget = s instanceof Stmt.Assign a && a.target() == e;
        Variables.forEachNode(e, x -> spoilRow(x, isTarget && x == e));
      }
      Children.blocks(s).forEach(this::uses);
    }
  }

  private void spoilRow(Expr e, boolean isTarget) {
    if (!isTarget && isRow(e)) {
      spoil(((Expr.Read) ((Expr.Element) e).array()).variable());
    }
  }

  private static boolean isRow(Expr e) {
    return e instanceof Expr.Element row
        && row.array() instanceof Expr.Read
        && row.type() instanceof Type.Array;
  }

  /** Looks for rows within each loop that makes what they are kept in. */
  private void loops(List<Stmt> block) {
    for (Stmt s : block) {
      if (s instanceof Stmt.CountedFor || s instanceof Stmt.Loop) {
        Set<Var> inside = Variables.declaredIn(List.of(s));
        Set<Var> made = Variables.assignedIn(List.of(s));
        Children.blocks(s).forEach(b -> rows(b, inside, made));
      }
      Children.blocks(s).forEach(this::loops);
    }
  }

  private void rows(List<Stmt> block, Set<Var> inside, Set<Var> made) {
    for (int i = 0; i < block.size(); i++) {
      Children.blocks(block.get(i)).forEach(b -> rows(b, inside, made));
      if (block.get(i) instanceof Stmt.Declare d && elements.isNew(d) && !replaced.containsKey(d)) {
        row(d, block.subList(i + 1, block.size()), inside, made);
      }
    }
  }

  private void row(Stmt.Declare d, List<Stmt> rest, Set<Var> inside, Set<Var> made) {
    Expr size = ((Expr.NewArray) d.value().orElseThrow()).dimensions().get(0);
    Optional<Stmt.Assign> store =
        rest.stream()
            .filter(s -> s instanceof Stmt.Assign a && a.value().equals(d.variable().read()))
            .map(s -> (Stmt.Assign) s)
            .findFirst()
            .filter(a -> isRow(a.target()));
    if (store.isEmpty() || !Collections.disjoint(Variables.readBy(size), inside)) {
      return;
    }
    Expr.Element place = (Expr.Element) store.get().target();
    Var array = ((Expr.Read) place.array()).variable();
    List<Stmt> others = new ArrayList<>(rest);
    others.removeIf(s -> s == store.get());
    List<Stmt> between = rest.subList(0, rest.indexOf(store.get()));
    boolean isSamePlace =
        Variables.readBy(place.index()).stream().noneMatch(elements::isAssigned)
            && Collections.disjoint(Variables.readBy(place.index()), Variables.declaredIn(between));
    if (isSamePlace
        && kept(array).isPlain()
        && made.contains(array)
        && !inside.contains(array)
        && Variables.isOnlyIndexed(others, d.variable())
        && elements.isFilledFirst(others, d.variable(), size)) {
      sizes.put(array, size);
      replaced.put(d, Optional.of(new Stmt.Declare(d.variable(), Optional.of(place), d.origin())));
      replaced.put(store.get(), Optional.empty());
    }
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      if (replaced.containsKey(s)) {
        replaced.get(s).ifPresent(out::add);
      } else if (s instanceof Stmt.Assign a
          && a.target() instanceof Expr.Read read
          && sizes.containsKey(read.variable())) {
        Expr.NewArray made = (Expr.NewArray) a.value();
        List<Expr> sizesOfBoth = List.of(made.dimensions().get(0), sizes.get(read.variable()));
        Expr whole = new Expr.NewArray(made.type(), sizesOfBoth);
        out.add(new Stmt.Assign(read, whole, a.origin()));
      } else {
        out.add(Children.map(s, e -> e, this::block));
      }
    }
    return out;
  }
}
