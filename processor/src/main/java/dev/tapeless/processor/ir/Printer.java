package dev.tapeless.processor.ir;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Java-like text of functions, for dumps and tests. It is read by people only: generated code is
 * the emitter's work.
 */
public final class Printer {

  private Printer() {}

  /**
   * {@code function} as a method; {@code @Constant} marks parameters that could be active and are
   * not.
   */
  public static String print(Function function) {
    VariableNames names = VariableNames.of(function.variables());
    String parameters =
        function.parameters().stream()
            .map(p -> parameter(p, names))
            .collect(Collectors.joining(", "));
    String result = function.callee().result().map(TypeText::of).orElse("void");
    String head = "static " + result + " " + function.name() + "(" + parameters + ") {\n";
    String exit =
        function.result().map(r -> "  return " + new ExprText(names).of(r) + ";\n").orElse("");
    return head + StmtText.of(function.body(), names, "  ") + exit + "}\n";
  }

  private static String parameter(Parameter parameter, VariableNames names) {
    Var variable = parameter.variable();
    boolean constant = variable.type().isDifferentiable() && !parameter.active();
    return (constant ? "@Constant " : "") + TypeText.of(variable.type()) + " " + names.of(variable);
  }

  /** The statements, each line ended by a line feed. */
  public static String print(List<Stmt> statements) {
    return StmtText.of(statements, VariableNames.of(statements), "");
  }

  /** {@code expr} on one line. */
  public static String print(Expr expr) {
    return new ExprText(VariableNames.of(Variables.readBy(expr))).of(expr);
  }
}
