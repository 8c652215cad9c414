package dev.tapeless.processor.behaviour;

import static dev.tapeless.processor.behaviour.OperatorsCalled.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import dev.tapeless.processor.testing.Programs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Calls of methods of other classes: of the same compilation, and of a library. */
class CallsAcrossClassesTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> inOneFile() {
    return new Programs()
        .add(
            "an annotated helper",
            """
            @Differentiable
            static double f(double[] x) {
              double s = 0;
              for (double e : x) {
                s += g(e) * g(s);
              }
              return s + g(x[0]);
            }
            @Differentiable
            static double g(double u) {
              return u * u * u + 1;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "an annotated helper of arrays that it writes",
            """
            @Differentiable
            static double f(double[] x, double c) {
              double[] y = g(x, c);
              return y[0] * x[0] + g(y, x[1])[2];
            }
            @Differentiable
            static double[] g(double[] u, double c) {
              u[0] *= c;
              u[2] += u[0] * u[1];
              return u;
            }
            """,
            d -> d.at(x(), 0.6).isRight())
        .add(
            "annotated methods that call each other",
            """
            @Differentiable
            static double f(double x, int n) {
              return n == 0 ? x : x * g(x, n - 1);
            }
            @Differentiable
            static double g(double x, int n) {
              return n == 0 ? x * x : Math.sin(f(x, n - 1)) + x;
            }
            """,
            d -> d.at(0.8, 5).isRight())
        .add(
            "a helper of a nested class, of an interface, an enum and a record",
            """
            static double f(double[] x) {
              return Nested.square(x[0]) * Shape.area(x[1], x[2]) + Kind.cube(x[0]) * Pair.sum(x);
            }
            static final class Nested {
              static double square(double u) {
                return u * u * FACTOR;
              }
              private static final double FACTOR = 0.5;
            }
            interface Shape {
              static double area(double a, double b) {
                return a * b * Math.PI;
              }
            }
            enum Kind {
              ONE;
              static double cube(double u) {
                return u * u * u;
              }
            }
            record Pair(int a, int b) {
              static double sum(double[] x) {
                double s = 0;
                for (double e : x) {
                  s += e;
                }
                return s;
              }
            }
            """,
            d -> d.at(x()).isRight())
        .tests();
  }

  private static final String ACTIVATIONS =
      """
      package q;
      public final class Activations {
        private Activations() {}
        private static final double SLOPE = 0.1;
        public static double leaky(double u) {
          return u > 0 ? u : SLOPE * u * inner(u);
        }
        private static double inner(double u) {
          return 1 + u * u;
        }
        public static void scale(double[] a, double c) {
          for (int i = 0; i < a.length; i++) {
            a[i] *= c;
          }
        }
        public static double power(double u, int n) {
          return n == 0 ? 1 : u * power(u, n - 1);
        }
      }
      """;

  private static final String NETWORK =
      """
      package p;
      import static q.Activations.leaky;
      import q.Activations;
      public final class Network {
        private Network() {}
        @dev.tapeless.Differentiable
        public static double f(double[] x, double c) {
          double[] y = x.clone();
          Activations.scale(y, c);
          double s = 0;
          for (double e : y) {
            s += leaky(e) * Activations.power(e, 2);
          }
          return s;
        }
      }
      """;

  @Test
  void aHelperOfAnotherFileOfTheCompilation() {
    Compiled compiled =
        Javac.plain()
            .with("-Xlint:all")
            .compile(NETWORK, ACTIVATIONS)
            .succeeds()
            .hasCleanGeneratedCode();
    Object g =
        OperatorsCalled.of(compiled, "p.NetworkAdjoint")
            .call("fGradient", new double[] {2, -1}, 0.5);
    // For y = c x: y > 0 gives y^3, y <= 0 gives 0.1 (y^3 + y^5).
    double first = 3 * 1;
    double second = 0.1 * (3 * 0.25 + 5 * 0.0625);
    assertThat((double[]) part(g, "x"))
        .containsExactly(new double[] {0.5 * first, 0.5 * second}, offset());
    assertThat((double) part(g, "c")).isCloseTo(2 * first - second, offset());
  }

  @Test
  void whatIsHiddenInOtherPackagesIsLookedUp() {
    String tables =
        """
        package q;
        public final class Tables {
          private static final double[] WEIGHTS = {1, 2, 3};
          private static double scale = 0.5;
          private static final class Hidden {
            private static final double[][] ROWS = {{4, 5}};
          }
          private Tables() {}
          public static double sum(double x) {
            double s = 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
              s += WEIGHTS[i] * Math.pow(x, i);
            }
            return s * scale + Hidden.ROWS[0][1] * x;
          }
        }
        """;
    String user =
        """
        package p;
        public final class User {
          private User() {}
          @dev.tapeless.Differentiable
          public static double f(double x) {
            return q.Tables.sum(x) * x;
          }
        }
        """;
    Compiled compiled =
        Javac.plain().with("-Xlint:all").compile(user, tables).succeeds().hasCleanGeneratedCode();
    Object g = OperatorsCalled.of(compiled, "p.UserAdjoint").call("fGradient", 2.0);
    // f(x) = 0.5 (x + 2 x^2 + 3 x^3) + 5 x^2
    assertThat((double) g).isCloseTo(0.5 * (1 + 4 * 2 + 9 * 4) + 10 * 2, offset());
  }

  private static Offset<Double> offset() {
    return Offset.offset(1e-14);
  }

  @Test
  void annotatedMethodsOfTwoFilesThatCallEachOther() {
    Compiled compiled =
        Compiled.of(
                """
                package p;
                public final class A {
                  @dev.tapeless.Differentiable
                  public static double f(double x, int n) {
                    return n == 0 ? x : x * B.g(x, n - 1);
                  }
                }
                """,
                """
                package p;
                public final class B {
                  @dev.tapeless.Differentiable
                  public static double g(double x, int n) {
                    return n == 0 ? x * x : 2 * A.f(x, n - 1);
                  }
                }
                """)
            .succeeds()
            .hasCleanGeneratedCode();
    // f(x, 3) = x g(x, 2) = x 2 f(x, 1) = x 2 x g(x, 0) = 2 x^4
    assertThat(OperatorsCalled.of(compiled, "p.AAdjoint").call("fGradient", 3.0, 3))
        .isEqualTo(216.0);
    assertThat(OperatorsCalled.of(compiled, "p.BAdjoint").call("gGradient", 3.0, 2))
        .isEqualTo(54.0);
  }

  private static final String LIBRARY =
      """
      package lib;
      import dev.tapeless.*;
      public final class Lib {
        private Lib() {}
        @Differentiable
        public static double cube(double u) {
          return u * u * u;
        }
        @Differentiable
        public static double[] rotated(double[] v, double angle) {
          double c = Math.cos(angle);
          double s = Math.sin(angle);
          return new double[] {c * v[0] - s * v[1], s * v[0] + c * v[1]};
        }
        @Differentiable
        public static double norm(double[] v, @Constant double p, int n) {
          double s = 0;
          for (int i = 0; i < n; i++) {
            v[i] = Math.pow(Math.abs(v[i]), p);
            s += v[i];
          }
          return s;
        }
        @Differentiable
        public static float mixed(float a, double b) {
          return a * a * (float) b;
        }
      }
      """;

  private static final String USER =
      """
      package p;
      import lib.Lib;
      public final class User {
        private User() {}
        @dev.tapeless.Differentiable
        public static double scalar(double x, double y) {
          return Lib.cube(x * y) + Lib.cube(2) * x + Lib.cube(Lib.cube(y));
        }
        @dev.tapeless.Differentiable
        public static double[] array(double[] x, double a) {
          double[] y = Lib.rotated(x, a);
          for (int i = 0; i < 2; i++) {
            y = Lib.rotated(y, y[0] * a);
          }
          return y;
        }
        @dev.tapeless.Differentiable
        public static double constantArray(double a) {
          double[] y = Lib.rotated(new double[] {1, 2}, a);
          return y[0] * y[1];
        }
        @dev.tapeless.Differentiable
        public static double loop(double[] x, int n) {
          double s = 1;
          for (int i = 0; i < n; i++) {
            s = s * 0.5 + Lib.cube(x[i] * s);
          }
          return s;
        }
        @dev.tapeless.Differentiable
        public static float single(float a, float b) {
          return Lib.mixed(a, b * b) * a;
        }
      }
      """;

  @Test
  void annotatedMethodsOfALibraryAreDifferentiatedThroughTheirDerivatives(@TempDir Path folder) {
    Path library = Javac.plain().compile(LIBRARY).writeTo(folder);
    Compiled linked =
        Javac.plain()
            .with("-Xlint:all")
            .classPath(library)
            .compile(USER)
            .succeeds()
            .hasCleanGeneratedCode();
    Compiled read = Compiled.of(USER, LIBRARY).succeeds();
    double[] x = {0.7, -0.4};
    agree(linked, read, "scalarGradient", 0.7, 1.1);
    agree(linked, read, "scalarJvp", 0.7, 1.1, 2.0, 3.0);
    agree(linked, read, "arrayVjp", x, 0.3);
    agree(linked, read, "arrayVjp", x, 0.3, new double[] {2, -1});
    agree(linked, read, "arrayJvp", x, 0.3, new double[] {2, -1}, 0.5);
    agree(linked, read, "arrayJacobian", x, 0.3);
    agree(linked, read, "constantArrayGradient", 0.3);
    agree(linked, read, "loopGradient", x, 2);
    agree(linked, read, "loopJvp", x, 2, x.clone());
    agree(linked, read, "singleGradient", 0.75f, 1.25f);
  }

  private static void agree(Compiled a, Compiled b, String operation, Object... arguments) {
    Object first = OperatorsCalled.of(a, "p.UserAdjoint").call(operation, arguments);
    Object second = OperatorsCalled.of(b, "p.UserAdjoint").call(operation, arguments);
    assertThat(numbers(first)).as(operation).containsExactly(numbers(second), offset());
  }

  private static double[] numbers(Object value) {
    if (value instanceof Number n) {
      return new double[] {n.doubleValue()};
    }
    if (value instanceof double[] array) {
      return array;
    }
    if (value instanceof double[][] rows) {
      return Stream.of(rows).flatMapToDouble(Arrays::stream).toArray();
    }
    return Stream.of(value.getClass().getRecordComponents())
        .flatMapToDouble(c -> Arrays.stream(numbers(part(value, c.getName()))))
        .toArray();
  }

  @Test
  void aMethodOfALibraryThatWritesItsArgument(@TempDir Path folder) {
    String user =
        """
        package p;
        public final class User {
          @dev.tapeless.Differentiable
          public static double f(double[] x) {
            double s = lib.Lib.norm(x, 2, 2);
            return s * x[0];
          }
        }
        """;
    Path library = Javac.plain().compile(LIBRARY).writeTo(folder);
    Compiled linked = Javac.plain().classPath(library).compile(user);
    if (linked.errors().isEmpty()) {
      // norm leaves the squares in x: f = (a^2 + b^2) a^2.
      double[] g =
          (double[])
              OperatorsCalled.of(linked, "p.UserAdjoint").call("fGradient", new double[] {2, 3});
      assertThat(g).containsExactly(new double[] {4 * 8 + 2 * 2 * 9, 2 * 3 * 4}, offset());
    } else {
      // What a library's method does to its arguments is not part of its derivatives.
      assertThat(linked.errors()).allMatch(m -> m.toString().contains("tapeless:"));
      assertThat(linked.errors()).noneMatch(m -> m.toString().contains("InternalError"));
    }
  }
}
