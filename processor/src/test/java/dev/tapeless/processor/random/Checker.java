package dev.tapeless.processor.random;

import dev.tapeless.processor.dual.DualProgram;
import dev.tapeless.processor.testing.Numbers;
import dev.tapeless.processor.testing.Operations;
import dev.tapeless.processor.testing.Reals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The checks of one program at one point, by all operations that say the same in different ways.
 */
final class Checker {

  private final Operations operations;
  private final Optional<Operations> naive;
  private final Reference reference;
  private final Tally tally;
  private final Object[] point;
  private final boolean usesFloat;
  private final Random random = new Random(20_240_229);
  private final Object primal;
  private final Object seed;
  private final List<Object> tangents;

  private Checker(
      RandomProgram program,
      Operations operations,
      Optional<Operations> naive,
      Reference reference,
      Object[] point,
      Object primal,
      Tally tally) {
    this.operations = operations;
    this.naive = naive;
    this.reference = reference;
    this.tally = tally;
    this.point = point;
    this.usesFloat = program.usesFloat();
    this.primal = primal;
    this.seed = Reals.shaped(primal, numbers());
    this.tangents = operations.active(point).stream().map(a -> Reals.shaped(a, numbers())).toList();
  }

  /** What is wrong with the operations of a program, if anything. */
  static Optional<Failure> check(
      RandomProgram program,
      Operations operations,
      Optional<Operations> naive,
      DualProgram dual,
      Tally tally) {
    for (List<Object> point : program.points()) {
      Object[] arguments = RecordValue.made(point, operations);
      Object primal = operations.primal(arguments);
      if (!Double.isFinite(Arrays.stream(Reals.flat(primal)).sum())) {
        tally.infinite();
        continue;
      }
      Reference reference = Reference.of(dual, program, List.of(arguments));
      Optional<Failure> failure =
          new Checker(program, operations, naive, reference, arguments, primal, tally).check();
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  private Optional<Failure> check() {
    tally.point();
    List<Supplier<Optional<Failure>>> checks =
        List.of(
            this::value,
            this::repetition,
            this::dotProduct,
            this::reference,
            this::differences,
            this::naive,
            this::matrix,
            this::second);
    for (Supplier<Optional<Failure>> check : checks) {
      Optional<Failure> failure = check.get();
      if (failure.isPresent()) {
        return failure.map(
            f -> new Failure(f.kind(), f.text() + "\n  at " + Arrays.deepToString(point)));
      }
    }
    return Optional.empty();
  }

  private Optional<Failure> value() {
    if (operations.isRecord()) {
      return Optional.empty(); // No operation returns it.
    }
    Object both =
        run(
            "ValueAnd",
            () ->
                operations.isScalar()
                    ? operations.call("ValueAndGradient", List.of(), point)
                    : operations.call("ValueAndVjp", List.of(operations.result()), point, seed));
    Object value = Operations.components(both).get(0);
    return Reals.same(primal, value) ? Optional.empty() : differ("value", value, primal);
  }

  /** A second call gives the same, and the arguments are as before. */
  private Optional<Failure> repetition() {
    Object[] before = Reals.copy(point);
    Object[] given = {seed, tangents.toArray()};
    Object[] givenBefore = Reals.copy(given);
    double[] vjp = vjp(operations);
    double[] jvp = jvp(operations);
    if (!Arrays.equals(vjp, vjp(operations)) || !Arrays.equals(jvp, jvp(operations))) {
      return Optional.of(new Failure("second call", "gives something else"));
    }
    return Reals.same(before, point) && Reals.same(givenBefore, given)
        ? Optional.empty()
        : differ("arguments", point, before);
  }

  private Optional<Failure> dotProduct() {
    double[] v = Reals.flat(seed);
    double[] t = Reals.flat(tangents.toArray());
    double[] jt = jvp(operations);
    double[] jv = vjp(operations);
    double scale = Math.max(Numbers.absoluteDot(v, jt), Numbers.absoluteDot(jv, t));
    if (reference.isFinite()) {
      // Terms that cancel out leave their rounding errors behind.
      scale = Math.max(scale, 0.1 * reference.size(v, t));
    }
    double left = Numbers.dot(v, jt);
    double right = Numbers.dot(jv, t);
    // What is too small for float vanishes in the mode that has it in a result.
    double tolerance = usesFloat ? 1e-5 * scale + Float.MIN_NORMAL : 1e-12 * scale;
    return Numbers.isWithin(left, right, tolerance)
        ? Optional.empty()
        : differ("dot product", "v.(J t) = " + left, "(J'v).t = " + right);
  }

  /** Both modes against the reference; the value there too, so that it took the same branches. */
  private Optional<Failure> reference() {
    double[] values = reference.values();
    if (!Arrays.equals(values, Reals.flat(primal))) {
      return differ("reference value", primal, values);
    }
    if (!reference.isFinite()) {
      tally.skippedReference();
      return Optional.empty();
    }
    double tolerance = usesFloat ? 1e-5 : 1e-11;
    double[] jt = jvp(operations);
    if (!reference.agreesWithTangent(jt, Reals.flat(tangents.toArray()), tolerance)) {
      return differ("reference jvp", jt, reference);
    }
    double[] jv = vjp(operations);
    return reference.agreesWithAdjoint(jv, Reals.flat(seed), tolerance)
        ? Optional.empty()
        : differ("reference vjp", jv, reference);
  }

  private Optional<Failure> differences() {
    double[] v = Reals.flat(seed);
    double[] jt = jvp(operations);
    double claimed = Numbers.dot(v, jt);
    double scale = Numbers.absoluteDot(v, jt) + 1e-3 * Numbers.absoluteDot(v, Reals.flat(primal));
    Differences found = Differences.of(h -> Numbers.dot(v, moved(h)), usesFloat ? 0.05 : 1e-3);
    if (!(found.error() <= (usesFloat ? 1e-2 : 1e-6) * scale)) {
      tally.skippedDifferences();
      return Optional.empty();
    }
    double tolerance = 100 * found.error() + (usesFloat ? 2e-2 : 1e-7) * scale;
    if (Numbers.isWithin(claimed, found.derivative(), tolerance)) {
      return Optional.empty();
    }
    if (!usesFloat && isKink(v, 1e-3 * scale)) {
      tally.skippedDifferences();
      return Optional.empty();
    }
    return differ("finite differences", "J t = " + claimed, found);
  }

  /**
   * Whether the slopes on both sides differ: at an argument of 0 an absolute value has a kink. With
   * steps as wide as {@code float} needs, this could not be told from a curve.
   */
  private boolean isKink(double[] v, double tolerance) {
    double step = 1e-6;
    double here = Numbers.dot(v, moved(0));
    double before = (here - Numbers.dot(v, moved(-step))) / step;
    double after = (Numbers.dot(v, moved(step)) - here) / step;
    return Math.abs(after - before) > tolerance;
  }

  private double[] moved(double step) {
    return Reals.flat(operations.primal(along(step)));
  }

  private Object[] along(double step) {
    double[] x = Reals.flat(operations.active(point).toArray());
    double[] t = Reals.flat(tangents.toArray());
    int[] next = {0};
    DoubleSupplier numbers = () -> x[next[0]] + step * t[next[0]++];
    List<Object> active = new ArrayList<>();
    operations.active(point).forEach(a -> active.add(Reals.shaped(a, numbers)));
    return operations.withActive(point, active);
  }

  private Optional<Failure> naive() {
    if (naive.isEmpty()) {
      return Optional.empty();
    }
    double tolerance = usesFloat ? 1e-4 : 1e-10;
    double[] vjp = vjp(operations);
    double[] naiveVjp = vjp(naive.get());
    if (!Numbers.areClose(vjp, naiveVjp, tolerance)) {
      return differ("naive vjp", vjp, naiveVjp);
    }
    double[] jvp = jvp(operations);
    double[] naiveJvp = jvp(naive.get());
    return Numbers.areClose(jvp, naiveJvp, tolerance)
        ? Optional.empty()
        : differ("naive jvp", jvp, naiveJvp);
  }

  /** The Jacobian, or the Hessian, times the tangents is what the products are. */
  private Optional<Failure> matrix() {
    double[] t = Reals.flat(tangents.toArray());
    if (operations.has("Jacobian", List.of())) {
      Object jacobian = run("Jacobian", () -> operations.call("Jacobian", List.of(), point));
      return product("jacobian", operations.parts(jacobian), t, jvp(operations));
    }
    if (operations.has("Hessian", List.of())) {
      Object hessian = run("Hessian", () -> operations.call("Hessian", List.of(), point));
      return product("hessian", List.of(hessian), t, hvp(operations, tangents));
    }
    return Optional.empty();
  }

  private Optional<Failure> product(
      String kind, List<Object> parts, double[] t, double[] expected) {
    double[] found = new double[expected.length];
    double[] sizes = new double[expected.length];
    int first = 0;
    for (Object part : parts) {
      double[] matrix = Reals.flat(part);
      int columns = matrix.length / Math.max(1, expected.length);
      for (int i = 0; i < matrix.length; i++) {
        double term = matrix[i] * t[first + i % columns];
        found[i / columns] += term;
        sizes[i / columns] += Math.abs(term);
      }
      first += columns;
    }
    for (int i = 0; i < found.length; i++) {
      boolean isKnown = Double.isFinite(sizes[i]) && Double.isFinite(expected[i]);
      double scale = sizes[i] + Numbers.largest(expected);
      if (isKnown && !Numbers.isWithin(found[i], expected[i], (usesFloat ? 1e-4 : 1e-11) * scale)) {
        return differ(kind, found, expected);
      }
    }
    return Optional.empty();
  }

  /**
   * Second derivatives, where the program asks for them and has finite first ones: {@code s . (H t)
   * = t . (H s)}, the same by differences of the gradient, and with analyses off.
   */
  private Optional<Failure> second() {
    boolean isOffered = operations.has("Hvp", operations.activeTypes());
    double[] gradient =
        isOffered ? Reals.flat(operations.gradient(point).toArray()) : new double[0];
    if (!isOffered || !Double.isFinite(Arrays.stream(gradient).sum())) {
      return Optional.empty();
    }
    List<Object> others =
        operations.active(point).stream().map(a -> Reals.shaped(a, numbers())).toList();
    double[] s = Reals.flat(others.toArray());
    double[] t = Reals.flat(tangents.toArray());
    double[] ht = hvp(operations, tangents);
    double[] hs = hvp(operations, others);
    double size = Math.max(Numbers.absoluteDot(s, ht), Numbers.absoluteDot(t, hs));
    double scale = size + Numbers.largest(gradient);
    double left = Numbers.dot(s, ht);
    double right = Numbers.dot(t, hs);
    if (!Numbers.isWithin(left, right, (usesFloat ? 1e-4 : 1e-10) * scale)) {
      return differ("symmetry", "s.(H t) = " + left, "t.(H s) = " + right);
    }
    Differences found =
        Differences.of(
            h -> Numbers.dot(s, Reals.flat(operations.gradient(along(h)).toArray())),
            usesFloat ? 0.05 : 1e-3);
    double tolerance = 100 * found.error() + (usesFloat ? 2e-2 : 1e-7) * scale;
    boolean isReliable = found.error() <= (usesFloat ? 1e-2 : 1e-6) * scale;
    if (isReliable && !Numbers.isWithin(left, found.derivative(), tolerance)) {
      return differ("second differences", "s.(H t) = " + left, found);
    }
    if (naive.isEmpty()) {
      return Optional.empty();
    }
    double[] naiveHt = hvp(naive.get(), tangents);
    return Numbers.areClose(ht, naiveHt, usesFloat ? 1e-3 : 1e-9)
        ? Optional.empty()
        : differ("naive hvp", ht, naiveHt);
  }

  private double[] hvp(Operations of, List<Object> direction) {
    return Reals.flat(run(mode(of) + "Hvp", () -> of.hvp(point, direction)).toArray());
  }

  private double[] vjp(Operations of) {
    return Reals.flat(run(mode(of) + "Vjp", () -> of.vjp(point, seed)).toArray());
  }

  private double[] jvp(Operations of) {
    return Reals.flat(run(mode(of) + "Jvp", () -> of.jvp(point, tangents)));
  }

  private String mode(Operations of) {
    return of == operations ? "" : "naive ";
  }

  private static <T> T run(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException | Error e) {
      throw new Broken(Failure.exception(operation, e));
    }
  }

  private static Optional<Failure> differ(String kind, Object found, Object expected) {
    return Optional.of(new Failure(kind, show(found) + " but " + show(expected)));
  }

  private static String show(Object value) {
    String text = Arrays.deepToString(new Object[] {value});
    return text.substring(1, text.length() - 1);
  }

  /** Numbers away from zero, of both signs. */
  private DoubleSupplier numbers() {
    return () -> (random.nextBoolean() ? 1 : -1) * (0.5 + 0.5 * random.nextDouble());
  }
}
