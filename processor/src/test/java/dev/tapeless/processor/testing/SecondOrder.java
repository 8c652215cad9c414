package dev.tapeless.processor.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the second derivatives of one method must tell of each other. */
final class SecondOrder {

  private final Operations operations;
  private final Object[] arguments;
  private final double tolerance;
  private final Consistency.Claim claim;

  SecondOrder(
      Operations operations, Object[] arguments, double tolerance, Consistency.Claim claim) {
    this.operations = operations;
    this.arguments = arguments;
    this.tolerance = tolerance;
    this.claim = claim;
  }

  /**
   * {@code s . (H t) = t . (H s)}, and the Hessian, where there is one, has the products with unit
   * vectors as columns.
   */
  void check(List<Object> s, List<Object> t) {
    double[] hs = flat(operations.hvp(arguments, s));
    double[] ht = flat(operations.hvp(arguments, t));
    double left = Numbers.dot(flat(s), ht);
    double right = Numbers.dot(flat(t), hs);
    double scale =
        Math.max(Numbers.absoluteDot(flat(s), ht), Numbers.absoluteDot(flat(t), hs))
            + Numbers.largest(flat(operations.gradient(arguments)));
    claim.check(
        Numbers.isWithin(left, right, tolerance * scale),
        () -> "s.(H t) = " + left + " but t.(H s) = " + right);
    boolean offered = isOffered(operations.activeTypes());
    claim.check(
        offered == operations.has("Hessian", List.of()),
        () -> "Hessian is there only for one scalar, one array of rank 1, or several scalars");
    if (offered) {
      matrix();
    }
  }

  private static boolean isOffered(List<Class<?>> types) {
    boolean one =
        types.size() == 1 && (types.get(0) == double[].class || types.get(0) == float[].class);
    return one || types.stream().allMatch(Class::isPrimitive);
  }

  private void matrix() {
    double[] products = hessian(operations, arguments);
    double[] matrix = Reals.flat(operations.call("Hessian", List.of(), arguments));
    claim.check(
        Numbers.areClose(matrix, products, tolerance),
        () ->
            "Hessian is "
                + java.util.Arrays.toString(matrix)
                + ", not "
                + java.util.Arrays.toString(products));
  }

  /** The rows of the Hessian from products with unit vectors. */
  static double[] hessian(Operations operations, Object... arguments) {
    List<Object> active = operations.active(arguments);
    int size = flat(active).length;
    double[] hessian = new double[size * size];
    for (int j = 0; j < size; j++) {
      double[] column = flat(operations.hvp(arguments, unit(active, j)));
      for (int i = 0; i < size; i++) {
        hessian[i * size + j] = column[i];
      }
    }
    return hessian;
  }

  private static List<Object> unit(List<Object> shapes, int element) {
    List<Object> unit = new ArrayList<>(Collections.nCopies(shapes.size(), null));
    int[] next = {0};
    for (int p = 0; p < shapes.size(); p++) {
      unit.set(p, Reals.shaped(shapes.get(p), () -> next[0]++ == element ? 1 : 0));
    }
    return unit;
  }

  private static double[] flat(List<Object> parts) {
    return Reals.flat(parts.toArray());
  }
}
