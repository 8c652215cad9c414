package dev.tapeless.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.tapeless.processor.ir.Type;

/**
 * An expression as Java text.
 *
 * @param precedence how strongly its outermost operator binds
 * @param natural the type that Java gives to the text, which may be narrower than that of the IR
 *     node
 */
record Code(CodeBlock text, int precedence, Type natural) {

  static final int CONDITIONAL = 1;
  static final int UNARY = 12;
  static final int CREATION = 13;
  static final int PRIMARY = 14;

  /** The text, in parentheses when it binds less strongly than {@code needed}. */
  CodeBlock atLeast(int needed) {
    return precedence >= needed ? text : CodeBlock.of("($L)", text);
  }

  /** The same text with another outermost precedence and type. */
  static Code of(int precedence, Type natural, String format, Object... arguments) {
    return new Code(CodeBlock.of(format, arguments), precedence, natural);
  }
}
