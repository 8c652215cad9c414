package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Programs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a call changes that no derivative passes through is seen by what comes after it, only. */
class SideEffectsOfCallsTest {

  @TestFactory
  Stream<DynamicTest> operandsBeforeTheCall() {
    return new Programs()
        .add(
            "an element that copied code writes",
            """
            static double f(double x) {
              int[] n = {5};
              Source s = a -> { a[0] = 1; return 2; };
              return n[0] * x + s.next(n) * x * n[0];
            }
            interface Source { int next(int[] n); }
            """,
            f -> f.at(0.7).isRight())
        .add(
            "an element of an array that an object has",
            """
            static double f(double x) {
              Data q = new Data();
              return x * q.d[0] + x * x * q.twice() + x * q.d[0];
            }
            static final class Data {
              final int[] d = {3};
              int twice() { d[0] *= 2; return 2; }
            }
            """,
            f -> f.at(0.7).isRight())
        .add(
            "an element of an array that a helper writes through an object",
            """
            static double f(double x) {
              Data q = new Data();
              return x * q.d[0] + helper(x, q) * q.d[0];
            }
            static double helper(double x, Data q) { return x * x * q.twice(); }
            static final class Data {
              final int[] d = {3};
              int twice() { d[0] *= 2; return 2; }
            }
            """,
            f -> f.at(0.7).isRight())
        .add(
            "the target of a compound assignment",
            """
            static double f(double x) {
              int[] n = {1, 0};
              Source s = a -> { a[0]--; return 2; };
              double[] y = {1, 2, 3};
              y[n[0]] += x * s.next(n);
              y[n[0]] *= x * n[0];
              return y[0] + 10 * y[1] + 100 * y[2];
            }
            interface Source { int next(int[] n); }
            """,
            f -> f.at(0.7).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> boundsOfLoops() {
    return new Programs()
        .add(
            "a bound that copied code changes",
            """
            static double f(double x) {
              int[] n = {8};
              Source s = a -> { a[0] = 1; return 2; };
              double r = x;
              for (int i = 0; i < n[0]; i++) {
                r = Math.sin(r * x) + r;
                if (i == 3) {
                  s.next(n);
                }
              }
              return r;
            }
            interface Source { int next(int[] n); }
            """,
            f -> f.at(0.7).isRight())
        .add(
            "a bound that grows, and a sum",
            """
            static double f(double[] x) {
              Data q = new Data();
              int[] p = {1};
              double s = 0;
              for (int i = 0; i < p[0]; i++) {
                q.grow(p);
                s += x[i] * x[i];
              }
              return s;
            }
            static final class Data {
              void grow(int[] p) { if (p[0] < 4) p[0]++; }
            }
            """,
            f -> f.at(new double[] {0.7, -0.4, 1.3, 0.8}).isRight())
        .add(
            "a start that copied code changes",
            """
            static double f(double x) {
              int[] n = {2};
              Source s = a -> { a[0]++; return 2; };
              double r = x;
              for (int i = n[0]; i < 7; i++) {
                r = Math.sin(r * x) * s.next(n);
              }
              return r;
            }
            interface Source { int next(int[] n); }
            """,
            f -> f.at(0.7).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> staticMethodsThatAreCalledAsTheyStand() {
    return new Programs()
        .add(
            "an array of a class",
            """
            static double f(double x) {
              reset();
              double s = x * x * COUNTS[0];
              return s * bump((int) (2 * x)) + x * COUNTS[0];
            }
            static final int[] COUNTS = {5};
            static int reset() { COUNTS[0] = 5; return 0; }
            static int bump(int n) { COUNTS[0] += n; return 2; }
            """,
            f -> f.at(1.2).isRight())
        .add(
            "an array of a class under another name",
            """
            static double f(double x) {
              reset();
              double s = x * x * COUNTS[0];
              return s * bump() + x * COUNTS[0];
            }
            static final int[] COUNTS = {5};
            static int reset() { int[] c = COUNTS; c[0] = 5; return 0; }
            static int bump() { int[] c = counts(); add(c); return 2; }
            static int[] counts() { return COUNTS; }
            static void add(int[] c) { c[0] += 5; }
            """,
            f -> f.at(1.2).isRight())
        .add(
            "an array of an object",
            """
            static double f(double x) {
              Data d = new Data();
              double s = x * x * d.counts[0];
              return s * poke(d) + x * d.counts[0];
            }
            static int poke(Data d) { d.counts[0]++; return 3; }
            static final class Data { final int[] counts = {5}; }
            """,
            f -> f.at(1.2).isRight())
        .add(
            "an argument, by a method that cannot be read",
            """
            static double f(double x) {
              int[] p = {2, 3};
              double s = x * x * p[0];
              return s * swap(p) + x * p[0];
            }
            static int swap(int[] p) {
              synchronized (p) {
                int t = p[0];
                p[0] = p[1];
                p[1] = t;
              }
              return 2;
            }
            """,
            f -> f.at(1.2).isRight())
        .add(
            "an object, by a method that calls itself",
            """
            static double f(double x) {
              Data d = new Data();
              double s = x * x * d.counts[0];
              return s * poke(d, 3) + x * d.counts[0];
            }
            static int poke(Data d, int n) {
              d.bump();
              return n == 0 ? 2 : poke(d, n - 1);
            }
            static final class Data {
              final int[] counts = {5};
              void bump() { counts[0]++; }
            }
            """,
            f -> f.at(1.2).isRight())
        .add(
            "a field, by a method that calls itself and gets a function",
            """
            static double f(double x) {
              count = 1;
              Runnable counter = counter();
              double y = x * count;
              int m = count(2, counter);
              return y * y * count * m;
            }
            static int count;
            static Runnable counter() { return () -> count++; }
            static int count(int n, Runnable counter) {
              counter.run();
              return n == 0 ? 2 : count(n - 1, counter);
            }
            """,
            f -> f.at(1.2).isRight())
        .add(
            "a table that is filled when it is needed first",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 0; i < n; i++) {
                s += x * x * fibonacci(i);
              }
              return s * x;
            }
            static final long[] KNOWN = new long[50];
            static long fibonacci(int n) {
              if (n < 2) {
                return n;
              }
              if (KNOWN[n] == 0) {
                KNOWN[n] = fibonacci(n - 1) + fibonacci(n - 2);
              }
              return KNOWN[n];
            }
            """,
            f -> f.at(1.2, 9).isRight())
        .add(
            "an order of its own, which the caller changes",
            """
            static double f(double[] x) {
              int[] order = order(x.length);
              int t = order[0];
              order[0] = order[1];
              order[1] = t;
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                s = s * x[order[i]] + x[i];
              }
              return s;
            }
            static int[] order(int n) {
              int[] order = new int[n];
              for (int i = 0; i < n; i++) {
                order[i] = n - 1 - i;
              }
              return order;
            }
            """,
            f -> f.at(new double[] {0.7, -0.4, 1.3}).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> methodsOfTheJdk() {
    return new Programs()
        .add(
            "characters that are copied into an array",
            """
            static double f(double x) {
              char[] buffer = {'a', 'b'};
              double s = x * x * buffer[0];
              "z".getChars(0, 1, buffer, 0);
              Character.toChars('y', buffer, 1);
              return s * x * buffer[0] + buffer[1] * x;
            }
            """,
            f -> f.at(1.2).isRight())
        .add(
            "a function that is called for what is missing",
            """
            static double f(double x) {
              reset();
              java.util.function.Supplier<Integer> next = supplier();
              double s = x * x * COUNTS[0];
              int k = java.util.Objects.requireNonNullElseGet(null, next);
              return s * x * COUNTS[0] + k * x;
            }
            static final int[] COUNTS = {5};
            static int reset() { COUNTS[0] = 5; return 5; }
            static java.util.function.Supplier<Integer> supplier() { return () -> ++COUNTS[0]; }
            """,
            f -> f.at(1.2).isRight())
        .add(
            "an array of an object that is sorted",
            """
            static double f(double x) {
              Data c = new Data();
              double s = x * x * c.counts[0];
              java.util.Arrays.parallelSort(c.counts);
              double t = s * x * c.counts[0];
              new java.util.Random(1).nextBytes(c.bytes);
              return t + x * c.bytes[0];
            }
            static final class Data {
              final int[] counts = {5, 2, 6};
              final byte[] bytes = {1, 2};
            }
            """,
            f -> f.at(1.2).isRight())
        .add(
            "an array of an object that is only looked at",
            """
            static double f(double[] x) {
              Data c = new Data();
              double s = 1;
              for (int i = 0; i < 3; i++) {
                s = s * x[c.counts[i]];
                s += java.util.Arrays.stream(c.counts).sum() * x[i];
                s += java.util.Arrays.copyOf(c.counts, 2)[1] * x[i];
              }
              return s;
            }
            static final class Data { final int[] counts = {1, 2, 0}; }
            """,
            f -> f.at(new double[] {0.7, -0.4, 1.3}).isRight())
        .tests();
  }

  @Test
  void theFirstExceptionIsThrown() {
    String program =
        """
        package exceptions;
        import dev.tapeless.Differentiable;
        final class Subject {
          @Differentiable
          static double parsed(double[] x, Object s) {
            return x[9] * Integer.parseInt((String) s);
          }
          @Differentiable
          static double unboxed(double[] x, Object k) {
            return x[9] * (Integer) k;
          }
          @Differentiable
          static double thrown(double[] x, Object k) {
            return x[9] * switch (k.hashCode()) {
              case 1 -> 2.0;
              default -> throw new IllegalStateException("k");
            };
          }
          static String name(Runnable call) {
            try {
              call.run();
              return "nothing";
            } catch (RuntimeException e) {
              return e.getClass().getSimpleName();
            }
          }
          static java.util.List<String> names() {
            double[] x = {1};
            return java.util.List.of(
                name(() -> SubjectAdjoint.parsedGradient(x, "abc")),
                name(() -> SubjectAdjoint.parsedJvp(x, "abc", x)),
                name(() -> SubjectAdjoint.unboxedGradient(x, null)),
                name(() -> SubjectAdjoint.unboxedJvp(x, null, x)),
                name(() -> SubjectAdjoint.thrownGradient(x, 2)),
                name(() -> SubjectAdjoint.thrownJvp(x, 2, x)));
          }
        }
        """;
    assertThat((List<?>) Compiled.of(program).run("exceptions.Subject", "names"))
        .allMatch("ArrayIndexOutOfBoundsException"::equals);
  }
}
