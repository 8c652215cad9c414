package dev.tapeless.processor.frontend;

import com.sun.source.tree.Tree.Kind;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Type;
import java.util.Map;

/** Java's operators: what they are in the IR, and how they promote their operands. */
final class Operators {

  private static final Map<Kind, BinaryOp> BINARY =
      Map.ofEntries(
          Map.entry(Kind.PLUS, BinaryOp.ADD),
          Map.entry(Kind.MINUS, BinaryOp.SUB),
          Map.entry(Kind.MULTIPLY, BinaryOp.MUL),
          Map.entry(Kind.DIVIDE, BinaryOp.DIV),
          Map.entry(Kind.REMAINDER, BinaryOp.REM),
          Map.entry(Kind.LEFT_SHIFT, BinaryOp.SHL),
          Map.entry(Kind.RIGHT_SHIFT, BinaryOp.SHR),
          Map.entry(Kind.UNSIGNED_RIGHT_SHIFT, BinaryOp.USHR),
          Map.entry(Kind.LESS_THAN, BinaryOp.LT),
          Map.entry(Kind.LESS_THAN_EQUAL, BinaryOp.LE),
          Map.entry(Kind.GREATER_THAN, BinaryOp.GT),
          Map.entry(Kind.GREATER_THAN_EQUAL, BinaryOp.GE),
          Map.entry(Kind.EQUAL_TO, BinaryOp.EQ),
          Map.entry(Kind.NOT_EQUAL_TO, BinaryOp.NE),
          Map.entry(Kind.AND, BinaryOp.AND),
          Map.entry(Kind.OR, BinaryOp.OR),
          Map.entry(Kind.XOR, BinaryOp.XOR),
          Map.entry(Kind.CONDITIONAL_AND, BinaryOp.COND_AND),
          Map.entry(Kind.CONDITIONAL_OR, BinaryOp.COND_OR));

  private static final Map<Kind, BinaryOp> COMPOUND =
      Map.ofEntries(
          Map.entry(Kind.PLUS_ASSIGNMENT, BinaryOp.ADD),
          Map.entry(Kind.MINUS_ASSIGNMENT, BinaryOp.SUB),
          Map.entry(Kind.MULTIPLY_ASSIGNMENT, BinaryOp.MUL),
          Map.entry(Kind.DIVIDE_ASSIGNMENT, BinaryOp.DIV),
          Map.entry(Kind.REMAINDER_ASSIGNMENT, BinaryOp.REM),
          Map.entry(Kind.LEFT_SHIFT_ASSIGNMENT, BinaryOp.SHL),
          Map.entry(Kind.RIGHT_SHIFT_ASSIGNMENT, BinaryOp.SHR),
          Map.entry(Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT, BinaryOp.USHR),
          Map.entry(Kind.AND_ASSIGNMENT, BinaryOp.AND),
          Map.entry(Kind.OR_ASSIGNMENT, BinaryOp.OR),
          Map.entry(Kind.XOR_ASSIGNMENT, BinaryOp.XOR),
          Map.entry(Kind.PREFIX_INCREMENT, BinaryOp.ADD),
          Map.entry(Kind.POSTFIX_INCREMENT, BinaryOp.ADD),
          Map.entry(Kind.PREFIX_DECREMENT, BinaryOp.SUB),
          Map.entry(Kind.POSTFIX_DECREMENT, BinaryOp.SUB));

  private Operators() {}

  /** The operator of a binary expression. */
  static BinaryOp binary(Kind kind) {
    return BINARY.get(kind);
  }

  /** The operator that a compound assignment, an increment or a decrement applies. */
  static BinaryOp compound(Kind kind) {
    return COMPOUND.get(kind);
  }

  /** {@code left op right} with Java's promotions. */
  static Expr apply(BinaryOp op, Expr left, Expr right) {
    if (op.isShift()) {
      Type type = Conversions.promoted(left.type());
      Type distance = Conversions.promoted(right.type());
      return new Expr.Binary(
          op, Conversions.convert(left, type), Conversions.convert(right, distance), type);
    }
    Type operands = operandType(left.type(), right.type());
    Type result = yieldsBoolean(op) ? Type.Primitive.BOOLEAN : operands;
    return new Expr.Binary(
        op, Conversions.convert(left, operands), Conversions.convert(right, operands), result);
  }

  private static Type operandType(Type left, Type right) {
    if (isObject(left) || isObject(right)) {
      boolean isNull = left.equals(new Type.Reference("null"));
      return isObject(left) && !isNull ? left : right;
    }
    if (left == Type.Primitive.BOOLEAN || right == Type.Primitive.BOOLEAN) {
      return Type.Primitive.BOOLEAN;
    }
    return Conversions.promoted(left, right);
  }

  private static boolean isObject(Type type) {
    return type instanceof Type.Array || type instanceof Type.Reference;
  }

  private static boolean yieldsBoolean(BinaryOp op) {
    return op.isComparison() || op == BinaryOp.COND_AND || op == BinaryOp.COND_OR;
  }
}
