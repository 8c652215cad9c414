package dev.tapeless.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of annotated methods that were compiled earlier. */
class LinkingTest {

  private static final String LIBRARY =
      """
      package lib;
      import dev.tapeless.Constant;
      import dev.tapeless.Differentiable;
      public final class Lib {
        private Lib() {}
        @Differentiable
        public static double weighted(double a, double[] x, @Constant double w, int n) {
          return a * x[n] * w;
        }
        @Differentiable
        public static double[] doubled(double[] x) {
          return new double[] {2 * x[0], 2 * x[1]};
        }
        public static double plain(double x) {
          return x;
        }
        @Differentiable
        public static double doubling(double[] x) {
          x[0] *= 2;
          return x[0];
        }
        @Differentiable
        public static double[] same(double[] x) {
          return x;
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
        public static double f(double a, double[] x) {
          double[] y = Lib.doubled(x);
          return Lib.weighted(a, y, 3.0, 1);
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void anAnnotatedMethodOfAJarIsCalledThroughItsDerivatives() {
    Path library = Javac.plain().compile(LIBRARY).writeTo(folder);
    Compiled compiled =
        Javac.plain().with("-Xlint:all", "-Werror").classPath(library).compile(USER);
    assertThat(compiled.succeeds().messages()).isEmpty();
  }

  @Test
  void theDerivativeGoesThroughTheJar() {
    Path library = Javac.plain().compile(LIBRARY).writeTo(folder);
    Compiled compiled =
        Javac.plain()
            .classPath(library)
            .compile(
                USER,
                """
                package p;
                public final class Main {
                  private Main() {}
                  public static double[] run() {
                    var g = UserAdjoint.fGradient(2, new double[] {5, 7});
                    var t = UserAdjoint.fJvp(2, new double[] {5, 7}, 1, new double[] {1, 1});
                    return new double[] {g.a(), g.x()[0], g.x()[1], t};
                  }
                }
                """);
    // f = a * (2 x[1]) * 3
    assertThat((double[]) compiled.run("p.Main", "run")).containsExactly(42, 0, 12, 54);
  }

  @Test
  void theResultOfALinkedMethodNeedNotBeUsed() throws ReflectiveOperationException {
    Path library = Javac.plain().compile(LIBRARY).writeTo(folder);
    Compiled compiled =
        Javac.plain()
            .classPath(library)
            .compile(
                """
                package p;
                import lib.Lib;
                public final class User {
                  private User() {}
                  @dev.tapeless.Differentiable
                  public static double f(double[] x) {
                    Lib.doubled(x);
                    double[] unused = Lib.doubled(x);
                    Lib.weighted(x[0], x, 3.0, 1);
                    return x[0] * x[1];
                  }
                }
                """);
    Object gradient =
        compiled
            .succeeds()
            .load("p.UserAdjoint")
            .getMethod("fGradient", double[].class)
            .invoke(null, new double[] {5, 7});
    assertThat((double[]) gradient).containsExactly(7, 5);
  }

  @Test
  void aJarWithoutDerivativesIsRefused() throws IOException {
    Path library = Javac.plain().compile(LIBRARY).writeTo(folder);
    Files.delete(library.resolve("lib/LibAdjoint.class"));
    Javac.plain()
        .classPath(library)
        .compile(
            """
            package p;
            final class User {
              @dev.tapeless.Differentiable
              static double f(double[] x) {
                // expect [NotProcessed] Lib.doubled(double[]) is @Differentiable, but its derivatives are missing: there is no class lib.LibAdjoint
                double[] y = lib.Lib.doubled(x);
                return y[0];
              }
            }
            """)
        .findsWhatItExpects();
  }

  @Test
  void aJarOfAnotherVersionIsRefused() {
    Path library =
        Javac.plain()
            .with("-proc:none")
            .compile(
                LIBRARY,
                """
                package lib;
                @dev.tapeless.GeneratedDerivatives(0)
                public final class LibAdjoint {
                  public static double[] doubledVjp(double[] x, double[] v) {
                    return null;
                  }
                  public static double[] doubledJvp(double[] x, double[] xDot) {
                    return null;
                  }
                }
                """)
            .writeTo(folder);
    Javac.plain()
        .classPath(library)
        .compile(
            """
            package p;
            final class User {
              @dev.tapeless.Differentiable
              static double f(double[] x) {
                // expect [NotProcessed] Lib.doubled(double[]) is @Differentiable, but its derivatives were generated by another version of tapeless: class lib.LibAdjoint
                double[] y = lib.Lib.doubled(x);
                return y[0];
              }
              @dev.tapeless.Differentiable
              static double g(double[] x) {
                // expect [NotProcessed] Lib.doubled(double[]) is @Differentiable, but its derivatives were generated by another version of tapeless: class lib.LibAdjoint
                double[] y = lib.LibAdjoint.doubledVjp(x, x);
                return y[0];
              }
            }
            """)
        .findsWhatItExpects();
  }

  @Test
  void aClassWithoutTheOperationsIsRefused() {
    Path library =
        Javac.plain()
            .with("-proc:none")
            .compile(
                LIBRARY,
                """
                package lib;
                @dev.tapeless.GeneratedDerivatives(1)
                public final class LibAdjoint {}
                """)
            .writeTo(folder);
    Javac.plain()
        .classPath(library)
        .compile(
            """
            package p;
            final class User {
              @dev.tapeless.Differentiable
              static double f(double[] x) {
                // expect [NotProcessed] Lib.doubled(double[]) is @Differentiable, but its derivatives are missing in class lib.LibAdjoint
                return lib.Lib.doubled(x)[0];
              }
            }
            """)
        .findsWhatItExpects();
  }

  @Test
  void aMethodOfAJarThatIsNotAnnotatedIsRefused() {
    Path library = Javac.plain().compile(LIBRARY).writeTo(folder);
    Javac.plain()
        .classPath(library)
        .compile(
            """
            package p;
            final class User {
              @dev.tapeless.Differentiable
              static double f(double x) {
                // expect [NoDerivative] no derivative is known for Lib.plain(double)
                return lib.Lib.plain(x);
              }
            }
            """)
        .findsWhatItExpects();
  }

  @Test
  void anActiveValueForAConstantParameterOfAJarIsRefused() {
    Path library = Javac.plain().compile(LIBRARY).writeTo(folder);
    Javac.plain()
        .classPath(library)
        .compile(
            """
            package p;
            final class User {
              @dev.tapeless.Differentiable
              static double f(double a, double[] x) {
                // expect [ConstantParameter] an active value goes into Lib.weighted, whose derivative holds argument 3 constant
                return lib.Lib.weighted(2, x, a, 1);
              }
            }
            """)
        .findsWhatItExpects();
  }

  @Test
  void aMethodOfAJarThatWritesIntoItsArgumentsIsRefused() {
    Path library = Javac.plain().compile(LIBRARY).writeTo(folder);
    Javac.plain()
        .classPath(library)
        .compile(
            """
            final class User {
              @dev.tapeless.Differentiable
              static double f(double[] x) {
                // expect [NotSupportedYet] a call of Lib.doubling(double[]), which writes into its arguments, is not supported yet
                return lib.Lib.doubling(x);
              }
            }
            """)
        .findsWhatItExpects();
  }

  @Test
  void aResultThatIsOverwrittenMustNotBeTheArgumentItself() throws ReflectiveOperationException {
    Path library = Javac.plain().compile(LIBRARY).writeTo(folder);
    Compiled compiled =
        Javac.plain()
            .classPath(library)
            .compile(
                """
                public final class User {
                  @dev.tapeless.Differentiable
                  public static double f(double[] x) {
                    double[] y = lib.Lib.same(x);
                    y[0] = 3 * y[0];
                    return x[0] * y[0];
                  }
                }
                """)
            .succeeds();
    assertThatThrownBy(
            () ->
                compiled
                    .load("UserAdjoint")
                    .getMethod("fGradient", double[].class)
                    .invoke(null, (Object) new double[] {2}))
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .hasStackTraceContaining("the result of same and its argument must not be the same array");
  }
}
