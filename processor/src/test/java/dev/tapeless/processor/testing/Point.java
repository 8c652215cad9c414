package dev.tapeless.processor.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The checks of a derivative at one point.
 *
 * <p>What they cannot see: an error smaller than the tolerances; at a kink or a step, which of the
 * possible derivatives was chosen (say it with {@link #gradientIs}); a wrong derivative that all
 * modes share where finite differences are left out ({@link #isConsistent}).
 */
public final class Point {

  private static final long SEED = 20_240_229;

  private final Differentiated method;
  private final Operations operations;
  private final Object[] arguments;
  private final Random random = new Random(SEED);

  Point(Differentiated method, Object... arguments) {
    this.method = method;
    this.operations = method.analysed();
    this.arguments = arguments;
  }

  /** All checks. */
  public Point isRight() {
    return isConsistent().agreesWithFiniteDifferences().secondAgreesWithFiniteDifferences();
  }

  /** All checks but finite differences, for points where these say nothing: kinks, steps, poles. */
  public Point isConsistent() {
    return modesAgree()
        .valueIsThePrimals()
        .leavesItsArgumentsAlone()
        .operationsAgree()
        .naiveAgrees()
        .secondOrderAgrees();
  }

  /** {@code v . (J t) = (transposed J v) . t}. */
  public Point modesAgree() {
    for (int i = 0; i < 3; i++) {
      List<Object> t = tangents();
      Object v = Reals.shaped(operations.primal(arguments), numbers());
      double[] jt = Reals.flat(operations.jvp(arguments, t));
      double[] jv = flat(operations.vjp(arguments, v));
      double left = Numbers.dot(Reals.flat(v), jt);
      double right = Numbers.dot(jv, flat(t));
      double scale =
          Math.max(Numbers.absoluteDot(Reals.flat(v), jt), Numbers.absoluteDot(jv, flat(t)));
      double tolerance = method.usesFloat() ? 1e-5 : 1e-12;
      check(
          Numbers.isWithin(left, right, tolerance * scale),
          () -> "v.(J t) = " + left + " but (J'v).t = " + right);
    }
    return this;
  }

  /** The tangent against high-order finite differences of the primal, in several directions. */
  public Point agreesWithFiniteDifferences() {
    for (int i = 0; i < 3; i++) {
      List<Object> t = tangents();
      double[] jvp = Reals.flat(operations.jvp(arguments, t));
      FiniteDifferences.Answer answer =
          FiniteDifferences.along(this::moved, flat(t), jvp, method.usesFloat());
      check(
          answer.agrees(),
          () -> "J t = " + Arrays.toString(jvp) + " but finite differences give " + answer);
    }
    return this;
  }

  private double[] moved(double[] displacement) {
    double[] x = flat(operations.active(arguments));
    int[] next = {0};
    List<Object> moved = shapes(() -> x[next[0]] + displacement[next[0]++]);
    return Reals.flat(operations.primal(operations.withActive(arguments, moved)));
  }

  /** The value that comes with a derivative is that of the method, to the last bit. */
  public Point valueIsThePrimals() {
    if (operations.isRecord()) {
      return this; // No operation returns it.
    }
    Object primal = operations.primal(arguments);
    Object both =
        operations.isScalar()
            ? operations.call("ValueAndGradient", List.of(), arguments)
            : operations.call("ValueAndVjp", List.of(operations.result()), arguments, ones());
    Object value = Operations.components(both).get(0);
    check(Reals.same(primal, value), () -> "value is " + show(value) + ", not " + show(primal));
    return this;
  }

  /** No operation changes its arguments, and each gives the same a second time. */
  public Point leavesItsArgumentsAlone() {
    Object v = ones();
    List<Object> t = tangents();
    repeat("Vjp", () -> operations.vjp(arguments, v), v);
    repeat("Jvp", () -> operations.jvp(arguments, t), t.toArray());
    if (operations.isScalar()) {
      repeat(
          "Gradient", () -> operations.parts(operations.call("Gradient", List.of(), arguments)), v);
    }
    return this;
  }

  private void repeat(String operation, Supplier<Object> call, Object further) {
    Object[] before = Reals.copy(arguments);
    Object furtherBefore = Reals.copy(further);
    double[] first = flat(call.get());
    double[] second = flat(call.get());
    check(Arrays.equals(first, second), () -> operation + " gives something else a second time");
    check(
        Reals.same(before, arguments) && Reals.same(furtherBefore, further),
        () -> operation + " modifies its arguments");
  }

  /** The operations that follow from others: they must tell the same. */
  public Point operationsAgree() {
    new Consistency(operations, arguments, method.usesFloat() ? 1e-5 : 1e-12, this::check).check();
    return this;
  }

  /** The same numbers with all analyses off. */
  public Point naiveAgrees() {
    double tolerance = method.usesFloat() ? 1e-4 : 1e-11;
    Object v = ones();
    List<Object> t = tangents();
    compare("Vjp", operations.vjp(arguments, v), method.naive().vjp(arguments, v), tolerance);
    compare("Jvp", operations.jvp(arguments, t), method.naive().jvp(arguments, t), tolerance);
    return this;
  }

  private void compare(String what, Object analysed, Object naive, double tolerance) {
    check(
        Numbers.areClose(flat(analysed), flat(naive), tolerance),
        () -> what + " is " + show(analysed) + " but " + show(naive) + " with analyses off");
  }

  /**
   * The Hessian times a vector against high-order finite differences of the gradient, where second
   * derivatives were asked for.
   */
  public Point secondAgreesWithFiniteDifferences() {
    if (method.isOfOrderTwo()) {
      List<Object> t = tangents();
      double[] hvp = flat(operations.hvp(arguments, t));
      FiniteDifferences.Answer answer =
          FiniteDifferences.along(this::movedGradient, flat(t), hvp, method.usesFloat());
      check(
          answer.agrees(),
          () -> "H t = " + Arrays.toString(hvp) + " but finite differences give " + answer);
    }
    return this;
  }

  private double[] movedGradient(double[] displacement) {
    double[] x = flat(operations.active(arguments));
    int[] next = {0};
    List<Object> moved = shapes(() -> x[next[0]] + displacement[next[0]++]);
    return flat(operations.gradient(operations.withActive(arguments, moved)));
  }

  /**
   * What second derivatives must tell of themselves, where they were asked for and there are first
   * ones.
   */
  public Point secondOrderAgrees() {
    boolean isDefined =
        method.isOfOrderTwo()
            && Arrays.stream(flat(operations.vjp(arguments, ones()))).allMatch(Double::isFinite);
    if (isDefined) {
      double tolerance = method.usesFloat() ? 1e-4 : 1e-10;
      new SecondOrder(operations, arguments, tolerance, this::check).check(tangents(), tangents());
      List<Object> t = tangents();
      repeat("Hvp", () -> operations.hvp(arguments, t), t.toArray());
      compare("Hvp", operations.hvp(arguments, t), method.naive().hvp(arguments, t), tolerance);
    }
    return this;
  }

  /** Another point of the same method. */
  public Point at(Object... others) {
    return method.at(others);
  }

  /**
   * The Hessian by the active parameters, written out row by row in the order of parameters and
   * elements.
   */
  public Point hessianIs(double... expected) {
    double[] found = SecondOrder.hessian(operations, arguments);
    check(
        Numbers.areClose(found, expected, method.usesFloat() ? 1e-5 : 1e-12),
        () -> "Hessian is " + Arrays.toString(found) + ", not " + Arrays.toString(expected));
    return this;
  }

  /**
   * The derivative of the (summed) result by the active parameters, written out: numbers in the
   * order of parameters and elements.
   */
  public Point gradientIs(double... expected) {
    double[] found = flat(operations.vjp(arguments, ones()));
    check(
        Numbers.areClose(found, expected, method.usesFloat() ? 1e-5 : 1e-12),
        () -> "gradient is " + Arrays.toString(found) + ", not " + Arrays.toString(expected));
    return this;
  }

  private Object ones() {
    return Reals.shaped(operations.primal(arguments), () -> 1);
  }

  private List<Object> tangents() {
    return shapes(numbers());
  }

  private List<Object> shapes(DoubleSupplier numbers) {
    List<Object> shapes = new ArrayList<>();
    operations.active(arguments).forEach(a -> shapes.add(Reals.shaped(a, numbers)));
    return shapes;
  }

  /** Numbers away from zero, of both signs. */
  private DoubleSupplier numbers() {
    return () -> (random.nextBoolean() ? 1 : -1) * (0.5 + 0.5 * random.nextDouble());
  }

  private static double[] flat(Object value) {
    return value instanceof List<?> list ? Reals.flat(list.toArray()) : Reals.flat(value);
  }

  private static String show(Object value) {
    return value instanceof List<?> list
        ? Arrays.deepToString(list.toArray())
        : Arrays.deepToString(new Object[] {value});
  }

  private void check(boolean holds, Supplier<String> failure) {
    if (!holds) {
      throw new AssertionError(
          failure.get()
              + "\nat "
              + show(Objects.requireNonNull(arguments))
              + " of\n"
              + method.describe());
    }
  }
}
