package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Leaf;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts variables for the {@linkplain Leaf leaves} of a record in the place of the variables that
 * hold the record: {@code p = new Point(a, b)} is {@code pX = a; pY = b}, and {@code p.x()} is
 * {@code pX}. A record never changes, so nobody can tell the difference. A function that returns a
 * record returns its leaves.
 *
 * <p>No call that is left gets or returns a record: it gets and returns the leaves.
 */
public final class TakenApart {

  private final Vars vars;
  private final Map<Var, List<Expr>> parts = new HashMap<>();

  private TakenApart(Vars vars) {
    this.vars = vars;
  }

  /** {@code function} without records, but for the one that holds the results. */
  public static Function of(Function function) {
    boolean hasRecords =
        function.variables().stream().anyMatch(v -> v.type() instanceof Type.RecordOf)
            || function.result().filter(TakenApart::isRecord).isPresent();
    return hasRecords ? new TakenApart(Vars.after(function)).function(function) : function;
  }

  /**
   * {@code program} with functions that use no records, but for those that get or return them, or
   * call one of these that cannot be inlined.
   */
  public static Program of(Program program) {
    Map<Callee, Function> functions = new LinkedHashMap<>(program.functions());
    functions.replaceAll(
        (callee, f) -> !hasRecords(callee) && usesRecords(f) ? inlined(f, program) : f);
    return new Program(functions, program.linked(), program.classes());
  }

  private static Function inlined(Function f, Program program) {
    Function inlined = Inline.of(f, program);
    boolean[] isOpen = {false};
    Variables.forEachStatement(
        inlined.body(),
        s ->
            isOpen[0] |=
                s instanceof Stmt.Call call
                    && hasRecords(call.callee())
                    && program.derivative(call.callee()).isEmpty());
    return isOpen[0] ? f : of(inlined);
  }

  /** Whether {@code callee} gets or returns records. */
  public static boolean hasRecords(Callee callee) {
    return Stream.concat(callee.parameters().stream(), callee.result().stream())
        .anyMatch(Type.RecordOf.class::isInstance);
  }

  private static boolean usesRecords(Function function) {
    return function.variables().stream().anyMatch(v -> v.type() instanceof Type.RecordOf);
  }

  private static boolean isRecord(Expr e) {
    return e.type() instanceof Type.RecordOf;
  }

  private Function function(Function function) {
    List<Parameter> parameters = new ArrayList<>();
    for (Parameter p : function.parameters()) {
      if (p.variable().type() instanceof Type.RecordOf) {
        for (Var part : variables(p.variable())) {
          parameters.add(new Parameter(part, p.active() && part.type().isDifferentiable()));
        }
      } else {
        parameters.add(p);
      }
    }
    List<Stmt> body = new ArrayList<>(block(function.body()));
    Optional<Expr> result = function.result().map(e -> isRecord(e) ? result(e, body) : rewrite(e));
    Callee callee =
        new Callee(
                function.callee().owner(),
                function.callee().name(),
                parameters.stream().map(p -> p.variable().type()).toList(),
                function.callee().result().map(t -> result.map(Expr::type).orElse(t)))
            .throwing(function.callee().exceptions());
    return new Function(callee, function.callable(), parameters, body, result, function.origin());
  }

  /** The leaves of the result; arrays among them are variables. */
  private Expr result(Expr record, List<Stmt> body) {
    List<Leaf> leaves = Leaf.of(record.type());
    List<Expr> values = new ArrayList<>();
    List<Type.Component> components = new ArrayList<>();
    List<Expr> found = leaves(record);
    for (int i = 0; i < leaves.size(); i++) {
      String name = leaves.get(i).name("result");
      Expr value = found.get(i);
      if (!(value.type() instanceof Type.Primitive || value instanceof Expr.Read)) {
        Var kept = vars.make(name, value.type());
        body.add(new Stmt.Declare(kept, Optional.of(value), Origin.NONE));
        value = kept.read();
      }
      values.add(value);
      components.add(new Type.Component(name, value.type()));
    }
    return new Expr.NewRecord(new Type.RecordOf("Results", components), values);
  }

