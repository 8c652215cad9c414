package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Streams of numbers, as the loops that they stand for. */
class StreamsTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3, 0.9, -1.1};
  }

  private static double[] tricky() {
    return new double[] {1e16, 1, -1e16, 0.1, 0.2, 0.3, 1e-17, 3};
  }

  @TestFactory
  Stream<DynamicTest> rangesAndArrays() {
    return new Programs()
        .add(
            "a sum over a range is the library's, to the last bit",
            """
            static double f(double[] x, double a) {
              return java.util.stream.IntStream.range(0, x.length).mapToDouble(i -> a * x[i] * x[i]).sum();
            }
            """,
            d -> {
              d.at(x(), 0.3).isRight();
              d.at(tricky(), 1e-8).isConsistent();
              d.at(new double[0], 1.0).isRight();
              assertThat(d.generated()).contains("Arrays.stream(values).sum()");
            })
        .add(
            "a closed range whose ends are calculated, and average",
            """
            static double f(double a, int n) {
              double mean =
                  java.util.stream.IntStream.rangeClosed(n - 2, n * n)
                      .mapToDouble(i -> Math.sin(a * i))
                      .average()
                      .getAsDouble();
              double none = java.util.stream.IntStream.range(n, 1).mapToDouble(k -> k * a).average().orElse(a * a);
              return mean * none;
            }
            """,
            d -> d.at(0.3, 3).isRight())
        .add(
            "elements that are mapped, filtered and collected",
            """
            static double f(double[] x, double a) {
              double s = java.util.Arrays.stream(x).map(t -> a * t * t).map(Math::exp).sum();
              double[] positive =
                  java.util.stream.DoubleStream.of(x).filter(t -> t > 0).map(t -> Math.log(t) * a).toArray();
              double large = java.util.Arrays.stream(x).map(Math::abs).filter(t -> t < 1).max().orElse(a);
              double least = java.util.stream.DoubleStream.of(a, x[0] * x[1], 3).map(t -> t * t).min().getAsDouble();
              double p = 1;
              for (int i = 0; i < positive.length; i++) {
                p += positive[i] * (i + 1);
              }
              return s * p + large * least;
            }
            """,
            d -> {
              d.at(x(), 0.3).isRight();
              d.at(new double[] {-2, -3, 4}, 0.6).isRight();
            })
        .add(
            "reductions",
            """
            static double f(double[] x, double a) {
              double product = java.util.Arrays.stream(x).map(t -> t + a).reduce(1, (p, q) -> p * q);
              double total = java.util.stream.IntStream.range(1, 4).asDoubleStream().reduce(a, Double::sum);
              double largest = java.util.Arrays.stream(x).reduce(0, Math::max);
              return product * total + largest;
            }
            """,
            d -> d.at(x(), 0.3).isRight())
        .add(
            "what is done for each element",
            """
            static double f(double[] x, double a) {
              double[] out = new double[x.length];
              java.util.stream.IntStream.range(0, x.length).forEach(i -> out[i] = a * x[i] * x[(i + 1) % 5]);
              java.util.stream.IntStream.range(1, x.length)
                  .filter(i -> i % 2 == 0)
                  .forEach(i -> {
                    out[i] += out[i - 1] * x[0];
                    out[0] *= out[i];
                  });
              java.util.Arrays.stream(x).forEach(t -> out[1] += t * out[1]);
              return java.util.Arrays.stream(out).sum();
            }
            """,
            d -> d.at(x(), 0.3).isRight())
        .add(
            "rows, integers and objects in between",
            """
            static double f(double[][] m, double a) {
              double s = java.util.Arrays.stream(m).mapToDouble(row -> row[0] * row[row.length - 1] * a).sum();
              double t =
                  java.util.stream.IntStream.range(0, m.length)
                      .mapToObj(i -> m[i])
                      .filter(row -> row[0] > 0)
                      .mapToDouble(row -> java.util.Arrays.stream(row).map(e -> e * e * a).sum())
                      .sum();
              int[] weights = {3, 1, 2};
              double u = java.util.Arrays.stream(weights).filter(w -> w > 1).map(w -> w + 1).mapToDouble(w -> w * a).sum();
              double v = java.util.stream.IntStream.of(4, 5).mapToDouble(Math::sqrt).map(w -> w * a).sum();
              return s * t + u * v;
            }
            """,
            d -> d.at(new double[][] {{1.5, 2, 3}, {-0.5, 0.7}, {0.3}}, 0.4).isRight())
        .add(
            "a matrix product, in a loop that overwrites what the streams read",
            """
            static double f(double[][] m, double[] start) {
              double[] v = start.clone();
              for (int step = 0; step < 3; step++) {
                double[] from = v;
                v = java.util.stream.IntStream.range(0, m.length)
                        .mapToDouble(i -> java.util.stream.IntStream.range(0, from.length).mapToDouble(j -> m[i][j] * from[j]).sum())
                        .toArray();
                from[0] = v[1] * from[0];
              }
              return v[0] * v[1];
            }
            """,
            d -> d.at(new double[][] {{1.5, 2}, {-0.5, 0.7}}, new double[] {0.4, 0.3}).isRight())
        .add(
            "in a recursive helper and in functions",
            """
            static double f(double[] x, double a) {
              java.util.function.DoubleUnaryOperator g = t -> java.util.Arrays.stream(x).map(e -> e * t).sum();
              return deep(x, a, 2) * g.applyAsDouble(a);
            }

            private static double deep(double[] x, double a, int depth) {
              double s = java.util.Arrays.stream(x).map(t -> t * a).sum();
              return depth == 0 ? s : Math.sin(s) * deep(x, a * a, depth - 1);
            }
            """,
            d -> d.at(x(), 0.3).isRight())
        .add(
            "the number of a stream, before the value for an empty one is calculated",
            """
            static double f(double[] x, double a) {
              double[] y = x.clone();
              double max = java.util.Arrays.stream(y).max().orElse(y[0] = 100 * a);
              double[] z = {a, x[0] * x[1]};
              double mean = java.util.Arrays.stream(z).average().orElse((z = x)[0] *= 2);
              double none = java.util.Arrays.stream(new double[0]).min().orElse(y[1] = a * a);
              return max * y[0] + mean * z[0] + none * y[1];
            }
            """,
            d -> d.at(x(), 0.3).isRight())
        .add(
            "a reduction, whose source is evaluated before its identity",
            """
            static double f(double[] x, int n) {
              double[] y = x;
              double[] w = {x[1], 3 * x[0]};
              double a = java.util.Arrays.stream(y).reduce((y = w)[1], (p, q) -> p * q + 1);
              int k = n;
              double b = java.util.stream.IntStream.range(1, k).mapToDouble(i -> i * x[0]).reduce(k = 7, (p, q) -> p * q);
              return a * y[0] + b * k;
            }
            """,
            d -> d.at(x(), 4).isRight())
        .add(
            "closed ranges up to the greatest integer",
            """
            static double f(double a, int from, int to) {
              double greatest =
                  java.util.stream.IntStream.rangeClosed(Integer.MAX_VALUE - 2, Integer.MAX_VALUE)
                      .mapToDouble(i -> a * i)
                      .sum();
              double all =
                  java.util.stream.IntStream.rangeClosed(from, to).asDoubleStream().reduce(1, (p, q) -> p * a + Math.sin(q * a));
              double[] kept = new double[4];
              java.util.stream.IntStream.rangeClosed(from, to).forEach(i -> kept[i & 3] += Math.cos(i * a));
              double first = java.util.stream.IntStream.rangeClosed(1, to >> 29).mapToDouble(i -> i * a).sum();
              double second = java.util.stream.IntStream.rangeClosed(0, to >> 29).mapToDouble(i -> i * a).sum();
              return greatest * 1e-9 + all * (kept[0] + kept[1] * kept[2]) + kept[3] + first * second;
            }
            """,
            d -> {
              d.at(0.3e-9, Integer.MAX_VALUE - 3, Integer.MAX_VALUE).isConsistent();
              d.at(0.3, -2, 3).isRight();
              d.at(0.3e-9, Integer.MIN_VALUE, Integer.MIN_VALUE + 1).isConsistent();
              d.at(0.3, Integer.MAX_VALUE, Integer.MIN_VALUE).isRight();
            })
        .add(
            "a closed range with a bound that leaves room is a loop like any other",
            """
            static double f(double[] x) {
              return java.util.stream.IntStream.rangeClosed(1, x.length - 1).mapToDouble(i -> x[i] * x[i - 1]).sum();
            }
            """,
            d -> {
              d.at((Object) x()).isRight();
              assertThat(d.generated()).contains("i <= to;");
            })
        .add(
            "passive streams, drawn once and in order",
            """
            static double f(double a, long seed, int n) {
              java.util.Random random = new java.util.Random(seed);
              double[] w = java.util.stream.IntStream.range(0, n).mapToDouble(i -> random.nextDouble()).toArray();
              int even = java.util.stream.IntStream.range(0, n).filter(i -> i % 2 == 0).sum();
              double s = java.util.stream.DoubleStream.of(w).map(t -> t * a * even).sum();
              return s * java.util.stream.DoubleStream.of(1, 2, 3).map(t -> t + n).sum();
            }
            """,
            d -> d.at(0.3, 7L, 4).isRight())
        .tests();
  }
}
