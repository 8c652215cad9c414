package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;

/**
 * Which conversions between primitive types Java makes by itself, and which of them lose nothing.
 */
final class Conversions {

  private Conversions() {}

  /** Whether a value of {@code from} can stand where {@code to} is wanted without a cast. */
  static boolean widens(Type from, Type to) {
    if (from.equals(to)) {
      return true;
    }
    if (!isNumeric(from) || !isNumeric(to) || to == Primitive.CHAR) {
      return false;
    }
    if (from == Primitive.CHAR) {
      return ((Primitive) to).compareTo(Primitive.INT) >= 0;
    }
    return ((Primitive) from).compareTo((Primitive) to) < 0;
  }

  /** Whether every value of {@code from} is a value of {@code to}. */
  static boolean isExact(Type from, Type to) {
    if (!widens(from, to)) {
      return false;
    }
    boolean roundsInt = from == Primitive.INT && to == Primitive.FLOAT;
    boolean roundsLong = from == Primitive.LONG && ((Primitive) to).compareTo(Primitive.LONG) > 0;
    return !roundsInt && !roundsLong;
  }

  /** The type in which Java computes with operands of these types. */
  static Type promoted(Type a, Type b) {
    if (!isNumeric(a) || !isNumeric(b)) {
      return a;
    }
    Primitive wider = ((Primitive) a).compareTo((Primitive) b) >= 0 ? (Primitive) a : (Primitive) b;
    return wider.compareTo(Primitive.INT) < 0 ? Primitive.INT : wider;
  }

  /** The type in which Java computes with one operand. */
  static Type promoted(Type a) {
    return promoted(a, a);
  }

  /** Whether {@code type} is a primitive type other than {@code boolean}. */
  static boolean isNumeric(Type type) {
    return type instanceof Primitive primitive && primitive.isNumeric();
  }

  /** {@code expr} without the conversions around it that keep every value as it is. */
  static Expr withoutExactCasts(Expr expr) {
    return expr instanceof Expr.Cast cast && isExact(cast.operand().type(), cast.type())
        ? withoutExactCasts(cast.operand())
        : expr;
  }
}