  /** New variables for the leaves of {@code record}. */
  private List<Var> variables(Var record) {
    List<Var> variables =
        Leaf.of(record.type()).stream()
            .map(l -> vars.make(l.name(record.name()), l.type()))
            .toList();
    parts.put(record, variables.stream().<Expr>map(Var::read).toList());
    return variables;
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      if (s instanceof Stmt.Declare d && d.variable().type() instanceof Type.RecordOf) {
        declare(d, out);
      } else if (s instanceof Stmt.Assign a
          && a.target() instanceof Expr.Read target
          && parts.containsKey(target.variable())) {
        assign(parts.get(target.variable()), a.value(), a.origin(), out);
      } else if (s instanceof Stmt.Call call) {
        call(call, out);
      } else {
        out.add(Children.map(s, this::rewrite, this::block));
      }
    }
    return out;
  }

  private void call(Stmt.Call call, List<Stmt> out) {
    List<Expr> arguments = call.arguments().stream().flatMap(a -> leaves(a).stream()).toList();
    List<Var> results =
        call.results().stream()
            .flatMap(r -> isRecord(r.read()) ? variables(r).stream() : Stream.of(r))
            .toList();
    out.add(new Stmt.Call(results, call.callee(), arguments, call.origin()));
  }

  private void declare(Stmt.Declare d, List<Stmt> out) {
    boolean isChosen = d.value().filter(Expr.Conditional.class::isInstance).isPresent();
    List<Expr> values =
        d.value().filter(e -> !(e instanceof Expr.Conditional)).map(this::leaves).orElse(List.of());
    List<Var> variables = variables(d.variable());
    for (int i = 0; i < variables.size(); i++) {
      Optional<Expr> value = values.isEmpty() ? Optional.empty() : Optional.of(values.get(i));
      out.add(new Stmt.Declare(variables.get(i), value, d.origin()));
    }
    if (isChosen) {
      assign(parts.get(d.variable()), d.value().get(), d.origin(), out);
    }
  }

  private void assign(List<Expr> targets, Expr value, Origin origin, List<Stmt> out) {
    if (value instanceof Expr.Conditional choice) {
      List<Stmt> then = new ArrayList<>();
      assign(targets, choice.whenTrue(), origin, then);
      List<Stmt> otherwise = new ArrayList<>();
      assign(targets, choice.whenFalse(), origin, otherwise);
      out.add(new Stmt.If(rewrite(choice.condition()), then, otherwise, origin));
      return;
    }
    List<Expr> values = leaves(value);
    boolean isTangled = isTangled(targets, values);
    List<Stmt> stores = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Expr.Read target = (Expr.Read) targets.get(i);
      Expr leaf = values.get(i);
      if (target.equals(leaf)) {
        continue;
      }
      if (isTangled) {
        Var next = vars.make(target.variable().name() + "Next", target.type());
        out.add(new Stmt.Declare(next, Optional.of(leaf), origin));
        leaf = next.read();
      }
      stores.add(new Stmt.Assign(target, leaf, origin));
    }
    out.addAll(stores);
  }

  /** Whether a value reads one of the variables that are assigned before it is evaluated. */
  private static boolean isTangled(List<Expr> targets, List<Expr> values) {
    for (int i = 1; i < values.size(); i++) {
      Set<Var> read = Variables.readBy(values.get(i));
      for (int j = 0; j < i; j++) {
        Expr target = targets.get(j);
        if (!target.equals(values.get(j)) && read.contains(((Expr.Read) target).variable())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The leaves of the record that {@code e} stands for, without records. */
  private List<Expr> leaves(Expr e) {
    if (!(e.type() instanceof Type.RecordOf type)) {
      return List.of(rewrite(e));
    }
    if (e instanceof Expr.Read read) {
      return parts.get(read.variable());
    }
    if (e instanceof Expr.NewRecord made) {
      return made.arguments().stream().flatMap(a -> leaves(a).stream()).toList();
    }
    if (e instanceof Expr.Component component) {
      return within(component);
    }
    if (e instanceof Expr.Conditional choice) {
      Expr condition = rewrite(choice.condition());
      List<Expr> whenTrue = leaves(choice.whenTrue());
      List<Expr> whenFalse = leaves(choice.whenFalse());
      List<Expr> chosen = new ArrayList<>();
      for (int i = 0; i < whenTrue.size(); i++) {
        chosen.add(new Expr.Conditional(condition, whenTrue.get(i), whenFalse.get(i)));
      }
      return chosen;
    }
    throw new IllegalStateException("no leaves of " + e + ", a " + type.name());
  }

  private List<Expr> within(Expr.Component component) {
    Type.RecordOf record = (Type.RecordOf) component.record().type();
    int from = 0;
    for (Type.Component c : record.components()) {
      int size = Leaf.of(c.type()).size();
      if (c.name().equals(component.name())) {
        return leaves(component.record()).subList(from, from + size);
      }
      from += size;
    }
    throw new IllegalStateException("no component " + component.name());
  }

  private Expr rewrite(Expr e) {
    return e instanceof Expr.Component component
        ? within(component).get(0)
        : Children.map(e, this::rewrite);
  }
}
