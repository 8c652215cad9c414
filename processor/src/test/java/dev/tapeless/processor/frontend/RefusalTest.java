package dev.tapeless.processor.frontend;

import dev.tapeless.processor.testing.Compiled;
import org.junit.jupiter.api.Test;

/** What cannot be read is refused at the line where it stands. */
class RefusalTest {

  /**
   * Compiles members of a class; every comment {@code // expect [Key] text} announces an error in
   * the line below it, and there are no others.
   */
  private static void refuses(String members) {
    String source =
        """
        import dev.tapeless.Constant;
        import dev.tapeless.Differentiable;

        class Sample {
        %s
        }
        """;
    Compiled.of(source.formatted(members)).findsWhatItExpects();
  }

  @Test
  void breakAndContinue() {
    refuses(
        """
        @Differentiable
        static double f(double[] x) {
          double s = 0;
          for (double v : x) {
            if (v < 0) {
              // expect [NotSupportedYet] break is not supported yet
              break;
            }
            if (v > 9) {
              // expect [NotSupportedYet] continue is not supported yet
              continue;
            }
            s += v;
          }
          return s;
        }
        """);
  }

  @Test
  void labels() {
    refuses(
        """
        @Differentiable
        static double f(double x) {
          // expect [NotSupportedYet] a label is not supported yet
          outer:
          while (x > 1) {
            while (x > 2) {
              // expect [NotSupportedYet] break is not supported yet
              break outer;
            }
            x /= 2;
          }
          return x;
        }
        """);
  }

  @Test
  void returnInsideALoop() {
    refuses(
        """
        @Differentiable
        static double f(double x) {
          for (int i = 0; i < 3; i++) {
            if (x > 1) {
              // expect [NotSupportedYet] return inside a loop is not supported yet
              return x;
            }
            x *= 2;
          }
          return x * 3;
        }
        """);
  }

  @Test
  void switchStatementsAndExpressions() {
    refuses(
        """
        @Differentiable
        static double f(double x, int n) {
          // expect [NotSupportedYet] switch is not supported yet
          switch (n) {
            case 1: x = 2; break;
            default: x = 3;
          }
          double y =
              // expect [NotSupportedYet] switch is not supported yet
              switch (n) { case 1 -> x; default -> 2 * x; };
          return y;
        }
        """);
  }

  @Test
  void throwTryAndAssert() {
    refuses(
        """
        @Differentiable
        static double f(double x) {
          if (x < 0) {
            // expect [NotSupportedYet] throw is not supported yet
            throw new IllegalArgumentException();
          }
          // expect [NotSupportedYet] assert is not supported yet
          assert x > 0;
          // expect [Unsupported] try cannot stand in a method that is differentiated
          try {
            x = 1 / x;
          } finally {
            x = 2;
          }
          return x;
        }
        """);
  }

  @Test
  void synchronizedBlocks() {
    refuses(
        """
        @Differentiable
        static double f(double x) {
          // expect [Unsupported] synchronized cannot stand in a method that is differentiated
          synchronized (Sample.class) {
            x *= 2;
          }
          return x;
        }
        """);
  }

  @Test
  void lambdasAndMethodReferences() {
    refuses(
        """
        @Differentiable
        static double f(double x) {
          java.util.function.DoubleUnaryOperator square =
              // expect [NotSupportedYet] a lambda expression is not supported yet
              t -> t * t;
          java.util.function.DoubleUnaryOperator sine =
              // expect [NotSupportedYet] a method reference is not supported yet
              Math::sin;
          return
              x
              // expect [NotSupportedYet] a call of the instance method DoubleUnaryOperator.applyAsDouble(double) is not supported yet
              * square.applyAsDouble(x);
        }
        """);
  }

  @Test
  void newObjectsAndTheirMethods() {
    refuses(
        """
        static class Point {
          double x;
          double twice() {
            return 2 * x;
          }
        }

        @Differentiable
        static double f(double x) {
          // expect [NotSupportedYet] new Point is not supported yet
          Point p = new Point();
          // expect [NotSupportedYet] the instance field x is not supported yet
          double y = p.x;
          // expect [WritesState] a method that is differentiated cannot write the field Point.x
          p.x = y;
          // expect [NotSupportedYet] a call of the instance method Point.twice() is not supported yet
          return y + p.twice();
        }
        """);
  }

