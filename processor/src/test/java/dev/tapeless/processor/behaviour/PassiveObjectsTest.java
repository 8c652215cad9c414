package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Programs;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Code that no derivative passes through is copied, and runs once. */
class PassiveObjectsTest {

  @TestFactory
  Stream<DynamicTest> passiveCodeIsCarriedAlong() {
    return new Programs()
        .add(
            "a throw that does not happen",
            """
            static double f(double x, int n) {
              if (n < 0) {
                throw new IllegalArgumentException("negative: " + n);
              }
              return x * x * n;
            }
            """,
            p -> p.at(1.5, 3).isRight())
        .add(
            "active values in the message of an exception",
            """
            static double f(double x) {
              double y = x * x;
              if (y > 100) {
                throw new IllegalArgumentException(String.format("y is %f for %s", y, x));
              } else if (Double.isNaN(y)) {
                throw new ArithmeticException();
              }
              return Math.sin(y);
            }
            """,
            p -> p.at(1.5).isRight())
        .add(
            "a list of whatever a helper is called for",
            """
            static double f(double x) {
              return product(java.util.List.of("a", "bc"), x) * product(java.util.List.of(2, 3), x);
            }

            static <T> double product(java.util.List<T> all, double x) {
              double y = x;
              for (T one : all) {
                y *= one.hashCode() % 7 + x;
              }
              for (java.util.Map.Entry<T, Integer> e : java.util.Map.of(all.get(0), 3).entrySet()) {
                y *= e.getValue() + x;
              }
              return y;
            }
            """,
            p -> p.at(1.5).isRight())
        .add(
            "the lengths of arrays in a message",
            """
            static double f(double[] x, double[][] a) {
              if (x.length != a[0].length) {
                throw new IllegalArgumentException(x.length + " is not " + a[0].length);
              }
              String text = "length " + x.length;
              return x[0] * a[0][1] * text.length();
            }
            """,
            p -> p.at(new double[] {1.5, 2}, new double[][] {{2, 3}}).isRight())
        .add(
            "objects of classes without a name",
            """
            static double f(double x, int n) {
              java.util.List<Integer> order = new java.util.ArrayList<>(java.util.List.of(3, 1, 2));
              java.util.Comparator<Integer> down =
                  new java.util.Comparator<>() {
                    @Override
                    public int compare(Integer a, Integer b) {
                      return n * (b - a);
                    }
                  };
              order.sort(down);
              Object named =
                  new Object() {
                    @Override
                    public String toString() {
                      return "three";
                    }
                  };
              return order.get(0) * x * x + order.get(2) * Math.sin(x) * named.toString().length();
            }
            """,
            p -> p.at(1.5, 1).isRight())
        .add(
            "objects of classes without a name that are made with arguments",
            """
            static double f(double x, int n) {
              final Counter counter =
                  new Counter(n, "a") {
                    @Override
                    int next(int step) {
                      int twice = 2 * step;
                      return n + twice;
                    }
                  };
              return counter.next(3) * x * x;
            }
            abstract static class Counter {
              final int start;
              Counter(int start, String name) { this.start = start + name.length(); }
              abstract int next(int step);
            }
            """,
            p -> p.at(1.5, 2).isRight())
        .add(
            "an array that is checked as an object by a method that could be called",
            """
            static double f(double[] x) {
              Checks.notNull(x);
              return x[0] * x[1];
            }
            static final class Checks {
              static void notNull(Object o) throws IllegalArgumentException {
                if (o == null) {
                  throw new IllegalArgumentException("null");
                }
              }
            }
            """,
            p -> p.at(new double[] {1.5, 2}).isRight())
        .add(
            "a type whose parameter has a bound of its own kind",
            """
            static double f(double x) {
              Store<?> store = one();
              return x * x * store.next().size() + x * one().next().next().size();
            }
            static class Store<N extends Comparable<N>> {
              int size() { return 3; }
              Store<N> next() { return this; }
            }
            public static final class Three extends Store<Integer> {}
            static Store<?> one() { return new Three(); }
            """,
            p -> p.at(0.4).isRight())
        .add(
            "arrays of an object that copied code gets",
            """
            static double f(double x, double y) {
              Table t = new Table();
              int i = java.util.Arrays.binarySearch(t.points, x);
              if (i < 0) i = -i - 1;
              int j = java.util.Arrays.binarySearch(t.points, y);
              if (j < 0) j = -j - 1;
              double r = (t.points[i] - x) * t.values[i];
              while (++i < j) r += t.values[i] * (t.points[i] - t.points[i - 1]) * x;
              return r;
            }
            static final class Table {
              final double[] points = {1, 2, 3};
              final double[] values = {3, 2, 4};
            }
            """,
            p -> p.at(0.4, 2.7).isRight())
        .add(
            "arrays that are checked as objects",
            """
            static double f(double[] x, double[][] a) {
              notNull(x);
              notNull(a, "a");
              return x[0] * a[0][1];
            }
            private static void notNull(Object o) {
              if (o == null) {
                throw new NullPointerException("null");
              }
            }
            private static void notNull(Object o, String name) {
              if (null != o && name.length() > 0) {
                return;
              }
              throw new NullPointerException(name);
            }
            """,
            p -> p.at(new double[] {1.5, 2}, new double[][] {{2, 3}}).isRight())
        .add(
            "methods of a passive object",
            """
            static double f(double x, java.util.List<Double> weights) {
              double s = 0;
              for (int i = 0; i < weights.size(); i++) {
                s += weights.get(i) * Math.pow(x, i);
              }
              return s;
            }
            """,
            p -> p.at(1.5, java.util.List.of(1.0, 2.0, 3.5)).isRight())
        .add(
            "a loop over a collection",
            """
            static double f(double x, java.util.List<Integer> exponents) {
              double p = 1;
              for (int e : exponents) {
                p = p * Math.sin(x + e) + p * p;
              }
              return p;
            }
            """,
            p -> p.at(0.5, java.util.List.of(1, 2, 3)).isRight())
        .add(
            "loops over collections of other numbers than the variable's",
            """
            static double f(double x, java.util.List<Integer> a, java.util.Map<String, Character> b) {
              double p = 1;
              for (double e : a) {
                p = p * Math.sin(x + e) + p * p;
              }
              for (int e : b.values()) {
                if (e > 'y') {
                  break;
                }
                p *= x + e * 0.01;
              }
              Numbers c = () -> java.util.List.of((byte) 3, (byte) 5).iterator();
              for (long e : c) {
                p += x * e;
              }
              return p * sum(a);
            }
            static double sum(java.util.List<? extends Integer> list) {
              double s = 0;
              for (double e : list) {
                s += e;
              }
              return s;
            }
            public interface Numbers extends Iterable<Byte> {}
            """,
            p -> {
              java.util.List<Integer> a = java.util.List.of(1, 2, 3);
              p.at(0.5, a, java.util.Map.of("u", 'a')).isRight();
            })
        .add(
            "text with line breaks",
            """
            static final String LINES = "one\\ntwo";

            static double f(double x) {
              String lines = LINES;
              String block = \"\"\"
                  a block
                    of "text" \\\\
                  \"\"\";
              return x * x * lines.length() + x * block.hashCode();
            }
            """,
            p -> p.at(0.5).isRight())
        .add(
            "a map and a string",
            """
            static double f(double[] x, String key) {
              java.util.Map<String, Integer> index = new java.util.HashMap<>();
              index.put("a", 0);
              index.put("b", 1);
              String name = key + "";
              Integer i = index.get(name);
              if (i == null) {
                throw new IllegalStateException("no " + key);
              }
              return x[i] * x[i + 1];
            }
            """,
            p -> p.at(new double[] {2, 3, 4}, "b").isRight())
        .add(
            "a condition on an object",
            """
            static double f(double x, String mode) {
              double y = x;
              for (int i = 0; i < 3; i++) {
                if (mode != null && mode.startsWith("s")) {
                  y = y * Math.sin(y);
                } else {
                  y = y * y;
                }
              }
              return y;
            }
            """,
            p -> {
              p.at(0.7, "sin").isRight();
              p.at(0.7, "x").isRight();
              p.at(0.7, null).isRight();
            })
        .add(
            "try with a passive body",
            """
            static double f(double x, String text) {
              int n;
              try {
                n = Integer.parseInt(text);
              } catch (NumberFormatException e) {
                n = 2;
              }
              return Math.pow(x, n);
            }
            """,
            p -> {
              p.at(0.7, "3").isRight();
              p.at(0.7, "x").isRight();
            })
        .add(
            "a pattern",
            """
            static double f(double x, Object o) {
              if (o instanceof Integer n && n > 1) {
                return x * n;
              }
              return x * x;
            }
            """,
            p -> {
              p.at(0.7, 3).isRight();
              p.at(0.7, 1).isRight();
              p.at(0.7, "").isRight();
            })
        .add(
            "boxes of real numbers",
            """
            static double f(double x, double y) {
              Double z = x * y;
              z += 1;
              return z * z;
            }
            """,
            p -> p.at(0.7, 3.0).isRight())
        .add(
            "boxes that are made and asked by name",
            """
            static double f(double x, java.util.List<Double> weights) {
              Double y = Double.valueOf(x * x);
              Double w = weights.get(0);
              double z = Double.valueOf(y.doubleValue() * w.doubleValue());
              return z * x + y.intValue();
            }
            """,
            p -> p.at(0.7, java.util.List.of(2.5)).isRight())
        .add(
            "boxes of float",
            """
            static float f(float x) {
              Float y = Float.valueOf(x * x);
              return y.floatValue() * x;
            }
            """,
            p -> p.at(0.7f).isRight())
        .add(
            "text of active values",
            """
            static double f(double x, java.util.Map<String, Integer> index) {
              StringBuilder text = new StringBuilder();
              text.append(describe(x)).append(' ').append(String.format("%f", x * x));
              String name = "k" + (x > 0 ? "a" : "b");
              Integer i = index.get(name);
              if (text.length() > 1000) {
                throw new IllegalStateException(text.toString());
              }
              return x * x * i;
            }

            static String describe(double x) {
              return "x = " + x;
            }
            """,
            p -> p.at(0.7, java.util.Map.of("ka", 3)).isRight())
        .add(
            "checks with a message, by helpers and by assertions",
            """
            static double f(double x) {
              require(x > -5, "x = " + x);
              assert isNumber(x) : "not a number: " + x;
              return positive(x, "x is " + x) * x;
            }

            static void require(boolean holds, String message) {
              if (!holds) {
                throw new IllegalArgumentException(message);
              }
            }

            static boolean isNumber(double x) {
              return !Double.isNaN(x);
            }

            static double positive(double x, String message) {
              if (x < 0) {
                throw new IllegalArgumentException(message);
              }
              return x;
            }
            """,
            p -> p.at(0.7).isRight())
        .add(
            "an array that a region writes",
            """
            static double f(double x) {
              double[] w = {1, 2};
              double y = x * w[0];
              try {
                w[0] = 5;
              } finally {
                w[1]++;
              }
              y = y * y * w[0];
              return y * w[1];
            }
            """,
            p -> p.at(0.7).isRight())
        .add(
            "an array that an object keeps and leaves alone",
            """
            static double f(double x, java.util.Random random) {
              double[] w = {3, 2};
              java.util.List<double[]> list = new java.util.ArrayList<>();
              list.add(w);
              double y = x * w[0];
              random.setSeed(3);
              double r = random.nextDouble();
              java.util.Arrays.sort(w);
              java.util.List<String> names = new java.util.ArrayList<>();
              double z = y * y * w[0];
              return z * z * w[0] * r;
            }
            """,
            p -> p.at(0.7, new java.util.Random(1)).isRight())
        .add(
            "a recursive method that looks at objects",
            """
            static double f(double x) {
              java.util.List<Double> weights = new java.util.ArrayList<>();
              weights.add(0.5);
              weights.add(2.0);
              return product(x, weights, 0) * x;
            }

            static double product(double x, java.util.List<Double> weights, int i) {
              if (i > 10) {
                throw new IllegalStateException("too many: " + i);
              }
              return i == weights.size()
                  ? x * x
                  : Math.sin(product(x, weights, i + 1) * weights.get(i));
            }
            """,
            p -> p.at(0.7).isRight())
        .add(
            "a tree",
            """
            static double f(double x) {
              Node leaf = new Node(null, null, 2);
              return value(new Node(leaf, new Node(leaf, leaf, 3), 0.5), x) * x;
            }

            static double value(Node n, double x) {
              return n.left() == null
                  ? Math.sin(n.w * x)
                  : n.w * value(n.left(), x) * value(n.right, x);
            }

            static final class Node {
              final Node left;
              final Node right;
              final double w;

              Node(Node left, Node right, double w) {
                this.left = left;
                this.right = right;
                this.w = w;
              }

              Node left() {
                return left;
              }
            }
            """,
            p -> p.at(0.7).isRight())
        .add(
            "a helper without numbers that changes a field",
            """
            static double f(double x, int n) {
              Runnable counter = Counter.from(n);
              double y = x * Counter.count;
              int m = touch(counter, 1);
              double z = y * y * Counter.count;
              m += touch(counter, 2);
              return z * z * Counter.count * m;
            }

            static int touch(Runnable r, int times) {
              for (int i = 0; i < times; i++) {
                r.run();
              }
              return times;
            }

            static final class Counter {
              static double count;

              static Runnable from(int n) {
                count = n;
                return () -> count++;
              }
            }
            """,
            p -> p.at(0.7, 2).isRight())
        .add(
            "an object that changes a field",
            """
            static double f(double x, int n) {
              Runnable counter = Counter.from(n);
              double y = x * Counter.count;
              counter.run();
              double z = y * y * Counter.count;
              counter.run();
              return z * z * Counter.count;
            }

            static final class Counter {
              static double count;

              static Runnable from(int n) {
                count = n;
                return () -> count++;
              }
            }
            """,
            p -> p.at(0.7, 2).isRight())
        .add(
            "a passive lambda expression",
            """
            static double f(double x, int n) {
              int m = n;
              m = m + 1;
              int[] steps = {1, 2, 3};
              int shift = m;
              int total = java.util.stream.IntStream.of(steps).map(s -> s * shift).sum();
              return x * x * total;
            }
            """,
            p -> p.at(0.7, 3).isRight())
        .add(
            "fields of classes",
            """
            static final double[] TABLE = {1, 2, 3};
            private static final double[] HIDDEN = {4, 5, 6};
            private static final String NAME = "abc";
            static int calls;

            static double f(double x) {
              calls++;
              double s = 0;
              for (int i = 0; i < TABLE.length; i++) {
                s += TABLE[i] * HIDDEN[i] * Math.pow(x, i) + NAME.length();
              }
              return s;
            }
            """,
            p -> p.at(0.7).isRight())
        .add(
            "an assertion",
            """
            static double f(double x) {
              assert x > 0 : "not positive: " + x;
              return Math.log(x);
            }
            """,
            p -> p.at(0.7).isRight())
        .add(
            "random numbers",
            """
            static double f(double x, long seed) {
              java.util.Random random = new java.util.Random(seed);
              double s = x;
              for (int i = 0; i < 5; i++) {
                s = s * Math.cos(s * random.nextDouble());
              }
              return s;
            }
            """,
            p -> p.at(0.7, 3L).isRight())
        .tests();
  }

