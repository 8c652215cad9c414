package dev.tapeless.processor.dual;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * The values of the interpreter: {@link Real}, {@link Integer}, {@link Long}, {@link Boolean},
 * {@link String}, {@code Object[]} for every array, {@link Instance} and {@link Callable}.
 */
final class Values {

  private Values() {}

  /** An object of a class of the program. */
  record Instance(Element type, Map<String, Object> fields) {
    static Instance of(Element type) {
      return new Instance(type, new HashMap<>());
    }
  }

  /** A function object. */
  record Callable(Function<Object[], Object> body) {}

  /** A conversion by assignment or cast. */
  static Object convert(Object value, TypeMirror type) {
    if (value instanceof Real real) {
      return switch (type.getKind()) {
        case DOUBLE -> real.as(false);
        case FLOAT -> real.as(true);
        case INT -> (int) real.value();
        case LONG -> (long) real.value();
        default -> value;
      };
    }
    if (value instanceof Integer || value instanceof Long) {
      long whole = ((Number) value).longValue();
      return switch (type.getKind()) {
        case DOUBLE -> Real.constant(whole, false);
        case FLOAT -> Real.constant((float) whole, true);
        case INT -> (int) whole;
        case LONG -> whole;
        default -> value;
      };
    }
    return value;
  }

  /** What a variable of the type holds at first. */
  static Object zero(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> false;
      case INT, LONG, DOUBLE, FLOAT -> convert(0, type);
      default -> null;
    };
  }

  static Real real(Object value) {
    return value instanceof Real real ? real : Real.constant(((Number) value).doubleValue(), false);
  }
}
