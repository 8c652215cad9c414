package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.rules.Rule;
import dev.tapeless.processor.rules.Rules;
import dev.tapeless.processor.simplify.NameSubexpressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells from activity and rules which subexpressions need a name. */
record NamingFacts(Activity activity) implements NameSubexpressions.Facts {

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
