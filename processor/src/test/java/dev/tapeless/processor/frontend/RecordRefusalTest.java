package dev.tapeless.processor.frontend;

import static dev.tapeless.processor.frontend.Sample.refuses;

import org.junit.jupiter.api.Test;

/** What cannot be done with records that hold real numbers. */
class RecordRefusalTest {

  @Test
  void recordsWithTypeParameters() {
    refuses(
        """
        record Pair<T>(double a, T b) {}

        @Differentiable
        static double f(
            double x,
            // expect [NotSupportedYet] a parameter of type Pair is not supported yet
            Pair<String> p) {
          return x;
        }
        """);
    refuses(
        """
        record Pair<T>(double a, T b) {}

        @Differentiable
        static double g(double x) {
          // expect [NotSupportedYet] the record Pair is not supported yet
          Pair<String> pair = new Pair<>(x, "b");
          return pair.a();
        }
        """);
  }

  @Test
  void recordsThatAreHidden() {
    refuses(
        """
        private record Pair(double a, double b) {}

        @Differentiable
        static double f(
            // expect [PrivateState] the generated class cannot see the class Pair
            Pair p) {
          return p.a();
        }

        @Differentiable
        // expect [PrivateState] the generated class cannot see the class Pair
        static Pair g(double x) {
          return new Pair(x, x);
        }
        """);
  }

  @Test
  void nullInThePlaceOfARecord() {
    refuses(
        """
        record Pair(double a, double b) {}

        @Differentiable
        static double f(double x) {
          return pair(x).a();
        }

        private static Pair pair(double x) {
          if (x < 0) {
            // expect [NotSupportedYet] null in the place of a record with real numbers is not supported yet
            return null;
          }
          return new Pair(x, 1);
        }
        """);
  }

  @Test
  void recordsComparedAsObjects() {
    refuses(
        """
        record Pair(double a, double b) {}

        @Differentiable
        static double f(double x) {
          Pair p = new Pair(x, 1);
          Pair q = p;
          // expect [Unsupported] a comparison of two records as objects cannot stand in a method that is differentiated
          return p == q ? x : 2 * x;
        }
        """);
  }

  @Test
  void activeRecordsAsObjects() {
    refuses(
        """
        interface Shape {
          double area();
        }

        record Square(double side) implements Shape {
          public double area() {
            return side * side;
          }
        }

        @Differentiable
        static double f(double x) {
          // expect [NoDerivative] no derivative is known for an object of the record
          Shape s = new Square(x);
          return s.area();
        }

        @Differentiable
        static double g(double x) {
          Square[] all = new Square[1];
          // expect [NoDerivative] no derivative is known for an object of the record
          all[0] = new Square(x);
          return all[0].side();
        }

        @Differentiable
        static double h(double x) {
          java.util.List<Square> all = new java.util.ArrayList<>();
          // expect [NoDerivative] no derivative is known for List.add(E)
          all.add(new Square(x));
          return all.get(0).side();
        }
        """);
  }

  @Test
  void recordsThatMayBeNullAreObjects() {
    refuses(
        """
        record Pair(double a, double b) {}

        @Differentiable
        static double f(double x, int n) {
          Pair best = null;
          for (int i = 0; i < n; i++) {
            // expect [NoDerivative] no derivative is known for an object of the record
            best = new Pair(i * x, x);
          }
          return best.a();
        }
        """);
  }

  @Test
  void recursiveMethodsWithRecords() {
    refuses(
        """
        record Pair(double a, double b) {}

        @Differentiable
        static double f(double x, int n) {
          // expect [NotSupportedYet] the recursive method power, which gets or returns a record, is not supported yet
          return power(new Pair(x, 1), n).b();
        }

        private static Pair power(Pair p, int n) {
          return n == 0 ? p : power(new Pair(p.a(), p.a() * p.b()), n - 1);
        }
        """);
  }

