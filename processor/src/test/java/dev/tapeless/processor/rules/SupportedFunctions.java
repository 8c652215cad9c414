package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Type.Primitive.DOUBLE;
import static dev.tapeless.processor.ir.Type.Primitive.INT;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.LookAlikes;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the page on supported functions from the tables of rules. */
final class SupportedFunctions {

  private static final String HEAD =
      """
      # Supported functions

      The derivative of each method by its arguments `x`, `y`, `z`, as generated code computes it: `r` is the method's result, `g` the factor that the
      derivative is multiplied by (the adjoint of the result in reverse mode, the tangent of the argument in forward mode). Where the page says
      *strong zero*, a factor of exactly 0 gives 0, even where the derivative is infinite or undefined.

      This page is made from the tables of rules. After a change of a rule, `mvn -pl processor -am test -Dtest=SupportedFunctionsTest -Dsurefire.failIfNoSpecifiedTests=false -Dgoldens=write`
      writes it again.
      """;

  private SupportedFunctions() {}

  /** The whole page. */
  static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    RuleSet math = Rules.sets().get(0);
    page.append(
        "\n"
            + "## Math\n\n"
            + "The derivatives of methods of `StrictMath` are the same, with the methods of"
            + " `StrictMath` in them.\n\n");
    page.append(table(math));
    page.append("\nWith derivative zero: ");
    page.append(math.steps().stream().map(s -> "`" + s + "`").collect(Collectors.joining(", ")));
    page.append(
        ".\n\n"
            + "### Powers with a constant exponent\n\n"
            + "| call | derivative by x | |\n"
            + "|---|---|---|\n");
    for (double exponent : new double[] {0, 1, 2, 3, 0.5, -1}) {
      page.append(powerRow(exponent));
    }
    page.append("\n## Double, Float\n\n").append(table(Rules.sets().get(2)));
    page.append(
        "\n"
            + "All other static methods of these classes, and of those of the integer types, that"
            + " take and return primitive values are inactive: their\n"
            + "results are no real numbers, or do not depend on any.\n");
    page.append(lookAlikes(math));
    return page.toString();
  }

  private static String lookAlikes(RuleSet math) {
    StringBuilder text = new StringBuilder("\n## Classes like Math in other libraries\n\n");
    LookAlikes.CLASSES.forEach(c -> text.append("- `").append(c).append("`\n"));
    text.append(
        "\n"
            + "The methods that `Math` has too have the same derivatives, with methods of the class"
            + " itself in them; these come besides:\n\n");
    RuleSet set = Rules.sets().get(Rules.sets().size() - 1);
    List<String> more =
        set.rules().keySet().stream().filter(m -> !math.rules().containsKey(m)).toList();
    text.append(table(set, more));
    text.append("\nWith derivative zero: ");
    text.append(
        set.steps().stream()
            .filter(s -> !math.steps().contains(s))
            .map(s -> "`" + s + "`")
            .collect(Collectors.joining(", ")));
    text.append(
        ".\n"
            + "\n"
            + "Of "
            + LookAlikes.SUMS.stream().map(c -> "`" + c + "`").collect(Collectors.joining(" and "))
            + " the sums of two to four products `"
            + LookAlikes.SUM
            + "(x1, y1, x2, y2, ...)`\nhave derivatives: by each factor `g` times the other.\n");
    return text.toString();
  }

  private static String table(RuleSet set) {
    return table(set, set.rules().keySet());
  }

  private static String table(RuleSet set, Collection<String> methods) {
    StringBuilder table =
        new StringBuilder(
            "| method | by | derivative | | special points |\n|---|---|---|---|---|\n");
    for (String key : methods) {
      String method = key.replaceAll(" of .*", "");
      Probe probe = new Probe(set.owner(), method, DOUBLE, parameters(set, key));
      for (int i = 0; i < probe.parameters().size(); i++) {
        if (probe.parameters().get(i) == DOUBLE) {
          table.append(row(probe, i, set.special().getOrDefault(key, "")));
        }
      }
    }
    return table.toString();
  }

  private static String row(Probe probe, int argument, String special) {
    String first = argument == 0 ? "`" + signature(probe) + "`" : "";
    String note = argument == 0 ? special : "";
    return "| "
        + first
        + " | "
        + "xyz".charAt(argument)
        + " | "
        + formula(probe.formula(argument))
        + " | "
        + note
        + " |\n";
  }

  private static String signature(Probe probe) {
    return probe.method() + "(" + "x, y, z".substring(0, 3 * probe.parameters().size() - 2) + ")";
  }

  private static String powerRow(double exponent) {
    Expr constant = Exprs.real(exponent, DOUBLE);
    Probe pow = Probe.math("pow", DOUBLE, 2);
    Expr x = pow.variables().get(0).read();
    return "| `pow(x, "
        + plain("" + exponent)
        + ")` | "
        + formula(pow.formula(0, List.of(x, constant)))
        + " |\n";
  }

  private static String formula(Expr formula) {
    if (formula instanceof Expr.ZeroGuard guard) {
      return text(guard.value()) + " | strong zero";
    }
    return text(formula) + " | ";
  }

  private static String text(Expr formula) {
    return "`" + plain(Printer.print(formula)).replace("|", "\\|") + "`";
  }

  /** Whole numbers without their fraction. */
  private static String plain(String text) {
    return text.replaceAll("\\b(\\d+)\\.0\\b", "$1");
  }

  private static List<Type> parameters(RuleSet set, String method) {
    if (method.equals("scalb")) {
      return List.of(DOUBLE, INT);
    }
    if (method.equals("powFast")) {
      return List.of(DOUBLE, INT);
    }
    List<Type> parameters = new ArrayList<>(List.of(DOUBLE));
    if (method.contains(" of ")) {
      return Collections.nCopies(Integer.parseInt(method.replaceAll(".* of ", "")), DOUBLE);
    }
    while (!fits(set, method, parameters)) {
      parameters.add(DOUBLE);
    }
    return parameters;
  }

  private static boolean fits(RuleSet set, String method, List<Type> parameters) {
    return Rules.rule(new Probe(set.owner(), method, DOUBLE, parameters).call()).isPresent();
  }
}
