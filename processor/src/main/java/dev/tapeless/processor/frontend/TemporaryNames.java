package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Type;

/** Names for the variables that keep an intermediate value, as a person would choose them. */
final class TemporaryNames {

  private TemporaryNames() {}

  /** A name for the value of {@code expr}: {@code xi} for {@code x[i]}. */
  static String of(Expr expr) {
    if (expr instanceof Expr.Element element) {
      return ofElement(element);
    }
    if (expr instanceof Expr.Length) {
      return "length";
    }
    if (expr instanceof Expr.Read read) {
      return "old" + capitalized(read.variable().name());
    }
    if (expr instanceof Expr.LibraryCall call) {
      return call.method();
    }
    if (expr.type() instanceof Type.Array) {
      return "array";
    }
    return expr.type() == Type.Primitive.BOOLEAN ? "condition" : "value";
  }

  /** A name for a new object: {@code list} for a {@code List<String>}. */
  static String ofClass(String words) {
    String simple = words.replaceAll("<.*", "").replaceAll(".*\\.", "").strip();
    String name = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    return javax.lang.model.SourceVersion.isName(name) ? name : "object";
  }

  private static String ofElement(Expr.Element element) {
    String suffix = suffix(element.index());
    if (element.array() instanceof Expr.Read array && isShort(suffix)) {
      return array.variable().name() + suffix;
    }
    if (element.array() instanceof Expr.Element inner && isShort(suffix)) {
      return ofElement(inner) + suffix;
    }
    return element.type() instanceof Type.Array ? "row" : "element";
  }

  private static String suffix(Expr index) {
    if (index instanceof Expr.Read read) {
      return read.variable().name();
    }
    return index instanceof Expr.Literal literal ? String.valueOf(literal.value()) : "";
  }

  private static boolean isShort(String suffix) {
    return suffix.length() == 1;
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
