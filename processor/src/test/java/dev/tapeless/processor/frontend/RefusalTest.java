package dev.tapeless.processor.frontend;

import static dev.tapeless.processor.frontend.Sample.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be read is refused at the line where it stands. */
class RefusalTest {

  @Test
  void leavingTry() {
    refuses(
        """
        @Differentiable
        static double f(double x, String text) {
          try {
            // expect [Unsupported] return out of a try or synchronized cannot stand in a method that is differentiated
            return Integer.parseInt(text) * x;
          } catch (NumberFormatException e) {
            // expect [Unsupported] return out of a try or synchronized cannot stand in a method that is differentiated
            return x;
          }
        }
        """);
  }

  @Test
  void anonymousClasses() {
    refuses(
        """
        @Differentiable
        static double f(double x) {
          // expect [UnsupportedType] a value of type an anonymous class cannot stand in a method that is differentiated
          var counter =
              new Object() {
                int n = 3;
              };
          return counter.n * x;
        }
        """);
  }

  @Test
  void derivativesWithoutADerivative() {
    refuses(
        """
        @Differentiable
        static double f(double x) {
          // expect [NotDifferentiable] SampleAdjoint.firstGradient cannot be differentiated: Sample.first(double) has no second derivatives
          double g = SampleAdjoint.firstGradient(x);
          // expect [NotDifferentiable] SampleAdjoint.secondHvp cannot be differentiated: Sample.second(double) has no derivatives beyond the second ones
          g += SampleAdjoint.secondHvp(x, 1);
          // expect [NotDifferentiable] SampleAdjoint.pairVjp cannot be differentiated: Sample.pair(double) returns more than one number
          return g + SampleAdjoint.pairVjp(x, new double[] {1, 2});
        }

        @Differentiable
        static double first(double x) {
          return x * x;
        }

        @Differentiable(order = 2)
        static double second(double x) {
          return x * x;
        }

        @Differentiable
        static double[] pair(double x) {
          return new double[] {x, x};
        }

        @Differentiable(order = 2)
        static double third(double x) {
          // expect [NoSecondDerivative] no second derivative is known for SampleAdjoint.secondGradient
          return SampleAdjoint.secondGradient(x);
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
          return y;
        }
        """);
  }

  @Test
  void findingsOfOneMethodDoNotHideThoseOfAnother() {
    refuses(
        """
        static native double load(double x);

        @Differentiable
        static double f(double x) {
          // expect [NoDerivative] no derivative is known for Sample.load(double)
          return 2 * load(x);
        }

        @Differentiable
        static double g(double x) {
          long bits = Double.doubleToLongBits(x);
          // expect [ThroughBits] the bits of an active value become a number again, and its derivative is lost
          return Double.longBitsToDouble(bits);
        }
        """);
  }

  @Test
  void bitsOfActiveValues() {
    refuses(
        """
        @Differentiable
        static double f(double x, double y, float z) {
          int exponent = (int) (Double.doubleToLongBits(y) >>> 32) >> 20 & 0x7ff;
          double scaled = 3 + exponent;
          // expect [ThroughBits] the bits of an active value become a number again, and its derivative is lost
          double mantissa = Double.doubleToLongBits(y) & 0xfffff;
          // expect [ThroughBits] the bits of an active value become a number again, and its derivative is lost
          double decoded = decoded(Double.doubleToLongBits(y));
          long[] bits = {Double.doubleToRawLongBits(x), 0};
          bits[1] = bits[0] & Long.MAX_VALUE;
          int a = Float.floatToIntBits(z) > 0 ? 1 : 0;
          double unused = Double.longBitsToDouble(bits[1]);
          // expect [ThroughBits] the bits of an active value become a number again, and its derivative is lost
          return a * Double.longBitsToDouble(bits[1])
              + mantissa
              + scaled
              // expect [ThroughBits] the bits of an active value become a number again, and its derivative is lost
              * Float.intBitsToFloat(Float.floatToRawIntBits(z) + 1)
              // expect [ThroughBits] the bits of an active value become a number again, and its derivative is lost
              + Double.longBitsToDouble((long) (x * 1512775 + 1072632447) << 32)
              + Double.longBitsToDouble((long) (x + 1023) << 52)
              + decoded;
        }

        static double decoded(long bits) {
          return Double.longBitsToDouble(bits);
        }
        """);
  }

  @Test
  void functionsThatAreChosenAtRunTime() {
    refuses(
        """
        @Differentiable
        static double f(double x, boolean square) {
          java.util.function.DoubleUnaryOperator g = t -> t * t;
          if (square) {
            g = t -> t;
          }
          java.util.function.DoubleUnaryOperator h = square ? t -> 2 * t : t -> t;
          return
              // expect [NoDerivative] no derivative is known for DoubleUnaryOperator.applyAsDouble(double)
              g.applyAsDouble(x)
              // expect [NoDerivative] no derivative is known for DoubleUnaryOperator.applyAsDouble(double)
              * h.applyAsDouble(x);
        }
        """);
  }

