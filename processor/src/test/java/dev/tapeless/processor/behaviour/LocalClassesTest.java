package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Classes, records, enums and interfaces that are declared within methods. */
class LocalClassesTest {

  @TestFactory
  Stream<DynamicTest> passiveOnesAreCarriedAlong() {
    return new Programs()
        .add(
            "a class",
            """
            static double f(double x, int n) {
              // Counts.
              final class Counter {
                private int count;

                Counter(int start) {
                  this.count = start;
                }

                // How many there are.
                int next() {
                  for (int i = 0; i < 3; i++) {
                    if (i == 1) {
                      return ++count;
                    }
                  }
                  return LIMIT;
                }
              }
              Counter counter = new Counter(1);
              double s = x;
              for (int i = 0; i < n; i++) {
                s = Math.sin(s) * counter.next() * x;
              }
              return s * counter.count;
            }

            static final int LIMIT = 4;
            """,
            p -> {
              p.at(0.7, 3).isRight();
              assertThat(p.generated()).contains("// How many there are.");
            })
        .add(
            "an enum, an interface and a record",
            """
            static double f(double x, int n) {
              enum Kind { ODD, EVEN }
              interface Named {
                String name();
              }
              record Item(int number, Kind kind) implements Named {
                static final int MADE = 2;

                Item {
                  if (number < 0) {
                    throw new IllegalArgumentException("negative");
                  }
                }

                @Override
                public String name() {
                  return kind.name() + number;
                }
              }
              java.util.List<Item> items = new java.util.ArrayList<>();
              for (int i = 0; i < n; i++) {
                items.add(new Item(i, i % 2 == 0 ? Kind.EVEN : Kind.ODD));
              }
              double s = 1;
              for (Item item : items) {
                s *= x * item.name().length();
                if (item.kind() == Kind.ODD) {
                  s += Math.exp(x) * item.number();
                }
              }
              return s;
            }
            """,
            p -> {
              p.at(0.7, 3).isRight();
              p.at(0.7, 11).isRight();
            })
        .add(
            "within a helper and a branch",
            """
            static double f(double x, int n) {
              return x * g(n) + x * x * g(n + 1);
            }

            private static int g(int n) {
              if (n > 1) {
                class Twice {
                  int of(int k) {
                    return 2 * k;
                  }
                }
                return new Twice().of(n);
              }
              return n;
            }
            """,
            p -> {
              p.at(0.7, 3).isRight();
              p.at(0.7, 1).isRight();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> recordsOfRealNumbersAreTheirComponents() {
    return new Programs()
        .add(
            "a pair",
            """
            static double f(double x, double[] y) {
              record Pair(double a, double b) {
                Pair plus(Pair other) {
                  return new Pair(a + other.a, b * other.b());
                }

                static Pair of(double both) {
                  return new Pair(both, both * both);
                }
              }
              Pair sum = Pair.of(x);
              for (double yi : y) {
                sum = sum.plus(new Pair(yi, yi * x));
              }
              return sum.a() * sum.b();
            }
            """,
            p -> {
              p.at(0.7, new double[] {1.2, 0.4}).isRight();
              assertThat(p.generated()).doesNotContain("record Pair");
            })
        .add(
            "a record that checks, and that a text is made of",
            """
            static double f(double x, int n) {
              record Range(double low, double high) {
                Range {
                  if (low > high) {
                    throw new IllegalArgumentException(low + " > " + high);
                  }
                }

                Range(double high) {
                  this(0, high);
                }

                double at(double t) {
                  return low + t * (high - low);
                }
              }
              Range range = n > 1 ? new Range(x, n) : new Range(x);
              String text = "range " + range;
              return range.at(x) * (text.length() > 5 ? 2 : 3);
            }
            """,
            p -> {
              p.at(0.7, 3).isRight();
              p.at(0.7, 1).isRight();
            })
        .tests();
  }
}
