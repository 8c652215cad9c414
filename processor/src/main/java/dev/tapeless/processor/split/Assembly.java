package dev.tapeless.processor.split;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes functions of the regions of one that has been cut. */
final class Assembly {

  private final Function function;
  private final Regions regions;
  private final Sharing sharing;
  private final State state;
  private final Map<Callee, String> names;
  private final Vars vars;
  private final Var object;

  private Assembly(
      Function function, Regions regions, Sharing sharing, State state, Map<Callee, String> names) {
    this.function = function;
    this.regions = regions;
    this.sharing = sharing;
    this.state = state;
    this.names = names;
    this.vars = Vars.after(function);
    this.object = vars.make("state", state.type());
  }

  /**
   * The function that calls parts, and these in the order of {@code regions}.
   *
   * @param names of the parts, by their place
   */
  static Map<Callee, Function> of(
      Function function, Regions regions, Sharing sharing, State state, Map<Callee, String> names) {
    Assembly assembly = new Assembly(function, regions, sharing, state, names);
    Map<Callee, Function> made = new LinkedHashMap<>();
    for (Callee region : regions.all()) {
      made.put(region, region.equals(Regions.REST) ? assembly.rest() : assembly.part(region));
    }
    return made;
  }

  private Function rest() {
    Set<Var> direct = sharing.direct(Regions.REST);
    List<Stmt> body = new ArrayList<>();
    if (!sharing.shared().isEmpty()) {
      Expr created = new Expr.NewObject(state.type());
      body.add(new Stmt.Declare(object, Optional.of(created), Origin.NONE));
    }
    for (Parameter p : function.parameters()) {
      if (sharing.shared().contains(p.variable())) {
        body.add(store(p.variable()));
      }
    }
    body.addAll(body(Regions.REST));
    FieldAccess access = access(direct);
    return function.withBody(body).withResult(function.result().map(access::in));
  }

  private Function part(Callee place) {
    List<Parameter> parameters = new ArrayList<>();
    if (sharing.usesShared(place)) {
      parameters.add(new Parameter(object, false));
    }
    sharing.inputs(place).forEach(v -> parameters.add(new Parameter(v, false)));
    Optional<Expr> result = sharing.returned(place).map(Var::read);
    return new Function(callee(place), true, parameters, body(place), result, Origin.NONE);
  }

  private Callee callee(Callee place) {
    List<Type> types = new ArrayList<>();
    if (sharing.usesShared(place)) {
      types.add(object.type());
    }
    sharing.inputs(place).forEach(v -> types.add(v.type()));
    String name = Optional.ofNullable(names.get(place)).orElseThrow();
    return new Callee("", name, types, sharing.returned(place).map(Var::type))
        .throwing(function.callee().exceptions());
  }

  /** The statements of a region, between those that get variables and those that put them back. */
  private List<Stmt> body(Callee region) {
    Uses uses = regions.uses(region);
    List<Stmt> body = new ArrayList<>();
    for (Var v : sharing.displaced(region)) {
      body.add(new Stmt.Declare(v, Optional.empty(), Origin.NONE));
    }
    List<Var> copied = sharing.copied(region);
    for (Var v : copied) {
      if (!uses.declared().contains(v) && !uses.bare().contains(v)) {
        body.add(new Stmt.Declare(v, Optional.of(state.field(object, v)), Origin.NONE));
      }
    }
    List<Stmt> declared = withoutMoved(regions.statements(region), region);
    body.addAll(called(access(sharing.direct(region)).in(declared)));
    for (Var v : copied) {
      if (uses.written().contains(v)) {
        body.add(store(v));
      }
    }
    return body;
  }

  private Stmt store(Var v) {
    return new Stmt.Assign(state.field(object, v), v.read(), Origin.NONE);
  }

  private FieldAccess access(Set<Var> direct) {
    return new FieldAccess(direct, v -> state.field(object, v), this::isPart, vars);
  }

  private boolean isPart(Stmt s) {
    return s instanceof Stmt.Call call && names.containsKey(call.callee());
  }

  /** Without the declarations that are made elsewhere. */
  private List<Stmt> withoutMoved(List<Stmt> statements, Callee region) {
    List<Stmt> kept = new ArrayList<>();
    for (Stmt s : statements) {
      boolean isMoved =
          s instanceof Stmt.Declare d
              && d.value().isEmpty()
              && !sharing.keepsBare(d.variable(), region);
      if (!isMoved) {
        kept.add(Children.map(s, e -> e, b -> withoutMoved(b, region)));
      }
    }
    return kept;
  }

  /** With calls of the parts in their places. */
  private List<Stmt> called(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      if (isPart(s)) {
        call(((Stmt.Call) s).callee(), out);
      } else {
        out.add(Children.map(s, e -> e, this::called));
      }
    }
    return out;
  }

  private void call(Callee place, List<Stmt> out) {
    List<Expr> arguments = new ArrayList<>();
    if (sharing.usesShared(place)) {
      arguments.add(object.read());
    }
    sharing.inputs(place).forEach(v -> arguments.add(v.read()));
    Optional<Var> returned = sharing.returned(place);
    boolean isNew = returned.filter(v -> sharing.isMade(v, place)).isPresent();
    Optional<Var> result = isNew ? returned : returned.map(v -> vars.make(v.name(), v.type()));
    out.add(new Stmt.Call(result, callee(place), arguments, Origin.NONE));
    if (returned.isPresent() && !isNew) {
      Expr value = result.orElseThrow().read();
      out.add(new Stmt.Assign(returned.get().read(), value, Origin.NONE));
    }
  }
}
