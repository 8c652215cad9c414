package dev.tapeless.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import java.util.Optional;

/** Writes assignments, as {@code +=} and {@code ++} where they are that. */
final class AssignmentWriter {

  private final ExpressionWriter expressions;

  AssignmentWriter(ExpressionWriter expressions) {
    this.expressions = expressions;
  }

  /** The assignment without the semicolon. */
  CodeBlock text(Stmt.Assign s) {
    CodeBlock target = expressions.loose(s.target()).text();
    Optional<CodeBlock> compound = Compound.of(s).flatMap(c -> compound(s, c, target));
    return compound.orElseGet(
        () -> CodeBlock.of("$L =$L", target, continued(expressions.assigned(s.value()))));
  }

  private Optional<CodeBlock> compound(Stmt.Assign s, Compound c, CodeBlock target) {
    String symbol = c.op().symbol();
    if (isSpelledOut(s, target)) {
      return Optional.empty();
    }
    if (c.isStep() && isStepWritten(s)) {
      return Optional.of(CodeBlock.of("$L$L", target, symbol + symbol));
    }
    Type type = s.target().type();
    Code operand = expressions.loose(c.operand());
    if (!c.allows(type, operand.natural())) {
      operand = expressions.strict(c.operand());
    }
    return c.allows(type, operand.natural())
        ? Optional.of(CodeBlock.of("$L $L=$L", target, symbol, continued(operand.text())))
        : Optional.empty();
  }

  private static CodeBlock continued(CodeBlock value) {
    return Marks.group(CodeBlock.of("$L$L", Marks.SPACE, value));
  }

  /** Whether the user wrote {@code s = s + 1}: it stays so. */
  private static boolean isSpelledOut(Stmt.Assign s, CodeBlock target) {
    return s.origin().text().startsWith(Marks.removedFrom(target.toString()) + " = ");
  }

  private static boolean isStepWritten(Stmt.Assign s) {
    String text = s.origin().text();
    boolean isWhole = s.target().type() != Primitive.DOUBLE && s.target().type() != Primitive.FLOAT;
    return text.contains("++") || text.contains("--") || text.isEmpty() && isWhole;
  }
}
