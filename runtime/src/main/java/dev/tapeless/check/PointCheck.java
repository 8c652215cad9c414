package dev.tapeless.check;

import dev.tapeless.check.Comparison.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** One check at one point. */
final class PointCheck {

  /** Of more numbers not each is looked at. */
  private static final int MANY = 200;

  private static final int DIRECTIONS = 20;
  private static final int TANGENTS = 3;
  private static final long SEED = 20_240_229;

  private final String title;
  private final double[] x;
  private final double tolerance;
  private final Random random = new Random(SEED);
  private final List<Measured> measured = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  PointCheck(String title, double[] x, double tolerance) {
    this.title = title;
    this.x = x.clone();
    this.tolerance = tolerance;
  }

  /** A number, and what it should be. */
  private record Measured(String what, double given, Extrapolation expected) {}

  private CheckResult result() {
    double greatest = 0;
    for (Measured m : measured) {
      if (Double.isFinite(m.expected().value())) {
        greatest = Math.max(greatest, Math.abs(m.expected().value()));
      }
    }
    for (Measured m : measured) {
      double expected = m.expected().value();
      double error = m.expected().error();
      double scale =
          Math.max(
              Math.max(Math.abs(m.given()), Math.abs(expected)),
              1e-3 * Math.max(greatest, m.expected().size()));
      comparisons.add(
          new Comparison(
              m.what(), m.given(), expected, error, verdict(m.given(), expected, error, scale)));
    }
    return new CheckResult(title + " at " + point(), tolerance, comparisons, faults);
  }

  private String point() {
    return x.length <= 8
        ? Arrays.toString(x)
        : "a point of " + x.length + " numbers that begins with " + x[0];
  }

  private Verdict verdict(double given, double expected, double error, double scale) {
    if (Double.isNaN(expected)) {
      return Verdict.UNDECIDED;
    }
    if (!(Math.abs(given - expected) <= tolerance * scale + 5 * error)) {
      return Verdict.DIFFERS;
    }
    // A function that is zero everywhere has no scale.
    double certain = Math.max(100 * tolerance * scale, Double.MIN_NORMAL);
    return 5 * error <= certain ? Verdict.AGREES : Verdict.UNDECIDED;
  }

  /** What {@code derivative} returns; a fault if it modifies its arguments. */
  private double[] call(BinaryOperator<double[]> derivative, double[] second, String words) {
    double[] point = x.clone();
    double[] other = second.clone();
    double[] result = derivative.apply(point, other);
    if (!Arrays.equals(point, x) || !Arrays.equals(other, second)) {
      faults.add("the " + words + " modifies its arguments");
    }
    // It may return one of them, or the same array again.
    return result.clone();
  }

  private boolean hasLength(double[] found, int length, String words) {
    if (found.length != length) {
      faults.add("the " + words + " has length " + found.length + " instead of " + length);
    }
    return found.length == length;
  }

  /** Compares what {@code vjp} says, for a seed of many numbers, with finite differences. */
  CheckResult reverse(UnaryOperator<double[]> f, BinaryOperator<double[]> vjp) {
    return reverse(f, vjp, direction(f.apply(x.clone()).length, random));
  }

  /** The same for that seed. */
  CheckResult reverse(UnaryOperator<double[]> f, BinaryOperator<double[]> vjp, double[] seed) {
    double[] given = call(vjp, seed, title);
    if (!hasLength(given, x.length, title)) {
      return result();
    }
    if (x.length <= MANY) {
      for (int i = 0; i < x.length; i++) {
        Extrapolation expected = along(f, unit(x.length, i), seed, Math.abs(x[i]));
        measured.add(new Measured("component " + i, given[i], expected));
      }
    } else {
      for (int k = 0; k < DIRECTIONS; k++) {
        double[] t = direction(x.length, random);
        measured.add(new Measured("direction " + k, dot(given, t), along(f, t, seed, 1)));
      }
    }
    return result();
  }

