package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sums and extremes of arrays by streams, and sorted arrays. */
class ArraysReducedTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3, 0.9, -1.1};
  }

  private static double[] tricky() {
    return new double[] {1e16, 1, -1e16, 0.1, 0.2, 0.3, 1e-17, 3};
  }

  @TestFactory
  Stream<DynamicTest> reductions() {
    return new Programs()
        .add(
            "the sum is the library's, to the last bit",
            """
            static double f(double[] x) {
              return java.util.Arrays.stream(x).sum() * x[3];
            }
            """,
            d -> {
              d.at((Object) x()).isRight();
              d.at((Object) tricky()).isConsistent();
              d.at((Object) new double[] {Double.POSITIVE_INFINITY, 1, 2, 1}).valueIsThePrimals();
              assertThat(d.generated()).contains("double sum = Arrays.stream(x).sum();");
            })
        .add(
            "sum, average and extremes",
            """
            static double f(double[] x) {
              double s = java.util.stream.DoubleStream.of(x).sum();
              double mean = java.util.Arrays.stream(x).average().getAsDouble();
              double largest = java.util.Arrays.stream(x).max().orElse(s);
              double least = java.util.Arrays.stream(x).min().orElseThrow();
              double none = java.util.Arrays.stream(new double[0]).average().orElse(least * s);
              double v = 0;
              for (double e : x) {
                v += (e - mean) * (e - mean) * largest;
              }
              return v * s * least + none;
            }
            """,
            d -> d.at((Object) x()).isRight())
        .add(
            "within a loop that overwrites",
            """
            static double f(double[] x, int n) {
              double s = 1;
              for (int i = 0; i < n; i++) {
                s *= java.util.Arrays.stream(x).sum();
                x[i] = s * x[i + 1];
              }
              return s + java.util.Arrays.stream(x).sum();
            }
            """,
            d -> d.at(x(), 4).isRight())
        .add(
            "in recursive helpers, active and passive",
            """
            static double f(double x, @dev.tapeless.Constant double[] w, double[] y) {
              return x * total(w, 3) + total(y, 2) * changed(y, 1);
            }

            private static double total(double[] w, int depth) {
              return depth == 0 ? java.util.Arrays.stream(w).sum() : 2 * total(w, depth - 1);
            }

            private static double changed(double[] w, int depth) {
              System.arraycopy(w, 0, w, 1, 2);
              double[] v = java.util.Arrays.copyOf(w, 4);
              java.util.Arrays.fill(v, 0, 1, w[3]);
              java.util.Arrays.sort(v);
              return depth == 0 ? v[0] * v[1] : changed(v, depth - 1) * v[2];
            }
            """,
            d -> d.at(0.3, x(), x()).isRight())
        .add(
            "sorted",
            """
            static double f(double[] x, int from, int to) {
              double[] y = x.clone();
              java.util.Arrays.sort(y);
              java.util.Arrays.sort(x, from, to);
              double median = y[y.length / 2];
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                s += (i + 1) * x[i] * x[i] * y[i] + median;
              }
              return s;
            }
            """,
            d -> {
              d.at(x(), 1, 4).isRight();
              d.at(x(), 0, 5).isRight();
              d.at(x(), 2, 2).isRight();
              d.at(new double[] {3, -0.0, Double.NaN, 0.0, 1}, 0, 5).valueIsThePrimals();
            })
        .add(
            "sorted numbers of float",
            """
            static float f(float[] x) {
              java.util.Arrays.sort(x);
              return x[0] * x[1] + x[2];
            }
            """,
            d -> d.at((Object) new float[] {0.7f, -0.4f, 1.3f}).isRight())
        .add(
            "passive data sorted and searched",
            """
            static double f(double[] x, double t) {
              int[] order = {3, 1, 2};
              java.util.Arrays.sort(order);
              double[] knots = {-2, -1, 0, 1, 2};
              int k = java.util.Arrays.binarySearch(knots, t);
              if (k < 0) {
                k = -k - 2;
              }
              if (java.util.Arrays.equals(x, knots)) {
                return java.util.Arrays.hashCode(x);
              }
              return (t - knots[k]) * x[k + 1] + (knots[k + 1] - t) * x[k] * x[order[0]];
            }
            """,
            d -> d.at(x(), 0.3).isRight())
        .tests();
  }
}
