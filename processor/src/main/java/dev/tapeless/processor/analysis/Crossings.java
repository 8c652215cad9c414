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
 * Which functions may let references to arrays cross: put an array that they get, or a row of one,
 * into another one or into an object, or get one from an object.
 */
final class Crossings {

  private final Program program;
  private final Map<Callee, Boolean> known = new HashMap<>();

  private Crossings(Program program) {
    this.program = program;
  }

  /** Those in {@code program}; of a function that it does not have it is assumed. */
  static Crossings in(Program program) {
    return new Crossings(program);
  }

  /** Whether {@code callee}, or a function that it calls, may do so. */
  boolean mayBeIn(Callee callee) {
    return known.computeIfAbsent(callee, c -> reached(c).stream().anyMatch(this::crosses));
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

  /** Whether a function does so itself. An annotated method that is linked writes no arguments. */
  private boolean crosses(Callee callee) {
    if (program.derivative(callee).isPresent()) {
      return false;
    }
    return program.function(callee).map(Crossings::isIn).orElse(true);
  }

  private static boolean isIn(Function function) {
    boolean[] storesRows = {false};
    boolean[] found = {false};
    Variables.forEachStatement(
        function.body(),
        s -> {
          storesRows[0] |=
              s instanceof Stmt.Assign a
                  && a.target() instanceof Expr.Element
                  && a.value().type() instanceof Type.Array;
          found[0] |= s instanceof Stmt.Opaque opaque && isIn(opaque) || makesObject(s);
        });
    return found[0] || storesRows[0] && storesRowsOfParameters(function);
  }

  private static boolean isIn(Stmt.Opaque opaque) {
    return opaque.effect().includes(Stmt.Effect.ARRAYS)
        || opaque.result().filter(v -> v.type() instanceof Type.Array).isPresent()
        || opaque.code().assigned().stream().anyMatch(v -> v.type() instanceof Type.Array);
  }

  /** Whether {@code s} makes an object of an array, which may come back as an array later. */
  static boolean makesObject(Stmt s) {
    if (s instanceof Stmt.Declare d) {
      return d.value().filter(e -> isObject(d.variable().type(), e)).isPresent();
    }
    return s instanceof Stmt.Assign a && isObject(a.target().type(), a.value());
  }

  private static boolean isObject(Type target, Expr value) {
    boolean isArray = value.type() instanceof Type.Array;
    return isArray && target instanceof Type.Reference
        || target instanceof Type.Array array
            && value instanceof Expr.ArrayLiteral literal
            && literal.elements().stream().anyMatch(e -> isObject(array.element(), e));
  }

  private static boolean storesRowsOfParameters(Function function) {
    Memory memory = Memory.of(function);
    boolean[] found = {false};
    Variables.forEachStatement(
        function.body(),
        s -> {
          if (s instanceof Stmt.Assign a
              && a.target() instanceof Expr.Element e
              && e.type() instanceof Type.Array) {
            found[0] |=
                function.parameters().stream()
                    .anyMatch(p -> memory.mayShare(p.variable().read(), e));
          }
        });
    return found[0];
  }
}
