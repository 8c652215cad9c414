package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.Location;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import dev.tapeless.processor.simplify.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses calls of recursive helpers whose derivative is a function of its own and that let
 * references to arrays cross in a way which that function cannot follow: the array of adjoints
 * would no longer be the one that belongs to the array.
 */
final class HelperCheck {

  private static final String ADVICE =
      "let the recursive method work on arrays of its own, or write it as a loop";

  private final Function caller;
  private final Program program;
  private final Memory memory;
  private final Effects effects;
  private final List<Finding> findings = new ArrayList<>();

  private HelperCheck(Function caller, Program program, Memory memory) {
    this.caller = caller;
    this.program = program;
    this.memory = memory;
    this.effects = Effects.of(memory, program);
  }

  /** What is wrong with the calls in {@code caller} through which derivatives pass. */
  static List<Finding> of(Function caller, Program program, Memory memory, Activity activity) {
    HelperCheck check = new HelperCheck(caller, program, memory);
    Variables.forEachStatement(
        caller.body(),
        s -> {
          if (s instanceof Stmt.Call call && activity.isActive(call)) {
            program.function(call.callee()).ifPresent(helper -> check.call(call, helper));
          }
        });
    return check.findings;
  }

  private void call(Stmt.Call call, Function helper) {
    if (sharesWritten(call)) {
      refuse(call, "writing an array that a recursive method gets twice");
    }
    // What other methods do for it, such as System.arraycopy, is done by the helper.
    Function whole = Inline.of(helper, program);
    Memory inside = Memory.of(whole, program);
    if (inside.storesRowsIntoParameters(whole)) {
      refuse(call, "storing a row into an array that a recursive method gets");
    }
    if (returnsArgument(call, whole, inside) && isWritten(call)) {
      refuse(call, "writing an array that a recursive method gets and may return");
    }
  }

  private void refuse(Stmt.Call call, String construct) {
    findings.add(new Finding(new Problem.NotSupportedYet(construct, ADVICE), call.origin()));
  }

  private boolean sharesWritten(Stmt.Call call) {
    for (int written : effects.writtenArguments(call)) {
      Expr array = call.arguments().get(written);
      for (int i = 0; i < call.arguments().size(); i++) {
        if (i != written && memory.mayShare(array, call.arguments().get(i))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Var> parameters(Function helper) {
    return helper.parameters().stream().map(Parameter::variable).toList();
  }

  private static boolean returnsArgument(Stmt.Call call, Function helper, Memory inside) {
    Optional<Expr> result = helper.result().filter(r -> call.result().isPresent());
    return result.isPresent()
        && parameters(helper).stream().anyMatch(p -> inside.mayShare(p.read(), result.get()));
  }

  /**
   * Whether the array that {@code call} returns, or one that it may be, is written by the caller or
   * the helper.
   */
  private boolean isWritten(Stmt.Call call) {
    Set<Location> written = effects.writtenBy(caller.body());
    return effects.contents(call.result().orElseThrow().read()).stream()
        .anyMatch(written::contains);
  }
}
