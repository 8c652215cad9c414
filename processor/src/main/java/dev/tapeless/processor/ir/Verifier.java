package dev.tapeless.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** States what a well-formed function is. */
public final class Verifier {

  private Verifier() {}

  /**
   * Checks scopes, types, and where expressions may stand.
   *
   * @throws IllegalStateException if anything is wrong; the message lists all that is
   */
  public static void verify(Function function) {
    List<String> faults = new ArrayList<>(signatureFaults(function));
    VariableNames names = VariableNames.of(function.variables());
    Scope scope = Scope.of(faults);
    function.parameters().forEach(p -> scope.declare(p.variable(), () -> "the parameters"));
    StmtVerifier statements = new StmtVerifier(scope, names);
    statements.verify(function.body());
    function.result().ifPresent(result -> verifyResult(result, function, scope, names));
    if (!faults.isEmpty()) {
      String list = String.join("\n- ", faults);
      throw new IllegalStateException(function.name() + " is malformed:\n- " + list);
    }
  }

  private static List<String> signatureFaults(Function function) {
    List<String> faults = new ArrayList<>();
    List<Type> types = function.parameters().stream().map(p -> p.variable().type()).toList();
    if (!types.equals(function.callee().parameters())) {
      faults.add(
          "parameters of types " + types + ", called with " + function.callee().parameters());
    }
    // A method that returns nothing may have results: the arrays that it leaves behind.
    if (function.callee().result().isPresent() && function.result().isEmpty()) {
      faults.add("a result type, but no result");
    }
    for (Parameter parameter : function.parameters()) {
      if (parameter.active() && !parameter.variable().type().isDifferentiable()) {
        faults.add("parameter " + parameter.variable() + " is active but has no derivative");
      }
    }
    return faults;
  }

  private static void verifyResult(
      Expr result, Function function, Scope scope, VariableNames names) {
    Supplier<String> where = () -> "return " + new ExprText(names).of(result);
    Optional<Type> type = function.callee().result();
    if (new ExprVerifier(scope, where).allocating(result) && type.isPresent()) {
      scope.check(
          result.type().equals(type.get()),
          "the result is not a " + TypeText.of(type.get()),
          where);
    }
  }
}
