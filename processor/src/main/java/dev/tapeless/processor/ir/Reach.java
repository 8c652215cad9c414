package dev.tapeless.processor.ir;

import dev.tapeless.processor.ir.Stmt.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a call runs: the function that it calls, and all that this one calls in turn. */
public final class Reach {

  private final Map<Callee, Function> functions = new LinkedHashMap<>();

  private Reach() {}

  /** What a call of {@code callee} runs. */
  public static Reach of(Callee callee, Program program) {
    Reach reach = new Reach();
    reach.add(callee, program);
    return reach;
  }

  private void add(Callee callee, Program program) {
    Function function = program.function(callee).orElse(null);
    if (function != null && functions.put(callee, function) == null) {
      Variables.forEachStatement(
          function.body(),
          s -> {
            if (s instanceof Stmt.Call call) {
              add(call.callee(), program);
            }
          });
    }
  }

  /** The statements of all functions, at any depth. */
  public List<Stmt> statements() {
    List<Stmt> statements = new ArrayList<>();
    functions.values().forEach(f -> Variables.forEachStatement(f.body(), statements::add));
    return statements;
  }

  /** Whether copied code among the statements can do what {@code effect} says. */
  public boolean includes(Effect effect) {
    return statements().stream()
        .anyMatch(s -> s instanceof Stmt.Opaque opaque && opaque.effect().includes(effect));
  }
}
