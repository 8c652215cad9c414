package dev.tapeless.processor.frontend;

import static dev.tapeless.processor.frontend.Sample.refuses;

import org.junit.jupiter.api.Test;

/** An active value in code that is copied, and may come out of it again, is refused. */
class ActiveValuesInOpaqueCodeTest {

  @Test
  void activeValuesInTry() {
    refuses(
        """
        @Differentiable
        static double f(double x) {
          double y = x;
          // expect [Unsupported] an active value in try cannot stand in a method that is differentiated
          try {
            y = 1 / y;
          } finally {
            System.out.println();
          }
          return y;
        }
        """);
  }

  @Test
  void activeValuesInSynchronizedBlocks() {
    refuses(
        """
        @Differentiable
        static double f(double x) {
          double y = x;
          // expect [Unsupported] an active value in synchronized cannot stand in a method that is differentiated
          synchronized (Sample.class) {
            y *= 2;
          }
          return y;
        }
        """);
  }

  @Test
  void activeValuesInFunctionObjects() {
    refuses(
        """
        @Differentiable
        static double f(double x, java.util.function.DoubleUnaryOperator square) {
          return
              x
              // expect [NoDerivative] no derivative is known for DoubleUnaryOperator.applyAsDouble(double)
              * square.applyAsDouble(x);
        }
        """);
  }

  @Test
  void activeValuesInObjects() {
    refuses(
        """
        static class Point {
          double x;
          Point(double x) {
            this.x = x;
          }
          double times(double y) {
            return y * x;
          }
        }

        @Differentiable
        static double f(double x) {
          // expect [NoDerivative] no derivative is known for new Point(double)
          Point p = new Point(x);
          double y = p.x;
          return y + p.times(x);
        }
        """);
  }

  @Test
  void activeValuesInFields() {
    refuses(
        """
        static class Point {
          double x;
        }

        @Differentiable
        static double f(double x) {
          Point p = new Point();
          // expect [WritesState] a method that is differentiated cannot write the field Point.x
          p.x = x;
          return p.x;
        }
        """);
  }

  @Test
  void activeValuesInStreams() {
    refuses(
        """
        @Differentiable
        static double f(double[] x, double a) {
          return java.util.Arrays.stream(x)
              .map(t -> t * a)
              // expect [NoDerivative] no derivative is known for DoubleStream.sorted()
              .sorted()
              .map(t -> t * a)
              .sum();
        }

        @Differentiable
        static double g(java.util.List<Double> list, double a) {
          // expect [NoDerivative] no derivative is known for Collection.stream()
          return list.stream().mapToDouble(t -> t * a).max().orElse(a);
        }
        """);
  }

  @Test
  void activeValuesInCollections() {
    refuses(
        """
        @Differentiable
        static double f(double x) {
          java.util.List<Double> list = new java.util.ArrayList<>();
          // expect [NoDerivative] no derivative is known for List.add(E)
          list.add(x);
          Double[] boxes = new Double[3];
          // expect [NoDerivative] no derivative is known for a boxed value
          boxes[0] = x;
          // expect [NoDerivative] no derivative is known for a boxed value
          Object o = x;
          return list.get(0) * boxes[0];
        }
        """);
  }

  @Test
  void activeValuesInAnObject() {
    refuses(
        """
        @Differentiable
        static double f(double x) {
          org.hipparchus.util.SinCos s =
              // expect [NoDerivative] no derivative is known for FastMath.sinCos(double)
              org.hipparchus.util.FastMath.sinCos(x);
          return s.sin() * x;
        }
        """);
  }

  @Test
  void boxesThatACallReturns() {
    refuses(
        """
        @Differentiable
        static double box(double x) {
          Double d = x;
          // expect [NoDerivative] no derivative is known for Objects.requireNonNullElse(T, T)
          return x * java.util.Objects.requireNonNullElse(d, 1.0);
        }

        @Differentiable
        static double choice(double x) {
          // expect [NoDerivative] no derivative is known for (Object) x
          Object o = String.valueOf(x).isEmpty() ? "s" : (Object) x;
          return x * (Double) o;
        }
        """);
  }

  @Test
  void exceptionsThatKeepANumber() {
    refuses(
        """
        static final class Outside extends RuntimeException {
          final double value;

          Outside(double value) {
            this.value = value;
          }
        }

        @Differentiable
        static double f(double x) {
          // expect [NoDerivative] no derivative is known for new Outside(double)
          Outside outside = new Outside(x);
          return outside.value * x;
        }
        """);
  }

