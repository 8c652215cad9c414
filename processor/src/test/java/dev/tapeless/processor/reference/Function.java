package dev.tapeless.processor.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A function with a rule, the exact derivatives, and the points at which they are compared.
 *
 * @param name of the function here, and of its file
 * @param text the Java expression of {@code x, y, z}; {@code $} stands for the class
 * @param classes the classes that have it, by their qualified names
 * @param hasFloats whether there is an overload for {@code float}
 * @param partials the derivative by each argument
 * @param special points where the derivative is a matter of policy, and what it is there
 * @param points further points
 * @param boxes where the other points are drawn from, each as often
 */
record Function(
    String name,
    String text,
    List<String> classes,
    boolean hasFloats,
    List<Partial> partials,
    List<Row> special,
    List<double[]> points,
    List<List<Range>> boxes) {

  private static final List<String> BOTH = List.of("Math", "StrictMath");

  /** An exact formula. */
  @FunctionalInterface
  interface Partial {
    BigDecimal at(BigDecimal... point);
  }

  /** The derivative of a function of one argument. */
  @FunctionalInterface
  interface OfOne {
    BigDecimal at(BigDecimal x);
  }

  /** A derivative of a function of two arguments. */
  @FunctionalInterface
  interface OfTwo {
    BigDecimal at(BigDecimal x, BigDecimal y);
  }

  /** A derivative of a function of three arguments. */
  @FunctionalInterface
  interface OfThree {
    BigDecimal at(BigDecimal x, BigDecimal y, BigDecimal z);
  }

  static Function of(String name, OfOne byX) {
    return new Function(name, List.of(a -> byX.at(a[0])));
  }

  static Function of(String name, OfTwo byX, OfTwo byY) {
    return new Function(name, List.of(a -> byX.at(a[0], a[1]), a -> byY.at(a[0], a[1])));
  }

  static Function of(String name, OfThree byX, OfThree byY, OfThree byZ) {
    return new Function(
        name,
        List.of(
            a -> byX.at(a[0], a[1], a[2]),
            a -> byY.at(a[0], a[1], a[2]),
            a -> byZ.at(a[0], a[1], a[2])));
  }

  private Function(String name, List<Partial> partials) {
    this(
        name,
        "$."
            + name
            + "("
            + String.join(", ", List.of("x", "y", "z").subList(0, partials.size()))
            + ")",
        BOTH,
        false,
        partials,
        List.of(),
        List.of(),
        List.of());
  }

  /** The number of arguments. */
  int arity() {
    return partials.size();
  }

  /** The same with another expression. */
  Function as(String expression) {
    return new Function(name, expression, classes, hasFloats, partials, special, points, boxes);
  }

  /** The same of other classes. */
  Function in(String... others) {
    return new Function(name, text, List.of(others), hasFloats, partials, special, points, boxes);
  }

  /** The same with an overload for {@code float}. */
  Function alsoOfFloats() {
    return new Function(name, text, classes, true, partials, special, points, boxes);
  }

  /** The same with a point and the derivatives there. */
  Function where(double... pointAndPartials) {
    double[] point = Arrays.copyOf(pointAndPartials, arity());
    List<Number> values =
        Arrays.stream(pointAndPartials).skip(arity()).mapToObj(Function::number).toList();
    return new Function(
        name,
        text,
        classes,
        hasFloats,
        partials,
        added(special, new Row(point, values)),
        points,
        boxes);
  }

  private static Number number(double value) {
    return Double.isFinite(value) ? (Number) new BigDecimal(value) : (Number) value;
  }

  /** The same with further points. */
  Function at(double... point) {
    return new Function(
        name, text, classes, hasFloats, partials, special, added(points, point), boxes);
  }

  /** The same with points of each of these. */
  Function within(Range... box) {
    return new Function(
        name, text, classes, hasFloats, partials, special, points, added(boxes, List.of(box)));
  }

  private static <T> List<T> added(List<T> list, T more) {
    List<T> all = new ArrayList<>(list);
    all.add(more);
    return List.copyOf(all);
  }
}
