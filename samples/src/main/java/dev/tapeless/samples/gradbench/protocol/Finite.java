package dev.tapeless.samples.gradbench.protocol;

/** JSON has no infinity and no NaN, so a result must not have them either. */
final class Finite {

  private Finite() {}

  /** Throws an exception if there is a number in {@code value} that is not finite. */
  static void check(Json value) {
    if (value instanceof Json.Fields fields) {
      fields.values().values().forEach(Finite::check);
    } else if (value instanceof Json.Items items) {
      items.values().forEach(Finite::check);
    } else if (value instanceof Json.Real real) {
      check(real.value());
    } else if (value instanceof Json.Numbers numbers) {
      check(numbers.values());
    } else if (value instanceof Json.Rows rows) {
      for (double[] row : rows.values()) {
        check(row);
      }
    }
  }

  private static void check(double... numbers) {
    for (double number : numbers) {
      if (!Double.isFinite(number)) {
        throw new ArithmeticException("the result is not finite: it has " + number);
      }
    }
  }
}
