package dev.tapeless.processor.simplify;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Stmt;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Runs single rewritings on the body of a function read from Java source, and prints what comes
 * out.
 */
final class Ours {

  private Ours() {}

  /** What {@code rewriting} makes of a user's statements. */
  static String rewritten(UnaryOperator<Code> rewriting, Primal primal) {
    return print(rewriting.apply(new Code(primal.body(), primal.results())));
  }

  /**
   * What {@code rewriting} makes of the same statements when they are ours: written by a transform,
   * not by the user.
   */
  static String ours(UnaryOperator<Code> rewriting, Primal primal) {
    return print(rewriting.apply(new Code(of(primal.body()), primal.results())));
  }

  private static String print(Code code) {
    StringBuilder text = new StringBuilder(Printer.print(code.statements()));
    code.results().forEach(e -> text.append("return ").append(Printer.print(e)).append(";\n"));
    return text.toString();
  }

  /** {@code statements} without origins. */
  static List<Stmt> of(List<Stmt> statements) {
    return statements.stream().map(Ours::of).toList();
  }

  private static Stmt of(Stmt statement) {
    Stmt s = Children.map(statement, e -> e, Ours::of);
    if (s instanceof Stmt.Declare d) {
      return new Stmt.Declare(d.variable(), d.value(), Origin.NONE);
    }
    return s instanceof Stmt.Assign a ? new Stmt.Assign(a.target(), a.value(), Origin.NONE) : s;
  }
}
