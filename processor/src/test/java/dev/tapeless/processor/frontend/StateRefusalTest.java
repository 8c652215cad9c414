package dev.tapeless.processor.frontend;

import static dev.tapeless.processor.frontend.Sample.refuses;

import org.junit.jupiter.api.Test;

/** State that outlives the method, or that a second run would find changed, is refused. */
class StateRefusalTest {

  @Test
  void staticFieldsThatAreWritten() {
    refuses(
        """
        static double rate = 2;

        @Differentiable
        static double f(double x) {
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
        private static class Hidden {}

        private static final Hidden HIDDEN = new Hidden();

        private static String hidden(int n) {
          return "" + n;
        }

        @Differentiable
        static double f(double x) {
          // expect [PrivateState] the generated class cannot see the method Sample.hidden(int)
          String s = "a" + hidden(3);
          // expect [PrivateState] the generated class cannot see the field Sample.HIDDEN
          return x * HIDDEN.hashCode();
        }
        """);
  }

  @Test
  void constantsThatAreReachedThroughAnObject() {
    refuses(
        """
        static final java.util.function.DoubleUnaryOperator SQUARE = t -> t * t;

        static Sample next() {
          throw new IllegalStateException();
        }

        @Differentiable
        static double f(double x) {
          // expect [NoDerivative] no derivative is known for DoubleUnaryOperator.applyAsDouble(double)
          return next().SQUARE.applyAsDouble(x);
        }
        """);
  }

  @Test
  void arraysThatObjectsHaveBeenGiven() {
    refuses(
        """
        @Differentiable
        static double f(double x, java.util.List<int[]> all) {
          double s = x;
          double[] c = {1, 0.5, 0.25, 2};
          for (int i = 0; i < 3; i++) {
            int[] y = {i + 1, 1};
            // expect [ChangesState] Iterable.forEach(Consumer) may change fields or arrays whose earlier values the derivative needs
            all.forEach(z -> z[0] = 0);
            all.add(y);
            for (int j = 0; j < y.length; j++) {
              s = Math.sin(s * c[y[j]]);
            }
          }
          return s;
        }

        @Differentiable
        static double g(double[] x) {
          int[] p = {0};
          Object o = p;
          int[] r = (int[]) o;
          double s = x[r[0]] * x[r[0]];
          // expect [WritesState] a method that is differentiated cannot write an array of an object
          p[0] = 1;
          return s * x[2] + p[0];
        }
        """);
  }

  @Test
  void objectsAroundTheObject() {
    refuses(
        """
        final int k = 2;

        final class Inner {
          @Differentiable
          double f(double x) {
            // expect [Unsupported] Sample.this cannot stand in a method that is differentiated
            return x * Sample.this.k;
          }

          @Differentiable
          double g(double x) {
            // expect [Unsupported] Sample.this cannot stand in a method that is differentiated
            return x * String.valueOf(Sample.this).length();
          }
        }
        """);
  }

  @Test
  void classesWithinMethodsThatUseWhatIsAroundThem() {
    refuses(
        """
        final int k = 2;

        @Differentiable
        static double f(double x, int n) {
          // expect [NotSupportedYet] the local class Times, which uses variables or the object around it, is not supported yet
          class Times {
            int of(int m) {
              return n * m;
            }
          }
          return x * new Times().of(3);
        }

        @Differentiable
        double g(double x) {
          // expect [NotSupportedYet] the local class Plus, which uses variables or the object around it, is not supported yet
          class Plus {
            int of(int m) {
              return k + m;
            }
          }
          return x * new Plus().of(3);
        }

        @Differentiable
        static double counted(double x) {
          record Item(int number) {
            // expect [Unsupported] the static variable made of a local class cannot stand in a method that is differentiated
            static int made;

            Item {
              made++;
            }
          }
          return x * new Item(2).number();
        }

        @Differentiable
        static double h(double x, int n) {
          class Square {
            int of(int m) {
              return m * m;
            }
          }
          if (n > 1) {
            return x * new Square().of(3);
          }
          return again(x);
        }

        static double again(double x) {
          // expect [NotSupportedYet] a second local class with the name Square is not supported yet
          class Square {
            int of(int m) {
              return 2 * m;
            }
          }
          return x * new Square().of(3);
        }
        """);
  }

  @Test
  void whatACallMayChange() {
    refuses(
        """
        interface Source {
          int[] current();
          void next();
        }

        @Differentiable
        static double f(double[] x, Source source) {
          int[] c = source.current();
          double y = 1;
          for (int i = 0; i < 3; i++) {
            y = Math.sin(y) * x[c[i]];
            // expect [ChangesState] Source.next() may change fields or arrays whose earlier values the derivative needs
            source.next();
          }
          return y;
        }
        """);
  }