  @Test
  void stringsAndBoxes() {
    refuses(
        """
        static final String NAME = "name";

        static Double boxed(double x) {
          return x;
        }

        @Differentiable
        static double f(double x) {
          // expect [UnsupportedType] a value of type String cannot stand in a method that is differentiated
          String s = "a";
          // expect [UnsupportedType] a value of type String cannot stand in a method that is differentiated
          String t = NAME + 1;
          // expect [UnsupportedType] a value of type Double cannot stand in a method that is differentiated
          Double box = x;
          // expect [UnsupportedType] a value of type Integer cannot stand in a method that is differentiated
          x += (Integer) 3;
          // expect [UnsupportedType] a value of type Double[] cannot stand in a method that is differentiated
          Double[] boxes = new Double[3];
          return x;
        }
        """);
  }

  @Test
  void callsThatReturnBoxesOrTakeThem() {
    refuses(
        """
        // expect [UnsupportedType] a value of type Double cannot stand in a method that is differentiated
        static Double boxed(double x) {
          return x;
        }

        @Differentiable
        static double f(double x) {
          // expect [UnsupportedType] a value of type Double cannot stand in a method that is differentiated
          return boxed(x) * x;
        }
        """);
  }

  @Test
  void recordsAsValues() {
    refuses(
        """
        record Pair(double a, double b) {}

        @Differentiable
        static double f(double x) {
          // expect [NotSupportedYet] new Pair is not supported yet
          Pair pair = new Pair(x, x);
          // expect [NotSupportedYet] a call of the instance method Pair.a() is not supported yet
          return pair.a();
        }
        """);
  }

  @Test
  void recordsAsParameters() {
    refuses(
        """
        record Pair(double a, double b) {}

        @Differentiable
        static double f(
            double x,
            // expect [NotSupportedYet] a parameter of type Pair is not supported yet
            Pair p) {
          return x;
        }
        """);
  }

  @Test
  void instanceofAndLocalClasses() {
    refuses(
        """
        @Differentiable
        static double f(double x, double[] y) {
          // expect [NotSupportedYet] the local class Local is not supported yet
          class Local {}
          // expect [NotSupportedYet] instanceof is not supported yet
          if (((Object) y) instanceof double[] z) {
            x *= 2;
          }
          return x;
        }
        """);
  }

  @Test
  void staticFieldsThatChange() {
    refuses(
        """
        static double rate = 2;

        @Differentiable
        static double f(double x) {
          // expect [MutableState] the static field Sample.rate is not final
          double y = x * rate;
          // expect [WritesState] a method that is differentiated cannot write the field Sample.rate
          rate = y;
          // expect [WritesState] a method that is differentiated cannot write the field Sample.rate
          rate++;
          // expect [WritesState] a method that is differentiated cannot write the field Sample.rate
          return y + (rate += x);
        }
        """);
  }

  @Test
  void privateStateIsOutOfSight() {
    refuses(
        """
        private static final double LOG2 = Math.log(2);
        private static final double HALF = 0.5;
        static final double LOG3 = Math.log(3);
        private static class Hidden {
          static final double LOG5 = Math.log(5);
        }

        @Differentiable
        static double f(double x) {
          // expect [PrivateState] the generated class cannot see the field Sample.LOG2
          double y = x / LOG2 * HALF + LOG3;
          // expect [PrivateState] the generated class cannot see the field Hidden.LOG5
          return y * Hidden.LOG5;
        }
        """);
  }

  @Test
  void elementsOfStaticArraysAreState() {
    refuses(
        """
        static final double[] TABLE = {1, 2};

        @Differentiable
        static double f(double x) {
          // expect [WritesState] a method that is differentiated cannot write the field Sample.TABLE
          TABLE[0] = x;
          return x * TABLE[1];
        }
        """);
  }

  @Test
  void callsWithoutADerivative() {
    refuses(
        """
        static native double load(double x);

        @Differentiable
        static double f(double x) {
          // expect [NoDerivative] no derivative is known for Sample.load(double)
          double y = 2 * load(x);
          // expect [NoDerivative] no derivative is known for Double.parseDouble(String)
          y += Double.parseDouble(null);
          // expect [NoDerivative] no derivative is known for Double.toString(double)
          Double.toString(y);
          return y;
        }
        """);
  }

