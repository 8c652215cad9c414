package dev.tapeless.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Type;
import java.util.List;

/** Writes the checks of the caller's arguments. */
final class RequirementWriter {

  private final ExpressionWriter expressions;
  private final Support support;

  RequirementWriter(ExpressionWriter expressions, Support support) {
    this.expressions = expressions;
    this.support = support;
  }

  /** The statements that check {@code requirement}. */
  CodeBlock text(Requirement requirement) {
    if (requirement instanceof Requirement.SameShape shape) {
      String method = support.requireSameShape((Type.Array) shape.actual().type());
      return call(
          method, shape.actual(), shape.actualName(), shape.expected(), shape.expectedName());
    }
    if (requirement instanceof Requirement.Distinct distinct) {
      String method = support.requireDistinct();
      return call(
          method, distinct.first(), distinct.firstName(), distinct.second(), distinct.secondName());
    }
    Requirement.NonZero nonZero = (Requirement.NonZero) requirement;
    Expr zero = Exprs.real(0, nonZero.value().type());
    CodeBlock isZero = expressions.loose(Exprs.binary(BinaryOp.EQ, nonZero.value(), zero)).text();
    CodeBlock message = Marks.listed("(", List.of(CodeBlock.of("$S", nonZero.message())), ")");
    return CodeBlock.of(
        "if ($L) {\n$>throw new $T$L;\n$<}\n", isZero, IllegalArgumentException.class, message);
  }

  private CodeBlock call(
      String method, Expr first, String firstName, Expr second, String secondName) {
    List<CodeBlock> arguments =
        List.of(
            expressions.argument(first),
            CodeBlock.of("$S", firstName),
            expressions.argument(second),
            CodeBlock.of("$S", secondName));
    return CodeBlock.of("$L$L;\n", method, Marks.listed("(", arguments, ")"));
  }
}
