package dev.tapeless.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Writes the user's own text with what belongs into its holes. */
final class SnippetWriter {

  private final Names names;
  private final TypeNames types;
  private final ExpressionWriter expressions;
  private final Set<Var> changing;

  /**
   * A writer for one method.
   *
   * @param changing the variables that the method assigns after their declaration
   */
  SnippetWriter(Names names, TypeNames types, ExpressionWriter expressions, Set<Var> changing) {
    this.names = names;
    this.types = types;
    this.expressions = expressions;
    this.changing = changing;
  }

  /**
   * The text.
   *
   * @param before gets declarations of the variables that Java does not want to change in lambda
   *     expressions
   */
  CodeBlock text(Snippet snippet, CodeBlock.Builder before) {
    Map<Integer, CodeBlock> captured = captured(snippet, before);
    names.enter();
    snippet.locals().forEach(names::declare);
    CodeBlock.Builder text = CodeBlock.builder();
    for (Snippet.Piece piece : snippet.pieces()) {
      if (piece instanceof Snippet.Text t) {
        text.add("$L", t.text());
      } else if (piece instanceof Snippet.TypeName t) {
        text.add("$T", types.of(t.type()));
      } else if (piece instanceof Snippet.Target t) {
        text.add("$L", names.of(t.variable()));
      } else if (piece instanceof Snippet.Local l) {
        text.add("$L", names.of(l.variable()));
      } else if (piece instanceof Snippet.Operand o) {
        Expr operand = snippet.operands().get(o.index());
        text.add("$L", captured.getOrDefault(o.index(), operand(operand)));
      }
    }
    names.leave();
    return text.build();
  }

  private CodeBlock operand(Expr operand) {
    return expressions.strict(operand).atLeast(Code.PRIMARY);
  }

  private Map<Integer, CodeBlock> captured(Snippet snippet, CodeBlock.Builder before) {
    Map<Integer, CodeBlock> found = new HashMap<>();
    for (Snippet.Piece piece : snippet.pieces()) {
      if (piece instanceof Snippet.Operand o
          && o.isCaptured()
          && !found.containsKey(o.index())
          && snippet.operands().get(o.index()) instanceof Expr.Read read
          && changing.contains(read.variable())) {
        Var fixed = new Var(-1 - o.index(), read.variable().name(), read.type());
        CodeBlock value = operand(read);
        before.add("$T $L = $L;\n", types.of(read.type()), names.declare(fixed), value);
        found.put(o.index(), CodeBlock.of("$L", names.of(fixed)));
      }
    }
    return found;
  }
}
