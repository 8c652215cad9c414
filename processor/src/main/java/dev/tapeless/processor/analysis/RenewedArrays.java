package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Assignments {@code x = y} of a new array {@code y} to a variable of the blocks around, and before
 * that {@code w = x}, which keeps the one of {@code x}, where nothing else ever refers to the
 * arrays, and all of them are of one size: a step of a method that makes a new state in each trip
 * of a loop, and may look at the states before.
 *
 * <p>Law: each array is passed on to one variable at most, so that no two of them have the same
 * when the block ends, and there is no name any more for the array that the first one had. When
 * nothing is written into it, which holds for arrays of adjoints on the way forward, a new array is
 * as good where the variable gets it back, and all the ways forward may share the first one. The
 * others get back what {@code w} has.
 */
public final class RenewedArrays {

  private final List<Stmt> body;
  private final Memory memory;
  private final Definitions definitions;
  private final Map<Integer, Set<Var>> variables = new LinkedHashMap<>();
  private final Map<Var, Expr> made = new HashMap<>();
  private final Set<Var> bare = new HashSet<>();
  private final Map<Stmt, Expr.NewArray> first = new IdentityHashMap<>();
  private final Map<Stmt, Expr> found = new IdentityHashMap<>();
  private final Map<Var, Expr.NewArray> carriers = new HashMap<>();
  private final Set<Stmt> declarations = Collections.newSetFromMap(new IdentityHashMap<>());

  private RenewedArrays(List<Stmt> body, Memory memory) {
    this.body = body;
    this.memory = memory;
    this.definitions = Definitions.of(body);
  }

  /** Those of {@code body} whose variables are all among the chosen ones. */
  public static RenewedArrays in(List<Stmt> body, Memory memory, Predicate<Var> chosen) {
    RenewedArrays pass = new RenewedArrays(body, memory);
    pass.addVariables();
    for (Map.Entry<Integer, Set<Var>> entry : pass.variables.entrySet()) {
      if (entry.getValue().stream().allMatch(chosen) && pass.isAlone(entry.getKey())) {
        pass.addClass(entry.getValue());
      }
    }
    return pass;
  }

  /** None, for comparison. */
  public static RenewedArrays none() {
    return new RenewedArrays(List.of(), null);
  }

  /**
   * What has the array that {@code assign} takes away, or one that is as good; empty if it is none
   * of these.
   */
  public Optional<Expr> renewal(Stmt.Assign assign) {
    return Optional.ofNullable(found.get(assign))
        .map(e -> e instanceof Expr.NewArray array ? again(array) : e);
  }

  /** A new array for the one that {@code variable} ends with, if it gets one by an assignment. */
  public Optional<Expr.NewArray> last(Var variable) {
    return Optional.ofNullable(carriers.get(variable)).map(RenewedArrays::again);
  }

  /** The array for a variable that is declared without a value, and gets one by assignments. */
  public Optional<Expr.NewArray> first(Stmt.Declare declaration) {
    return Optional.ofNullable(first.get(declaration)).map(RenewedArrays::again);
  }

  /** A node of its own, because an allocation is known by its node. */
  private static Expr.NewArray again(Expr.NewArray array) {
    return new Expr.NewArray(array.type(), array.dimensions());
  }

  /** Whether {@code statement} is one of the assignments, or makes the array for one. */
  public boolean isPartOfRenewal(Stmt statement) {
    return found.containsKey(statement) || declarations.contains(statement);
  }

  private void addVariables() {
    Set<Var> all = new LinkedHashSet<>(Variables.readBy(body));
    all.addAll(Variables.declaredIn(body));
    all.addAll(Variables.assignedIn(body));
    for (Var v : all) {
      if (v.type() instanceof Type.Array) {
        variables.computeIfAbsent(memory.of(v), m -> new LinkedHashSet<>()).add(v);
      }
    }
    Variables.forEachStatement(
        body,
        s -> {
          if (s instanceof Stmt.Declare d) {
            d.value().ifPresentOrElse(e -> made.put(d.variable(), e), () -> bare.add(d.variable()));
          }
        });
  }

