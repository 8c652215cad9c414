package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which array expressions may refer to the same array. Arrays that may be the same are in one
 * class, found by unification (Steensgaard, Points-to Analysis in Almost Linear Time, 1996). Two
 * parameters are taken to be different arrays; generated code checks that where it matters.
 */
public final class Memory {

  private final List<Integer> parents = new ArrayList<>();
  private final Map<Integer, Integer> elements = new HashMap<>();
  private final Map<Object, Integer> roots = new HashMap<>();

  /** Arrays that objects refer to: one of them may be another. */
  private final List<Expr> foreign = new ArrayList<>();

  /** Arrays that objects have been given. */
  private final List<Expr> given = new ArrayList<>();

  private final Crossings crossings;

  private Memory(Crossings crossings) {
    this.crossings = crossings;
  }

  /** The classes of the arrays in {@code function}, of whose calls nothing is known. */
  public static Memory of(Function function) {
    return of(function, Crossings.unknown());
  }

  /** The classes of the arrays in {@code function}, which calls functions of {@code program}. */
  public static Memory of(Function function, Program program) {
    return of(function, Crossings.in(program));
  }

  static Memory of(Function function, Crossings crossings) {
    Memory memory = new Memory(crossings);
    function.parameters().forEach(p -> memory.declare(p.variable()));
    Variables.forEachStatement(function.body(), memory::statement);
    function.result().ifPresent(memory::expression);
    return memory;
  }

  /** The class of the array that {@code array} refers to. */
  public int of(Expr array) {
    return find(node(array));
  }

  /** Notes that {@code copy}, a new variable, stands for {@code original}. */
  void alias(Var copy, Var original) {
    roots.put(copy, node(original));
  }

  /** The class of the array that {@code variable} refers to. */
  public int of(Var variable) {
    return find(node(variable));
  }

  /**
   * The class of the innermost rows, those that hold numbers, of the array that {@code array}
   * refers to.
   */
  public int numbers(Expr array) {
    return numbers(of(array), array.type());
  }

  /** The class of the innermost rows of the array that {@code variable} refers to. */
  public int numbers(Var variable) {
    return numbers(of(variable), variable.type());
  }

  private int numbers(int memory, Type type) {
    return type.rank() <= 1 ? memory : numbers(element(memory), ((Type.Array) type).element());
  }

  private void declare(Var variable) {
    if (variable.type() instanceof Type.Array) {
      node(variable);
    }
  }

  private void statement(Stmt statement) {
    Variables.declared(statement).forEach(this::declare);
    if (statement instanceof Stmt.Declare d) {
      d.value().ifPresent(value -> bind(d.variable().read(), value));
    } else if (statement instanceof Stmt.Assign a) {
      bind(a.target(), a.value());
    } else if (statement instanceof Stmt.Call call) {
      call(call);
    } else if (statement instanceof Stmt.Push push && push.value().type() instanceof Type.Array) {
      unify(element(node(push.stack())), node(push.value()));
    } else if (statement instanceof Stmt.Opaque opaque) {
      opaque(opaque);
    }
    Children.expressions(statement).forEach(this::expression);
  }

  private void call(Stmt.Call call) {
    List<Expr> results =
        call.results().stream()
            .filter(r -> !(call.callee().returnsNew() && r.type().isRealArray()))
            .<Expr>map(Var::read)
            .toList();
    results.forEach(r -> call.arguments().forEach(a -> mayBePartOf(r, a)));
    Crossings.Crossing crossing = crossings.of(call.callee());
    if (crossing.rows()) {
      rowsCross(call.arguments());
    }
    if (crossing.objects()) {
      results.forEach(this::foreign);
      getObjects(call.arguments());
    }
  }

  private void bind(Place target, Expr value) {
    if (target.type() instanceof Type.Array) {
      unify(node(target), node(value));
    }
    inObject(target.type(), value);
  }

  /** An array that becomes an object may become an array again. */
  private void inObject(Type target, Expr value) {
    if (target instanceof Type.Reference) {
      given(value);
    } else if (target instanceof Type.Array array && value instanceof Expr.ArrayLiteral literal) {
      literal.elements().forEach(e -> inObject(array.element(), e));
    }
  }

