package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.analysis.TextFlow;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses a function that makes text of an active value and reads a number from the text, itself or
 * in a method that it gives the text to.
 */
final class TextCheck {

  private final Program program;
  private final Set<Given> seen = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private TextCheck(Program program) {
    this.program = program;
  }

  /** Which parameters of a helper are text of active values. */
  private record Given(Callee callee, List<Var> parameters) {}

  /** What is wrong in {@code function}. */
  static List<Finding> of(Function function, Program program, Memory memory, Activity activity) {
    TextCheck check = new TextCheck(program);
    TextFlow flow = TextFlow.of(function, memory, activity, List.of());
    Variables.forEachStatement(function.body(), s -> check.statement(s, flow, s.origin()));
    return check.findings;
  }

  private void statement(Stmt s, TextFlow flow, Origin place) {
    if (s instanceof Stmt.Opaque opaque
        && !opaque.isText()
        && opaque.code().operands().stream().anyMatch(flow::tells)) {
      findings.add(new Finding(new Problem.NoDerivative(opaque.code().words(), ""), place));
    } else if (s instanceof Stmt.Call call) {
      program.function(call.callee()).ifPresent(helper -> call(call, helper, flow, place));
    }
  }

  private void call(Stmt.Call call, Function helper, TextFlow flow, Origin place) {
    List<Var> given = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      if (flow.tells(call.arguments().get(i))) {
        given.add(helper.parameters().get(i).variable());
      }
    }
    if (!given.isEmpty() && seen.add(new Given(call.callee(), given))) {
      Memory memory = Memory.of(helper, program);
      Activity activity = Activity.of(helper, memory, program, Activity.Scope.HELPER);
      TextFlow inside = TextFlow.of(helper, memory, activity, given);
      Variables.forEachStatement(helper.body(), s -> statement(s, inside, place));
    }
  }
}