  @Test
  void aRecursionThatMakesNewFunctions() {
    refuses(
        """
        static double nested(java.util.function.DoubleUnaryOperator g, double x, int n) {
          return n == 0
              ? g.applyAsDouble(x)
              // expect [Unsupported] a recursive call of Sample.nested(DoubleUnaryOperator, double, int) with a function that is made for it cannot stand in a method that is differentiated
              : nested(t -> g.applyAsDouble(t) * t, x, n - 1);
        }

        @Differentiable
        static double f(double x, int n) {
          return nested(t -> t, x, n);
        }
        """);
  }

  @Test
  void helpersAreReadToo() {
    refuses(
        """
        private static double helper(double x) {
          // expect [NotSupportedYet] the local class Local, which uses variables or the object around it, is not supported yet
          class Local { double y = x; }
          return x;
        }

        @Differentiable
        static double f(double x) {
          return helper(x) + 1;
        }
        """);
  }

  @Test
  void whoReachesAHelperIsSaid() {
    String source =
        """
        class Sample {
          private static double inner(double x) {
            class Local { double y = x; }
            return x;
          }
          private static double outer(double x) {
            return inner(x);
          }
          @dev.tapeless.Differentiable
          static double f(double x, int n) {
            return outer(x) + n;
          }
          @dev.tapeless.Differentiable
          static double g(double x) {
            class Local { double y = x; }
            return x;
          }
        }
        """;
    List<String> texts =
        Compiled.of(source).errors().stream().map(e -> e.line() + ": " + e.text()).toList();
    String refusal =
        "[tapeless:NotSupportedYet] the local class Local, which uses variables or the object around it, is not supported yet\n";
    String advice = "hand them to its constructor";
    assertThat(texts)
        .map(t -> t.replace("\n  ", "\n"))
        .containsExactly(
            "3: " + refusal + advice + "\nreached from Sample.f(double, int)",
            "15: " + refusal + advice);
  }

  @Test
  void checkedExceptionsOfCallees() {
    refuses(
        """
        static <E extends Exception> double helper(double x, Class<E> type) throws E {
          return x;
        }

        @Differentiable
        static double f(double x) throws Exception {
          // expect [Unsupported] a call that may throw E cannot stand in a method that is differentiated
          return helper(x, java.io.IOException.class) + 1;
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
        private static class Hidden {
          final int shift = 2;
        }

        private static final Hidden HIDDEN = new Hidden();

        @Differentiable
        static double f(double x, double[] a, int n) {
          return x
              // expect [PrivateState] the generated class cannot see the field Sample.HIDDEN
              * a[HIDDEN.hashCode()]
              // expect [PrivateState] the generated class cannot see the field Sample.HIDDEN
              / HIDDEN.hashCode();
        }
        """);
  }

  @Test
  void boxesThatAreComparedAsObjects() {
    refuses(
        """
        @Differentiable
        static double f(double a, double b) {
          Double x = a;
          Double y = b;
          // expect [Unsupported] a comparison of two boxes as objects cannot stand in a method that is differentiated
          return x == y || same(a, b) ? a * b : a;
        }

        static <T> boolean same(T x, T y) {
          // expect [Unsupported] a comparison of two boxes as objects cannot stand in a method that is differentiated
          return x == y;
        }
        """);
  }

  @Test
  void declarations() {
    refuses(
        """
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

  /** The arrays of adjoints would stay where they are when the rows change places. */
  @Test
  void aRecursionThatStoresRows() {
    refuses(
        """
        @Differentiable
        static double f(double[][] m, int n) {
          // expect [NotSupportedYet] storing a row into an array that a recursive method gets is not supported yet
          swapped(m, n);
          return m[0][0] * m[1][0];
        }
        private static void swapped(double[][] m, int n) {
          if (n > 0) {
            double[] row = m[0];
            m[0] = m[1];
            m[1] = row;
            m[0][0] *= 2;
            swapped(m, n - 1);
          }
        }
        """);
    refuses(
        """
        @Differentiable
        static double f(double[][][] u, int n) {
          // expect [NotSupportedYet] storing a row into an array that a recursive method gets is not supported yet
          copied(u, n);
          return u[0][0][0] * u[1][0][0];
        }
        private static void copied(double[][][] u, int n) {
          if (n > 0) {
            System.arraycopy(u[1], 0, u[0], 0, 1);
            u[0][0][0] *= 2;
            copied(u, n - 1);
          }
        }
        """);
    refuses(
        """
        @Differentiable
        static double f(double[][] m, int n) {
          // expect [NotSupportedYet] storing a row into an array that a recursive method gets is not supported yet
          changed(m, n);
          return m[0][0] * m[1][0];
        }
        private static void changed(double[][] m, int n) {
          if (n > 0) {
            set(m, m[1]);
            m[0][0] *= 2;
            changed(m, n - 1);
          }
        }
        private static void set(double[][] m, double[] row) {
          m[0] = row;
        }
        """);
  }

  @Test
  void nullAsANumber() {
    refuses(
        """
        static double helper(double x, Double weight, boolean isUsed) {
          return isUsed ? x * weight : x;
        }

        @Differentiable
        static double f(double x, boolean isUsed) {
          // expect [NotSupportedYet] null in the place of a real number is not supported yet
          return helper(x, null, isUsed);
        }
        """);
  }
}
