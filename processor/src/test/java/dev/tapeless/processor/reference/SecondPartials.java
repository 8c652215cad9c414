package dev.tapeless.processor.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Second derivatives, by central differences of the exact formulas of the first ones. The step is
 * 1e-60 of the argument, or of 1 if that is less, and the formulas have 200 digits, so that forty
 * digits are right as long as no pole is close to within 1e-40.
 */
final class SecondPartials {

  /** The number of points of each function. */
  static final int POINTS = 200;

  private static final BigDecimal STEP = new BigDecimal("1e-60");
  private static final BigDecimal EQUAL = new BigDecimal("1e-38");
  private static final double SMALLEST = 1e-15;
  private static final double LARGEST = 1e15;

  private SecondPartials() {}

  /** The name of the file. */
  static String file(Function function, boolean ofFloats) {
    return function.name() + (ofFloats ? ".secondFloat.txt" : ".secondDouble.txt");
  }

  static List<Row> read(Function function, boolean ofFloats) {
    int n = function.arity();
    return Table.read(file(function, ofFloats), n, n * (n + 1) / 2);
  }

  static void write(Function function, boolean ofFloats) {
    Table.write(file(function, ofFloats), rows(function, ofFloats));
  }

  /** Points with the lower triangles of the Hessians. */
  static List<Row> rows(Function function, boolean ofFloats) {
    List<Row> rows = new ArrayList<>();
    Random random = new Random(function.name().hashCode() + (ofFloats ? 3L : 2L));
    for (int i = 0; rows.size() < POINTS; i++) {
      List<Range> box = function.boxes().get(i % function.boxes().size());
      double[] point = box.stream().mapToDouble(r -> r.draw(random)).toArray();
      if (ofFloats) {
        Arrays.setAll(point, k -> (float) point[k]);
      }
      boolean isModerate =
          Arrays.stream(point).map(Math::abs).allMatch(x -> x >= SMALLEST && x <= LARGEST);
      if (isModerate) {
        row(function, ofFloats, point).ifPresent(rows::add);
      }
    }
    return rows;
  }

  /** None at a pole, or where a number is too large or too small to have all its digits. */
  private static Optional<Row> row(Function function, boolean ofFloats, double... point) {
    List<Number> seconds;
    try {
      seconds = seconds(function, point);
    } catch (ArithmeticException pole) {
      // The rounding to a float may have moved the point there.
      return Optional.empty();
    }
    double smallest = ofFloats ? 1e-30 : 1e-290;
    double largest = ofFloats ? Float.MAX_VALUE : Double.POSITIVE_INFINITY;
    boolean isNormal =
        seconds.stream()
            .map(Number::doubleValue)
            .allMatch(x -> x == 0 || Math.abs(x) > smallest && Math.abs(x) < largest);
    return isNormal ? Optional.of(new Row(point, seconds)) : Optional.empty();
  }

  private static List<Number> seconds(Function function, double... point) {
    List<Number> seconds = new ArrayList<>();
    for (int i = 0; i < point.length; i++) {
      for (int j = 0; j <= i; j++) {
        seconds.add(second(function, i, j, point));
      }
    }
    return seconds;
  }

  /** The same in either order, unless one argument has no derivative at all, as one that steps. */
  private static BigDecimal second(Function function, int i, int j, double... point) {
    BigDecimal one = difference(function.partials().get(i), j, point);
    BigDecimal other = difference(function.partials().get(j), i, point);
    if (one.signum() == 0 || other.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal distance = one.subtract(other).abs();
    if (distance.compareTo(one.abs().multiply(EQUAL)) > 0) {
      throw new AssertionError(
          function.name() + " " + Arrays.toString(point) + ": " + one + " and " + other);
    }
    return one;
  }

  private static BigDecimal difference(Function.Partial partial, int by, double... point) {
    BigDecimal size = BigDecimal.valueOf(Math.min(1, Math.abs(point[by])));
    BigDecimal step = size.multiply(STEP);
    BigDecimal after = partial.at(moved(by, step, point));
    BigDecimal before = partial.at(moved(by, step.negate(), point));
    BigDecimal width = step.multiply(Precise.TWO);
    return after.subtract(before).divide(width, new MathContext(60));
  }

  private static BigDecimal[] moved(int by, BigDecimal step, double... point) {
    BigDecimal[] moved = Arrays.stream(point).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    moved[by] = moved[by].add(step);
    return moved;
  }
}
