package dev.tapeless.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Second derivatives are derivatives of the formulas of the rules. */
class FormulasAgainTest {

  @ParameterizedTest
  @MethodSource("dev.tapeless.processor.rules.EveryMethodTest#rules")
  void formulasUseWhatHasRulesItselfOrIsConstant(Probe method) {
    List<Expr> unknown = new ArrayList<>();
    List<Expr> arguments = method.variables().stream().<Expr>map(Var::read).toList();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).type().isReal()) {
        Variables.forEachNode(
            method.again(i, arguments),
            e -> {
              if (e instanceof Expr.LibraryCall call
                  && !Rules.isStep(call)
                  && Rules.rule(call).isEmpty()) {
                unknown.add(call);
              }
            });
      }
    }
    assertThat(unknown).isEmpty();
  }
}
