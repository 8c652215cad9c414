package dev.tapeless.processor.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** What the operations of one method must tell of each other. */
final class Consistency {

  private final Operations operations;
  private final Object[] arguments;
  private final double tolerance;
  private final Claim claim;

  Consistency(Operations operations, Object[] arguments, double tolerance, Claim claim) {
    this.operations = operations;
    this.arguments = arguments;
    this.tolerance = tolerance;
    this.claim = claim;
  }

  /** Takes what must hold, and what to say if it does not. */
  interface Claim {
    void check(boolean holds, Supplier<String> failure);
  }

  void check() {
    if (operations.isScalar()) {
      scalar();
    } else if (!operations.isRecord()) {
      array();
    }
  }

  private void scalar() {
    Object one = Reals.shaped(operations.primal(arguments), () -> 1);
    double[] gradient = flat(operations.vjp(arguments, one));
    same(
        "Gradient",
        flat(operations.parts(operations.call("Gradient", List.of(), arguments))),
        gradient);
    Object both = operations.call("ValueAndGradient", List.of(), arguments);
    same("ValueAndGradient", flat(operations.parts(Operations.components(both).get(1))), gradient);
    directional(gradient);
    into(gradient);
  }

  private void directional(double[] gradient) {
    List<Object> l = new ArrayList<>();
    int[] next = {0};
    operations.active(arguments).forEach(a -> l.add(Reals.shaped(a, () -> 1 + 0.25 * next[0]++)));
    double[] direction = flat(l);
    if (direction.length > 0) {
      Object found =
          operations.call(
              "DirectionalDerivative", operations.activeTypes(), arguments, l.toArray());
      double length = Math.sqrt(Numbers.dot(direction, direction));
      double expected = Numbers.dot(gradient, direction) / length;
      double scale = Numbers.absoluteDot(gradient, direction) / length;
      double derivative = ((Number) found).doubleValue();
      claim.check(
          Numbers.isWithin(derivative, expected, tolerance * scale),
          () -> "DirectionalDerivative is " + derivative + ", not " + expected);
    }
  }

  private void into(double[] gradient) {
    List<Class<?>> types = operations.activeTypes();
    boolean allArrays = types.stream().allMatch(Class::isArray);
    claim.check(
        allArrays == operations.has("GradientInto", types),
        () -> "GradientInto is there only when all active parameters are arrays");
    if (allArrays) {
      List<Object> targets = new ArrayList<>();
      operations.active(arguments).forEach(a -> targets.add(Reals.shaped(a, () -> Double.NaN)));
      Object value = operations.call("GradientInto", types, arguments, targets.toArray());
      Object primal = operations.primal(arguments);
      claim.check(
          Reals.same(value, primal), () -> "GradientInto returns " + value + ", not " + primal);
      same("GradientInto", flat(targets), gradient);
    }
  }

  private void array() {
    Object primal = operations.primal(arguments);
    Object v = Reals.shaped(primal, () -> 1);
    double[] summed = flat(operations.vjp(arguments, v));
    same(
        "Vjp without seed",
        flat(operations.parts(operations.call("Vjp", List.of(), arguments))),
        summed);
    Object both = operations.call("ValueAndVjp", List.of(operations.result()), arguments, v);
    same("ValueAndVjp", flat(operations.parts(Operations.components(both).get(1))), summed);
    jacobian(Reals.count(primal));
  }

  /** Each column of the Jacobian is the derivative along a unit vector. */
  private void jacobian(int rows) {
    boolean offered = operations.activeTypes().stream().noneMatch(Class::isRecord);
    claim.check(
        offered == operations.has("Jacobian", List.of()),
        () -> "Jacobian is there only when no active parameter is a record");
    if (!offered) {
      return;
    }
    List<Object> active = operations.active(arguments);
    List<Object> parts = operations.parts(operations.call("Jacobian", List.of(), arguments));
    for (int p = 0; p < active.size(); p++) {
      double[] jacobian = Reals.flat(parts.get(p));
      int columns = Reals.count(active.get(p));
      for (int j = 0; j < columns; j++) {
        double[] column = new double[rows];
        for (int i = 0; i < rows; i++) {
          column[i] = jacobian[i * columns + j];
        }
        same("Jacobian", column, Reals.flat(operations.jvp(arguments, unit(active, p, j))));
      }
    }
  }

  private static List<Object> unit(List<Object> shapes, int parameter, int element) {
    List<Object> unit = new ArrayList<>(Collections.nCopies(shapes.size(), null));
    for (int p = 0; p < shapes.size(); p++) {
      int[] next = {0};
      boolean here = p == parameter;
      unit.set(p, Reals.shaped(shapes.get(p), () -> next[0]++ == element && here ? 1 : 0));
    }
    return unit;
  }

  private void same(String what, double[] found, double[] expected) {
    claim.check(
        Numbers.areClose(found, expected, tolerance),
        () -> what + " is " + Arrays.toString(found) + ", not " + Arrays.toString(expected));
  }

  private static double[] flat(List<Object> parts) {
    return Reals.flat(parts.toArray());
  }
}
