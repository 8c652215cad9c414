package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where functions may let references to arrays cross: put one that they get into another, or into
 * an object, or get one from an object.
 */
final class Crossings {

  private static final Program NOTHING = new Program(Map.of(), Map.of());

  private final Program program;
  private final Crossing unknown;
  private final Map<Callee, Crossing> known = new HashMap<>();

  private Crossings(Program program, Crossing unknown) {
    this.program = program;
    this.unknown = unknown;
  }

  /**
   * What a function may do.
   *
   * @param rows whether it puts arrays that it gets, or rows of them, into each other
   * @param objects whether it puts arrays into objects, or gets them from objects
   */
  record Crossing(boolean rows, boolean objects) {

    static final Crossing NONE = new Crossing(false, false);
    static final Crossing ANY = new Crossing(true, true);

    Crossing or(Crossing other) {
      return new Crossing(rows || other.rows, objects || other.objects);
    }
  }

  /** Of a function of which nothing is known. */
  static Crossings unknown() {
    return in(NOTHING);
  }

  /** Those in {@code program}; a function that it does not have may do anything. */
  static Crossings in(Program program) {
    return new Crossings(program, Crossing.ANY);
  }

  /** What {@code callee}, or a function that it calls, may do. */
  Crossing of(Callee callee) {
    return known.computeIfAbsent(
        callee, c -> reached(c).stream().map(this::own).reduce(Crossing.NONE, Crossing::or));
  }

  private Set<Callee> reached(Callee start) {
    Set<Callee> reached = new HashSet<>(Set.of(start));
    Deque<Callee> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      List<Stmt> body = program.function(open.remove()).map(Function::body).orElse(List.of());
      Variables.forEachStatement(
          body,
          s -> {
            if (s instanceof Stmt.Call call && reached.add(call.callee())) {
              open.add(call.callee());
            }
          });
    }
    return reached;
  }

  /** What a function does itself. An annotated method that is linked writes no arguments. */
  private Crossing own(Callee callee) {
    if (program.derivative(callee).isPresent()) {
      return Crossing.NONE;
    }
    return program.function(callee).map(Crossings::in).orElse(unknown);
  }

  private static Crossing in(Function function) {
    boolean[] rows = {false};
    boolean[] objects = {false};
    Variables.forEachStatement(
        function.body(),
        s -> {
          rows[0] |= s instanceof Stmt.Opaque o && o.effect().includes(Stmt.Effect.ARRAYS);
          objects[0] |= s instanceof Stmt.Opaque o && usesObjects(o) || makesObject(s);
        });
    // What the functions do that it calls comes in addition.
    Memory memory = Memory.of(function, new Crossings(NOTHING, Crossing.NONE));
    return new Crossing(
        rows[0] || memory.storesRowsIntoParameters(function),
        objects[0] || returnsFromObject(function, memory));
  }

  private static boolean usesObjects(Stmt.Opaque opaque) {
    return opaque.effect().includes(Stmt.Effect.OBJECTS)
        || opaque.result().filter(v -> v.type() instanceof Type.Array).isPresent()
        || opaque.code().assigned().stream().anyMatch(v -> v.type() instanceof Type.Array);
  }

  /** Whether {@code s} makes an object of an array, which may come back as an array later. */
  private static boolean makesObject(Stmt s) {
    if (s instanceof Stmt.Declare d) {
      return d.value().filter(e -> becomesObject(d.variable().type(), e)).isPresent();
    }
    return s instanceof Stmt.Assign a && becomesObject(a.target().type(), a.value());
  }

  /** Whether an array in {@code value} becomes an object in what has the type {@code target}. */
  static boolean becomesObject(Type target, Expr value) {
    boolean isArray = value.type() instanceof Type.Array;
    return isArray && target instanceof Type.Reference
        || target instanceof Type.Array array
            && value instanceof Expr.ArrayLiteral literal
            && literal.elements().stream().anyMatch(e -> becomesObject(array.element(), e));
  }

  private static boolean returnsFromObject(Function function, Memory memory) {
    return function
        .result()
        .filter(r -> r.type() instanceof Type.Array && memory.outside().contains(memory.of(r)))
        .isPresent();
  }
}
