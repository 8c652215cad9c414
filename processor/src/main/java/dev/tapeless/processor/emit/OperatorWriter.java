package dev.tapeless.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;

/**
 * Writes operators: their parentheses, and the casts without which Java would compute in another
 * type.
 */
final class OperatorWriter {

  private final ExpressionWriter expressions;

  OperatorWriter(ExpressionWriter expressions) {
    this.expressions = expressions;
  }

  /** An operator with one operand. */
  Code unary(Expr.Unary e) {
    boolean isNonZero =
        e.operand() instanceof Expr.Literal literal
            && literal.value() instanceof Number number
            && number.doubleValue() != 0;
    Code loose = expressions.loose(e.operand());
    // Java promotes the operand itself, but to int only; and -0 is not -0.0.
    boolean suffices =
        isNonZero || Conversions.promoted(loose.natural()).equals(e.operand().type());
    return unary(e, suffices ? loose : expressions.strict(e.operand()));
  }

  private static Code unary(Expr.Unary e, Code operand) {
    String symbol = e.op().symbol();
    CodeBlock text = operand.atLeast(Code.UNARY);
    boolean doubles = symbol.equals("-") && text.toString().startsWith("-");
    return Code.of(
        Code.UNARY,
        Conversions.promoted(operand.natural()),
        doubles ? "$L($L)" : "$L$L",
        symbol,
        text);
  }

  /** An operator with two operands. */
  Code binary(Expr.Binary e) {
    Code chain = chain(e);
    return new Code(Marks.group(chain.text()), chain.precedence(), chain.natural());
  }

  /**
   * Without the group around it, so that {@code a + b + c} is broken before both operators or none.
   */
  private Code chain(Expr.Binary original) {
    Expr.Binary e = Operators.withoutNegativeTerm(original);
    int precedence = Operators.precedence(e.op());
    Code left =
        e.left() instanceof Expr.Binary b && Operators.precedence(b.op()) == precedence
            ? chain(b)
            : expressions.loose(e.left());
    Code right = expressions.loose(e.right());
    if (!promotesTo(e, left, right)) {
      boolean isRightEasier =
          !(e.left() instanceof Expr.Literal) && e.right() instanceof Expr.Literal;
      if (isRightEasier && !e.op().isShift()) {
        right = expressions.strict(e.right());
      } else {
        left = expressions.strict(e.left());
      }
    }
    if (!promotesTo(e, left, right)) {
      right = expressions.strict(e.right());
    }
    boolean joins = e.op() == BinaryOp.COND_AND || e.op() == BinaryOp.COND_OR;
    CodeBlock a = operand(e, e.left(), left, precedence);
    CodeBlock b = operand(e, e.right(), right, joins ? precedence : precedence + 1);
    return Code.of(precedence, e.type(), "$L$L$L $L", a, Marks.SPACE, e.op().symbol(), b);
  }

  private static CodeBlock operand(Expr.Binary outer, Expr operand, Code code, int needed) {
    boolean confuses =
        operand instanceof Expr.Binary inner && Operators.isConfusing(outer.op(), inner.op());
    return code.atLeast(confuses ? Code.PRIMARY : needed);
  }

  private static boolean promotesTo(Expr.Binary e, Code left, Code right) {
    Type operands = e.left().type();
    if (!Conversions.isNumeric(operands)) {
      return true;
    }
    return e.op().isShift()
        ? Conversions.promoted(left.natural()).equals(e.type())
        : Conversions.promoted(left.natural(), right.natural()).equals(operands);
  }

  /** An operator with one operand, in its own type. */
  Code strictUnary(Expr.Unary e) {
    return unary(e, expressions.strict(e.operand()));
  }

  /** A conditional, in its own type. */
  Code strictConditional(Expr.Conditional e) {
    return choice(e, expressions.strict(e.whenTrue()), expressions.strict(e.whenFalse()));
  }

  /** A conditional, in a type that Java widens to its own. */
  Code conditional(Expr.Conditional e) {
    Code whenTrue = expressions.loose(e.whenTrue());
    Code whenFalse = expressions.loose(e.whenFalse());
    Type natural = Conversions.promoted(whenTrue.natural(), whenFalse.natural());
    boolean sure =
        whenTrue.natural().equals(whenFalse.natural()) || isWide(whenTrue) && isWide(whenFalse);
    boolean losesNothing =
        natural.equals(e.type())
            || Conversions.isExact(whenTrue.natural(), natural)
                && Conversions.isExact(whenFalse.natural(), natural);
    return sure && losesNothing && Conversions.widens(natural, e.type())
        ? choice(e, whenTrue, whenFalse)
        : strictConditional(e);
  }

  private static boolean isWide(Code code) {
    return code.natural() instanceof Primitive p && p.compareTo(Primitive.INT) >= 0;
  }

  private Code choice(Expr.Conditional e, Code whenTrue, Code whenFalse) {
    boolean same = whenTrue.natural().equals(whenFalse.natural());
    Type natural =
        same ? whenTrue.natural() : Conversions.promoted(whenTrue.natural(), whenFalse.natural());
    CodeBlock text =
        CodeBlock.of(
            "$L$L? $L$L: $L",
            expressions.loose(e.condition()).atLeast(Code.CONDITIONAL + 1),
            Marks.SPACE,
            whenTrue.atLeast(Code.CONDITIONAL + 1),
            Marks.SPACE,
            whenFalse.atLeast(Code.CONDITIONAL));
    return new Code(Marks.group(text), Code.CONDITIONAL, natural);
  }
}