  @Test
  void recursiveMethodsWithRecordsWithinOthers() {
    refuses(
        """
        record Pair(double a, double b) {
          Pair {
            if (a < b) {
              throw new IllegalArgumentException();
            }
          }

          Pair twice() {
            return new Pair(2 * a, b);
          }
        }

        @Differentiable
        static double f(double x, int n) {
          return n == 0 ? x : again(x, n);
        }

        private static double again(double x, int n) {
          // expect [NotSupportedYet] the recursive method power, which gets or returns a record, is not supported yet
          return n == 1 ? power(new Pair(x, 1).twice(), n).b() : again(x * x, n - 1);
        }

        private static Pair power(Pair p, int n) {
          return n == 0 ? p : power(new Pair(p.a(), p.a() * p.b()).twice(), n - 1);
        }
        """);
  }

  @Test
  void recordsThatChangeWhatTheyGet() {
    refuses(
        """
        record Unit(double a, double b) {
          Unit {
            double n = Math.hypot(a, b);
            a /= n;
            b = b / n;
          }
        }

        record Shifted(double a) {
          public double a() {
            return a + 1;
          }
        }

        record Sorted(double[] x) {
          Sorted {
            java.util.Arrays.sort(x);
          }
        }

        @Differentiable
        static double f(
            // expect [Unsupported] a derivative in the record Unit, which changes what it gets as a, cannot stand in a method that is differentiated
            Unit u) {
          return u.a() * u.b();
        }

        @Differentiable
        static double g(
            // expect [Unsupported] a derivative in the record Shifted, which changes what it gets as a, cannot stand in a method that is differentiated
            Shifted s) {
          return s.a();
        }

        @Differentiable
        static double h(
            // expect [Unsupported] a derivative in the record Sorted, which changes what it gets as x, cannot stand in a method that is differentiated
            Sorted s) {
          return s.x()[0];
        }

        @Differentiable
        // expect [Unsupported] a derivative in the record Unit, which changes what it gets as a, cannot stand in a method that is differentiated
        static Unit k(double x) {
          return new Unit(x, 1);
        }
        """);
  }

  @Test
  void objectsOfRecordsThatChangeWhatTheyGet() {
    refuses(
        """
        record Root(double square) {
          public double square() {
            return Math.sqrt(square);
          }

          double raw() {
            return square;
          }
        }

        record Scaled(double a) {
          Scaled {
            a *= 2;
          }
        }

        @Differentiable
        static double f(double x, Root[] all) {
          // expect [Unsupported] an object of the record Root, which changes what it gets as square, cannot stand in a method that is differentiated
          Root root = all[0];
          return root.raw() * x;
        }

        @Differentiable
        static double g(double x, int n) {
          Scaled s = new Scaled(n);
          // expect [Unsupported] an object of the record Scaled, which changes what it gets as a, cannot stand in a method that is differentiated
          return x * s.toString().length();
        }
        """);
  }

  @Test
  void recordsThatChangeWhatIsNoRealNumber() {
    refuses(
        """
        record Counted(double x, int n) {
          Counted {
            n = n + 1;
          }
        }

        record Shown(double x, int n) {
          public int n() {
            return n + 1;
          }
        }

        record Stepped(double x, int[] k) {
          Stepped {
            k[0]++;
          }
        }

        record Listed(double x, java.util.List<String> names) {
          Listed {
            names.add("seen");
          }
        }

        record Signed(double x, String sign) {
          Signed {
            if (x > 0) {
              sign = sign == null ? "+" : sign;
            }
          }
        }

        @Differentiable
        static double f(double x) {
          Counted c = new Counted(2, 3);
          // expect [Unsupported] an object of the record Counted, which changes what it gets as n, cannot stand in a method that is differentiated
          return x * c.toString().length();
        }

        @Differentiable
        static double g(
            // expect [Unsupported] a derivative in the record Shown, which changes what it gets as n, cannot stand in a method that is differentiated
            Shown s) {
          return s.x * s.n;
        }

        @Differentiable
        static double g(double x, java.util.Map<String, Shown> all) {
          // expect [Unsupported] an object of the record Shown, which changes what it gets as n, cannot stand in a method that is differentiated
          Shown s = all.get("a");
          return x * s.n();
        }

        @Differentiable
        static double h(
            // expect [Unsupported] a derivative in the record Stepped, which changes what it gets as k, cannot stand in a method that is differentiated
            Stepped s) {
          return s.x();
        }

        @Differentiable
        static double k(
            // expect [Unsupported] a derivative in the record Listed, which changes what it gets as names, cannot stand in a method that is differentiated
            Listed l) {
          return l.x();
        }

        @Differentiable
        static double m(
            // expect [Unsupported] a derivative in the record Signed, which changes what it gets as sign, cannot stand in a method that is differentiated
            Signed s) {
          return s.x();
        }
        """);
  }