  @Test
  void argumentsThatAreObjects() {
    refuses(
        """
        @Differentiable
        static double object(double x) {
          java.util.List<Object> list = new java.util.ArrayList<>();
          // expect [NoDerivative] no derivative is known for List.add(E)
          list.add((Object) x);
          return x * (Double) list.get(0);
        }

        @Differentiable
        static double array(double x) {
          java.util.List<Object[]> list = new java.util.ArrayList<>();
          // expect [NoDerivative] no derivative is known for List.add(E)
          list.add(new Object[] {x});
          return x * (Double) list.get(0)[0];
        }
        """);
  }

  @Test
  void elementsThatOpaqueCodeAssigns() {
    refuses(
        """
        @Differentiable
        static double inTry(double x) {
          double[] cell = {0};
          // expect [Unsupported] an active value in try cannot stand in a method that is differentiated
          try {
            cell[0] = x;
          } finally {
            System.out.println();
          }
          return cell[0] * x;
        }

        @Differentiable
        static double inLambda(double x) {
          Object[] cell = new Object[1];
          // expect [NoDerivative] no derivative is known for Iterable.forEach(Consumer)
          java.util.List.of(1).forEach(i -> cell[0] = x);
          return x * (Double) cell[0];
        }
        """);
  }

  @Test
  void userMethodsThatReturnText() {
    refuses(
        """
        static double kept;

        interface Log {
          String put(double x);
        }

        @Differentiable
        static double f(double x, Log log) {
          // expect [NoDerivative] no derivative is known for Log.put(double)
          String s = log.put(x);
          return s.length() * kept * x;
        }
        """);
  }

  @Test
  void numbersThatAreReadFromText() {
    refuses(
        """
        @Differentiable
        static double string(double x) {
          String text = "" + x;
          // expect [NoDerivative] no derivative is known for Double.parseDouble(String)
          return x * Double.parseDouble(text);
        }

        @Differentiable
        static double builder(double x) {
          StringBuilder text = new StringBuilder();
          text.append(x);
          String digits = text.toString();
          // expect [NoDerivative] no derivative is known for Double.parseDouble(String)
          return x * Double.parseDouble(digits);
        }

        @Differentiable
        static double array(double x) {
          String text = "" + x;
          String[] texts = {text};
          // expect [NoDerivative] no derivative is known for Double.parseDouble(String)
          return x * Double.parseDouble(texts[0]);
        }
        """);
  }

  @Test
  void numbersThatAreReadFromTextElsewhere() {
    refuses(
        """
        @Differentiable
        static double list(double x) {
          java.util.List<String> texts = new java.util.ArrayList<>();
          texts.add("" + x);
          // expect [NoDerivative] no derivative is known for Double.parseDouble(String)
          return x * Double.parseDouble(texts.get(0));
        }

        @Differentiable
        static double helper(double x) {
          // expect [NoDerivative] no derivative is known for Double.parseDouble(String)
          return x * parsed("" + x, 2);
        }

        static double parsed(String text, int n) {
          return n == 0 ? Double.parseDouble(text) : parsed(text, n - 1);
        }
        """);
  }

  @Test
  void bitsInCollections() {
    refuses(
        """
        @Differentiable
        static double box(double x) {
          Long bits = Double.doubleToLongBits(x);
          // expect [ThroughBits] the bits of an active value become a number again, and its derivative is lost
          return x * Double.longBitsToDouble(bits);
        }

        @Differentiable
        static double list(double x) {
          java.util.List<Long> bits = new java.util.ArrayList<>();
          // expect [NoDerivative] no derivative is known for List.add(E)
          bits.add(Double.doubleToLongBits(x));
          return x * Double.longBitsToDouble(bits.get(0));
        }
        """);
  }

  @Test
  void assertionsThatChangeWhatTheMethodSees() {
    refuses(
        """
        @Differentiable
        static double variable(double x) {
          double y = 1;
          // expect [Unsupported] an active value in assert cannot stand in a method that is differentiated
          assert (y = 3 * x) > 0;
          return y * x;
        }

        @Differentiable
        static double list(double x) {
          java.util.List<Double> list = new java.util.ArrayList<>();
          // expect [Unsupported] an active value in assert cannot stand in a method that is differentiated
          assert list.add(x);
          return x * list.get(0);
        }
        """);
  }
}