  @Test
  void theLibraryOfALaterVersion() {
    refuses(
        """
        @Differentiable
        static double f(double[] x) {
          // expect [NotSupportedYet] a call of Arrays.fill(double[], double) is not supported yet
          java.util.Arrays.fill(x, 1);
          // expect [NotSupportedYet] a call of System.arraycopy(Object, int, Object, int, int) is not supported yet
          System.arraycopy(x, 0, x, 1, 1);
          return x[0];
        }
        """);
  }

  @Test
  void genericAndVariableCalls() {
    refuses(
        """
        static <T> double pick(double x, T other) {
          return x;
        }

        static double sum(double... all) {
          double s = 0;
          for (double v : all) {
            s += v;
          }
          return s;
        }

        @Differentiable
        static double f(double x, double[] y) {
          // expect [Unsupported] a call of the generic method Sample.pick(double, T) cannot stand in a method that is differentiated
          double z = pick(x, y);
          // expect [NotSupportedYet] a call with a variable number of arguments is not supported yet
          return z + sum(x, z) + sum(y);
        }
        """);
  }

  @Test
  void enumsAndIterables() {
    refuses(
        """
        enum Kind { A }

        @Differentiable
        static double f(double x) {
          // expect [UnsupportedType] a value of type Kind cannot stand in a method that is differentiated
          Kind kind = Kind.A;
          // expect [Unsupported] a call of the generic method List.of() cannot stand in a method that is differentiated
          for (double v : java.util.List.<Double>of()) {
            x += v;
          }
          return x;
        }
        """);
  }

  @Test
  void printing() {
    refuses(
        """
        @Differentiable
        static double f(double x) {
          // expect [NotSupportedYet] a call of the instance method PrintStream.println(double) is not supported yet
          System.out.println(x);
          return x;
        }
        """);
  }

  @Test
  void helpersAreReadToo() {
    refuses(
        """
        private static double helper(double x) {
          // expect [NotSupportedYet] break is not supported yet
          while (true) { break; }
          return x;
        }

        @Differentiable
        static double f(double x) {
          return helper(x) + 1;
        }
        """);
  }

  @Test
  void checkedExceptionsOfCallees() {
    refuses(
        """
        static double helper(double x) throws Exception {
          return x;
        }

        @Differentiable
        // expect [NotSupportedYet] a method with checked exceptions is not supported yet
        static double f(double x) throws Exception {
          return helper(x) + 1;
        }
        """);
  }

  @Test
  void aLoopWithoutEnd() {
    refuses(
        """
        @Differentiable
        // expect [NoReturn] Sample.f(double) never reaches a return
        static double f(double x) {
          while (true) {
            x /= 2;
          }
        }
        """);
  }

  @Test
  void everyFindingOfAnExpressionIsReported() {
    refuses(
        """
        static double rate = 2;
        private static final double LOG2 = Math.log(2);

        @Differentiable
        static double f(double x, double[] a) {
          return x
              // expect [MutableState] the static field Sample.rate is not final
              + rate
              // expect [PrivateState] the generated class cannot see the field Sample.LOG2
              * a[(int) LOG2]
              // expect [NoDerivative] no derivative is known for Sample.load(double)
              + load(
                  // expect [MutableState] the static field Sample.rate is not final
                  rate);
        }

        static native double load(double x);
        """);
  }

  @Test
  void declarations() {
    refuses(
        """
        @Differentiable
        // expect [NotSupportedYet] an instance method is not supported yet
        double instance(double x) {
          return x;
        }

        @Differentiable
        // expect [PrivateMethod] the generated class cannot see Sample.hidden(double)
        private static double hidden(double x) {
          return x;
        }

        @Differentiable
        // expect [NoBody] Sample.nothing(double) is native and has no body to differentiate
        static native double nothing(double x);

        @Differentiable
        // expect [NotSupportedYet] a generic method is not supported yet
        static <T> double generic(double x) {
          return x;
        }

        @Differentiable
        // expect [NotSupportedYet] a void method is not supported yet
        static void nowhere(double[] x) {
          x[0] = 1;
        }

        @Differentiable(order = 3)
        // expect [NoSuchOrder] derivatives of order 3 cannot be asked for
        static double third(double x) {
          return x * x * x;
        }

        @Differentiable
        // expect [NoActiveResult] Sample.count(double) returns int, which has no derivative
        static int count(double x) {
          return 1;
        }

        @Differentiable
        // expect [NoActiveParameter] Sample.constant(double, int) has no parameter to differentiate by
        static double constant(@Constant double x, int n) {
          return x * n;
        }
        """);
  }
}