  /** Whether no other arrays have arrays of the class, or rows of them, as rows. */
  private boolean isAlone(int memoryClass) {
    Set<Integer> own = rows(variables.get(memoryClass).iterator().next());
    for (Map.Entry<Integer, Set<Var>> entry : variables.entrySet()) {
      Set<Integer> others = rows(entry.getValue().iterator().next());
      others.add(entry.getKey());
      boolean isOwn = entry.getKey() == memoryClass;
      if (!isOwn && (others.contains(memoryClass) || !Collections.disjoint(own, others))) {
        return false;
      }
    }
    return !memory.outside().contains(memoryClass);
  }

  /** The classes of the rows of the array that {@code v} refers to. */
  private Set<Integer> rows(Var v) {
    Set<Integer> rows = new HashSet<>();
    Expr row = v.read();
    while (((Type.Array) row.type()).element() instanceof Type.Array) {
      row = new Expr.Element(row, Exprs.num(0));
      rows.add(memory.of(row));
    }
    return rows;
  }

  private void addClass(Set<Var> same) {
    Optional<List<Expr>> size = size(same);
    if (size.isEmpty()) {
      return;
    }
    List<Steps> steps = new ArrayList<>();
    addSteps(body, same, steps);
    Set<Stmt> assignments = Collections.newSetFromMap(new IdentityHashMap<>());
    steps.forEach(x -> assignments.addAll(x.assignments()));
    boolean[] other = {false};
    Variables.forEachStatement(
        body,
        s -> {
          if (!assignments.contains(s)) {
            other[0] |= assigns(s, same);
            other[0] |= Variables.evaluated(s).stream().anyMatch(e -> refers(e, same));
          }
        });
    if (!other[0] && isReady(size.get(), same)) {
      steps.forEach(x -> add(x, size.get()));
      addFirst(same, size.get());
    }
  }

  /** The size as the method writes it, where that lasts. */
  private Optional<List<Expr>> named(Stmt.Declare declaration) {
    return declaration
        .value()
        .filter(e -> e instanceof Expr.NewArray)
        .map(e -> ((Expr.NewArray) e).dimensions())
        .filter(
            sizes ->
                sizes.stream()
                    .allMatch(e -> e instanceof Expr.Read read && lasts(read.variable())));
  }

  /**
   * Whether the size is there already where variables of the class are declared without a value.
   */
  private boolean isReady(List<Expr> size, Set<Var> same) {
    Set<Var> later = new HashSet<>();
    size.forEach(e -> later.addAll(Variables.readBy(e)));
    later.retainAll(Variables.declaredIn(body));
    for (Stmt s : body) {
      boolean declares = !Collections.disjoint(Variables.declaredIn(List.of(s)), bare(same));
      if (declares && !later.isEmpty()) {
        return false;
      }
      later.removeAll(Variables.declared(s));
    }
    return true;
  }

  private Set<Var> bare(Set<Var> same) {
    Set<Var> found = new HashSet<>(same);
    found.retainAll(bare);
    return found;
  }

  /** The arrays that variables without a value start with. */
  private void addFirst(Set<Var> same, List<Expr> size) {
    Variables.forEachStatement(
        body,
        s -> {
          if (s instanceof Stmt.Declare d && same.contains(d.variable()) && d.value().isEmpty()) {
            first.put(s, new Expr.NewArray((Type.Array) d.variable().type(), size));
          }
        });
  }

  private void add(Steps steps, List<Expr> size) {
    for (Stmt.Assign a : steps.assignments()) {
      Type.Array type = (Type.Array) a.target().type();
      Expr.NewArray array = new Expr.NewArray(type, named(steps.origin(a)).orElse(size));
      found.put(a, steps.keeper(a).<Expr>map(Var::read).orElse(array));
      carriers.put(Steps.target(a), array);
      declarations.add(steps.origin(a));
    }
  }

