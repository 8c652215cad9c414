package dev.tapeless.processor;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import dev.tapeless.processor.problems.Refusal;
import dev.tapeless.processor.simplify.Inline;
import dev.tapeless.processor.simplify.TakenApart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Refuses calls that get or return records and that have not been inlined: recursive ones. */
final class RecordCheck {

  private RecordCheck() {}

  /**
   * Checks the calls of {@code function}, and of the functions that it calls.
   *
   * @throws Refusal with a finding for each
   */
  static void of(Function function, Program program) {
    List<Finding> findings = new ArrayList<>();
    Set<Callee> seen = new LinkedHashSet<>();
    Deque<Function> open = new ArrayDeque<>(List.of(function));
    while (!open.isEmpty()) {
      Variables.forEachStatement(
          open.removeFirst().body(),
          s -> {
            if (s instanceof Stmt.Call call && seen.add(call.callee())) {
              if (TakenApart.hasRecords(call.callee())
                  && program.derivative(call.callee()).isEmpty()) {
                findings.add(new Finding(problem(call.callee()), call.origin()));
              } else {
                program
                    .function(call.callee())
                    .map(f -> Inline.of(f, program))
                    .ifPresent(open::addLast);
              }
            }
          });
    }
    if (!findings.isEmpty()) {
      throw new Refusal(findings);
    }
  }

  private static Problem problem(Callee callee) {
    return new Problem.NotSupportedYet(
        "the recursive method " + callee.name() + ", which gets or returns a record,",
        "give it the numbers that the record holds");
  }
}
