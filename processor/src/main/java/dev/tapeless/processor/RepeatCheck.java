package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Reach;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Stmt.Effect;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses calls of recursive helpers that do more than calculate. The adjoint of such a call runs
 * the helper a second time, and what it did or saw the first time it must not do, and may not see,
 * again.
 */
final class RepeatCheck {

  private static final String ADVICE =
      "call it outside of the recursive method and pass on what it returns";

  private final Function caller;
  private final Program program;
  private final List<Finding> findings = new ArrayList<>();

  private RepeatCheck(Function caller, Program program) {
    this.caller = caller;
    this.program = program;
  }

  /** What is wrong with the calls in {@code caller}. */
  static List<Finding> of(Function caller, Program program, Activity activity) {
    RepeatCheck check = new RepeatCheck(caller, program);
    Variables.forEachStatement(
        caller.body(),
        s -> {
          if (s instanceof Stmt.Call call && program.function(call.callee()).isPresent()) {
            check.call(call, activity.isActive(call));
          }
        });
    return check.findings;
  }

  private void call(Stmt.Call call, boolean isRepeated) {
    Reach reach = Reach.of(call.callee(), program);
    for (Stmt s : reach.statements()) {
      if (s instanceof Stmt.Opaque opaque) {
        // A call that runs once only must not change what its caller's adjoint reads.
        Effect forbidden = isRepeated ? Effect.TEXT : Effect.OBJECTS;
        boolean changes = opaque.effect().includes(forbidden);
        if (changes
            || isRepeated && opaque.result().isPresent() && runsAfter(call, Effect.OBJECTS)) {
          refuse(opaque.code().words(), call.origin());
        }
      } else if (isRepeated && s instanceof Stmt.Call inner && !isKnown(inner)) {
        refuse(inner.callee().name(), call.origin());
      }
      if (isRepeated && readsField(s) && runsAfter(call, Effect.STATE)) {
        refuse("a field that changes", call.origin());
      }
    }
  }

  private boolean isKnown(Stmt.Call call) {
    return program.function(call.callee()).isPresent()
        || program.derivative(call.callee()).isPresent();
  }

  private static boolean readsField(Stmt s) {
    boolean[] reads = {false};
    Children.expressions(s)
        .forEach(
            e ->
                Variables.forEachNode(
                    e, x -> reads[0] |= x instanceof Expr.Field field && !field.isFinal()));
    return reads[0];
  }

  /** Whether copied code with that effect may run between {@code call} and its repetition. */
  private boolean runsAfter(Stmt.Call call, Effect effect) {
    return runsAfter(call, caller.body(), effect);
  }

  private static boolean runsAfter(Stmt.Call call, List<Stmt> block, Effect effect) {
    boolean isAfter = false;
    for (Stmt s : block) {
      if (isAfter && includes(s, effect)) {
        return true;
      }
      if (contains(s, call)) {
        isAfter = true;
        boolean isWithin = Children.blocks(s).stream().anyMatch(b -> runsAfter(call, b, effect));
        if (isWithin || s instanceof Stmt.Loop && includes(s, effect)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean contains(Stmt s, Stmt.Call call) {
    boolean[] found = {false};
    Variables.forEachStatement(List.of(s), x -> found[0] |= x == call);
    return found[0];
  }

  private static boolean includes(Stmt s, Effect effect) {
    boolean[] found = {false};
    Variables.forEachStatement(
        List.of(s),
        x -> found[0] |= x instanceof Stmt.Opaque opaque && opaque.effect().includes(effect));
    return found[0];
  }

  private void refuse(String words, Origin origin) {
    Problem problem = new Problem.NotSupportedYet(words + " in a recursive method", ADVICE);
    findings.add(new Finding(problem, origin));
  }
}
