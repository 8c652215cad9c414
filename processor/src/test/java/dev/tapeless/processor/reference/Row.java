package dev.tapeless.processor.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A point and the derivatives there.
 *
 * @param partials a {@link BigDecimal}, or a {@link Double} that is infinite or not a number
 */
record Row(double[] point, List<Number> partials) {

  private static final MathContext DIGITS = new MathContext(40);
  private static final String BETWEEN = " ";

  String text() {
    List<String> words = new ArrayList<>();
    for (double x : point) {
      words.add(Double.toString(x));
    }
    for (Number partial : partials) {
      words.add(
          partial instanceof BigDecimal exact
              ? exact.round(DIGITS).stripTrailingZeros().toString()
              : partial.toString());
    }
    return String.join(BETWEEN, words);
  }

  static Row parse(String line, int arity, int numbers) {
    String[] words = line.split(BETWEEN);
    double[] point = new double[arity];
    List<Number> partials = new ArrayList<>();
    for (int i = 0; i < arity; i++) {
      point[i] = Double.parseDouble(words[i]);
    }
    for (int i = 0; i < numbers; i++) {
      partials.add(number(words[arity + i]));
    }
    return new Row(point, partials);
  }

  private static Number number(String word) {
    return word.endsWith("NaN") || word.endsWith("Infinity")
        ? (Number) Double.valueOf(word)
        : new BigDecimal(word);
  }
}
