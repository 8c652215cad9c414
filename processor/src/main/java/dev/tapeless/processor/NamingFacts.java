package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.Location;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.rules.Rule;
import dev.tapeless.processor.rules.Rules;
import dev.tapeless.processor.simplify.NameSubexpressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells from activity and rules which subexpressions need a name.
 *
 * @param fleeting the classes of the arrays that copied code may change without getting them
 * @param written what an adjoint writes; empty for what is no adjoint
 */
record NamingFacts(
    Activity activity, Memory memory, Set<Integer> fleeting, Optional<Set<Location>> written)
    implements NameSubexpressions.Facts {

  /** The facts about {@code function}. */
  static NamingFacts of(Function function, Activity activity, Memory memory) {
    Set<Integer> fleeting = new HashSet<>();
    Variables.forEachStatement(
        function.body(),
        s -> {
          if (s instanceof Stmt.Opaque opaque) {
            fleeting.addAll(memory.changedFromOutside(opaque.effect()));
          }
        });
    return new NamingFacts(activity, memory, fleeting, Optional.empty());
  }

  /** The same about an adjoint that is going to be differentiated. */
  static NamingFacts ofAdjoint(
      Function function, Activity activity, Memory memory, Program program) {
    NamingFacts facts = of(function, activity, memory);
    Set<Location> written = Effects.of(memory, program).writtenBy(function.body());
    return new NamingFacts(activity, memory, facts.fleeting(), Optional.of(written));
  }

  @Override
  public boolean isAdjoint() {
    return written.isPresent();
  }

  @Override
  public boolean isConstant(Expr.Element e) {
    return written.isPresent()
        && !fleeting.contains(memory.of(e.array()))
        && !written.get().contains(new Location.Contents(memory.of(e.array())));
  }

  @Override
  public boolean isFleeting(Expr e) {
    boolean[] found = {false};
    Variables.forEachNode(
        e,
        x ->
            found[0] |=
                x instanceof Expr.Element element && fleeting.contains(memory.of(element.array())));
    return found[0];
  }

  @Override
  public boolean isActive(Expr e) {
    return activity.isActive(e);
  }

  @Override
  public int uses(Expr.LibraryCall call, int argument) {
    Optional<Rule> rule = Rules.rule(call);
    if (rule.isEmpty()) {
      return 0;
    }
    List<Expr> arguments = new ArrayList<>(call.arguments());
    Var probe = new Var(-1, "argument", arguments.get(argument).type());
    arguments.set(argument, probe.read());
    Expr result = new Var(-2, "result", call.type()).read();
    Expr factor = new Var(-3, "factor", call.type()).read();
    int[] uses = {0};
    for (int i = 0; i < arguments.size(); i++) {
      if (activity.isActive(call.arguments().get(i))) {
        Variables.forEachNode(
            rule.get().times(i, arguments, result, factor),
            e -> uses[0] += e.equals(probe.read()) ? 1 : 0);
      }
    }
    return uses[0];
  }
}
