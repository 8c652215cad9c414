package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Stmt.Effect;
import dev.tapeless.processor.ir.Variables;
import java.util.HashMap;
import java.util.Map;

/** What calls can change for their callers, by the name under which the program knows them. */
final class CalleeEffects {

  private final MethodEffects methods;
  private final Map<Callee, Specialisation> named = new HashMap<>();
  private final Map<Callee, Effect> known = new HashMap<>();

  CalleeEffects(MethodEffects methods) {
    this.methods = methods;
  }

  /** Notes that {@code callee} calls a method with a source. */
  void add(Callee callee, Specialisation method) {
    named.put(callee, method);
  }

  /** Notes the function that a lambda expression stands for. */
  void add(Function lambda) {
    Effect[] effect = {Effect.NONE};
    Variables.forEachStatement(lambda.body(), s -> effect[0] = effect[0].and(of(s)));
    known.put(lambda.callee(), effect[0]);
  }

  private Effect of(Stmt s) {
    if (s instanceof Stmt.Opaque opaque) {
      return opaque.effect();
    }
    if (s instanceof Stmt.Call call) {
      return of(call.callee());
    }
    boolean writes = s instanceof Stmt.Assign assign && assign.target() instanceof Expr.Element;
    return writes ? Effect.ARRAYS : Effect.NONE;
  }

  /** What a call of {@code callee} can do: what is not known by its source only calculates. */
  Effect of(Callee callee) {
    Effect effect = known.get(callee);
    if (effect == null && named.containsKey(callee)) {
      effect = of(named.get(callee));
      known.put(callee, effect);
    }
    return effect == null ? Effect.ARRAYS : effect;
  }

  private Effect of(Specialisation specialisation) {
    // The prelude does what the JDK does with arrays.
    if (Callees.owner(specialisation.method()).startsWith(PreludeSource.PACKAGE)) {
      return Effect.ARRAYS;
    }
    Effect functions = specialisation.lambdas().isEmpty() ? Effect.STATE : Effect.NONE;
    for (Lambda lambda : specialisation.lambdas().values()) {
      functions = functions.and(of(lambda.callee()));
    }
    return methods.of(specialisation.method(), functions);
  }
}