  /** The size of all arrays of the variables; empty if there is none, or it may change. */
  private Optional<List<Expr>> size(Set<Var> same) {
    List<Expr> first = null;
    for (Var v : same) {
      if (bare.contains(v)) {
        continue;
      }
      Optional<List<Expr>> size = Optional.ofNullable(made.get(v)).flatMap(this::size);
      if (size.isEmpty() || first != null && !first.equals(size.get())) {
        return Optional.empty();
      }
      first = size.get();
    }
    return Optional.ofNullable(first);
  }

  private Optional<List<Expr>> size(Expr value) {
    List<Expr> size = new ArrayList<>();
    if (value instanceof Expr.ArrayLiteral literal && literal.type().rank() > 1) {
      List<Optional<List<Expr>>> rows = literal.elements().stream().map(this::size).toList();
      if (rows.isEmpty() || rows.stream().distinct().count() > 1 || rows.get(0).isEmpty()) {
        return Optional.empty();
      }
      size.add(Exprs.num(rows.size()));
      size.addAll(rows.get(0).get());
      return Optional.of(size);
    }
    if (!(value instanceof Expr.NewArray array)
        || array.dimensions().size() != array.type().rank()) {
      return Optional.empty();
    }
    for (Expr e : array.dimensions()) {
      Optional<Expr> lasting = lasting(e);
      if (lasting.isEmpty()) {
        return Optional.empty();
      }
      size.add(lasting.get());
    }
    return Optional.of(size);
  }

  /** An expression for {@code e} that has its value everywhere. */
  private Optional<Expr> lasting(Expr e) {
    if (e instanceof Expr.Length length && length.array() instanceof Expr.Read array) {
      return Optional.of(e).filter(x -> lasts(array.variable()));
    }
    if (e instanceof Expr.Read read && definitions.isSingle(read.variable())) {
      Optional<Expr> value =
          definitions.of(read.variable()).flatMap(Stmt.Declare::value).flatMap(this::lasting);
      return value.or(() -> Optional.of(e).filter(x -> lasts(read.variable())));
    }
    return Optional.of(e).filter(x -> x instanceof Expr.Literal);
  }

  /** Whether {@code v} is a parameter, or a variable of the whole method, and has one value. */
  private boolean lasts(Var v) {
    boolean isOuter =
        !Variables.declaredIn(body).contains(v)
            || body.stream().anyMatch(s -> Variables.declared(s).contains(v));
    return isOuter && definitions.isSingle(v);
  }

  private static void addSteps(List<Stmt> block, Set<Var> same, List<Steps> steps) {
    Steps.in(block, same).ifPresent(steps::add);
    block.forEach(s -> Children.blocks(s).forEach(b -> addSteps(b, same, steps)));
  }

  private static boolean assigns(Stmt s, Set<Var> same) {
    if (s instanceof Stmt.Assign a) {
      return a.target() instanceof Expr.Read x
          ? same.contains(x.variable())
          : a.target().type() instanceof Type.Array
              && !Collections.disjoint(Variables.readBy(a.target()), same);
    }
    if (s instanceof Stmt.Declare) {
      return false;
    }
    return Variables.declared(s).stream().anyMatch(same::contains)
        || s instanceof Stmt.Opaque opaque && !Collections.disjoint(opaque.code().assigned(), same);
  }

  /** Whether the value of {@code e} may refer to one of the arrays, or to a row of one. */
  private static boolean refers(Expr e, Set<Var> same) {
    if (e instanceof Expr.Element element) {
      return element.type() instanceof Type.Array
              && !Collections.disjoint(Variables.readBy(element.array()), same)
          || looks(element.array(), same)
          || refers(element.index(), same);
    }
    if (e instanceof Expr.Length length) {
      return looks(length.array(), same);
    }
    if (e instanceof Expr.Read read) {
      return same.contains(read.variable());
    }
    return Children.of(e).stream().anyMatch(x -> refers(x, same));
  }

  /** Whether anything within {@code e} refers to one of them, where {@code e} is looked into. */
  private static boolean looks(Expr e, Set<Var> same) {
    if (e instanceof Expr.Element element) {
      return looks(element.array(), same) || refers(element.index(), same);
    }
    return !(e instanceof Expr.Read) && refers(e, same);
  }
}