  @Test
  void arraysThatObjectsKeep() {
    refuses(
        """
        interface Keeper {
          void keep(double[] a);

          void bump();
        }

        @Differentiable
        static double keeper(double x, Keeper k) {
          double[] w = {1, 2};
          k.keep(w);
          double y = 0;
          for (double e : w) {
            y += Math.sin(x * e);
          }
          // expect [ChangesState] Keeper.bump() may change fields or arrays whose earlier values the derivative needs
          k.bump();
          return y * y;
        }

        @Differentiable
        static double list(double x) {
          double[] w = {1, 2};
          java.util.List<double[]> list = new java.util.ArrayList<>();
          list.add(w);
          double y = 0;
          for (double e : w) {
            y += Math.sin(x * e);
          }
          // expect [ChangesState] Iterable.forEach(Consumer) may change fields or arrays whose earlier values the derivative needs
          list.forEach(a -> a[0]++);
          return y * y;
        }

        @Differentiable
        static double buffer(double x) {
          double[] w = {1, 2};
          java.nio.DoubleBuffer buffer = java.nio.DoubleBuffer.wrap(w);
          double y = 0;
          for (double e : w) {
            y += Math.sin(x * e);
          }
          // expect [ChangesState] DoubleBuffer.put(int, double) may change fields or arrays whose earlier values the derivative needs
          buffer.put(0, 4.0);
          return y * y;
        }

        @Differentiable
        static double rows(double x) {
          double[][] w = {{1}, {2}};
          java.util.List<double[]> list = java.util.Arrays.asList(w);
          double y = 0;
          for (double[] row : w) {
            y += Math.sin(x * row[0]);
          }
          // expect [ChangesState] Collections.swap(List, int, int) may change fields or arrays whose earlier values the derivative needs
          java.util.Collections.swap(list, 0, 1);
          return y * y;
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
  void aRecursionThatDoesMoreThanCalculate() {
    refuses(
        """
        @Differentiable
        static double drawn(double x, java.util.Random random) {
          // expect [NotSupportedYet] Random.nextDouble() in a recursive method is not supported yet
          return draw(x, random, 3);
        }

        static double draw(double x, java.util.Random random, int n) {
          return n == 0 ? x * x : Math.sin(draw(x, random, n - 1) * random.nextDouble());
        }

        @Differentiable
        static double chance(double x, int n) {
          // expect [NotSupportedYet] random in a recursive method is not supported yet
          return toss(x, n);
        }

        static double toss(double x, int n) {
          return n == 0 ? x * x * Math.random() : toss(x, n - 1) * x;
        }

        @Differentiable
        static double logged(double x, int n) {
          // expect [NotSupportedYet] PrintStream.println(int) in a recursive method is not supported yet
          return log(x, n);
        }

        static double log(double x, int n) {
          System.out.println(n);
          return n == 0 ? x * x : log(x, n - 1) * x;
        }

        @Differentiable
        static double lines(double x, java.io.BufferedReader r) throws java.io.IOException {
          // expect [NotSupportedYet] BufferedReader.readLine() in a recursive method is not supported yet
          return line(x, r, 2);
        }

        static double line(double x, java.io.BufferedReader r, int n) throws java.io.IOException {
          String text = r.readLine();
          return n == 0 ? 1 : x * text.length() * line(x, r, n - 1);
        }

        @Differentiable
        static double cleared(double x, java.util.List<Double> list) {
          // expect [NotSupportedYet] List.get(int) in a recursive method is not supported yet
          double y = product(x, list, 3);
          list.clear();
          return y;
        }

        static double product(double x, java.util.List<Double> list, int i) {
          return i == 0 ? x * x : product(x, list, i - 1) * list.get(i);
        }

        @Differentiable
        static double counted(double x, int n, Runnable counter) {
          double y = x * Counter.count;
          // expect [NotSupportedYet] Runnable.run() in a recursive method is not supported yet
          int m = count(n, counter);
          return y * y * Counter.count * m;
        }

        private static int count(int n, Runnable counter) {
          counter.run();
          return n == 0 ? 1 : count(n - 1, counter);
        }

        static final class Counter {
          static double count;
        }
        """);
  }

  @Test
  void theClassOfAVariableThatIsAssignedAgain() {
    refuses(
        """
        abstract static class Base {
          abstract double value(double t);
        }

        static class Square extends Base {
          double value(double t) {
            return t * t;
          }
        }

        static class Cube extends Base {
          double value(double t) {
            return t * t * t;
          }
        }

        @Differentiable
        static double f(double x, int n) {
          Base g = new Square();
          if (n > 0) {
            g = new Cube();
          }
          // expect [NoDerivative] no derivative is known for Base.value(double)
          return g.value(x);
        }
        """);
  }
}
