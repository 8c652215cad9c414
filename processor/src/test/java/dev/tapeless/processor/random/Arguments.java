package dev.tapeless.processor.random;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes the arguments of one point, and writes them as Java. No two numbers are equal: sorting
 * them, or taking the larger one, would be a kink.
 */
final class Arguments {

  private final Workshop workshop;
  private final Dice dice;
  private final List<Double> special;
  private final Set<Double> taken = new HashSet<>(SpecialPoints.NUMBERS);

  Arguments(Workshop workshop) {
    this.workshop = workshop;
    this.dice = workshop.dice();
    this.special = new ArrayList<>(SpecialPoints.NUMBERS);
  }

  /** A value for a parameter. */
  Object argument(Name parameter) {
    return value(parameter.sort(), parameter);
  }

  private Object value(Sort sort, Name parameter) {
    if (sort.isArray()) {
      Object first = value(sort.element(), parameter);
      Object array = Array.newInstance(type(first), workshop.length());
      for (int i = 0; i < workshop.length(); i++) {
        Array.set(array, i, i == 0 ? first : value(sort.element(), parameter));
      }
      return array;
    }
    if (sort.isRecord()) {
      return new RecordValue(sort.base(), sort.components().stream().map(this::argument).toList());
    }
    double number = number();
    return switch (sort.base()) {
      case "double" -> number;
      case "float" -> (float) number;
      case "int" ->
          parameter.isBounded()
              ? dice.between(parameter.low(), parameter.high())
              : dice.between(-2, 6);
      default -> dice.chance(0.5);
    };
  }

  private double number() {
    boolean isSpecial = !special.isEmpty() && dice.chance(0.5 * workshop.specials());
    if (isSpecial) {
      return special.remove(dice.below(special.size()));
    }
    double number = dice.number(0.1, 1.4) * (dice.chance(0.3) ? -1 : 1);
    while (!taken.add(number)) {
      number = dice.number(0.1, 1.4);
    }
    return number;
  }

  private static Class<?> type(Object value) {
    if (value instanceof Double) {
      return double.class;
    }
    if (value instanceof Float) {
      return float.class;
    }
    return value instanceof Integer ? int.class : value.getClass();
  }

  /** The Java text of a value; records are made by {@code f}. */
  static String text(Object value) {
    if (value instanceof RecordValue made) {
      return made.components().stream()
          .map(Arguments::text)
          .collect(Collectors.joining(", ", "f.make(\"" + made.type() + "\", ", ")"));
    }
    if (value.getClass().isArray()) {
      return "new " + value.getClass().getSimpleName() + " " + elements(value);
    }
    return value instanceof Float ? value + "f" : String.valueOf(value);
  }

  private static String elements(Object array) {
    return IntStream.range(0, Array.getLength(array))
        .mapToObj(i -> Array.get(array, i))
        .map(e -> e.getClass().isArray() ? elements(e) : text(e))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
