package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The number in a box is asked for where the method does so: until then it may be null. */
class NullableBoxesTest {

  @TestFactory
  Stream<DynamicTest> boxesThatMayBeNull() {
    return new Programs()
        .add(
            "what a collection does not have",
            """
            static double f(double x, int n) {
              java.util.Map<Integer, Double> m = java.util.Map.of(1, 3.0);
              Double d = m.get(n);
              return m.containsKey(n) ? d * x : x * x;
            }
            """,
            f -> {
              f.at(1.2, 1).isRight();
              f.at(1.2, 2).isRight();
            })
        .add(
            "a return before the number is wanted",
            """
            static double f(double x, int n) {
              java.util.Map<Integer, Float> m = java.util.Map.of(1, 3f);
              Float d = m.get(n);
              if (!m.containsKey(n)) {
                return x * x;
              }
              return d * x;
            }
            """,
            f -> {
              f.at(1.2, 1).isRight();
              f.at(1.2, 2).isRight();
            })
        .add(
            "methods that look for null",
            """
            static double f(double x, int n) {
              java.util.Map<Integer, Double> m = java.util.Map.of(1, 3.0);
              Double d = m.get(n);
              double w = java.util.Objects.requireNonNullElse(d, 2.0);
              Double e = m.getOrDefault(n, null);
              return java.util.Objects.isNull(e) ? x * w : e * x * x;
            }
            """,
            f -> {
              f.at(1.2, 1).isRight();
              f.at(1.2, 2).isRight();
            })
        .add(
            "copies of what is null",
            """
            static double f(double x, int n) {
              Double p = null;
              Double q = p;
              if (n > 0) {
                q = 3.0;
              }
              Double r = switch (n) { case 0 -> q; default -> 2.0; };
              return n > 0 ? q * x * r : x;
            }
            """,
            f -> {
              f.at(1.2, 1).isRight();
              f.at(1.2, 0).isRight();
            })
        .add(
            "elements of collections and arrays",
            """
            static double f(double x, int n) {
              double s = x;
              for (Double v : java.util.Arrays.asList(1.5, null, 2.5)) {
                if (s > 100) {
                  s *= v;
                }
                s *= x;
              }
              Double[] all = {null, 2.0};
              Double one = all[n];
              return n > 0 ? s * one : s;
            }
            """,
            f -> {
              f.at(1.2, 1).isRight();
              f.at(1.2, 0).isRight();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> boxesThatHoldWhatIsComputed() {
    return new Programs()
        .add(
            "a box that is found first and computed then",
            """
            static double f(double x, int n) {
              java.util.List<Double> all = java.util.List.of(1.5, 2.0);
              Double d = all.get(0);
              for (int i = 0; i < n; i++) {
                d = d * x;
              }
              Double e = all.get(1);
              e += d * x;
              return d * e;
            }
            """,
            f -> f.at(1.2, 3).isRight())
        .add(
            "what helpers and functions return",
            """
            static double f(double x, int n) {
              Double d = n > 0 ? square(x) : x;
              java.util.function.Function<Double, Double> g = t -> t * x;
              Double e = g.apply(x);
              return n > 3 ? d : d * e;
            }
            static Double square(Double x) { return x * x; }
            """,
            f -> f.at(1.2, 3).isRight())
        .add(
            "elements whose number is wanted at once",
            """
            static double f(double x) {
              double s = 0;
              for (Double v : java.util.List.of(1.5, 2.0)) {
                s += v * x;
                Double w = v;
                s *= Math.sin(w + x);
              }
              return s;
            }
            """,
            f -> f.at(1.2).isRight())
        .tests();
  }
}
