package dev.tapeless.processor;

import dev.tapeless.processor.adjoint.Adjoint;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Program;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Which helpers can be run together with their adjoints. A helper that calls itself can if it can
 * when those calls can: what is assumed of a call turns out to be so, or is taken back.
 */
final class TogetherWithAdjoint {

  private record Question(Callee helper, List<Boolean> active) {}

  private final BiFunction<Callee, List<Boolean>, Function> prepared;
  private final Program program;
  private final String home;
  private final Map<Question, Boolean> answers = new HashMap<>();
  private final Set<Question> asked = new HashSet<>();

  /**
   * For the helpers of {@code program}.
   *
   * @param prepared a helper as it is differentiated
   */
  TogetherWithAdjoint(
      BiFunction<Callee, List<Boolean>, Function> prepared, Program program, String home) {
    this.prepared = prepared;
    this.program = program;
    this.home = home;
  }

  /** Whether {@code helper} can, when those parameters are active. */
  boolean isPossible(Callee helper, List<Boolean> active) {
    Question question = new Question(helper, active);
    if (!answers.containsKey(question) && asked.add(question)) {
      Set<Question> before = Set.copyOf(answers.keySet());
      Function function = prepared.apply(helper, active);
      boolean can = Adjoint.isOnTheSpot(function, program, home, this::isPossible);
      if (!can) {
        // What was found out on the way may have been on the assumption that it can.
        answers.keySet().retainAll(before);
      }
      answers.put(question, can);
      asked.remove(question);
    }
    return answers.getOrDefault(question, true);
  }
}
