package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.frontend.DerivativeTemplate;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import dev.tapeless.processor.problems.Refusal;
import dev.tapeless.processor.rules.Rules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Refuses a function in which an active value passes through a library method whose derivative is
 * not known.
 */
final class DerivativeCheck {

  private DerivativeCheck() {}

  /**
   * Checks all of {@code function}.
   *
   * @param helper whether its caller sees the arrays that it writes
   * @throws Refusal with one finding for each such call
   */
  static void of(Function function, Program program, boolean helper) {
    Memory memory = Memory.of(function, program);
    Activity activity = Activity.of(function, memory, program, Activity.Scope.of(helper, false));
    List<Finding> findings = new ArrayList<>();
    Variables.forEachStatement(
        function.body(), s -> Children.expressions(s).forEach(e -> check(e, activity, findings)));
    function.result().ifPresent(e -> check(e, activity, findings));
    Variables.forEachStatement(function.body(), s -> check(s, memory, activity, findings));
    Variables.forEachStatement(
        function.body(),
        s -> {
          if (s instanceof Stmt.Call call) {
            program.derivative(call.callee()).ifPresent(d -> check(call, d, activity, findings));
          }
        });
    findings.addAll(RepeatCheck.of(function, program, activity));
    findings.addAll(TextCheck.of(function, program, memory, activity));
    findings.addAll(HelperCheck.of(function, program, memory, activity));
    findings.addAll(BitsCheck.of(function, program, memory, activity, helper));
    if (!findings.isEmpty()) {
      throw new Refusal(List.copyOf(new LinkedHashSet<>(findings)));
    }
  }

  private static void check(Stmt s, Memory memory, Activity activity, List<Finding> findings) {
    if (s instanceof Stmt.Opaque opaque
        && !opaque.isText()
        && getsActive(opaque.code(), activity)) {
      String words = opaque.code().words();
      Problem problem =
          opaque.code().isStatement()
              ? new Problem.Unsupported(
                  "an active value in " + words, "compute with active values before or after it")
              : new Problem.NoDerivative(words, opaque.code().declaration());
      findings.add(new Finding(problem, opaque.origin()));
    }
    if (s instanceof Stmt.Assign a
        && a.target() instanceof Expr.Element e
        && memory.outside().contains(memory.of(e.array()))) {
      findings.add(new Finding(new Problem.WritesState("an array of an object"), a.origin()));
    }
  }

  /** What a derivative holds constant must be constant. */
  private static void check(
      Stmt.Call call, LinkedDerivative derivative, Activity activity, List<Finding> findings) {
    if (call.results().stream().noneMatch(activity::isActive)) {
      return;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      Expr argument = call.arguments().get(i);
      if (!derivative.active().get(i)
          && argument.type().isDifferentiable()
          && activity.isVaried(argument)) {
        Callee callee = call.callee();
        String owner = callee.owner().substring(callee.owner().lastIndexOf('.') + 1);
        int first = callee.isOnObject() ? 0 : 1;
        Problem problem = new Problem.ConstantParameter(owner + "." + callee.name(), i + first);
        findings.add(new Finding(problem, call.origin()));
      }
    }
  }

  private static boolean getsActive(Snippet code, Activity activity) {
    return code.operands().stream().anyMatch(activity::isVaried)
        || code.assigned().stream().anyMatch(v -> activity.isVaried(v.read()));
  }

  private static Callee called(Expr.LibraryCall call) {
    List<Type> types = call.arguments().stream().map(Expr::type).toList();
    return new Callee(call.owner(), call.method(), types, Optional.of(call.type()));
  }

  private static void check(Expr expr, Activity activity, List<Finding> findings) {
    Variables.forEachNode(
        expr,
        e -> {
          if (e instanceof Expr.LibraryCall call
              && activity.isActive(call)
              && !Rules.isStep(call)
              && Rules.rule(call).isEmpty()) {
            String owner = call.owner().substring(call.owner().lastIndexOf('.') + 1);
            Problem problem =
                new Problem.NoDerivative(
                    owner + "." + call.method(), DerivativeTemplate.of(called(call)));
            findings.add(new Finding(problem, call.origin()));
          }
        });
  }
}
