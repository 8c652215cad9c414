package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.UnaryOp;
import dev.tapeless.processor.ir.Var;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes typed expressions of every operator and conversion. */
final class RandomExpressions {

  /** Two variables of each primitive type. */
  static final List<Var> VARIABLES =
      Arrays.stream(Primitive.values())
          .flatMap(
              type ->
                  List.of(
                      new Var(2 * type.ordinal(), type.keyword() + 1, type),
                      new Var(2 * type.ordinal() + 1, type.keyword() + 2, type))
                      .stream())
          .toList();

  private static final List<Primitive> WIDE =
      List.of(Primitive.INT, Primitive.LONG, Primitive.FLOAT, Primitive.DOUBLE);
  private static final List<BinaryOp> SUMS =
      List.of(BinaryOp.ADD, BinaryOp.SUB, BinaryOp.MUL, BinaryOp.DIV, BinaryOp.REM);
  private static final List<BinaryOp> BITS = List.of(BinaryOp.AND, BinaryOp.OR, BinaryOp.XOR);
  private static final List<BinaryOp> COMPARISONS =
      List.of(BinaryOp.LT, BinaryOp.LE, BinaryOp.GT, BinaryOp.GE, BinaryOp.EQ, BinaryOp.NE);
  private static final List<BinaryOp> SHIFTS = List.of(BinaryOp.SHL, BinaryOp.SHR, BinaryOp.USHR);
  private static final double[] REALS = {0, -0.0, 1, -1, 2, 0.5, 1e10, -1e-5, 3, 16777217, 1e300};
  private static final int[] WHOLES = {
    0, 1, -1, 2, 3, 7, 100, Integer.MAX_VALUE, Integer.MIN_VALUE, 16777217
  };

  private final Random random;

  RandomExpressions(Random random) {
    this.random = random;
  }

  /** An expression of that type, not deeper than {@code depth}. */
  Expr expression(Primitive type, int depth) {
    if (depth == 0) {
      return leaf(type);
    }
    int kind = random.nextInt(10);
    if (kind == 0) {
      return leaf(type);
    }
    if (kind == 1) {
      return new Expr.Conditional(
          expression(Primitive.BOOLEAN, depth - 1),
          expression(type, depth - 1),
          expression(type, depth - 1));
    }
    if (type == Primitive.BOOLEAN) {
      return condition(depth);
    }
    if (kind <= 4 || !WIDE.contains(type)) {
      Primitive from = Primitive.values()[1 + random.nextInt(7)];
      return from == type ? leaf(type) : new Expr.Cast(type, expression(from, depth - 1));
    }
    if (kind == 5) {
      return unary(type, depth);
    }
    return kind == 6 ? call(type, depth) : binary(type, depth);
  }

  private Expr condition(int depth) {
    switch (random.nextInt(4)) {
      case 0:
        return new Expr.Unary(UnaryOp.NOT, expression(Primitive.BOOLEAN, depth - 1));
      case 1:
        return new Expr.Binary(
            pick(
                List.of(
                    BinaryOp.COND_AND, BinaryOp.COND_OR, BinaryOp.AND, BinaryOp.XOR, BinaryOp.EQ)),
            expression(Primitive.BOOLEAN, depth - 1),
            expression(Primitive.BOOLEAN, depth - 1),
            Primitive.BOOLEAN);
      default:
        Primitive operands = pick(WIDE);
        return new Expr.Binary(
            pick(COMPARISONS),
            expression(operands, depth - 1),
            expression(operands, depth - 1),
            Primitive.BOOLEAN);
    }
  }

  private Expr unary(Primitive type, int depth) {
    boolean whole = type == Primitive.INT || type == Primitive.LONG;
    UnaryOp op = whole && random.nextBoolean() ? UnaryOp.COMPLEMENT : UnaryOp.NEGATE;
    return new Expr.Unary(op, expression(type, depth - 1));
  }

  private Expr call(Primitive type, int depth) {
    Expr a = expression(type, depth - 1);
    if (type == Primitive.DOUBLE && random.nextBoolean()) {
      return Exprs.library("java.lang.Math", "sqrt", type, a);
    }
    return random.nextBoolean()
        ? Exprs.library("java.lang.Math", "abs", type, a)
        : Exprs.library("java.lang.Math", "max", type, a, expression(type, depth - 1));
  }

  private Expr binary(Primitive type, int depth) {
    Expr left = expression(type, depth - 1);
    boolean whole = type == Primitive.INT || type == Primitive.LONG;
    if (whole && random.nextInt(3) == 0) {
      Primitive by = random.nextBoolean() ? Primitive.INT : Primitive.LONG;
      return new Expr.Binary(pick(SHIFTS), left, expression(by, depth - 1), type);
    }
    BinaryOp op = whole && random.nextInt(3) == 0 ? pick(BITS) : pick(SUMS);
    return new Expr.Binary(op, left, expression(type, depth - 1), type);
  }

  private Expr leaf(Primitive type) {
    if (random.nextInt(3) > 0) {
      return VARIABLES.get(2 * type.ordinal() + random.nextInt(2)).read();
    }
    Object value = value(type);
    boolean isPlain =
        value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e6 && d >= 0 && 1 / d > 0;
    return new Expr.Literal(
        type,
        value,
        isPlain && random.nextBoolean() ? String.valueOf(((Double) value).intValue()) : "");
  }

  /** A value of that type, often a special one. */
  Object value(Primitive type) {
    int whole = random.nextBoolean() ? WHOLES[random.nextInt(WHOLES.length)] : random.nextInt();
    double real =
        random.nextBoolean() ? REALS[random.nextInt(REALS.length)] : random.nextGaussian();
    return switch (type) {
      case BOOLEAN -> random.nextBoolean();
      case BYTE -> (byte) whole;
      case SHORT -> (short) whole;
      case CHAR -> (char) whole;
      case INT -> whole;
      case LONG -> whole * (random.nextBoolean() ? 1L : 5_000_000_001L);
      case FLOAT -> (float) real;
      case DOUBLE -> real;
    };
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
