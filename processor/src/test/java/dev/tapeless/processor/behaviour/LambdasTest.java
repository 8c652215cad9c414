package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Functions that are known while compiling, and methods with type parameters. */
class LambdasTest {

  @TestFactory
  Stream<DynamicTest> functionsAreCalledAsIfTheyWereMethods() {
    return new Programs()
        .add(
            "a lambda expression that captures",
            """
            static double f(double x, double a, int n) {
              java.util.function.DoubleUnaryOperator g = t -> a * t * t + x;
              double s = x;
              for (int i = 0; i < n; i++) {
                s = Math.sin(g.applyAsDouble(s));
              }
              return s;
            }
            """,
            p -> p.at(0.4, 0.7, 3).isRight())
        .add(
            "a block with an early return",
            """
            static double f(double x) {
              java.util.function.DoubleBinaryOperator g = (s, t) -> {
                if (s < t) {
                  return s * t;
                }
                for (int i = 0; i < 5; i++) {
                  s *= t;
                  if (s > 3) {
                    return s;
                  }
                }
                return s / t;
              };
              return g.applyAsDouble(x, 2) + g.applyAsDouble(3 * x, x) * g.applyAsDouble(2 * x, x);
            }
            """,
            p -> p.at(1.2).isRight())
        .add(
            "a quadrature",
            """
            static double f(double a, double b) {
              return integrate(t -> Math.exp(-a * t * t), 0, b, 10) * integrate(Math::sin, a, b, 4);
            }

            static double integrate(
                java.util.function.DoubleUnaryOperator f, double from, double to, int n) {
              double h = (to - from) / n;
              double s = 0.5 * (f.applyAsDouble(from) + f.applyAsDouble(to));
              for (int i = 1; i < n; i++) {
                s += f.applyAsDouble(from + i * h);
              }
              return s * h;
            }
            """,
            p -> p.at(0.8, 1.3).isRight())
        .add(
            "an adaptive quadrature that calls itself",
            """
            static double f(double a) {
              return simpson(t -> Math.exp(a * t) * t, 0, 1, 3);
            }

            static double simpson(
                java.util.function.DoubleUnaryOperator f, double a, double b, int depth) {
              double m = (a + b) / 2;
              if (depth == 0) {
                return (b - a) / 6 * (f.applyAsDouble(a) + 4 * f.applyAsDouble(m) + f.applyAsDouble(b));
              }
              return simpson(f, a, m, depth - 1) + simpson(f, m, b, depth - 1);
            }
            """,
            p -> p.at(0.8).isRight())
        .add(
            "an interface of the user's, arrays, and functions handed on",
            """
            interface System {
              double[] derivatives(double t, double[] y);
            }

            static double f(double[] start, double damping) {
              double[] end = rungeKutta((t, y) -> new double[] {y[1], -Math.sin(y[0]) - damping * y[1] + t}, start, 0.1, 3);
              return end[0] * end[1];
            }

            static double[] rungeKutta(System system, double[] y, double h, int steps) {
              double[] at = y.clone();
              for (int i = 0; i < steps; i++) {
                double[] k1 = step(system, i * h, at);
                double[] k2 = step(system, i * h + h / 2, moved(at, k1, h / 2));
                for (int j = 0; j < at.length; j++) {
                  at[j] += h / 2 * (k1[j] + k2[j]);
                }
              }
              return at;
            }

            static double[] step(System s, double t, double[] y) {
              return s.derivatives(t, y);
            }

            static double[] moved(double[] y, double[] k, double h) {
              double[] z = new double[y.length];
              for (int j = 0; j < y.length; j++) {
                z[j] = y[j] + h * k[j];
              }
              return z;
            }
            """,
            p -> p.at(new double[] {0.5, 0.2}, 0.3).isRight())
        .add(
            "composition",
            """
            static double f(double x) {
              java.util.function.DoubleUnaryOperator square = t -> t * t;
              java.util.function.DoubleUnaryOperator sine = t -> Math.sin(square.applyAsDouble(t) * x);
              java.util.function.Function<Double, Double> both =
                  t -> square.applyAsDouble(sine.applyAsDouble(t));
              return both.apply(x) + twice(sine, x);
            }

            static double twice(java.util.function.DoubleUnaryOperator f, double x) {
              return f.applyAsDouble(f.applyAsDouble(x));
            }
            """,
            p -> p.at(0.9).isRight())
        .add(
            "a lambda expression that writes an array, in a loop that it captures from",
            """
            interface Visitor {
              void visit(int i, double value);
            }

            static double f(double[] x) {
              double[] sums = new double[3];
              for (int k = 0; k < 2; k++) {
                int shift = k;
                each(x, (i, v) -> sums[(i + shift) % 3] += v * v * sums[i % 3] + v);
              }
              return sums[0] * sums[1] + sums[2];
            }

            static void each(double[] x, Visitor visitor) {
              for (int i = 0; i < x.length; i++) {
                visitor.visit(i, x[i]);
              }
            }
            """,
            p -> p.at(new double[] {0.3, 0.5, 0.7, 0.2}).isRight())
        .add(
            "references to methods",
            """
            static double f(double x, double y) {
              java.util.function.DoubleBinaryOperator power = Math::pow;
              java.util.function.DoubleUnaryOperator own = Subject::cube;
              return apply(power, x, y) + own.applyAsDouble(y) + apply(Subject::mix, x, y);
            }

            static double cube(double x) {
              return x * x * x;
            }

            private static double mix(double a, double b) {
              return a * Math.exp(b);
            }

            static double apply(java.util.function.DoubleBinaryOperator f, double a, double b) {
              return f.applyAsDouble(a, b) * a;
            }
            """,
            p -> p.at(0.9, 1.4).isRight())
        .add(
            "the object of a reference is the one of its time",
            """
            static double f(double a) {
              Model m = new Model(2);
              java.util.function.DoubleUnaryOperator g = m::value;
              m = new Model(3);
              return g.applyAsDouble(a) + m.value(a);
            }

            static final class Model {
              final double k;

              Model(double k) {
                this.k = k;
              }

              double value(double x) {
                return x * x * k;
              }
            }
            """,
            p -> p.at(0.8).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> methodsWithTypeParametersAreReadForEachType() {
    return new Programs()
        .add(
            "swapped rows",
            """
            static double f(double[][] a, double[] x) {
              double[][] b = {a[0].clone(), a[1].clone(), x.clone()};
              swap(b, 0, 2);
              double[] row = pick(x[0] > 0, b[0], b[1]);
              row[1] *= b[2][0];
              return row[0] * row[1] + b[1][0] * pick(true, x[1], a[0][0]);
            }

            static <T> void swap(T[] array, int i, int j) {
              T kept = array[i];
              array[i] = array[j];
              array[j] = kept;
            }

            static <T> T pick(boolean first, T a, T b) {
              return first ? a : b;
            }
            """,
            p -> p.at(new double[][] {{0.3, 0.5}, {0.7, 0.2}}, new double[] {1.1, 1.3}).isRight())
        .add(
            "passive values",
            """
            static double f(double x, String s) {
              java.util.List<String> names = java.util.List.of("a", "b");
              return x * x * indexOf(names, s) + first(names).length();
            }

            static <T> int indexOf(java.util.List<T> list, T wanted) {
              for (int i = 0; i < list.size(); i++) {
                if (list.get(i).equals(wanted)) {
                  return i + 1;
                }
              }
              return 0;
            }

            static <T extends Comparable<T>> T first(java.util.List<T> list) {
              return java.util.Collections.min(list);
            }
            """,
            p -> p.at(0.3, "b").isRight())
        .add(
            "recursion for types that Java erases to the same",
            """
            static double f(double a) {
              return power(java.util.List.of("a", "bb"), a, 2) * power(java.util.List.of(1, 3), a, 3);
            }

            static <T> double power(java.util.List<T> list, double x, int n) {
              return n == 0 ? 1 : x * list.size() * power(list, x, n - 1) + list.get(0).hashCode();
            }
            """,
            p -> p.at(0.8).isRight())
        .add(
            "an overload for the type of the call",
            """
            static double f(double a) {
              Double boxed = a;
              return g(a) + g(boxed) * a + g(a * a);
            }

            static <T> double g(T x) {
              return x.hashCode() == 0 ? 3 : 2;
            }

            static double g(double x) {
              return x * x;
            }
            """,
            p -> p.at(0.8).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> constantsAndObjectsWithoutAClassAreFunctions() {
    return new Programs()
        .add(
            "constants of classes",
            """
            static double f(double x, double a) {
              return SQUARE.applyAsDouble(x)
                  + Other.EXP.invoke(a * x)
                  + twice(Other.EXP, x) * Other.POW.invoke(x, 2);
            }

            static final java.util.function.DoubleUnaryOperator SQUARE = t -> t * t;

            static double twice(Unary f, double x) {
              return f.invoke(f.invoke(x));
            }

            interface Unary {
              double invoke(double x);

              default Double invoke(Double x) {
                return invoke(x.doubleValue());
              }
            }

            interface Binary {
              double invoke(double x, double y);
            }

            static final class Other {
              static final Unary EXP = Math::exp;
              static final Binary POW =
                  new Binary() {
                    @Override
                    public double invoke(double x, double y) {
                      return SIN.invoke(Math.pow(x, y));
                    }
                  };
              private static final Unary SIN =
                  (final double t) -> {
                    double s = t;
                    for (int i = 0; i < 2; i++) {
                      s *= Math.sin(t);
                    }
                    return s;
                  };
            }
            """,
            p -> p.at(0.4, 0.7).isRight())
        .add(
            "objects of classes without a name",
            """
            interface Function {
              double value(double x);
            }

            static double f(double x, double a) {
              final double b = a * a;
              Function g =
                  new Function() {
                    @Override
                    public double value(double t) {
                      if (t < 0) {
                        return b;
                      }
                      return Math.sin(b * t) * x;
                    }
                  };
              return g.value(a)
                  + sum(
                      new Function() {
                        @Override
                        public double value(double t) {
                          return g.value(t) * t;
                        }
                      },
                      3);
            }

            static double sum(Function f, int n) {
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += f.value(i);
              }
              return s;
            }
            """,
            p -> p.at(0.4, 0.7).isRight())
        .add(
            "the object around a function",
            """
            interface Function {
              double value(double x);
            }

            static double f(double x) {
              return new Table().at(x);
            }

            static final class Table {
              final double[] points = {1, 2, 3};
              final double k = 2;

              double at(double x) {
                Function g = y -> y * Table.this.k;
                Function h =
                    new Function() {
                      @Override
                      public double value(double t) {
                        return t * x * points[1] + Table.this.points[2] + k;
                      }
                    };
                return g.value(x) * h.value(x);
              }
            }
            """,
            p -> p.at(0.4).isRight())
        .tests();
  }
}