  /** Objects keep arrays that they get, and return them later. */
  private void opaque(Stmt.Opaque opaque) {
    opaque.result().ifPresent(r -> foreign(r.read()));
    opaque.code().assigned().forEach(v -> foreign(v.read()));
    List<Expr> operands = opaque.code().operands();
    opaque.code().assigned().forEach(v -> operands.forEach(e -> mayBePartOf(v.read(), e)));
    opaque.result().ifPresent(r -> operands.forEach(e -> mayBePartOf(r.read(), e)));
    if (opaque.effect().includes(Stmt.Effect.ARRAYS)) {
      rowsCross(operands);
    }
    if (opaque.effect().includes(Stmt.Effect.OBJECTS)) {
      getObjects(operands);
    } else if (keeps(opaque)) {
      operands.forEach(this::given);
    }
  }

  /** Whether the code puts what it gets into objects. */
  private static boolean keeps(Stmt.Opaque opaque) {
    Snippet code = opaque.code();
    boolean changesObject =
        opaque.effect().includes(Stmt.Effect.ARRAYS)
            && code.operands().stream().anyMatch(e -> Effects.isObject(e.type()));
    return changesObject
        || Stream.concat(opaque.result().stream(), code.assigned().stream())
            .anyMatch(v -> Effects.isObject(v.type()));
  }

  /** Whoever gets {@code arrays} may put one of them, or of their rows, into another. */
  private void rowsCross(List<Expr> arrays) {
    for (Expr array : arrays) {
      row(array).ifPresent(row -> arrays.forEach(other -> mayBePartOf(row, other)));
    }
  }

  /** Whoever gets {@code arrays} may put one into an object, or what an object has into one. */
  private void getObjects(List<Expr> arrays) {
    for (Expr array : arrays) {
      given(array);
      row(array).ifPresent(this::foreign);
    }
  }

  /** Whether rows of arrays may be other arrays after {@code s}, a call or copied code. */
  boolean movesRows(Stmt s) {
    return s instanceof Stmt.Call call
        ? crossings.of(call.callee()).rows()
        : ((Stmt.Opaque) s).effect().includes(Stmt.Effect.ARRAYS);
  }

  private Optional<Expr> row(Expr array) {
    return Optional.of(array)
        .filter(a -> a.type() instanceof Type.Array && a.type().rank() > 1)
        .map(a -> new Expr.Element(a, Exprs.num(0)));
  }

  private void given(Expr array) {
    if (array.type() instanceof Type.Array) {
      node(array); // a field that is met for the first time is foreign itself
      foreign.forEach(f -> mayBePartOf(f, array));
      given.add(array);
    }
  }

  private void foreign(Expr array) {
    if (array.type() instanceof Type.Array) {
      node(array);
      foreign.forEach(f -> mayBePartOf(f, array));
      given.forEach(g -> mayBePartOf(array, g));
      foreign.add(array);
    }
  }

  /** The classes of the arrays, and their rows, that objects refer to. */
  public Set<Integer> outside() {
    return classes(foreign);
  }

  /**
   * The classes of the arrays, and their rows, that copied code with that effect may change without
   * getting them itself.
   */
  public Set<Integer> changedFromOutside(Stmt.Effect effect) {
    Set<Integer> found = new HashSet<>();
    if (effect.includes(Stmt.Effect.OBJECTS)) {
      found.addAll(classes(given));
    }
    if (effect.includes(Stmt.Effect.STATE)) {
      found.addAll(outside());
    }
    return found;
  }

  private Set<Integer> classes(List<Expr> arrays) {
    Set<Integer> found = new HashSet<>();
    for (Expr array : arrays) {
      int memory = of(array);
      found.add(memory);
      for (int rank = array.type().rank(); rank > 1; rank--) {
        memory = element(memory);
        found.add(memory);
      }
    }
    return found;
  }

  /**
   * A function may return one of its arguments, a row of one, or an array with one among its rows.
   */
  private void mayBePartOf(Expr result, Expr argument) {
    boolean arrays = result.type() instanceof Type.Array && argument.type() instanceof Type.Array;
    if (arrays && innermost(argument.type()).equals(innermost(result.type()))) {
      int rank = Math.min(argument.type().rank(), result.type().rank());
      unify(rows(result, rank), rows(argument, rank));
    }
  }