  @Test
  void recordsThatChangeWhatTheyGetUnderAnotherName() {
    refuses(
        """
        record Named(double[] v) {
          Named {
            double[] w = v;
            w[0] *= 2;
          }
        }

        record Rows(double[][] v) {
          Rows {
            for (double[] r : v) {
              r[0] *= 2;
            }
          }
        }

        record Copied(double[][] v) {
          Copied {
            double[][] w = v.clone();
            w[0][0] = 1;
          }
        }

        record Scaled(double[] v) {
          Scaled(double[] v) {
            this.v = v;
            scale();
          }

          void scale() {
            v[0] *= 2;
          }
        }

        record Streamed(double[] v) {
          Streamed {
            java.util.Arrays.stream(new double[][] {v}).forEach(r -> r[0] *= 2);
          }
        }

        record Referred(double[][] v) {
          Referred {
            java.util.Arrays.stream(v).forEach(java.util.Arrays::sort);
          }
        }

        @Differentiable
        static double f(
            // expect [Unsupported] a derivative in the record Named, which writes into an array when it is made, cannot stand in a method that is differentiated
            Named a) {
          return a.v()[0];
        }

        @Differentiable
        static double g(
            // expect [Unsupported] a derivative in the record Rows, which writes into an array when it is made, cannot stand in a method that is differentiated
            Rows a) {
          return a.v()[0][0];
        }

        @Differentiable
        static double h(
            // expect [Unsupported] a derivative in the record Copied, which writes into an array when it is made, cannot stand in a method that is differentiated
            Copied a) {
          return a.v()[0][0];
        }

        @Differentiable
        static double k(
            // expect [Unsupported] a derivative in the record Scaled, which calls Scaled.scale() when it is made, cannot stand in a method that is differentiated
            Scaled a) {
          return a.v()[0];
        }

        @Differentiable
        static double m(
            // expect [Unsupported] a derivative in the record Streamed, which writes into an array when it is made, cannot stand in a method that is differentiated
            Streamed a) {
          return a.v()[0];
        }

        @Differentiable
        static double n(
            // expect [Unsupported] a derivative in the record Referred, which calls Arrays.sort(double[]) when it is made, cannot stand in a method that is differentiated
            Referred a) {
          return a.v()[0][0];
        }
        """);
  }

  @Test
  void recordsThatAreAssignedInCopiedCode() {
    refuses(
        """
        record Pair(double a, double b) {}

        @Differentiable
        static double f(double x, String text) {
          Pair p = new Pair(1, 2);
          try {
            // expect [NotSupportedYet] a record with real numbers that is assigned in code which is copied is not supported yet
            p = new Pair(Double.parseDouble(text), 3);
          } catch (NumberFormatException e) {
            // expect [NotSupportedYet] a record with real numbers that is assigned in code which is copied is not supported yet
            p = new Pair(0, 4);
          }
          return p.a() * x;
        }
        """);
  }
}
