package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.processor.testing.Differentiated;
import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Calls of methods that are overridden, on objects whose class the source tells. */
class VirtualCallsTest {

  private static final String STATISTICS =
      """
      interface Statistic {
        double evaluate(double[] x);
        default double twice(double[] x) { return 2 * evaluate(x); }
      }
      abstract static class Base implements Statistic {
        private final int from;
        Base(int from) { this.from = from; }
        public double evaluate(double[] x) {
          check(x);
          return evaluate(x, from, x.length);
        }
        protected void check(Object x) {
          if (x == null) {
            throw new IllegalArgumentException("null");
          }
        }
        abstract double evaluate(double[] x, int begin, int end);
      }
      static class Sum extends Base {
        Sum() { super(0); }
        double evaluate(double[] x, int begin, int end) {
          double s = 0;
          for (int i = begin; i < end; i++) {
            s += x[i];
          }
          return s;
        }
      }
      static final class Mean extends Sum {
        private final double scale = 2;
        @Override double evaluate(double[] x, int begin, int end) {
          return scale * super.evaluate(x, begin, end) / (end - begin) * x[begin];
        }
      }
      """;

  @TestFactory
  Stream<DynamicTest> classesThatTheSourceTells() {
    return new Programs()
        .add(
            "static final fields of the type of an interface",
            """
            static double f(double[] x) {
              return SUM.evaluate(x) * MEAN.evaluate(x) + MEAN.twice(x);
            }
            private static final Statistic SUM = new Sum();
            private static final Statistic MEAN = new Mean();
            """
                + STATISTICS,
            p -> p.at(new double[] {1.5, 2, -0.5}).isRight())
        .add(
            "local variables, and objects that are made for the call",
            """
            static double f(double[] x) {
              Base mean = new Mean();
              Statistic sum = (new Sum());
              return mean.evaluate(x) * sum.evaluate(x) + new Mean().evaluate(x, 1, 2);
            }
            """
                + STATISTICS,
            p -> p.at(new double[] {1.5, 2, -0.5}).isRight())
        .add(
            "fields of objects",
            """
            static double f(double[] x, int n) {
              Holder h = new Holder();
              return h.of(x) * n;
            }
            static final class Holder {
              private final Base statistic = new Mean();
              double of(double[] x) { return statistic.evaluate(x); }
            }
            """
                + STATISTICS,
            p -> p.at(new double[] {1.5, 2, -0.5}, 3).isRight())
        .tests();
  }

  /** A final method may call one that is overridden. */
  @Test
  void theClassIsCheckedForFinalMethodsToo() {
    Differentiated p =
        Differentiated.differentiate(
            """
            static double f(double x, int n) {
              Plain p = new Plain();
              if (n > 0) {
                p = new Other();
              }
              return p.twice(x);
            }
            static class Plain {
              final double twice(double x) { return 2 * once(x); }
              double once(double x) { return x; }
            }
            static class Other extends Plain {
              @Override double once(double x) { return x * x; }
            }
            """);
    p.at(1.5, 0).isRight();
    assertThatThrownBy(() -> p.at(1.5, 1).modesAgree())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("may be another method in");
  }

  /** Which of two default methods runs is not told by the one that javac names. */
  @Test
  void aDefaultMethodMayBeOverriddenByAnother() {
    Differentiated p =
        Differentiated.differentiate(
            """
            static double f(double x, int n) {
              One one = new Both();
              return one.value(x) * n;
            }
            interface One {
              default double value(double x) { return x; }
            }
            interface Two extends One {
              @Override default double value(double x) { return x * x; }
            }
            static final class Both implements Two {}
            """);
    assertThatThrownBy(() -> p.at(1.5, 1).modesAgree())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("may be another method in");
  }

  @Test
  void aVariableMayGetAnotherObjectOfItsClass() {
    Differentiated.differentiate(
            """
            static double f(double[] x, int n) {
              Statistic s = new Sum();
              if (n > 0) {
                s = new Sum();
              }
              return s.evaluate(x) * x[0];
            }
            """
                + STATISTICS)
        .at(new double[] {1.5, 2}, 1)
        .isRight();
  }
}