  /** The class of the rows of that rank. */
  private int rows(Expr array, int rank) {
    int memory = node(array);
    for (int r = array.type().rank(); r > rank; r--) {
      memory = element(memory);
    }
    return memory;
  }

  /** Whether two arrays, or rows of them, may be the same array. */
  public boolean mayShare(Expr a, Expr b) {
    if (!(a.type() instanceof Type.Array) || !(b.type() instanceof Type.Array)) {
      return false;
    }
    boolean same = innermost(a.type()).equals(innermost(b.type()));
    return same && find(rows(a, 1)) == find(rows(b, 1));
  }

  /** Whether {@code function} stores a row into an array that it gets, or into one of its rows. */
  public boolean storesRowsIntoParameters(Function function) {
    boolean[] found = {false};
    Variables.forEachStatement(
        function.body(),
        s -> {
          if (s instanceof Stmt.Assign a
              && a.target() instanceof Expr.Element e
              && e.type() instanceof Type.Array) {
            found[0] |=
                function.parameters().stream().anyMatch(p -> mayShare(p.variable().read(), e));
          }
        });
    return found[0];
  }

  private static Type innermost(Type type) {
    return ((Type.Array) type).innermost();
  }

  /** Classes arise where arrays are mentioned, so that later questions change nothing. */
  private void expression(Expr e) {
    Variables.forEachNode(
        e,
        x -> {
          if (x.type() instanceof Type.Array type) {
            int memory = node(x);
            for (int rank = type.rank(); rank > 1; rank--) {
              memory = element(memory);
            }
          }
        });
  }

  private int node(Var variable) {
    return roots.computeIfAbsent(variable, v -> make());
  }

  private int node(Expr array) {
    if (array instanceof Expr.Read read) {
      return node(read.variable());
    }
    if (array instanceof Expr.Element e) {
      return element(node(e.array()));
    }
    if (array instanceof Expr.Pop pop) {
      // What a stack holds is known as the elements of an array are.
      return element(node(pop.stack()));
    }
    if (array instanceof Expr.Field f) {
      return field(f);
    }
    if (array instanceof Expr.Conditional c) {
      return unify(node(c.whenTrue()), node(c.whenFalse()));
    }
    Object key = new Identity(array);
    Integer known = roots.get(key);
    if (known == null) {
      known = made(array);
      roots.put(key, known);
    }
    return known;
  }

  private int field(Expr.Field field) {
    Integer known = roots.get(field);
    if (known == null) {
      known = make();
      roots.put(field, known);
      foreign(field);
    }
    return find(known);
  }

  /** A new array shares rows with the arrays that it was made of. */
  private int made(Expr array) {
    int memory = make();
    if (array instanceof Expr.CloneArray c && c.type().rank() > 1) {
      unify(element(memory), element(node(c.array())));
    } else if (array instanceof Expr.ArrayLiteral literal && literal.type().rank() > 1) {
      literal.elements().forEach(row -> unify(element(memory), node(row)));
    }
    return memory;
  }

  private int make() {
    parents.add(parents.size());
    return parents.size() - 1;
  }

  private int element(int memory) {
    int root = find(memory);
    Integer known = elements.get(root);
    if (known == null) {
      known = make();
      elements.put(root, known);
    }
    return find(known);
  }

  private int find(int memory) {
    int root = memory;
    while (parents.get(root) != root) {
      root = parents.get(root);
    }
    return root;
  }

  private int unify(int a, int b) {
    int first = find(a);
    int second = find(b);
    if (first == second) {
      return first;
    }
    parents.set(second, first);
    Integer one = elements.get(first);
    Integer other = elements.remove(second);
    if (one != null && other != null) {
      unify(one, other);
    } else if (other != null) {
      elements.put(first, other);
    }
    return find(first);
  }

  /** An allocation, which is a class of its own for each place where it stands. */
  private record Identity(Expr expr) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Identity that && expr == that.expr;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(expr);
    }
  }
}
