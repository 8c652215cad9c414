package dev.tapeless.processor.dual;

import static dev.tapeless.processor.dual.Wide.ONE;

import com.sun.source.tree.Tree;

/** Java's operators, after binary numeric promotion. */
final class Arithmetic {

  private Arithmetic() {}

  /** The operator that a compound assignment applies. */
  static Tree.Kind ofCompound(Tree.Kind kind) {
    return switch (kind) {
      case PLUS_ASSIGNMENT -> Tree.Kind.PLUS;
      case MINUS_ASSIGNMENT -> Tree.Kind.MINUS;
      case MULTIPLY_ASSIGNMENT -> Tree.Kind.MULTIPLY;
      case DIVIDE_ASSIGNMENT -> Tree.Kind.DIVIDE;
      case REMAINDER_ASSIGNMENT -> Tree.Kind.REMAINDER;
      case AND_ASSIGNMENT -> Tree.Kind.AND;
      case OR_ASSIGNMENT -> Tree.Kind.OR;
      case XOR_ASSIGNMENT -> Tree.Kind.XOR;
      default -> throw new UnsupportedOperationException(kind.toString());
    };
  }

  static Object apply(Tree.Kind kind, Object a, Object b) {
    if (a instanceof Boolean first && b instanceof Boolean second) {
      return ofTruths(kind, first, second);
    }
    if (a instanceof Real || b instanceof Real) {
      boolean isFloat = !isDouble(a) && !isDouble(b);
      return ofReals(kind, promoted(a, isFloat), promoted(b, isFloat), isFloat);
    }
    if (a instanceof Integer first && b instanceof Integer second) {
      return ofInts(kind, first, second);
    }
    throw new UnsupportedOperationException(kind + " of " + a + " and " + b);
  }

  private static boolean isDouble(Object value) {
    return value instanceof Real real && !real.isFloat();
  }

  private static Real promoted(Object value, boolean toFloat) {
    return Values.real(value).as(toFloat);
  }

  private static Object ofTruths(Tree.Kind kind, boolean a, boolean b) {
    return switch (kind) {
      case AND -> a & b;
      case OR -> a | b;
      case XOR, NOT_EQUAL_TO -> a ^ b;
      case EQUAL_TO -> a == b;
      default -> throw new UnsupportedOperationException(kind.toString());
    };
  }

  private static Object ofReals(Tree.Kind kind, Real first, Real second, boolean isFloat) {
    double a = first.value();
    double b = second.value();
    Real[] both = {first, second};
    Wide v = Wide.of(a);
    Wide w = Wide.of(b);
    return switch (kind) {
      case PLUS -> Real.of(rounded(a + b, isFloat), isFloat, both, ONE, ONE);
      case MINUS -> Real.of(rounded(a - b, isFloat), isFloat, both, ONE, ONE.negative());
      case MULTIPLY -> Real.of(rounded(a * b, isFloat), isFloat, both, w, v);
      case DIVIDE ->
          Real.of(
              rounded(a / b, isFloat), isFloat, both, ONE.over(w), v.over(w).over(w).negative());
      case REMAINDER -> Real.of(a % b, isFloat, both, ONE, Wide.of(a - a % b).over(w).negative());
      case LESS_THAN -> a < b;
      case LESS_THAN_EQUAL -> a <= b;
      case GREATER_THAN -> a > b;
      case GREATER_THAN_EQUAL -> a >= b;
      case EQUAL_TO -> a == b;
      case NOT_EQUAL_TO -> a != b;
      default -> throw new UnsupportedOperationException(kind.toString());
    };
  }

  /** One operation on floats is the same in doubles, rounded. */
  private static double rounded(double value, boolean isFloat) {
    return isFloat ? (float) value : value;
  }

  private static Object ofInts(Tree.Kind kind, int a, int b) {
    return switch (kind) {
      case PLUS -> a + b;
      case MINUS -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case LEFT_SHIFT -> a << b;
      case RIGHT_SHIFT -> a >> b;
      case UNSIGNED_RIGHT_SHIFT -> a >>> b;
      case LESS_THAN -> a < b;
      case LESS_THAN_EQUAL -> a <= b;
      case GREATER_THAN -> a > b;
      case GREATER_THAN_EQUAL -> a >= b;
      case EQUAL_TO -> a == b;
      case NOT_EQUAL_TO -> a != b;
      default -> throw new UnsupportedOperationException(kind.toString());
    };
  }
}
