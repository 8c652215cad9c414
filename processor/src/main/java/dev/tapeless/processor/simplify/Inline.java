package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Reach;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Stmt.Effect;
import dev.tapeless.processor.ir.Throwing;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the bodies of helpers in the place of their calls: {@code r = f(e)} is {@code p = e; body of
 * f; r = result of f}, with variables of its own.
 *
 * <p>Calls of recursive functions stay, those of which there would be too many copies, and calls
 * that the generated class may make itself and that no derivative can pass: those without an
 * argument that is or holds a real number.
 */
public final class Inline {

  private final Program program;
  private final Vars vars;
  private final Set<Callee> apart;
  private final Set<Expr> objects = new HashSet<>();

  private Inline(Program program, Vars vars, Set<Callee> apart) {
    this.program = program;
    this.vars = vars;
    this.apart = apart;
  }

  /** {@code function} with all calls inlined that can be. */
  public static Function of(Function function, Program program) {
    Set<Callee> recursive = recursive(program);
    Set<Callee> apart = new HashSet<>(recursive);
    apart.addAll(InlineBudget.apart(function, program, recursive));
    Inline inline = new Inline(program, Vars.after(function), apart);
    return function.withBody(inline.block(function.body()));
  }

  /** The functions of {@code program} that call themselves, directly or through others. */
  private static Set<Callee> recursive(Program program) {
    Map<Callee, Set<Callee>> reached = new LinkedHashMap<>();
    program.functions().forEach((callee, f) -> reached.put(callee, calledBy(f)));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Set<Callee> set : reached.values()) {
        Set<Callee> more = new HashSet<>();
        set.forEach(c -> more.addAll(reached.getOrDefault(c, Set.of())));
        changed |= set.addAll(more);
      }
    }
    Set<Callee> found = new HashSet<>();
    reached.forEach(
        (callee, set) -> {
          if (set.contains(callee)) {
            found.add(callee);
          }
        });
    return found;
  }

  private static Set<Callee> calledBy(Function function) {
    Set<Callee> called = new HashSet<>();
    Variables.forEachStatement(
        function.body(),
        s -> {
          if (s instanceof Stmt.Call call) {
            called.add(call.callee());
          }
        });
    return called;
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> result = new ArrayList<>();
    for (Stmt statement : statements) {
      Optional<Function> body = body(statement);
      if (body.isPresent()) {
        inline((Stmt.Call) statement, body.get(), result);
      } else {
        NullChecked.object(statement).ifPresent(o -> objects.add(o.read()));
        result.add(Children.map(statement, e -> e, this::block));
      }
    }
    return result;
  }

  private Optional<Function> body(Stmt statement) {
    if (!(statement instanceof Stmt.Call call) || apart.contains(call.callee())) {
      return Optional.empty();
    }
    boolean passive = call.callee().parameters().stream().noneMatch(t -> t.isDifferentiable());
    return program
        .function(call.callee())
        .filter(
            f ->
                !(passive && f.callable())
                    || returnsRecord(f)
                    || mayChangeState(f.callee())
                    || call.arguments().stream().anyMatch(objects::contains));
  }

  /** Of a record the components have to be known. */
  private static boolean returnsRecord(Function function) {
    return function.callee().result().filter(Type.RecordOf.class::isInstance).isPresent();
  }

  /** Whether a caller has to know what the function does besides returning a value. */
  private boolean mayChangeState(Callee callee) {
    return Reach.of(callee, program).includes(Effect.OBJECTS);
  }

  private void inline(Stmt.Call call, Function function, List<Stmt> out) {
    Map<Var, Expr> replacements = new LinkedHashMap<>();
    for (Var v : function.variables()) {
      replacements.put(v, vars.make(v.name(), v.type()).read());
    }
    boolean isInPlace = call.result().isPresent() && makesResult(function);
    if (isInPlace) {
      Expr result = call.result().get().read();
      replacements.put(((Expr.Read) function.result().orElseThrow()).variable(), result);
    }
    Set<Var> assigned = Variables.assignedIn(function.body());
    for (int i = 0; i < call.arguments().size(); i++) {
      Var parameter = function.parameters().get(i).variable();
      Expr argument = call.arguments().get(i);
      boolean same = argument.type().equals(parameter.type());
      if (!assigned.contains(parameter) && same && isStable(argument)) {
        replacements.put(parameter, argument);
      } else {
        Var local = ((Expr.Read) replacements.get(parameter)).variable();
        out.add(new Stmt.Declare(local, Optional.of(argument), call.origin()));
      }
    }
    List<Stmt> body = Substitution.apply(replacements, function.body());
    out.addAll(block(Placed.at(call.origin(), body)));
    if (call.result().isPresent() && !isInPlace) {
      Expr value = Substitution.apply(replacements, function.result().orElseThrow());
      out.add(new Stmt.Declare(call.result().get(), Optional.of(value), call.origin()));
    } else if (call.result().isEmpty()) {
      // What nobody wants to know may fail all the same.
      function
          .result()
          .filter(Throwing::canThrow)
          .map(e -> Substitution.apply(replacements, e))
          .ifPresent(e -> out.add(unused(e, call)));
    }
  }

  private Stmt unused(Expr value, Stmt.Call call) {
    return new Stmt.Declare(vars.make("unused", value.type()), Optional.of(value), call.origin());
  }

  /** Whether the result is a variable that the body declares where the caller can see it. */
  private static boolean makesResult(Function function) {
    return function.result().filter(Expr.Read.class::isInstance).stream()
        .map(r -> ((Expr.Read) r).variable())
        .anyMatch(
            v ->
                v.type().equals(function.callee().result().orElseThrow())
                    && function.body().stream()
                        .anyMatch(s -> s instanceof Stmt.Declare d && d.variable().equals(v)));
  }

  /**
   * A caller's variable cannot change while the callee runs, nor can a record. The literal {@code
   * null} has no type of its own.
   */
  private static boolean isStable(Expr argument) {
    return argument instanceof Expr.Read
        || argument instanceof Expr.Component component && isStable(component.record())
        || argument instanceof Expr.Literal literal && literal.value() != Expr.Literal.NULL;
  }
}