  @Test
  void valuesAreKeptThatAnObjectChanges() throws ReflectiveOperationException {
    Object gradient =
        Compiled.of(
                """
                public final class Sample {
                  @dev.tapeless.Differentiable
                  public static double f(double x) {
                    double[] w = {1, 2};
                    java.util.List<double[]> list = new java.util.ArrayList<>();
                    list.add(w);
                    double y = x * w[0];
                    list.forEach(a -> a[0]++);
                    double z = y * y * w[0];
                    list.forEach(a -> a[0]++);
                    return z * w[0];
                  }
                }
                """)
            .succeeds()
            .load("SampleAdjoint")
            .getMethod("fGradient", double.class)
            .invoke(null, 1.5);
    // f = 1 * 2 * 3 * x^2
    assertThat(gradient).isEqualTo(18.0);
  }

  @Test
  void theExceptionOfThePrimalReachesTheCaller() throws ReflectiveOperationException {
    Method gradient =
        Compiled.of(
                """
                public final class Sample {
                  @dev.tapeless.Differentiable
                  public static double f(double x, int n) {
                    double y = x * x;
                    if (n < 0) {
                      throw new IllegalArgumentException(n + " with " + y);
                    }
                    return y * n;
                  }
                }
                """)
            .succeeds()
            .load("SampleAdjoint")
            .getMethod("fGradient", double.class, int.class);
    assertThat(gradient.invoke(null, 1.5, 2)).isEqualTo(6.0);
    assertThatThrownBy(() -> gradient.invoke(null, 1.5, -2))
        .cause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-2 with 2.25");
  }
}
