package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tapeless.processor.testing.Compiled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Exceptions of the primal reach the caller of every operation unchanged. */
class ArraysOutOfBoundsTest {

  private static final String MEMBERS =
      """
      @Differentiable
      static double index(double[] x, int k) {
        double s = x[0] * x[0];
        return s * x[k];
      }
      @Differentiable
      static double indexOfUnusedRead(double[] x, int k) {
        double unused = x[k];
        return x[0] * x[0];
      }
      @Differentiable
      static double written(double[] x, int k) {
        x[k] = 2;
        return x[0] * x[0];
      }
      @Differentiable
      static double inLoop(double[] x, int n) {
        double s = 1;
        for (int i = 0; i < n; i++) {
          s *= x[i];
        }
        return s;
      }
      @Differentiable
      static double sumInLoop(double[] x, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
          s += x[i];
        }
        return s;
      }
      @Differentiable
      static double divided(double[] x, int k) {
        return x[0] * x[12 / k];
      }
      @Differentiable
      static double remainder(double[] x, int k) {
        int r = 12 % k;
        return x[0] * x[0] * r;
      }
      @Differentiable
      static double negativeSize(double[] x, int k) {
        double[] w = new double[k];
        w[0] = x[0];
        return w[0] * w[0];
      }
      @Differentiable
      static double negativeSizeOfUnused(double[] x, int k) {
        double[] w = new double[k];
        return x[0] * x[0];
      }
      @Differentiable
      static double nullArray(double[] x, int k) {
        double[] w = k == 0 ? null : x;
        return w[0] * x[0];
      }
      @Differentiable
      static double nullRow(double[] x, int k) {
        double[][] w = new double[2][];
        w[0] = x;
        return w[k][0] * x[0];
      }
      @Differentiable
      static double nullLength(double[] x, int k) {
        double[] w = k == 0 ? null : x;
        return w.length * x[0] * x[0];
      }
      @Differentiable
      static double exact(double[] x, int k) {
        return x[0] * x[0] * Math.addExact(Integer.MAX_VALUE, k);
      }
      @Differentiable
      static double inHelper(double[] x, int k) {
        return at(x, k) * at(x, 0);
      }
      private static double at(double[] x, int k) {
        return x[k] * x[k];
      }
      @Differentiable
      static double inRecursion(double[] x, int k) {
        return last(x, k);
      }
      private static double last(double[] x, int k) {
        return k == 0 ? x[0] : x[k] * last(x, k - 1);
      }
      @Differentiable
      static double stored(double[] x, int k) {
        double[][] w = {x, x};
        w[k] = x.clone();
        return w[0][0] * x[0];
      }
      @Differentiable
      static double[] result(double[] x, int k) {
        double[] y = new double[k];
        y[2] = x[0] * x[k - 1];
        return y;
      }
      """;

  private static final Compiled COMPILED =
      Compiled.of("package p;\nimport dev.tapeless.*;\nfinal class C {\n" + MEMBERS + "\n}\n")
          .succeeds();

  @TestFactory
  Stream<DynamicTest> failures() {
    return Stream.of(
        fails("index", 2, "an index of a factor"),
        fails("index", -1, "a negative index"),
        fails("indexOfUnusedRead", 2, "an index of an element that is not used"),
        fails("written", 2, "an index of an element that is written"),
        fails("inLoop", 3, "an index of an element in a loop"),
        fails("sumInLoop", 3, "an index of an element that is only added"),
        fails("divided", 0, "a division by zero"),
        fails("remainder", 0, "a remainder by zero"),
        fails("negativeSize", -2, "a negative length"),
        fails("negativeSizeOfUnused", -2, "a negative length of an array that is not used"),
        fails("nullArray", 0, "an array that is null"),
        fails("nullRow", 1, "a row that is null"),
        fails("nullLength", 0, "the length of an array that is null"),
        fails("exact", 1, "an overflow"),
        fails("inHelper", 2, "an index in a helper"),
        fails("inRecursion", 2, "an index in a recursive helper"),
        fails("stored", 2, "an index at which a row is stored"));
  }

  @TestFactory
  Stream<DynamicTest> failuresOfArrayResults() {
    return Stream.of(-1, 0, 2, 3)
        .map(k -> DynamicTest.dynamicTest("a result of length " + k, () -> failsAlike(k)));
  }

  private static void failsAlike(int k) {
    double[] x = {2, 3};
    OperatorsCalled derived = OperatorsCalled.of(COMPILED, "p.CAdjoint");
    Throwable expected =
        catchThrowable(() -> OperatorsCalled.of(COMPILED, "p.C").call("result", x, k));
    assertThat(expected).isNotNull();
    double[] v = new double[Math.max(k, 0)];
    List<Throwable> found = new ArrayList<>();
    found.add(catchThrowable(() -> derived.call("resultVjp", x, k)));
    found.add(catchThrowable(() -> derived.call("resultVjp", x, k, v)));
    found.add(catchThrowable(() -> derived.call("resultValueAndVjp", x, k, v)));
    found.add(catchThrowable(() -> derived.call("resultJvp", x, k, x.clone())));
    found.add(catchThrowable(() -> derived.call("resultJacobian", x, k)));
    assertThat(found)
        .allSatisfy(f -> assertThat(f).hasSameClassAs(expected).hasMessage(expected.getMessage()));
  }

  private static DynamicTest fails(String method, int k, String name) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          double[] x = {2, 3};
          double[] t = {1, 1};
          OperatorsCalled primal = OperatorsCalled.of(COMPILED, "p.C");
          OperatorsCalled derived = OperatorsCalled.of(COMPILED, "p.CAdjoint");
          Throwable expected = catchThrowable(() -> primal.call(method, x.clone(), k));
          assertThat(expected).isNotNull();
          List<Throwable> found = new ArrayList<>();
          found.add(catchThrowable(() -> derived.call(method + "Gradient", x, k)));
          found.add(catchThrowable(() -> derived.call(method + "ValueAndGradient", x, k)));
          found.add(catchThrowable(() -> derived.call(method + "Vjp", x, k, 2.0)));
          found.add(catchThrowable(() -> derived.call(method + "Jvp", x, k, t)));
          found.add(catchThrowable(() -> derived.call(method + "DirectionalDerivative", x, k, t)));
          found.add(
              catchThrowable(() -> derived.call(method + "GradientInto", x, k, new double[2])));
          for (Throwable each : found) {
            assertThat(each).as(found.toString()).isNotNull().hasSameClassAs(expected);
            if (!(expected instanceof NullPointerException)) {
              assertThat(each).hasMessage(expected.getMessage());
            }
          }
          assertThat(x).containsExactly(2, 3);
          assertThat(Arrays.stream(t).sum()).isEqualTo(2);
        });
  }
}