  /** Compares what {@code jvp} says along some tangents with finite differences. */
  CheckResult forward(UnaryOperator<double[]> f, BinaryOperator<double[]> jvp) {
    int length = f.apply(x.clone()).length;
    for (int k = 0; k < TANGENTS; k++) {
      double[] t = direction(x.length, random);
      double[] given = call(jvp, t, title);
      if (!hasLength(given, length, title)) {
        return result();
      }
      for (int i = 0; i < (length <= MANY ? length : DIRECTIONS); i++) {
        double[] weights = length <= MANY ? unit(length, i) : direction(length, random);
        String what = (length <= MANY ? "component " : "sum ") + i + " along direction " + k;
        measured.add(new Measured(what, dot(given, weights), along(f, t, weights, 1)));
      }
    }
    return result();
  }

  private static double[] unit(int length, int i) {
    double[] unit = new double[length];
    unit[i] = 1;
    return unit;
  }

  /** Compares the two modes. */
  CheckResult modes(BinaryOperator<double[]> vjp, BinaryOperator<double[]> jvp) {
    for (int k = 0; k < DIRECTIONS; k++) {
      double[] t = direction(x.length, random);
      double[] jt = call(jvp, t, "jvp");
      double[] v = direction(jt.length, random);
      double[] jv = call(vjp, v, "vjp");
      if (!hasLength(jv, x.length, "vjp")) {
        return result();
      }
      double left = dot(jt, v);
      double right = dot(jv, t);
      double scale = Math.max(absoluteDot(v, jt), absoluteDot(jv, t));
      boolean agrees = Math.abs(left - right) <= tolerance * scale;
      comparisons.add(
          new Comparison("pair " + k, right, left, 0, agrees ? Verdict.AGREES : Verdict.DIFFERS));
    }
    return result();
  }

  /** Looks at the remainders of Taylor's formula along some directions. */
  CheckResult taylor(ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient) {
    double[] given = call((at, ignored) -> gradient.apply(at), new double[0], "gradient");
    if (!hasLength(given, x.length, "gradient")) {
      return result();
    }
    for (int k = 0; k < DIRECTIONS; k++) {
      double[] t = direction(x.length, random);
      for (int i = 0; i < t.length; i++) {
        t[i] *= Math.max(1, Math.abs(x[i]));
      }
      String what = "order of the remainder along direction " + k;
      comparisons.add(TaylorRemainder.of(what, h -> f.applyAsDouble(moved(t, h)), dot(given, t)));
    }
    return result();
  }

  private double[] moved(double[] t, double h) {
    double[] moved = x.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += h * t[i];
    }
    return moved;
  }

  /** Steps for a variable of that size, also near 0, and near the edge of a domain. */
  private static double[] steps(double size) {
    double step = 0.05 * Math.max(size, 1e-2);
    return size > 0
        ? new double[] {step, step / 32, step / 1024, 0.05 * size}
        : new double[] {step, step / 32, step / 1024};
  }

  /** The derivative of {@code weights·f} along {@code t}. */
  private Extrapolation along(
      UnaryOperator<double[]> f, double[] t, double[] weights, double size) {
    return Extrapolation.at0(h -> dot(f.apply(moved(t, h)), weights), steps(size));
  }

  /** Numbers of both signs, away from zero. */
  private static double[] direction(int length, Random random) {
    double[] direction = new double[length];
    for (int i = 0; i < length; i++) {
      direction[i] = (random.nextBoolean() ? 1 : -1) * (0.5 + 0.5 * random.nextDouble());
    }
    return direction;
  }

  /** Values of weight 0 do not count, be they numbers or not. */
  private static double dot(double[] values, double[] weights) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] == 0 ? 0 : values[i] * weights[i];
    }
    return sum;
  }

  private static double absoluteDot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] * b[i]);
    }
    return sum;
  }
}
